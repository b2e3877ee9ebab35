A disk that is full, here a limit on the size of files: nothing is half-written.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > imported
  $ duban audit check > before
  $ trap '' XFSZ
  $ (ulimit -f 270; duban nightly --at 2017-06-01) 2>&1 | sed "s#$PWD/##"
  duban: reading or writing duban.db failed (disk I/O error); check the disk, its free space and its quota, then try again
  $ (ulimit -f 270; echo '{"do":"nightly","at":"2017-06-01"}' | duban apply -) 2>&1 | sed "s#$PWD/##"
  {"code":"io","error":"reading or writing duban.db failed (disk I/O error); check the disk, its free space and its quota, then try again","ok":false}
  $ duban audit check | cmp - before
  $ duban audit replay
  59 entries, 57 tasks: the tables are what the log says
  $ duban nightly --at 2017-06-01 | tail -1 | sed 's/root=.*/root=…/'
  at=2017-05-31T16:00:00Z date=2017-06-01 fired=342 tasks=57 deadlines=0 escalations=342 resumed=0 left=0 size=402 root=…
