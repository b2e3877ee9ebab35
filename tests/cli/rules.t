What `rules check` says of a rule file: all that is wrong, in the file's order, each with its place.

  $ cp $DUBAN_SOURCE/config/rules/default.yaml default.yaml
  $ duban rules check default.yaml
  default.yaml is valid: rules 'default' version 1, 22 events, 10 rungs, 1 overrides
  5 kinds of tasks, 711 states:
    1  holds  from every state a task can come to its end
    2  holds  nobody judges the own work, and somebody else can
    3  holds  nobody can be silent, and the ladder only rises: within 394 days
    4  holds  every event, rung and override takes effect
    5  holds  lead and co's cannot raise a storm: at most 54 in a year, 60 are allowed: undecided 延期申请未答复 x 49, overdue 逾期催办 x 1, owing 协办未反馈 x 1, remind-30 到期前三十日提醒 x 1, remind-5 临期提醒 x 1, unstarted 迟迟不签收 x 1
    6  holds  every rung has someone to hear it
    7  holds  no deadline is put off for ever: at most 2 extensions, and 120wd of suspension
    8  holds  whoever hears a rung can act
  $ duban rules check default.yaml --lang zh
  default.yaml 有效：规则 'default' 第 1 版，环节 22 个，督办级别 10 个，例外 1 条
  事项 5 类，状态 711 个：
    1  成立  任何状态下事项都能办结
    2  成立  无人核验自己经手的事，且总有他人可核验
    3  成立  无人能久无声息，督办逐级加重：394 天内
    4  成立  每个环节、级别和例外都起作用
    5  成立  牵头、协办单位不能引发大量提醒：一年至多 54 次，允许 60 次：undecided 延期申请未答复 x 49, overdue 逾期催办 x 1, owing 协办未反馈 x 1, remind-30 到期前三十日提醒 x 1, remind-5 临期提醒 x 1, unstarted 迟迟不签收 x 1
    6  成立  每一级都有人收到
    7  成立  时限不能无限期推迟：延期至多 2 次，暂缓累计至多 120个工作日
    8  成立  收到提醒的人能够办理
  $ duban rules check default.yaml --format json
  {"escalations":10,"overrides":1,"proof":{"complete":true,"flaws":[],"kinds":5,"properties":[{"explored":true,"holds":true,"name":"ends","number":1},{"explored":true,"holds":true,"name":"duties","number":2},{"explored":true,"holds":true,"name":"heard","number":3},{"explored":true,"holds":true,"name":"alive","number":4},{"explored":true,"holds":true,"name":"no_storm","number":5},{"explored":true,"holds":true,"name":"audience","number":6},{"explored":true,"holds":true,"name":"bounded","number":7},{"explored":true,"holds":true,"name":"answerable","number":8}],"put_off":{"extensions":2,"suspended":"120wd"},"silence":{"after_due":null,"days":394},"states":711,"storm":{"allowed":60,"most":54,"rungs":{"overdue":1,"owing":1,"remind-30":1,"remind-5":1,"undecided":49,"unstarted":1}},"warnings":[]},"rules":"default","transitions":22,"version":1}

Six mistakes in one file, six answers.

  $ cat > six.yaml <<'END'
  > rules: six
  > version: 2
  > timezone: Asia/Shangai
  > calendar: cn
  > transitions:
  >   start: { by: [laed] }
  >   verify: { by: [coordinator], in: [assigned] }
  >   suspend: { by: [coordinator], max: 3mo }
  > escalations:
  >   - { id: overdue, at: due + 1day, in: [overdue], level: 1, notify: [lead] }
  > overrides:
  >   - match: { section: 1.3 }
  >     escalations: { overdue: { level: 2 } }
  > END
  $ duban rules check six.yaml
  six.yaml:3:11: error: unknown time zone 'Asia/Shangai'; names are such as Asia/Shanghai
    3 | timezone: Asia/Shangai
      |           ^~~~~~~~~~~~
  six.yaml:6:17: error: unknown role 'laed'; did you mean 'lead'?
    6 |   start: { by: [laed] }
      |                 ^~~~
  six.yaml:7:37: error: the lifecycle has no 'verify' from 'assigned'; it has it from: reported
    7 |   verify: { by: [coordinator], in: [assigned] }
      |                                     ^~~~~~~~
  six.yaml:8:38: error: '3mo' is no span of days; write a number and d, wd (working days) or w, such as 120wd
    8 |   suspend: { by: [coordinator], max: 3mo }
      |                                      ^~~
  six.yaml:10:30: error: '1day' is no span of time; write a number and d, wd (working days), w or mo, such as 10wd
    10 |   - { id: overdue, at: due + 1day, in: [overdue], level: 1, notify: [lead] }
       |                              ^~~~
  six.yaml:12:23: error: put it in quotes: section: "1.3"
    12 |   - match: { section: 1.3 }
       |                       ^~~
  [2]

The same six stop an activation; what is in force stays.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ duban --workspace office rules activate six.yaml 2>&1 | grep -c error
  6
  $ duban --workspace office rules show | cmp - default.yaml

A key twice: nobody has to guess which of the two holds.

  $ sed 's/^version: 1 .*/&\nversion: 2/' default.yaml > twice.yaml
  $ duban rules check twice.yaml
  twice.yaml:10:1: error: key 'version' stands here twice; the first is in line 9
    10 | version: 2
       | ^~~~~~~
  [2]

An unknown key: the nearest known one, or, where none is near, all.

  $ sed 's/limit: 2/limits: 2/; s/^calendar: cn .*/&\nholidays: cn/' default.yaml > unknown.yaml
  $ duban rules check unknown.yaml
  unknown.yaml:12:1: error: unknown key 'holidays'; known here: rules, version, timezone, calendar, storm, cites, transitions, deadlines, escalations, overrides
    12 | holidays: cn
       | ^~~~~~~~
  unknown.yaml:47:5: error: unknown key 'limits'; did you mean 'limit'?
    47 |     limits: 2
       |     ^~~~~~
  [2]
  $ duban rules check unknown.yaml --lang zh
  unknown.yaml:12:1: 错误: 没有键 'holidays'；这里可用：rules、version、timezone、calendar、storm、cites、transitions、deadlines、escalations、overrides
    12 | holidays: cn
       | ^~~~~~~~
  unknown.yaml:47:5: 错误: 没有键 'limits'；是否指 'limit'？
    47 |     limits: 2
       |     ^~~~~~
  [2]
