Four years of the real plan in a rehearsal: some departments work, most wait, nights are run.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ plan=$DUBAN_SOURCE/tests/data/plans/plan.docx
  $ duban import $plan --plan hn135 --ends 2020-12-31 --as 督查一处 | head -2
  hn135: 57 tasks in 2 parts and 15 sections; 195 departments named, 57 of them as lead
  17 ongoing; due 2017: 2, 2018: 13, 2019: 11, 2020: 14
  $ night() { duban nightly --quiet --at "$1" | sed 's/.*\(date=[^ ]*\) \(fired=.*\) size.*/\1 \2/'; }
  $ proof() { echo "$1" > "$1.txt"; echo "$1.txt"; }
  $ board() { duban status "$@" | grep -v root | head -12; }

2017: two tasks end this year; an ongoing one reports each half-year.

  $ night 2017-03-01
  date=2017-03-01 fired=114 tasks=57 deadlines=0 escalations=114 resumed=0 left=0
  $ duban start 1.2.3 1.5.1 --as 省安监局 --at 2017-03-06 | grep hn135
  hn135/1.2.3  assigned -> in_progress  due 2017-12-31
  hn135/1.5.1  assigned -> in_progress  2017H1 due 2017-07-10
  $ night 2017-06-30
  date=2017-06-30 fired=253 tasks=57 deadlines=0 escalations=253 resumed=0 left=0
  $ duban report 1.5.1 --as 省安监局 --note 上半年宣传 --evidence "$(proof 上半年)" --at 2017-07-03
  duban: 'report' of hn135/1.5.1 lacks: contributions (of 省公安厅, 省教育厅, 省人力资源社会保障厅) (rules.yaml:40 asks for it)
  [1]
  $ duban report 1.5.1 --as 省安监局 --note 上半年宣传 --evidence "$(proof 上半年)" --without 省公安厅 --without 省教育厅 --without 人力资源 --at 2017-07-03
  hn135/1.5.1  in_progress -> reported  2017H1 due 2017-07-10
    2017-07-03  escalation '临期提醒' of level 0, reminder
  $ duban verify 1.5.1 --note 属实 --as 督查一处 --at 2017-07-05
  hn135/1.5.1  reported -> in_progress  2017H2 due 2018-01-10
  $ for month in 08 09 10 11 12; do night 2017-$month-01; done
  date=2017-08-01 fired=65 tasks=17 deadlines=16 escalations=49 resumed=0 left=0
  date=2017-09-01 fired=17 tasks=17 deadlines=0 escalations=17 resumed=0 left=0
  date=2017-10-01 fired=17 tasks=17 deadlines=0 escalations=17 resumed=0 left=0
  date=2017-11-01 fired=17 tasks=17 deadlines=0 escalations=17 resumed=0 left=0
  date=2017-12-01 fired=19 tasks=18 deadlines=0 escalations=19 resumed=0 left=0
  $ for co in 省编办 省发改委 省财政厅 长沙市人民政府; do duban contribute 1.2.3 --as $co --note 已完成 --at 2017-12-18 | head -1; done
  hn135/1.2.3  in_progress  due 2017-12-31
  hn135/1.2.3  in_progress  due 2017-12-31
  hn135/1.2.3  in_progress  due 2017-12-31
  hn135/1.2.3  in_progress  due 2017-12-31
  $ duban report 1.2.3 --as 省安监局 --note 规划已实施 --evidence "$(proof 规划)" --at 2017-12-20
  hn135/1.2.3  in_progress -> reported  due 2017-12-31
  $ duban verify 1.2.3 --note 属实 --as 督查一处 --at 2017-12-25
  hn135/1.2.3  reported -> verified  due 2017-12-31
  $ board
  tasks: 57, plans: 1, as of 2017-12-25 00:00 (rehearsal)
  
  state        tasks  green  yellow  red  grey
  assigned        39      -      39    -     -
  in_progress      1      -       1    -     -
  verified         1      1       -    -     -
  overdue         16      -       -   16     -
  all             57      1      40   16     -
  
  waits for: lead 56, co 46, coordinator 0 to verify and 0 requests
  
  department                        leads  to do  done  late tasks  longest late  as co  to give  given  late as co  owing

2018: the other one's deadline has passed. It is late for ever, also when it is made good.

  $ night 2018-01-01
  date=2018-01-01 fired=22 tasks=18 deadlines=1 escalations=21 resumed=0 left=0
  $ duban list --light red --due-after 2017-12-01 --format csv | cut -d, -f1-6 | sed '1d'
  hn135/1.2.4,red,overdue,2017-12-31,1,省安监局
  $ for co in 省司法厅 省检察院 省人民法院; do duban contribute 1.2.4 --as $co --note 已完成 --at 2018-01-12 | head -1; done
  hn135/1.2.4  overdue  due 2017-12-31
  hn135/1.2.4  overdue  due 2017-12-31
  hn135/1.2.4  overdue  due 2017-12-31
  $ duban report 1.2.4 --as 省安监局 --note 机制已建立 --evidence "$(proof 机制)" --at 2018-01-15 | tail -2
  hn135/1.2.4  overdue -> reported  due 2017-12-31
    2018-01-15  escalation '逾期督办' of level 2, supervision
  $ duban verify 1.2.4 --note 属实 --as 督查一处 --at 2018-01-16
  hn135/1.2.4  reported -> verified  due 2017-12-31
  $ for month in 03 05 07 09 11; do night 2018-$month-01; done
  date=2018-03-01 fired=37 tasks=17 deadlines=1 escalations=36 resumed=0 left=0
  date=2018-05-01 fired=34 tasks=17 deadlines=0 escalations=34 resumed=0 left=0
  date=2018-07-01 fired=34 tasks=17 deadlines=0 escalations=34 resumed=0 left=0
  date=2018-09-01 fired=34 tasks=17 deadlines=0 escalations=34 resumed=0 left=0
  date=2018-11-01 fired=2 tasks=1 deadlines=0 escalations=2 resumed=0 left=0
  $ duban show 1.5.1 --format json | grep -o '"state":"[a-z_]*"' | head -1
  "state":"overdue"
  $ duban miss 1.5.1 --note 下半年未报 --as 督查一处
  hn135/1.5.1  overdue -> in_progress  2018H2 due 2019-01-10

2019, with nobody at the desk for a year: each deadline keeps its own day.

  $ night 2019-12-01
  date=2019-12-01 fired=231 tasks=25 deadlines=14 escalations=217 resumed=0 left=0
  $ duban log --event deadline --since 2018-12-01 --until 2019-12-01 --format jsonl | grep -o '"effective":"[^"]*"' | sort | uniq -c
       13 "effective":"2018-12-31T16:00:00Z"
        1 "effective":"2019-01-10T16:00:00Z"

2020 and its end: the last cycle is due on the plan's last day.

  $ night 2020-06-30
  date=2020-06-30 fired=150 tasks=25 deadlines=11 escalations=139 resumed=0 left=0
  $ duban miss 1.5.1 --note 几期未报 --as 督查一处
  hn135/1.5.1  overdue -> in_progress  2020H1 due 2020-07-10
    2020-06-30  escalation '到期前三十日提醒' of level 0, reminder
    2020-06-30  escalation '协办未反馈' of level 0, reminder
  $ night 2020-12-31
  date=2020-12-31 fired=115 tasks=26 deadlines=1 escalations=114 resumed=0 left=0
  $ duban miss 1.5.1 --note 又未报 --as 督查一处
  hn135/1.5.1  overdue -> in_progress  2020H2 due 2020-12-31
    2020-12-31  escalation '到期前三十日提醒' of level 0, reminder
    2020-12-31  escalation '协办未反馈' of level 0, reminder
    2020-12-31  escalation '临期提醒' of level 0, reminder
  $ duban report 1.5.1 --as 省安监局 --note 全年宣传 --evidence "$(proof 全年)" --without 省公安厅 --without 省教育厅 --without 人力资源
  hn135/1.5.1  in_progress -> reported  2020H2 due 2020-12-31
  $ duban verify 1.5.1 --note 属实 --as 督查一处
  hn135/1.5.1  reported -> verified  2020H2 due 2020-12-31
  $ night 2021-01-01
  date=2021-01-01 fired=28 tasks=14 deadlines=14 escalations=14 resumed=0 left=0
  $ board
  tasks: 57, plans: 1, as of 2021-01-01 00:00 (rehearsal)
  
  state     tasks  green  yellow  red  grey
  verified      3      2       1    -     -
  overdue      54      -       -   54     -
  all          57      2       1   54     -
  
  waits for: lead 54, co 44, coordinator 0 to verify and 0 requests
  
  department                        leads  to do  done  late tasks  longest late  as co  to give  given  late as co  owing
  省安监局                             35     32     3          33          1271      7        7      0           7      0
  省交通运输厅                          3      3     0           3          1271     10       10      0          10      0
  $ board --at 2018-01-01
  tasks: 57, plans: 1, as of 2018-01-01 00:00 (rehearsal)
  
  state        tasks  green  yellow  red  grey
  assigned        38      -      38    -     -
  in_progress      1      -       1    -     -
  verified         1      1       -    -     -
  overdue         17      -       -   17     -
  all             57      1      39   17     -
  
  waits for: lead 56, co 46, coordinator 0 to verify and 0 requests
  
  department                        leads  to do  done  late tasks  longest late  as co  to give  given  late as co  owing
  $ duban audit replay
  1294 entries, 57 tasks: the tables are what the log says
  $ duban audit check | head -1
  1294 entries, 9 files: the log is whole and unaltered

Tried again under the rules in force, every command passes and every rung falls on its day.

  $ duban rules show > rules.yaml
  $ duban rules simulate --rules rules.yaml --backtest
  20 commands on 57 tasks: 0 would have been refused, 0 of them after an earlier refusal; 0 escalations differ
