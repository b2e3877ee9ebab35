Zones whose clocks leave midnight out, and a machine without any.

  $ day() { duban --workspace "$1" show 1 --format json | grep -o '"due":"[^"]*"'; }
  $ for zone in Africa/Cairo Asia/Beirut America/Santiago America/Havana Atlantic/Azores Pacific/Apia; do
  >   sed "s#^timezone:.*#timezone: $zone#" $DUBAN_SOURCE/config/rules/default.yaml > rules.yaml
  >   office=$(basename $zone)
  >   duban init $office --rehearsal --rules rules.yaml --at 2010-01-05 > made
  >   printf '序号,工作内容,责任单位,完成时限\n1,甲项工作。,省安监局,2026年4月23日\n2,乙项工作。,省安监局,2011年12月29日\n3,丙项工作。,省安监局,2026年10月24日\n' > plan.csv
  >   duban --workspace $office import plan.csv --plan p --as 督查一处 > imported || cat imported
  >   duban --workspace $office nightly --at 2011-12-30 --quiet | grep -o 'deadlines=[0-9]*'
  >   duban --workspace $office nightly --at 2026-04-24 --quiet | grep -o 'deadlines=[0-9]*'
  >   duban --workspace $office nightly --at 2026-10-25 --quiet | grep -o 'deadlines=[0-9]*'
  >   duban --workspace $office audit replay
  > done
  deadlines=1
  deadlines=1
  deadlines=1
  58 entries, 3 tasks: the tables are what the log says
  deadlines=1
  deadlines=1
  deadlines=1
  58 entries, 3 tasks: the tables are what the log says
  deadlines=1
  deadlines=1
  deadlines=1
  58 entries, 3 tasks: the tables are what the log says
  deadlines=1
  deadlines=1
  deadlines=1
  58 entries, 3 tasks: the tables are what the log says
  deadlines=1
  deadlines=1
  deadlines=1
  58 entries, 3 tasks: the tables are what the log says
  deadlines=1
  deadlines=1
  deadlines=1
  58 entries, 3 tasks: the tables are what the log says

Without a database of zones every command that needs a day says what to install.

  $ duban init office --rehearsal --at 2026-01-05 > made
  $ duban --workspace office import plan.csv --plan p --as 督查一处 > imported
  $ export TZDIR=/nonexistent
  $ for line in 'list' 'todo --as 督查一处' 'show 1' 'explain 1' 'status' 'escalations' 'forecast --until 2026-12-31' 'log' \
  >   'start 1 --as 省安监局 --at 2026-02-01' 'nightly --at 2026-02-01' 'import plan.csv --plan q --as 督查一处' \
  >   'plan list' 'plan set p --ends 2027-01-01 --as 督查一处' 'department list' 'actor list' \
  >   'actor add 甲 --department 省安监局' 'rules show' 'rules check rules.yaml' 'rules activate rules.yaml' \
  >   'rules simulate --rules rules.yaml --until 2026-12-31' 'calendar show' 'audit replay' 'audit check' 'doctor' 'clock' 'backup b.tar' \
  >   'remark 1 --note 记 --as 督查一处'; do
  >   answer=$(duban --workspace office $line 2>&1); status=$?
  >   echo "$status $(echo "$answer" | grep -o 'this machine has no time zones; install tzdata' | head -1) · ${line%% --*}"
  > done
  3 this machine has no time zones; install tzdata · list
  3 this machine has no time zones; install tzdata · todo
  3 this machine has no time zones; install tzdata · show 1
  3 this machine has no time zones; install tzdata · explain 1
  3 this machine has no time zones; install tzdata · status
  3 this machine has no time zones; install tzdata · escalations
  3 this machine has no time zones; install tzdata · forecast
  3 this machine has no time zones; install tzdata · log
  3 this machine has no time zones; install tzdata · start 1
  3 this machine has no time zones; install tzdata · nightly
  3 this machine has no time zones; install tzdata · import plan.csv
  3 this machine has no time zones; install tzdata · plan list
  3 this machine has no time zones; install tzdata · plan set p
  3 this machine has no time zones; install tzdata · department list
  3 this machine has no time zones; install tzdata · actor list
  3 this machine has no time zones; install tzdata · actor add 甲
  3 this machine has no time zones; install tzdata · rules show
  3 this machine has no time zones; install tzdata · rules check rules.yaml
  3 this machine has no time zones; install tzdata · rules activate rules.yaml
  3 this machine has no time zones; install tzdata · rules simulate
  3 this machine has no time zones; install tzdata · calendar show
  3 this machine has no time zones; install tzdata · audit replay
  0  · audit check
  1 this machine has no time zones; install tzdata · doctor
  3 this machine has no time zones; install tzdata · clock
  1 this machine has no time zones; install tzdata · backup b.tar
  3 this machine has no time zones; install tzdata · remark 1
  $ duban init other
  duban: this machine has no time zones; install tzdata
  [3]
