`rules activate`: what changes for each live task, said before it is done.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ me=$(id -un)
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --ends 2020-12-31 --as 督查一处 > imported
  $ duban start 1.2.3 --as 省安监局 --at 2017-03-06 > started
  $ duban rules show > old.yaml
  $ sed 's/at: due + 10wd,/at: due + 5wd, /; s/id: remind-30, /id: remind-x, /; /^  withdraw:/d; s/    in: \[assigned, in_progress\]$/    in: [in_progress]/; s/id: overdue,    at: due + 1d,        in: \[overdue\], level: 1/id: overdue,    at: due + 1d,        in: [overdue], level: 2/' old.yaml > new.yaml
  $ hide() { sed 's/basis [0-9a-f]*/basis …/g; s/before [0-9a-f]*/before …/; s/after [0-9a-f]*;/after …;/'; }

A dry run: counts, and with --verbose each task.

  $ duban rules activate new.yaml --dry-run --at 2017-03-10 | hide
  a dry run, nothing is written: basis … after …; 168 timers would fire under the old one, 0 of 57 live tasks would have another next timer, 0 escalations would be raised at once
  
  rung                          armed  lapsed  moved  changed
  逾期催办 (overdue)                -       -      -       57
  逾期督办 (overdue-10)             -       -     57        -
  到期前三十日提醒 (remind-30)      -      57      -        -
  到期前三十日提醒 (remind-x)      57       -      -        -
  
  event              opens  closes
  request-extension      -      56
  $ duban rules activate new.yaml --dry-run --at 2017-03-10 --verbose 2> chatter | sed -n "12,22p"
  task          state        rung                          change   before      after
  hn135/1.1.1   assigned     到期前三十日提醒 (remind-30)  lapsed   2018-12-01
  hn135/1.1.1   assigned     逾期催办 (overdue)            changed  2019-01-01  2019-01-01
  hn135/1.1.1   assigned     逾期督办 (overdue-10)         moved    2019-01-15  2019-01-08
  hn135/1.1.1   assigned     到期前三十日提醒 (remind-x)   armed                2018-12-01
  hn135/1.1.1   assigned     request-extension             closes
  hn135/1.1.2   assigned     到期前三十日提醒 (remind-30)  lapsed   2018-12-01
  hn135/1.1.2   assigned     逾期催办 (overdue)            changed  2019-01-01  2019-01-01
  hn135/1.1.2   assigned     逾期督办 (overdue-10)         moved    2019-01-15  2019-01-08
  hn135/1.1.2   assigned     到期前三十日提醒 (remind-x)   armed                2018-12-01
  hn135/1.1.2   assigned     request-extension             closes
  $ duban rules activate new.yaml --dry-run --at 2017-03-10 --lang zh | sed "s/[0-9a-f]\{12\}/…/g" | head -3
  试运行，未写入：依据 … 之后为 …；旧依据下将有 168 个时点到期，57 项在办事项中 0 项的下一时点改变，将立即产生 0 条提醒
  
  督办级别                       新起  作废  改期  改动
  $ duban rules activate new.yaml --dry-run --at 2017-03-10 --format json | grep -o '"steps":\[[^]]*\],"tasks"'
  "steps":[{"closes":56,"event":"request-extension","opens":0}],"tasks"
  $ duban log --event activate
  no entry fits
  $ duban rules show | cmp - old.yaml

The activation says the same and logs both hashes; what is then in force changes nothing again.

  $ duban rules activate new.yaml --dry-run --at 2017-03-10 | tail -n +2 > dry
  $ duban rules activate new.yaml --at 2017-03-10 --as $me | tail -n +2 | cmp - dry
  $ duban log --event activate --format jsonl | grep -o '"\(after\|before\)":"' | sort
  "after":"
  "before":"
  $ duban rules activate new.yaml --dry-run
  it is in force already: nothing has changed
  $ duban audit replay
  231 entries, 57 tasks: the tables are what the log says

Withdrawn rungs lapsed with it, and are not raised by any later night; back again, what had been raised is not
raised twice.

  $ duban nightly --quiet --at 2017-12-31 > night
  $ duban escalations --task 1.2.4 | cut -c1-60
  task         day         level     rung              number 
  hn135/1.2.4  2017-02-08  urging    迟迟不签收          
  hn135/1.2.4  2017-02-22  urging    迟迟不签收          
  hn135/1.2.4  2017-03-08  urging    迟迟不签收          
  hn135/1.2.4  2017-03-22  urging    迟迟不签收          
  hn135/1.2.4  2017-04-06  urging    迟迟不签收          
  hn135/1.2.4  2017-04-20  urging    迟迟不签收          
  hn135/1.2.4  2017-12-01  reminder  到期前三十日提醒 
  hn135/1.2.4  2017-12-18  reminder  协办未反馈          
  hn135/1.2.4  2017-12-25  reminder  临期提醒             
  $ duban rules activate old.yaml --as $me --at 2017-12-31 | hide
  in force: basis …, before …; 0 timers fired under the old one, 0 of 57 live tasks have another next timer, 0 escalations raised
  
  rung                          armed  lapsed  moved  changed
  逾期催办 (overdue)                -       -      -       40
  逾期督办 (overdue-10)             -       -     40        -
  到期前三十日提醒 (remind-30)     38       -      -        -
  到期前三十日提醒 (remind-x)       -      38      -        -
  
  event              opens  closes
  request-extension     39       -
  $ duban nightly --quiet --at 2018-02-28 > night
  $ duban escalations --task 1.2.4 --format csv | cut -d, -f2-5 | tail -n +2
  2017-02-08,urging,unstarted,1
  2017-02-22,urging,unstarted,2
  2017-03-08,urging,unstarted,3
  2017-03-22,urging,unstarted,4
  2017-04-06,urging,unstarted,5
  2017-04-20,urging,unstarted,6
  2017-12-01,reminder,remind-x,1
  2017-12-18,reminder,owing,1
  2017-12-25,reminder,remind-5,1
  2018-01-01,urging,overdue,1
  2018-01-15,supervision,overdue-10,1
  2018-02-11,circular proposed,circular,1
  $ duban audit replay
  642 entries, 57 tasks: the tables are what the log says
