`rules simulate`: a rule file tried on a copy of the live tasks, ahead and back.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --ends 2020-12-31 --as 督查一处 > imported
  $ duban start 1.2.3 --as 省安监局 --at 2017-03-06 > started
  $ for co in 省编办 省发改委 省财政厅 长沙市人民政府; do duban contribute 1.2.3 --as $co --note 已完成 --at 2017-12-18; done > given
  $ echo 规划 > 规划.txt
  $ duban report 1.2.3 --as 省安监局 --note 规划已实施 --evidence 规划.txt --at 2017-12-20 > reported
  $ duban verify 1.2.3 --note 属实 --as 督查一处 --at 2017-12-25 > verified
  $ duban nightly --quiet --at 2018-11-01 > night
  $ duban rules show > old.yaml
  $ sed 's/at: due + 10wd,/at: due + 5wd, /; s/evidence: 1, contributions/evidence: 2, contributions/; s/id: remind-5, /id: remind-6, /' old.yaml > new.yaml

Ahead.

  $ duban rules simulate --rules new.yaml --until 2018-12-31
  until 2018-12-31, if nobody acts: 14 of 57 tasks move
  
  month    overdue  level 0  level 1  level 2  level 3  resumed  steps
  2018-11        -        -        -        -        1        -      -
  2018-12        -       35        -        -        1        -      -
  
  rung              level              tasks  times  first
  建议通报          circular proposed      1      2  2018-11-11
  协办未反馈        reminder               9      9  2018-12-18
  到期前三十日提醒  reminder              13     13  2018-12-01
  临期提醒          reminder              13     13  2018-12-25
  
  then: assigned 38, verified 1, overdue 18
  $ duban rules simulate --rules new.yaml --compare old.yaml --until 2019-01-31 | head -24
  rung                          before  after
  建议通报 (circular)                3      3
  逾期催办 (overdue)                13     13
  逾期督办 (overdue-10)             13     13
  协办未反馈 (owing)                 9      9
  到期前三十日提醒 (remind-30)      13     13
  临期提醒 (remind-5)               13      0
  临期提醒 (remind-6)                0     13
  
  task          rung                   number  level        before      after       days
  hn135/1.1.1   临期提醒 (remind-5)         1  reminder     2018-12-25
  hn135/1.1.1   临期提醒 (remind-6)         1  reminder                 2018-12-25
  hn135/1.1.1   逾期督办 (overdue-10)       1  supervision  2019-01-15  2019-01-08    -7
  hn135/1.1.2   临期提醒 (remind-5)         1  reminder     2018-12-25
  hn135/1.1.2   临期提醒 (remind-6)         1  reminder                 2018-12-25
  hn135/1.1.2   逾期督办 (overdue-10)       1  supervision  2019-01-15  2019-01-08    -7
  hn135/1.1.4   临期提醒 (remind-5)         1  reminder     2018-12-25
  hn135/1.1.4   临期提醒 (remind-6)         1  reminder                 2018-12-25
  hn135/1.1.4   逾期督办 (overdue-10)       1  supervision  2019-01-15  2019-01-08    -7
  hn135/1.2.2   临期提醒 (remind-5)         1  reminder     2018-12-25
  hn135/1.2.2   临期提醒 (remind-6)         1  reminder                 2018-12-25
  hn135/1.2.2   逾期督办 (overdue-10)       1  supervision  2019-01-15  2019-01-08    -7
  hn135/1.3.9   临期提醒 (remind-5)         1  reminder     2018-12-25
  hn135/1.3.9   临期提醒 (remind-6)         1  reminder                 2018-12-25
  $ duban rules simulate --rules new.yaml --compare old.yaml --until 2019-01-31 --format csv | head -3
  \xef\xbb\xbftask,rung,number,level,before,after,days\r (esc)
  hn135/1.1.1,remind-5,1,reminder,2018-12-25,,\r (esc)
  hn135/1.1.1,remind-6,1,reminder,,2018-12-25,\r (esc)
  $ duban rules simulate --rules new.yaml --compare old.yaml --until 2019-01-31 --format jsonl | head -1
  {"after":null,"before":"2018-12-25","days":null,"generation":1,"level":0,"occurrence":0,"relevelled":false,"rung":"remind-5","task":"hn135/1.1.1"}
  $ duban rules simulate --rules old.yaml --compare old.yaml --until 2019-01-31 | tail -1
  no rung comes at another time

Back: the rules in force change nothing, others do.

  $ duban rules simulate --rules old.yaml --backtest
  7 commands on 57 tasks: 0 would have been refused, 0 of them after an earlier refusal; 0 escalations differ
  $ duban rules simulate --rules new.yaml --backtest | head -30
  7 commands on 57 tasks: 2 would have been refused, 1 of them after an earlier refusal; 66 escalations differ
  
  task         day         event   actor     code     reason                                                               remarks
  hn135/1.2.3  2017-12-20  report  省安监局  missing  'report' of hn135/1.2.3 lacks: evidence (rules.yaml:40 asks for it)
  hn135/1.2.3  2017-12-25  verify  督查一处  state    a task that is in_progress cannot take 'verify'                      follows
  
  rung                          before  after
  建议通报 (circular)              230    239
  逾期催办 (overdue)                18     19
  逾期督办 (overdue-10)             18     19
  协办未反馈 (owing)                17     17
  到期前三十日提醒 (remind-30)      19     19
  临期提醒 (remind-5)               18      0
  临期提醒 (remind-6)                0     19
  久无进展 (silent)                  7      7
  迟迟不签收 (unstarted)           338    338
  
  task          rung                   number  level              before      after       days
  hn135/1.1.3   临期提醒 (remind-5)         1  reminder           2017-07-03
  hn135/1.1.3   临期提醒 (remind-6)         1  reminder                       2017-07-03
  hn135/1.1.3   逾期督办 (overdue-10)       1  supervision        2017-07-24  2017-07-17    -7
  hn135/1.2.1   临期提醒 (remind-5)         1  reminder           2017-07-03
  hn135/1.2.1   临期提醒 (remind-6)         1  reminder                       2017-07-03
  hn135/1.2.1   逾期督办 (overdue-10)       1  supervision        2017-07-24  2017-07-17    -7
  hn135/1.2.3   临期提醒 (remind-6)         1  reminder                       2017-12-25
  hn135/1.2.3   逾期催办 (overdue)          1  urging                         2018-01-01
  hn135/1.2.3   逾期督办 (overdue-10)       1  supervision                    2018-01-08
  hn135/1.2.3   建议通报 (circular)         1  circular proposed              2018-02-11
  hn135/1.2.3   建议通报 (circular)         2  circular proposed              2018-03-11
  hn135/1.2.3   建议通报 (circular)         3  circular proposed              2018-04-11
  $ duban rules simulate --rules new.yaml --backtest --lang zh | head -5
  57 项事项的 7 次办理：2 次会被拒绝，其中 1 次在前一次被拒之后；66 条提醒不同
  
  事项         日期        环节      经办人    代码      原因                                                                  备注
  hn135/1.2.3  2017-12-20  报结      省安监局  材料不全  hn135/1.2.3 '报结'还缺：佐证材料（--evidence）（依据 rules.yaml:40）
  hn135/1.2.3  2017-12-25  核验办结  督查一处  状态不符  事项'办理中'时不能办理'核验办结'                                      因前一次被拒
  $ duban rules simulate --rules new.yaml --backtest --format json | grep -o '"refused":\[.*\],"rungs"'
  "refused":[{"actor":"省安监局","day":"2017-12-20","event":"report","follows":false,"refusal":{"at":null,"code":"missing","message":"'report' of hn135/1.2.3 lacks: evidence","missing":["evidence"],"rule":"rules.yaml:40"},"seq":75,"task":"hn135/1.2.3"},{"actor":"督查一处","day":"2017-12-25","event":"verify","follows":true,"refusal":{"at":null,"code":"state","message":"a task that is in_progress cannot take 'verify'","rule":null},"seq":76,"task":"hn135/1.2.3"}],"rungs"

What is missing.

  $ duban rules simulate --rules new.yaml
  duban: say --until which day, or --backtest
  [2]
  $ duban rules simulate --rules gone.yaml --until 2019-01-31
  duban: gone.yaml cannot be read: No such file or directory
  [2]
  $ sed 's/lead/laed/' new.yaml > slips.yaml
  $ duban rules simulate --rules slips.yaml --until 2019-01-31 2>&1 | head -1
  slips.yaml:35:29: error: unknown role 'laed'; did you mean 'lead'?
