Three sheets, each with a time of its own from the day of the one before; and urgent matters.

  $ cat > plan.csv <<'EOF'
  > 序号,工作内容,责任单位,完成时限,紧急程度
  > 1,修订应急预案。,省公安厅,2018年6月底前,
  > 2,整改重大隐患。,省经信委,2018年6月底前,特急
  > EOF
  $ duban init office --rehearsal --at 2018-04-30 --rules three-colour > made
  $ cd office
  $ as() { duban "$@" --as 督查一处; }
  $ as import ../plan.csv --plan p --at 2018-05-02 | head -1
  p: 2 tasks; 2 departments named, 2 of them as lead
  $ duban start p/1 --as 省公安厅 --at 2018-05-03
  p/1  assigned -> in_progress  due 2018-06-30
  $ duban start p/2 --as 省经信委 --at 2018-05-03
  p/2  assigned -> in_progress  due 2018-06-30
  $ duban list --urgent
  task  light  state        due                    lead      title
  p/2   green  in_progress  2018-06-30 (wd 06-29)  省经信委  整改重大隐患
  $ duban show p/2 | grep 2018-06-30
  due             2018-06-30 (wd 06-29), urgent; the document says: 2018年6月底前
  2018-06-30  assign   2018-05-02 00:00  督查一处
  $ duban show p/2 --lang zh | grep 急件
  完成时限        2018-06-30（工作日06-29），急件；原文：2018年6月底前
  $ duban nightly --at 2018-07-03 | sed 's/root=.*/root=…/'
  2018-06-08  p/1  escalation '蓝色提示单' of level 0, reminder
  2018-06-25  p/1  escalation '黄色催办单' of level 1, urging
  2018-07-01  p/1  deadline  in_progress -> overdue
  2018-07-03  p/1  escalation '红色督办单' of level 2, supervision
  2018-06-08  p/2  escalation '黄色催办单' of level 1, urging
  2018-07-01  p/2  deadline  in_progress -> overdue
  2018-07-01  p/2  escalation '红色督办单' of level 2, supervision
  7 timers of 2 tasks: 2 deadlines passed, 5 escalations raised, 0 suspensions ended
  at=2018-07-02T16:00:00Z date=2018-07-03 fired=7 tasks=2 deadlines=2 escalations=5 resumed=0 left=0 size=14 root=…
  $ duban escalations
  task  day         level        rung        number  open  to                                                title
  p/1   2018-06-08  reminder     蓝色提示单       1  open  省公安厅                                          修订应急预案
  p/1   2018-06-25  urging       黄色催办单       1  open  省公安厅, 省安委办, 省政府督查室                  修订应急预案
  p/1   2018-07-03  supervision  红色督办单       1  open  省公安厅, 湖南省人民政府, 省安委办, 省政府督查室  修订应急预案
  p/2   2018-06-08  urging       黄色催办单       1  open  省经信委, 省安委办, 省政府督查室                  整改重大隐患
  p/2   2018-06-13  supervision  红色督办单       1  open  省经信委, 湖南省人民政府, 省安委办, 省政府督查室  整改重大隐患
  $ duban escalations --task p/1 --format jsonl | grep '"rung":"red"'
  {"anchor":"raised(yellow)","fires":"2018-07-03","generation":1,"late_armed":false,"level":2,"notify":["lead","superior","coordinator"],"occurrence":0,"raised":"2018-07-02T16:00:00Z","recorded":"2018-07-02T16:00:00Z","rung":"red","task":"p/1"}
  $ duban explain p/1 | grep circular
  2018-07-31  建议通报  raised(红色督办单) 2018-07-03 + 20wd  circular proposed  lead, superior, coordinator  rules.yaml:89  number 1 of 12
  $ duban explain p/1 --lang zh | grep 建议通报
  2018-07-31  建议通报  红色督办单 提示发出 2018-07-03 后20个工作日  建议通报  牵头单位、牵头单位的上级、督查单位  rules.yaml:89  第 1 次，共 12 次

A coordinator changes how urgent a matter is. What was raised stays raised, and is not raised again.

  $ as amend p/1 --urgent --note 省领导批示加急 --at 2018-07-04
  p/1  overdue  due 2018-06-30
  $ as amend p/1 --urgent --note 再批
  duban: p/1 is urgent already
  [1]
  $ as amend p/1 --urgent --not-urgent --note 再批
  duban: --urgent and --not-urgent exclude each other
  [2]
  $ as amend p/1 --not-urgent --at 2018-07-05
  duban: 'amend' of p/1 lacks: note (rules.yaml:50 asks for it)
  [1]
  $ as amend p/1 --note 改
  duban: 'amend' of p/1 lacks: change
  [1]
  $ echo '{"at":"2018-07-06","as":"督查一处","do":"amend","task":"p/2","not-urgent":true,"note":"解除"}' | duban apply - | sed 's/"seq":[0-9]*/"seq":…/'
  {"ok":true,"seq":…,"state":"overdue"}
  $ duban log --event amend
  entry  time              task  step   by        state    note            details
     14  2018-07-04 00:00  p/1   amend  督查一处  overdue  省领导批示加急  urgent
     15  2018-07-06 00:00  p/2   amend  督查一处  overdue  解除            no longer urgent
  $ duban log --event amend --format jsonl | grep -o '"data":{[^}]*}'
  "data":{"note":"省领导批示加急","urgent":true}
  "data":{"not-urgent":true,"note":"解除"}
  $ duban show p/2 --format json | grep -o '"urgent":[a-z]*'
  "urgent":true
  "urgent":false
  $ duban list --urgent --format csv --lang zh | cut -d, -f1,19
  ﻿事项,急件
  p/1,是
  $ duban audit replay
  17 entries, 2 tasks: the tables are what the log says
  $ duban audit check | sed 's/root=.*/root=…/'
  17 entries, 5 files: the log is whole and unaltered
  size=17 root=…

A backup holds all of it.

  $ duban backup ../office.tar > made
  $ duban restore ../office.tar ../again > restored
  $ duban --workspace ../again escalations --format jsonl > restored; duban escalations --format jsonl | cmp - restored
  $ duban --workspace ../again audit replay
  17 entries, 2 tasks: the tables are what the log says

What rests on what.

  $ duban rules show --cites
  line  rule                             rests on
        the file 'three-colour'          nothing
    19  start                            nothing
    20  progress                         nothing
    21  contribute                       nothing
    23  report                           nothing
    25  withdraw                         nothing
    27  request-extension                nothing
    31  remark                           nothing
    37  verify                           《政府督查工作条例》第十六条, 《政府督查工作条例》第十八条
    42  conclude                         《政府督查工作条例》第十六条, 《政府督查工作条例》第十八条
    46  return                           nothing
    47  excuse                           nothing
    48  grant-extension                  nothing
    49  deny-extension                   nothing
    50  amend                            nothing
    51  reassign                         nothing
    52  suspend                          nothing
    53  resume                           nothing
    54  miss                             nothing
    55  reopen                           nothing
    56  cancel                           nothing
    57  strike                           nothing
    58  undo                             nothing
    74  rung 迟迟不签收 (unstarted)      nothing
    76  rung 久无进展 (silent)           nothing
    79  rung 蓝色提示单 (blue)           nothing
    83  rung 黄色催办单 (yellow)         nothing
    86  rung 红色督办单 (red)            nothing
    89  rung 建议通报 (circular)         《政府督查工作条例》第二十一条
    94  rung 久拖不决 (lingering)        nothing
    97  rung 报结未核验 (unverified)     nothing
    99  rung 延期申请未答复 (undecided)  nothing
   105  exception                        nothing
   110  exception                        nothing
  3 of 34 rest on a text, 31 on nothing
  $ duban rules show strict --cites --lang zh | tail -3
  95  督办级别 报结未核验 (unverified)       无
  97  督办级别 延期申请未答复 (undecided)    无
  33 条中 4 条有文件依据，29 条没有
  $ duban rules show strict --cites --format jsonl | grep '"id":"verify"'
  {"cites":["《政府督查工作条例》第十六条","《政府督查工作条例》第十八条"],"id":"verify","kind":"transition","line":42,"override":null}
  $ duban rules show three-colour | cmp - $DUBAN_SOURCE/config/rules/three-colour.yaml
  $ duban rules check tree-colour
  duban: there is no file 'tree-colour', and no shipped rules of that name; shipped are: county, default, strict, three-colour
  [2]
