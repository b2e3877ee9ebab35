A workspace belongs to one account; another one is told so. Only root can play two accounts.

  $ [ "$(id -u)" = 0 ] || exit 80
  $ place=$(mktemp -d /tmp/duban-XXXXXX); chmod 755 "$place"
  $ cp "$(readlink -f "$(command -v duban)")" "$place/duban"
  $ duban init "$place/office" --rehearsal --at 2017-01-20 > /dev/null
  $ stat -c '%a %n' "$place/office" "$place/office/duban.db" | sed "s#$place/##"
  700 office
  600 office/duban.db
  $ as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
  $ as_nobody "$place/duban" --workspace "$place/office" list 2>&1 | sed "s#$place/##"
  duban: office/duban.yaml cannot be read: Permission denied

A group shares one.

  $ duban init "$place/shared" --rehearsal --group nogroup --at 2017-01-20 > /dev/null
  $ stat -c '%a %G %n' "$place/shared" "$place/shared/duban.db" "$place/shared/duban.yaml" "$place/shared/evidence" | sed "s#$place/##"
  2770 nogroup shared
  660 nogroup shared/duban.db
  660 nogroup shared/duban.yaml
  2770 nogroup shared/evidence
  $ as_nobody "$place/duban" --workspace "$place/shared" nightly --at 2017-01-21 --quiet | sed 's/root=.*/root=…/'
  at=2017-01-20T16:00:00Z date=2017-01-21 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=2 root=…
  $ duban init "$place/other" --group no-such-group
  duban: the system has no group no-such-group
  [1]
  $ rm -r "$place"
