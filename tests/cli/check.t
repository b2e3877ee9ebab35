What `rules check` proves of a rule file (docs/proof.md), and what shows where one is flawed.

  $ flawed=$DUBAN_SOURCE/tests/data/rules/flawed
  $ cp $DUBAN_SOURCE/config/rules/default.yaml $flawed/no_storm/two_days.yaml $flawed/bounded/no_max.yaml .
  $ duban rules check default
  default is valid: rules 'default' version 1, 22 events, 10 rungs, 1 overrides
  5 kinds of tasks, 711 states:
    1  holds  from every state a task can come to its end
    2  holds  nobody judges the own work, and somebody else can
    3  holds  nobody can be silent, and the ladder only rises: within 394 days
    4  holds  every event, rung and override takes effect
    5  holds  lead and co's cannot raise a storm: at most 54 in a year, 60 are allowed: undecided 延期申请未答复 x 49, overdue 逾期催办 x 1, owing 协办未反馈 x 1, remind-30 到期前三十日提醒 x 1, remind-5 临期提醒 x 1, unstarted 迟迟不签收 x 1
    6  holds  every rung has someone to hear it
    7  holds  no deadline is put off for ever: at most 2 extensions, and 120wd of suspension
    8  holds  whoever hears a rung can act
  $ duban rules check strict --lang zh
  strict 有效：规则 'strict' 第 1 版，环节 22 个，督办级别 10 个，例外 0 条
  事项 5 类，状态 383 个：
    1  成立  任何状态下事项都能办结
    2  成立  无人核验自己经手的事，且总有他人可核验
    3  成立  无人能久无声息，督办逐级加重：59 天内
    4  成立  每个环节、级别和例外都起作用
    5  成立  牵头、协办单位不能引发大量提醒：一年至多 40 次，允许 60 次：unverified 报结未核验 x 21, circular 建议通报 x 11, undecided 延期申请未答复 x 2, lingering 久拖不决 x 1, overdue 逾期催办 x 1, overdue-10 逾期督办 x 1, owing 协办未反馈 x 1, remind-30 到期前三十日提醒 x 1, unstarted 迟迟不签收 x 1
    6  成立  每一级都有人收到
    7  成立  时限不能无限期推迟：延期至多 1 次，暂缓累计至多 60个工作日
    8  成立  收到提醒的人能够办理
  $ duban rules check three-colour --format json
  {"escalations":9,"overrides":2,"proof":{"complete":true,"flaws":[],"kinds":10,"properties":[{"explored":true,"holds":true,"name":"ends","number":1},{"explored":true,"holds":true,"name":"duties","number":2},{"explored":true,"holds":true,"name":"heard","number":3},{"explored":true,"holds":true,"name":"alive","number":4},{"explored":true,"holds":true,"name":"no_storm","number":5},{"explored":true,"holds":true,"name":"audience","number":6},{"explored":true,"holds":true,"name":"bounded","number":7},{"explored":true,"holds":true,"name":"answerable","number":8}],"put_off":{"extensions":2,"suspended":"120wd"},"silence":{"after_due":null,"days":386},"states":3182,"storm":{"allowed":60,"most":35,"rungs":{"blue":1,"circular":11,"lingering":2,"red":1,"undecided":2,"unstarted":1,"unverified":16,"yellow":1}},"warnings":[]},"rules":"three-colour","transitions":22,"version":1}

A flaw: its line, and the shortest story that shows it.

  $ cp $flawed/duties/reporter_may_verify.yaml rules.yaml
  $ duban rules check rules.yaml --stories flaws.test.yaml
  rules.yaml is valid: rules 'flawed' version 1, 20 events, 9 rungs, 0 overrides
  5 kinds of tasks, 711 states:
    1  holds  from every state a task can come to its end
    2  fails  nobody judges the own work, and somebody else can
    3  holds  nobody can be silent, and the ladder only rises: within 90 days
    4  holds  every event, rung and override takes effect
    5  holds  lead and co's cannot raise a storm: at most 53 in a year, 60 are allowed: undecided x 49, overdue x 1, owing x 1, remind x 1, unstarted x 1
    6  holds  every rung has someone to hear it
    7  holds  no deadline is put off for ever: at most 2 extensions, and 120wd of suspension
    8  holds  whoever hears a rung can act
  rules.yaml:14:32: property 2: 'verify' may be done by whoever recorded the report
    14 |   verify: { by: [coordinator], forbid: [lead] }  # <- here
       |                                ^~~~~~
      2018-01-02  assign  due 2019-01-01; lead 省编办; co 省发改委  assigned
      2018-01-02  督查一处 for 省编办  report  owing: 省发改委; evidence: file-0-0.pdf  assigned -> reported
      2018-01-02  督查一处  verify  reported -> verified
  [1]
  $ duban rules check rules.yaml --lang zh | tail -9
    6  成立  每一级都有人收到
    7  成立  时限不能无限期推迟：延期至多 2 次，暂缓累计至多 120个工作日
    8  成立  收到提醒的人能够办理
  rules.yaml:14:32: 性质 2: 报结经手人自己可以 '核验办结'
    14 |   verify: { by: [coordinator], forbid: [lead] }  # <- here
       |                                ^~~~~~
      2018-01-02  交办  时限 2019-01-01；牵头单位 省编办；协办单位 省发改委  待签收
      2018-01-02  督查一处（代省编办）  报结  欠报：省发改委；佐证材料：file-0-0.pdf  待签收 -> 待核验
      2018-01-02  督查一处  核验办结  待核验 -> 已办结
  $ duban rules check rules.yaml --format json | grep -o '"flaws":.*'
  "flaws":[{"at":"rules.yaml:14:32","message":"'verify' may be done by whoever recorded the report","property":"duties","story":["2018-01-02  assign  due 2019-01-01; lead 省编办; co 省发改委  assigned","2018-01-02  督查一处 for 省编办  report  owing: 省发改委; evidence: file-0-0.pdf  assigned -> reported","2018-01-02  督查一处  verify  reported -> verified"],"subject":"verify"}],"kinds":5,"properties":[{"explored":true,"holds":true,"name":"ends","number":1},{"explored":true,"holds":false,"name":"duties","number":2},{"explored":true,"holds":true,"name":"heard","number":3},{"explored":true,"holds":true,"name":"alive","number":4},{"explored":true,"holds":true,"name":"no_storm","number":5},{"explored":true,"holds":true,"name":"audience","number":6},{"explored":true,"holds":true,"name":"bounded","number":7},{"explored":true,"holds":true,"name":"answerable","number":8}],"put_off":{"extensions":2,"suspended":"120wd"},"silence":{"after_due":null,"days":90},"states":711,"storm":{"allowed":60,"most":53,"rungs":{"overdue":1,"owing":1,"remind":1,"undecided":49,"unstarted":1}},"warnings":[]},"rules":"flawed","transitions":20,"version":1}

The story, as authors of rules write one.

  $ cat flaws.test.yaml
  rules: "rules.yaml"
  scenarios:
    - name: "1 duties: 'verify' may be done by whoever recorded the report"
      task: { key: "p/9.9.99", lead: 省编办, co: [省发改委], due: 2019-01-01 }
      assigned: 2018-01-02
      steps:
        - { at: 2018-01-02, as: 督查一处, do: report, note: 以此为证, without: [省发改委], for: 省编办, evidence: ["file-0-0.pdf"], expect: { state: reported } }
        - { at: 2018-01-02, as: 督查一处, do: verify, note: 以此为证, expect: { state: verified, raised: [] } }
  $ duban rules test flaws.test.yaml
  flaws.test.yaml: 1 scenarios, each as it should be
  rules.yaml: 1 of 80 transitions, refusals, rungs and overrides touched; --coverage lists the others

Of a long story the beginning and the end.

  $ duban rules check two_days.yaml | tail -26 | cut -c 1-110
       |                      ^~
      2018-01-02  assign  due 2019-01-12; lead 省编办; co 省发改委  assigned
      2018-01-02  省编办  request-extension  due 2019-01-22  assigned
      2018-01-04  escalate  urging undecided of 2018-01-04, to coordinator
      2018-01-04  省编办  report  owing: 省发改委; evidence: file-0-0.pdf  assigned -> reported
      2018-01-04  省编办  withdraw  reported -> in_progress
      2018-01-04  省编办  request-extension  due 2019-01-22  in_progress
      2018-01-08  escalate  urging undecided of 2018-01-08, to coordinator
      2018-01-08  省编办  report  owing: 省发改委  in_progress -> reported
      2018-01-08  省编办  withdraw  reported -> in_progress
      2018-01-08  省编办  request-extension  due 2019-01-22  in_progress
      2018-01-10  escalate  urging undecided of 2018-01-10, to coordinator
      2018-01-10  省编办  report  owing: 省发改委  in_progress -> reported
      ... 495 more
      2019-01-04  省编办  request-extension  due 2019-01-22  in_progress
      2019-01-08  escalate  urging undecided of 2019-01-08, to coordinator
      2019-01-08  省编办  report  owing: 省发改委  in_progress -> reported
      2019-01-08  省编办  withdraw  reported -> in_progress
      2019-01-08  省编办  request-extension  due 2019-01-22  in_progress
      2019-01-10  escalate  urging undecided of 2019-01-10, to coordinator
      2019-01-10  省编办  report  owing: 省发改委  in_progress -> reported
      2019-01-10  省编办  withdraw  reported -> in_progress
      2019-01-10  省编办  request-extension  due 2019-01-22  in_progress
      2019-01-13  deadline  due 2019-01-12  in_progress -> overdue
      2019-01-13  escalate  urging overdue of 2019-01-13, to lead, missing, coordinator
      2019-01-14  escalate  urging undecided of 2019-01-14, to coordinator

Rules that are sound for one office may not be for another.

  $ duban rules check default.yaml --directory $flawed/directories/one_coordinator.yaml | grep 'fails\|property'
    2  fails  nobody judges the own work, and somebody else can
  default.yaml:52:26: property 2: of 省公安厅 nobody may do 'verify': whoever records the paper, no other person is left
  default.yaml:56:41: property 2: of 省公安厅 nobody may do 'grant-extension': whoever records the paper, no other person is left

What is flawed is not put in force.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban rules activate ../rules.yaml
  ../rules.yaml:14:32: property 2: 'verify' may be done by whoever recorded the report
    14 |   verify: { by: [coordinator], forbid: [lead] }  # <- here
       |                                ^~~~~~
      2018-01-02  assign  due 2019-01-01; lead 省编办; co 省发改委  assigned
      2018-01-02  督查一处 for 省编办  report  owing: 省发改委; evidence: file-0-0.pdf  assigned -> reported
      2018-01-02  督查一处  verify  reported -> verified
  duban: ../rules.yaml is not put in force: it breaks property 2, see duban rules check
  [1]
  $ duban rules check ../no_max.yaml | grep -v holds
  ../no_max.yaml is valid: rules 'flawed' version 1, 20 events, 9 rungs, 0 overrides
  5 kinds of tasks, 711 states:
    7  fails  no deadline is put off for ever
  ../no_max.yaml:22:14: property 7: a task can be suspended without end: 'suspend' has no 'max'
    22 |   suspend: { by: [coordinator], forbid: [lead] }  # <- here
       |              ^~
      2018-01-02  assign  due 2019-01-01; lead 省编办; co 省发改委  assigned
      2018-01-02  督查一处  suspend  until 2118-01-03  assigned -> suspended

Nor does a new workspace begin with it.

  $ duban init ../new --rules ../no_max.yaml 2>&1 | tail -1
  duban: ../no_max.yaml is not put in force: it breaks property 7, see duban rules check
  $ ls -d ../new* 2>/dev/null
  [2]

What does not load is not proved.

  $ echo 'rules: none' > ../none.yaml
  $ duban rules check ../none.yaml
  duban: ../none.yaml: 'version' is missing
  duban: ../none.yaml: 'timezone' is missing
  duban: ../none.yaml: 'calendar' is missing
  duban: ../none.yaml: 'transitions' is missing
  [2]
  $ duban rules check default --directory ../none.yaml
  duban: ../none.yaml: 'departments' is missing
  ../none.yaml:1:1: error: unknown key 'rules'; known here: departments, actors, grants
    1 | rules: none
      | ^~~~~
  [2]
  $ duban rules check default --stories /nowhere/flaws.test.yaml
  duban: /nowhere/flaws.test.yaml cannot be written: No such file or directory
  [3]
