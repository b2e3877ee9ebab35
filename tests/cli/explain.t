What can be done with a task, who may, what is missing, and what would change the answer.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ export DUBAN_ACTOR=督查一处
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 > read
  $ duban start 1.3.11 --as 省经信委 --at 2017-03-01 > started

One step that the lifecycle does not have from here: the shortest way to it.

  $ duban explain 1.3.11 --event verify | sed '/^Timers/,$d'
  hn135/1.3.11  in_progress  green  due 2018-12-31 (wd 12-29)
  
  verify
    who     coordinator: 省安委办, 省政府督查室, 督查一处, 督查二处 (rules.yaml:52)
    but     a task that is in_progress cannot take 'verify'
    helps   first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局); with --note
    you     a task that is in_progress cannot take 'verify'
  
  $ duban explain 1.3.11 --event verify --lang zh | sed '/^已到时限/,$d'
  hn135/1.3.11  办理中  绿  时限 2018-12-31（工作日12-29）
  
  核验办结 (verify)
    可办    督查单位：省安委办、省政府督查室、督查一处、督查二处 (rules.yaml:52)
    但      事项'办理中'时不能办理'核验办结'
    办法    先由省经信委办理'报结'（--note、--evidence、--without 省公安厅 --without 省安监局 --without 省保监局）；附 --note
    本人    事项'办理中'时不能办理'核验办结'
  

One that it has; somebody who may not asks, and is told who may.

  $ duban explain 1.3.11 --event report --as 省教育厅 | sed '/^Timers/,$d'
  hn135/1.3.11  in_progress  green  due 2018-12-31 (wd 12-29)
  
  report -> reported
    who     lead: 省经信委 (rules.yaml:39)
    needs   note (rules.yaml:40), evidence (rules.yaml:40), contributions of 省公安厅, 省安监局, 省保监局 (rules.yaml:40)
    you     'report' is for the lead; 省教育厅 is not that on hn135/1.3.11 (rules.yaml:39 asks for it)
    helps   as 省经信委; with --note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局, or first excuse by 省政府督查室 (--note, --co 省公安厅 --co 省安监局 --co 省保监局); as 省经信委; with --note, --evidence
  
  $ duban explain 1.3.11 --event nightly
  duban: --event takes the name of a step, such as report; not 'nightly'
  [2]
  $ duban explain 1.3.11 --event reports
  duban: --event takes the name of a step, such as report; not 'reports'
  [2]

All that is not possible now.

  $ duban explain 1.3.11 | sed -n '/^not while/,/^$/p'
  not while it is in_progress:
  not now   helps
  start     first reassign by 省安委办 (--note, --to 湖南省人民政府); as 湖南省人民政府
  withdraw  first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局); with --note
  verify    first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局); with --note
  return    first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局); with --note
  resume    first suspend by 省安委办 (--note, --until 2017-03-02)
  miss      no step, no other option and no rule would make it possible
  reopen    first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局); then verify by 省安委办 (--note); with --note, --due 2019-01-01
  conclude  no step, no other option and no rule would make it possible
  
  $ duban explain 1.3.11 --lang zh | sed -n '/时不能办理/,/^$/p'
  '办理中'时不能办理：
  暂不能办           办法
  签收 (start)       先由省安委办办理'调整牵头单位'（--note、--to 湖南省人民政府）；由湖南省人民政府办理
  撤回 (withdraw)    先由省经信委办理'报结'（--note、--evidence、--without 省公安厅 --without 省安监局 --without 省保监局）；附 --note
  核验办结 (verify)  先由省经信委办理'报结'（--note、--evidence、--without 省公安厅 --without 省安监局 --without 省保监局）；附 --note
  退回补办 (return)  先由省经信委办理'报结'（--note、--evidence、--without 省公安厅 --without 省安监局 --without 省保监局）；附 --note
  恢复 (resume)      先由省安委办办理'暂缓'（--note、--until 2017-03-02）
  记缺报 (miss)      无论先办什么、怎样填写或如何修改规则，都不能办理
  重新督办 (reopen)  先由省经信委办理'报结'（--note、--evidence、--without 省公安厅 --without 省安监局 --without 省保监局）；再由省安委办办理'核验办结'（--note）；附 --note、--due 2019-01-01
  结项 (conclude)    无论先办什么、怎样填写或如何修改规则，都不能办理
  

The timers behind and ahead, each with its sum: at a day to come if nobody acts, and as they stood.

  $ duban explain 1.3.11 --event start --at 2019-01-16 | sed -n '/^Timers behind/,$p'
  Timers behind
  day         timer             counted                            level        to                          remarks
  2017-02-08  迟迟不签收        assigned 2017-01-20 + 10wd         urging       lead, coordinator           skips 01-27...02-02, make-up work 01-22, 02-04
  2017-02-22  迟迟不签收        assigned 2017-01-20 + 10wd + 10wd  urging       lead, coordinator           skips 01-27...02-02, make-up work 01-22, 02-04
  2017-06-01  久无进展          heard 2017-03-01 + 3mo             urging       lead, coordinator           not yet recorded
  2017-07-01  久无进展          heard 2017-03-01 + 3mo + 1mo       urging       lead, coordinator           not yet recorded
  2017-08-01  久无进展          heard 2017-03-01 + 3mo + 2mo       urging       lead, coordinator           not yet recorded
  2017-09-01  久无进展          heard 2017-03-01 + 3mo + 3mo       urging       lead, coordinator           not yet recorded
  2017-10-01  久无进展          heard 2017-03-01 + 3mo + 4mo       urging       lead, coordinator           not yet recorded
  2017-11-01  久无进展          heard 2017-03-01 + 3mo + 5mo       urging       lead, coordinator           not yet recorded
  2017-12-01  久无进展          heard 2017-03-01 + 3mo + 6mo       urging       lead, coordinator           not yet recorded
  2018-01-01  久无进展          heard 2017-03-01 + 3mo + 7mo       urging       lead, coordinator           not yet recorded
  2018-02-01  久无进展          heard 2017-03-01 + 3mo + 8mo       urging       lead, coordinator           not yet recorded
  2018-03-01  久无进展          heard 2017-03-01 + 3mo + 9mo       urging       lead, coordinator           not yet recorded
  2018-04-01  久无进展          heard 2017-03-01 + 3mo + 10mo      urging       lead, coordinator           not yet recorded
  2018-05-01  久无进展          heard 2017-03-01 + 3mo + 11mo      urging       lead, coordinator           not yet recorded
  2018-06-01  久无进展          heard 2017-03-01 + 3mo + 12mo      urging       lead, coordinator           not yet recorded
  2018-12-01  到期前三十日提醒  due 2018-12-31 - 30d               reminder     lead, missing               not yet recorded
  2018-12-18  协办未反馈        due 2018-12-31 - 10wd              reminder     missing, lead               not yet recorded, skips 12-30...01-01, make-up work 12-29
  2018-12-25  临期提醒          due 2018-12-31 - 5wd               reminder     lead, missing               not yet recorded, skips 12-30...01-01, make-up work 12-29
  2019-01-01  deadline          2018-12-31 + 1d
  2019-01-01  逾期催办          due 2018-12-31 + 1d                urging       lead, missing, coordinator  open, not yet recorded
  2019-01-15  逾期督办          due 2018-12-31 + 10wd              supervision  lead, coordinator           open, not yet recorded, skips 12-30...01-01
  
  Timers ahead
  day         timer     counted                level              to                           rule            remarks
  2019-02-15  建议通报  due 2018-12-31 + 30wd  circular proposed  lead, superior, coordinator  rules.yaml:111  number 1 of 13, skips 12-30...01-01, 02-04...02-10, make-up work 02-02, 02-03
  $ duban explain 1.3.11 --event start --at 2017-02-10
  hn135/1.3.11  assigned  yellow  due 2018-12-31 (wd 12-29)
  
  start -> in_progress
    who     lead: 省经信委 (rules.yaml:35)
    you     'start' is for the lead; 督查一处 is not that on hn135/1.3.11 (rules.yaml:35 asks for it)
    helps   as 省经信委
  
  Timers behind
  day         timer       counted                     level   to                 remarks
  2017-02-08  迟迟不签收  assigned 2017-01-20 + 10wd  urging  lead, coordinator  open, not yet recorded, skips 01-27...02-02, make-up work 01-22, 02-04
  
  Timers ahead
  day         timer             counted                                level              to                           rule            remarks
  2017-02-22  迟迟不签收        assigned 2017-01-20 + 10wd + 1 x 10wd  urging             lead, coordinator            rules.yaml:94   number 2 of 6, skips 01-27...02-02, make-up work 01-22, 02-04
  2018-12-01  到期前三十日提醒  due 2018-12-31 - 30d                   reminder           lead, missing                rules.yaml:100
  2018-12-18  协办未反馈        due 2018-12-31 - 10wd                  reminder           missing, lead                rules.yaml:102  skips 12-30...01-01, make-up work 12-29
  2018-12-25  临期提醒          due 2018-12-31 - 5wd                   reminder           lead, missing                rules.yaml:104  skips 12-30...01-01, make-up work 12-29
  2019-01-01  deadline          2018-12-31 + 1d
  2019-01-01  逾期催办          due 2018-12-31 + 1d                    urging             lead, missing, coordinator   rules.yaml:107  only while overdue
  2019-01-15  逾期督办          due 2018-12-31 + 10wd                  supervision        lead, coordinator            rules.yaml:109  only while overdue, skips 12-30...01-01
  2019-02-15  建议通报          due 2018-12-31 + 30wd                  circular proposed  lead, superior, coordinator  rules.yaml:111  only while overdue, number 1 of 13, skips 12-30...01-01, 02-04...02-10, make-up work 02-02, 02-03
  $ duban explain 1.3.11 --event start --at 2018-12-20 --lang zh | sed -n '/^后续时限/,$p'
  后续时限
  日期        时限项    推算                          级别      对象                                规则            备注
  2018-12-25  临期提醒  时限 2018-12-31 前5个工作日   提醒      牵头单位、欠报的协办单位            rules.yaml:104  跳过 12-30...01-01、补班 12-29
  2019-01-01  逾期      2018-12-31 后1天
  2019-01-01  逾期催办  时限 2018-12-31 后1天         催办      牵头单位、欠报的协办单位、督查单位  rules.yaml:107  仅限逾期时
  2019-01-15  逾期督办  时限 2018-12-31 后10个工作日  督办      牵头单位、督查单位                  rules.yaml:109  仅限逾期时、跳过 12-30...01-01
  2019-02-15  建议通报  时限 2018-12-31 后30个工作日  建议通报  牵头单位、牵头单位的上级、督查单位  rules.yaml:111  仅限逾期时、第 1 次，共 13 次、跳过 12-30...01-01、02-04...02-10、补班 02-02、02-03

The sentence of a refusal ends in what is to be done, where it does not say so already.

  $ duban verify 1.3.11 --note 已核
  duban: hn135/1.3.11 stays in_progress: a task that is in_progress cannot take 'verify'; to do: first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局)
  [1]
  $ duban verify 1.3.11 --note 已核 --lang zh
  duban: hn135/1.3.11 仍为办理中：事项'办理中'时不能办理'核验办结'；可行办法：先由省经信委办理'报结'（--note、--evidence、--without 省公安厅 --without 省安监局 --without 省保监局）
  [1]
  $ duban report 1.3.11 --note 完成 --as 省教育厅
  duban: 'report' is for the lead; 省教育厅 is not that on hn135/1.3.11 (rules.yaml:39 asks for it); to do: as 省经信委; with --evidence, --without 省公安厅 --without 省安监局 --without 省保监局, or first excuse by 省政府督查室 (--note, --co 省公安厅 --co 省安监局 --co 省保监局); as 省经信委; with --evidence
  [1]
  $ duban report 1.3.11 --note 完成
  duban: 'report' is for the lead; 督查一处 is not that on hn135/1.3.11 (rules.yaml:39 asks for it); to do: with --evidence, --without 省公安厅 --without 省安监局 --without 省保监局, --for 省经信委, or first excuse by 省政府督查室 (--note, --co 省公安厅 --co 省安监局 --co 省保监局); with --evidence, --for 省经信委, or as 省经信委; with --evidence, --without 省公安厅 --without 省安监局 --without 省保监局
  [1]
  $ duban miss 1.3.11 --note 缺报
  duban: hn135/1.3.11 stays in_progress: a task that is in_progress cannot take 'miss'
  [1]
  $ duban suspend 1.3.11 --note 等待 --until 2018-12-31
  duban: suspend hn135/1.3.11 until 2017-08-21 at the latest: 120wd in all (rules.yaml:60 asks for it)
  [1]
  $ duban request-extension 1.3.11 --as 省经信委 --note 推迟 --due 2019-06-30 > asked
  $ duban request-extension 1.3.11 --as 省经信委 --note 推迟 --due 2019-12-31
  duban: hn135/1.3.11 stays in_progress: a request for 2019-06-30 is pending; one at a time; to do: first grant-extension by 省安委办 (--note), or first deny-extension by 省安委办 (--note), or first amend by 省安委办 (--note, --due 2019-01-01)
  [1]

Where only other rules would do, it is the line of the rule file.

  $ sed '/^  cancel:/d' $DUBAN_SOURCE/config/rules/default.yaml > few.yaml
  $ duban rules activate few.yaml --as $(id -un) > activated
  $ duban cancel 1.3.11 --note 不办
  duban: hn135/1.3.11 stays in_progress: the rules do not list 'cancel' (rules.yaml asks for it); to do: an admin lists 'cancel' in rules.yaml
  [1]
  $ duban cancel 1.3.11 --note 不办 --lang zh
  duban: hn135/1.3.11 仍为办理中：规则未启用'撤销督办'（依据 rules.yaml）；可行办法：由管理员在 rules.yaml 中列出'撤销督办'
  [1]

What JSON has as `change` are lines for `apply`, which make the answer another.

  $ duban verify 1.3.11 --note 已核 --format json 2> refused > printed
  [1]
  $ echo 报告 > FILE
  $ python3 -c 'import json; print(*map(json.dumps, json.load(open("refused"))["error"]["change"]["steps"]), sep="\n")' > steps.jsonl
  $ duban apply steps.jsonl | sed 's/"seq":[0-9]*/"seq":…/'
  {"ok":true,"seq":…,"state":"reported"}
  {"ok":true,"seq":…,"state":"verified"}
  $ duban audit replay | sed 's/^[0-9]* entries/… entries/'
  … entries, 57 tasks: the tables are what the log says
