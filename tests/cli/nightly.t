Nights in a normal workspace, by the machine's clock.

  $ on() { when="$1"; shift; faketime -f "$when" "$@"; }
  $ on '2017-01-20 01:00:00' duban init office --lang zh | sed 's/[0-9a-f]\{16\}$/…/'
  工作区已建立：office，编号 …
  涉密事项不得录入。
  接下来：
    cd office
    duban import plan.docx --plan hn135 --as 督查一处
    duban todo --as 督查一处
  $ cd office
  $ on '2017-01-20 01:30:00' duban import $DUBAN_SOURCE/tests/data/plans/plan.xlsx --plan hn135 --as 督查一处 | head -2
  hn135: 57 tasks in 2 parts and 15 sections; 195 departments named, 57 of them as lead
  17 ongoing; due 2017: 2, 2018: 13, 2019: 11, 2020: 14

A night that finds nothing due still tells that it was there; a second one is silent in the log.

  $ on '2017-01-20 18:00:00' duban nightly | sed 's/root=.*/root=…/'
  nothing was due
  at=2017-01-20T18:00:00Z date=2017-01-21 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=60 root=…
  $ on '2017-01-20 18:05:00' duban nightly --quiet | sed 's/root=.*/root=…/'
  at=2017-01-20T18:05:00Z date=2017-01-21 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=60 root=…

Ten working days without a start: the first rung.

  $ on '2017-02-10 18:00:00' duban nightly | sed 's/root=.*/root=…/' | tail -4
  2017-02-08  hn135/2.6.3  escalation '迟迟不签收' of level 1, urging
  2017-02-08  hn135/2.7.1  escalation '迟迟不签收' of level 1, urging
  57 timers of 57 tasks: 0 deadlines passed, 57 escalations raised, 0 suspensions ended
  at=2017-02-10T18:00:00Z date=2017-02-11 fired=57 tasks=57 deadlines=0 escalations=57 resumed=0 left=0 size=118 root=…
  $ on '2017-02-10 18:00:00' duban nightly --lang zh | sed 's/root=.*/root=…/'
  没有到期事项
  at=2017-02-10T18:00:00Z date=2017-02-11 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=118 root=…
  $ on '2017-02-10 18:00:00' duban nightly --format json | sed 's/"root":"[^"]*"/"root":"…"/'
  {"at":"2017-02-10T18:00:00Z","date":"2017-02-11","deadlines":0,"escalations":0,"fired":0,"left":0,"recorded":false,"resumed":0,"root":"…","size":118,"tasks":0,"timers":[]}

The clock runs back: refused. Two minutes behind are forgiven.

  $ on '2017-02-10 12:00:00' duban nightly
  duban: the machine's clock says 2017-02-10 20:00, but steps were taken up to 2017-02-11 02:00; if the clock is behind, set it right; if it is right, it was ahead then, and an admin goes on with: duban clock --accept --note '...'
  [3]
  $ on '2017-02-10 17:59:00' duban nightly --quiet | sed 's/root=.*/root=…/'
  at=2017-02-10T18:00:00Z date=2017-02-11 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=118 root=…

One night dated far ahead would fire a year of deadlines: only an admin lets it pass.

  $ on '2018-02-10 18:00:00' duban nightly
  duban: the machine's clock says 2018-02-11 02:00, 365 days after the last entry; if that is right, an admin continues with --accept-gap
  [3]
  $ on '2018-02-10 18:00:00' duban nightly --accept-gap --as 督查一处
  duban: --accept-gap is for an admin; 督查一处 is none
  [1]
  $ on '2018-02-10 18:00:00' duban nightly --accept-gap --as "$(id -un)" --quiet | sed 's/root=.*/root=…/'
  at=2018-02-10T18:00:00Z date=2018-02-11 fired=501 tasks=57 deadlines=19 escalations=482 resumed=0 left=0 size=620 root=…
  $ duban log --event nightly --format jsonl | grep -c accept-gap
  1
  $ duban audit replay
  620 entries, 57 tasks: the tables are what the log says

A step by somebody of another account is refused, and so is a time given by hand.

  $ on '2018-02-11 01:00:00' duban start 1.3.11 --as 省经信委 2>&1 | sed "s/account [^ ;]*/account …/g"
  duban: 省经信委 does not belong to the account …; an admin can map it: duban actor add 省经信委 --department D --account …
  $ on '2018-02-11 01:00:00' duban actor add 省经信委 --department 省经信委 --account "$(id -un)" --as "$(id -un)"
  省经信委 may act
  $ on '2018-02-11 01:00:00' duban start 1.3.11 --as 省经信委 --at 2018-02-11
  duban: --at sets the clock of a rehearsal; in this workspace only readings take it
  [1]
  $ on '2018-02-11 01:00:00' duban start 1.3.11 --as 省经信委
  hn135/1.3.11  assigned -> in_progress  due 2018-12-31
