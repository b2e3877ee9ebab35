A workspace on a file system that cannot be written: readings work, steps are refused. As root too,
which may write everything: so everything is done as nobody.

  $ place=$(mktemp -d /tmp/duban-XXXXXX); chmod 755 "$place"
  $ cp "$(readlink -f "$(command -v duban)")" "$place/duban"
  $ as_nobody() {
  >   if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  >   else "$@"; fi
  > }
  $ cd "$place"
  $ duban init office --rehearsal --at 2017-01-20 > /dev/null
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > /dev/null

  $ find . -type d -exec chmod 555 {} +; find . -type f -exec chmod 444 {} +
  $ as_nobody ../duban list --due-before 2018-01-01 | wc -l
  20
  $ as_nobody ../duban start 1.3.11 --as 省经信委 2>&1 | sed "s#$place/##"
  duban: office/duban.db can be read but not written; ask its owner, or whoever mounted it, for the right to write
  $ as_nobody ../duban nightly --at 2017-06-01 2>&1 | sed "s#$place/##"
  duban: office/duban.db can be read but not written; ask its owner, or whoever mounted it, for the right to write
  $ as_nobody ../duban audit replay
  59 entries, 57 tasks: the tables are what the log says
  $ chmod -R u+w "$place"; cd /; rm -r "$place"
