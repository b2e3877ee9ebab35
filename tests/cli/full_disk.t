A disk that is full, here a limit on the size of files: nothing is half-written. A normal workspace.

  $ now='2017-01-20 01:00:00'; duban() { faketime -f "$now" duban "$@"; }
  $ duban init office > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > imported
  $ duban audit check > before
  $ trap '' XFSZ
  $ now='2017-02-28 17:00:00'
  $ (ulimit -f 270; duban nightly) 2>&1 | sed "s#$PWD/##"
  duban: reading or writing duban.db failed (disk I/O error); check the disk, its free space and its quota, then try again
  $ (ulimit -f 270; echo '{"do":"nightly"}' | duban apply -) 2>&1 | sed "s#$PWD/##"
  {"code":"io","error":"reading or writing duban.db failed (disk I/O error); check the disk, its free space and its quota, then try again","ok":false}
  $ duban audit check | cmp - before
  $ duban audit replay
  59 entries, 57 tasks: the tables are what the log says
  $ duban nightly | tail -1 | sed 's/root=.*/root=…/'
  at=2017-02-28T17:00:00Z date=2017-03-01 fired=114 tasks=57 deadlines=0 escalations=114 resumed=0 left=0 size=174 root=…
