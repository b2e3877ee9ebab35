What admins keep: rules, calendar, departments, actors, plans. A normal workspace.

  $ now='2017-01-20 01:00:00'; duban() { faketime -f "$now" duban "$@"; }
  $ duban init office > made
  $ cd office
  $ me=$(id -un)
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > imported

Rules: check, activate, show.

  $ duban rules show > rules.yaml
  $ duban rules check rules.yaml
  rules.yaml is valid: rules 'default' version 1, 22 events, 10 rungs, 1 overrides
  5 kinds of tasks, 711 states:
    1  holds  from every state a task can come to its end
    2  holds  nobody judges the own work, and somebody else can
    3  holds  nobody can be silent, and the ladder only rises: within 394 days
    4  holds  every event, rung and override takes effect
    5  holds  lead and co's cannot raise a storm: at most 54 in a year, 60 are allowed: undecided 延期申请未答复 x 49, overdue 逾期催办 x 1, owing 协办未反馈 x 1, remind-30 到期前三十日提醒 x 1, remind-5 临期提醒 x 1, unstarted 迟迟不签收 x 1
    6  holds  every rung has someone to hear it
    7  holds  no deadline is put off for ever: at most 2 extensions, and 120wd of suspension
    8  holds  whoever hears a rung can act
  $ duban rules activate rules.yaml --as $me
  it is in force already: nothing has changed
  $ sed 's/level: 1/level: 2/' rules.yaml > stricter.yaml
  $ duban rules activate stricter.yaml --as 督查一处 2>&1 | sed "s/($(id -un))/(ME)/"
  duban: 'activate' is for the admin (ME); 督查一处 is none
  $ now='2017-02-28 17:00:00'
  $ duban rules activate stricter.yaml --as $me | sed 's/basis [0-9a-f]*, before [0-9a-f]*/basis …, before …/'
  in force: basis …, before …; 114 timers fired under the old one, 0 of 57 live tasks have another next timer, 0 escalations raised
  
  rung                    armed  lapsed  moved  changed
  逾期催办 (overdue)          -       -      -       57
  迟迟不签收 (unstarted)      -       -      -       57
  $ duban rules show | cmp - stricter.yaml
  $ sed 's/by: \[lead\]/by: [laed]/; s/transitions:/transitons:/' rules.yaml > slips.yaml
  $ duban rules check slips.yaml | head -3
  slips.yaml:32:1: error: unknown key 'transitons'; did you mean 'transitions'?
    32 | transitons:
       | ^~~~~~~~~~
  $ duban rules check missing.yaml
  duban: missing.yaml cannot be read: No such file or directory
  [2]

The calendar: years replace years.

  $ duban calendar show 2018 | cut -c 1-60
  year  working days  days off                                
  2018           250  2018-01-01, 2018-02-15, 2018-02-16, 2018
  $ sed 's/"2018-02-15",//' $DUBAN_SOURCE/config/calendars/cn/2018.json > 2018.json
  $ duban calendar activate 2018.json --as $me | sed 's/basis [0-9a-f]*, before [0-9a-f]*/basis …, before …/'
  in force: basis …, before …; 0 timers fired under the old one, 0 of 57 live tasks have another next timer, 0 escalations raised
  $ duban calendar show --format csv | grep ^2018
  2018,251,24,7\r (esc)
  $ duban calendar activate 2018.json 2018.json --as $me
  duban: the year 2018 is in 2018.json and in 2018.json
  [1]
  $ duban calendar activate $DUBAN_SOURCE/config/calendars/cn --as $me | sed 's/basis [0-9a-f]*, before [0-9a-f]*/basis …, before …/'
  in force: basis …, before …; 0 timers fired under the old one, 0 of 57 live tasks have another next timer, 0 escalations raised

Departments: a new one, another name for one, a house.

  $ duban department add 省应急厅 --alias 省应急管理厅 --housed-in 省安监局 --as $me > added
  $ duban department add 省应急厅 --superior 省政府 --as $me > added
  $ duban department show 省应急管理厅 --format json
  {"aliases":["省应急管理厅"],"department":"省应急厅","group":false,"housed_in":"省安监局","members":[],"superior":"湖南省人民政府"}
  $ duban department add 省应急厅 --alias 省教育厅 --as $me
  duban: 省教育厅 is a name of 省教育厅 already
  [1]
  $ duban department add 省应急厅 --superior 省应急厅 --as $me
  duban: 省应急厅 would be housed in, or subordinate to, itself
  [1]
  $ duban department show 无此单位
  duban: no department 无此单位 in the directory; an admin adds it with 'department add'
  [1]

Actors and grants.

  $ duban actor add 督查三处 --department 督查室 --name 李明 --as $me
  督查三处 may act
  $ duban actor grant 督查三处 --role auditor --as $me
  督查三处 is auditor now
  $ duban actor grant 督查三处 --role auditor --as $me
  duban: 督查三处 is auditor already
  [1]
  $ duban actor show 三处 --format json
  {"account":null,"actor":"督查三处","department":"省政府督查室","ended":null,"grants":[{"plan":null,"role":"coordinator","subject":"省政府督查室"},{"plan":null,"role":"auditor","subject":"督查三处"}],"name":"李明","person":null}
  $ duban actor revoke 督查三处 --role auditor --as $me --lang zh
  督查三处不再是审计
  $ duban actor grant 督查三处 --role boss --as $me
  duban: --role takes coordinator, auditor or admin, not 'boss'
  [2]
  $ duban actor revoke $me --role admin --as $me 2>&1 | sed "s/^duban: $me/duban: …/"
  duban: … is the last admin who can act; grant another first: somebody with an account

Plans.

  $ duban plan list
  plan   tasks  imported    file      title
  hn135     57  2017-01-20  plan.csv  湖南省安全生产“十三五”规划主要任务部门分工
  $ duban plan set hn135 --ends 2016-12-31 --as 督查一处
  duban: 2016-12-31 has passed; a plan ends today or later
  [1]
  $ duban plan set hn135 --ends 2017-04-30 --as 督查一处
  hn135 ends 2017-04-30; 17 open cycles got a new due date
  $ duban plan show hn135 --format json | grep -o '"ends":"[^"]*"'
  "ends":"2017-04-30"
  $ duban plan show nowhere
  duban: no plan nowhere
  [1]

Every change is an entry; replay knows them all.

  $ duban audit replay
  199 entries, 57 tasks: the tables are what the log says
