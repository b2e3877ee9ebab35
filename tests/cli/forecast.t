`forecast`: what the coming months bring. Nothing is written.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ plan=$DUBAN_SOURCE/tests/data/plans/plan.docx
  $ duban import $plan --plan hn135 --ends 2020-12-31 --as 督查一处 > imported
  $ duban nightly --quiet --at 2018-11-01 > night
  $ size() { duban status --format json | grep -o '"size":[0-9]*'; }
  $ before=$(size)
  $ duban forecast --until 2019-03-31
  until 2019-03-31, if nobody acts: 15 of 57 tasks move
  
  month    overdue  level 0  level 1  level 2  level 3  resumed  steps
  2018-11        -        -        -        -        2        -      -
  2018-12        -       35        -        -        2        -      -
  2019-01       13        -       13       13        2        -      -
  2019-02        -        -        -        -       15        -      -
  2019-03        -        -        -        -       13        -      -
  
  rung              level              tasks  times  first
  建议通报          circular proposed     15     34  2018-11-11
  逾期催办          urging                13     13  2019-01-01
  逾期督办          supervision           13     13  2019-01-15
  协办未反馈        reminder               9      9  2018-12-18
  到期前三十日提醒  reminder              13     13  2018-12-01
  临期提醒          reminder              13     13  2018-12-25
  
  then: assigned 25, overdue 32
  $ duban forecast --until 2019-03-31 --lang zh | head -4
  到 2019-03-31，无人办理：57 项中 15 项有变化
  
  月份     逾期  提醒  催办  督办  建议通报  恢复  办理
  2018-11     -     -     -     -         2     -     -
  $ duban forecast --until 2019-01-31 --department 省水利厅 --list | head -8
  task          day         what              number  level        state
  hn135/1.3.9   2018-12-01  到期前三十日提醒       1  reminder     assigned
  hn135/1.3.9   2018-12-18  协办未反馈             1  reminder     assigned
  hn135/1.3.9   2018-12-25  临期提醒               1  reminder     assigned
  hn135/1.3.9   2019-01-01  deadline                               overdue
  hn135/1.3.9   2019-01-01  逾期催办               1  urging       overdue
  hn135/1.3.9   2019-01-15  逾期督办               1  supervision  overdue
  hn135/1.3.19  2018-12-01  到期前三十日提醒       1  reminder     assigned
  $ duban forecast --until 2019-01-31 --department 省水利厅 --format csv | head -3
  \xef\xbb\xbftask,day,what,number,level,actor,state\r (esc)
  hn135/1.3.9,2018-12-01,remind-30,1,reminder,,assigned\r (esc)
  hn135/1.3.9,2018-12-18,owing,1,reminder,,assigned\r (esc)
  $ duban forecast --until 2019-01-31 --department 省水利厅 --format jsonl | head -1
  {"actor":null,"day":"2018-12-01","event":"escalate","level":0,"occurrence":0,"rung":"remind-30","state":"assigned","task":"hn135/1.3.9"}
  $ duban forecast --until 2018-12-31 --plan hn135 --format json
  {"from":"2018-10-31T16:00:00Z","months":[{"deadlines":0,"levels":[0,0,0,2],"month":"2018-11","resumed":0,"steps":0},{"deadlines":0,"levels":[35,0,0,2],"month":"2018-12","resumed":0,"steps":0}],"refused":[],"rungs":[{"first":"2018-11-11","level":3,"raised":4,"rung":"circular","tasks":2},{"first":"2018-12-18","level":0,"raised":9,"rung":"owing","tasks":9},{"first":"2018-12-01","level":0,"raised":13,"rung":"remind-30","tasks":13},{"first":"2018-12-25","level":0,"raised":13,"rung":"remind-5","tasks":13}],"states":{"assigned":38,"overdue":19},"tasks":57,"touched":15,"until":"2018-12-31"}
  $ test "$before" = "$(size)" && echo nothing was written
  nothing was written

It is what a reading on that day shows.

  $ duban escalations --at 2019-03-31 --format csv | wc -l > later; duban escalations --format csv | wc -l > now
  $ duban forecast --until 2019-03-31 --format csv | grep -c '提醒\|催办\|督办\|建议通报\|reminder\|urging\|supervision\|circular' > ahead
  $ test $(cat later) = $(($(cat now) + $(cat ahead))) && echo the same
  the same

With habits.

  $ cat > habits.yaml <<'END'
  > lead: { start: assigned + 5wd, progress: every 1mo, report: { due - 3d: 7, due + 10d: 2, never: 1 } }
  > co: { contribute: due - 10d }
  > coordinator: { verify: reported + 10wd }
  > departments: { 省安监局: { report: due - 20d } }
  > END
  $ duban forecast --until 2019-12-31 --behaviour habits.yaml
  until 2019-12-31, if all behave so: 57 of 57 tasks move
  
  month    overdue  level 0  level 1  level 2  level 3  resumed  steps
  2018-11       29        -       29        -        1        -    263
  2018-12        -       41        -        -        2        -    135
  2019-01        3        4        3        2        2        -     62
  2019-02        -        -        -        -        4        -     42
  2019-03        -        -        -        -        3        -     42
  2019-04        -        -        -        -        3        -     42
  2019-05        -        -        -        -        3        -     42
  2019-06        -       12        -        -        3        -     73
  2019-07        -        2        -        -        3        -     55
  2019-08        -        -        -        -        3        -     42
  2019-09        -        -        -        -        2        -     42
  2019-10        -        -        -        -        2        -     42
  2019-11        -        -        -        -        2        -     42
  2019-12        -       29        -        -        2        -    118
  
  rung              level              tasks  times  first
  建议通报          circular proposed      4     35  2018-11-26
  逾期催办          urging                16     32  2018-11-15
  逾期督办          supervision            2      2  2019-01-24
  协办未反馈        reminder              10     12  2018-12-18
  到期前三十日提醒  reminder              37     59  2018-12-01
  临期提醒          reminder              15     17  2018-12-25
  
  then: in_progress 17, reported 12, verified 22, overdue 6
  $ duban forecast --until 2019-12-31 --behaviour habits.yaml --format json > once
  $ duban forecast --until 2019-12-31 --behaviour habits.yaml --format json | cmp - once

What is no day, and what is no habit.

  $ duban forecast --until 2018-01-01
  duban: --until 2018-01-01 has passed; it is 2018-11-01
  [1]
  $ duban forecast --until soon
  duban: --until takes a date such as 2018-12-31, not 'soon'
  [2]
  $ echo 'lead: { verify: due }' > wrong.yaml
  $ duban forecast --until 2019-12-31 --behaviour wrong.yaml
  wrong.yaml:1:9: error: unknown key 'verify'; known here: start, progress, report
    1 | lead: { verify: due }
      |         ^~~~~~
  [2]
  $ duban forecast --until 2019-12-31 --plan other
  duban: no plan other
  [1]
