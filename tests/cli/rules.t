What `rules check` says of a rule file: all that is wrong, in the file's order, each with its place.

  $ cp $DUBAN_SOURCE/config/rules/default.yaml default.yaml
  $ duban rules check default.yaml
  default.yaml is valid: rules 'default' version 1, 20 events, 10 rungs, 1 overrides
  $ duban rules check default.yaml --lang zh
  default.yaml 有效：规则 'default' 第 1 版，环节 20 个，督办级别 10 个，例外 1 条
  $ duban rules check default.yaml --format json
  {"escalations":10,"overrides":1,"rules":"default","transitions":20,"version":1}

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
  unknown.yaml:12:1: error: unknown key 'holidays'; known here: rules, version, timezone, calendar, transitions, deadlines, escalations, overrides
    12 | holidays: cn
       | ^~~~~~~~
  unknown.yaml:47:5: error: unknown key 'limits'; did you mean 'limit'?
    47 |     limits: 2
       |     ^~~~~~
  [2]
  $ duban rules check unknown.yaml --lang zh
  unknown.yaml:12:1: 错误: 没有键 'holidays'；这里可用：rules、version、timezone、calendar、transitions、deadlines、escalations、overrides
    12 | holidays: cn
       | ^~~~~~~~
  unknown.yaml:47:5: 错误: 没有键 'limits'；是否指 'limit'？
    47 |     limits: 2
       |     ^~~~~~
  [2]
