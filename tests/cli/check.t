What `rules check` proves of a rule file (docs/proof.md), and what shows where one is flawed.

  $ flawed=$DUBAN_SOURCE/tests/data/rules/flawed
  $ cp $DUBAN_SOURCE/config/rules/default.yaml $flawed/no_storm/two_days.yaml $flawed/bounded/no_max.yaml .
  $ duban rules check default
  duban: default cannot be read: No such file or directory
  [2]
  $ duban rules check strict --lang zh
  duban: 无法读取 strict：No such file or directory
  [2]
  $ duban rules check three-colour --format json
  {"error":{"at":null,"code":"bad-file","message":"three-colour cannot be read: No such file or directory","rule":null}}
  [2]

A flaw: its line, and the shortest story that shows it.

  $ cp $flawed/duties/reporter_may_verify.yaml rules.yaml
  $ duban rules check rules.yaml --stories flaws.test.yaml
  duban: there is no option --stories
  [2]
  $ duban rules check rules.yaml --lang zh | tail -9
  rules.yaml 有效：规则 'flawed' 第 1 版，环节 20 个，督办级别 9 个，例外 0 条
  $ duban rules check rules.yaml --format json | grep -o '"flaws":.*'
  [1]

The story, as authors of rules write one.

  $ cat flaws.test.yaml
  cat: flaws.test.yaml: No such file or directory
  [1]
  $ duban rules test flaws.test.yaml
  duban: there is no command 'test'; duban --help lists them all
  [2]

Of a long story the beginning and the end.

  $ duban rules check two_days.yaml | tail -26 | cut -c 1-110
  two_days.yaml is valid: rules 'flawed' version 1, 20 events, 9 rungs, 0 overrides

Rules that are sound for one office may not be for another.

  $ duban rules check default.yaml --directory $flawed/directories/one_coordinator.yaml | grep 'fails\|property'
  duban: 'duban rules check' takes no --directory
  [1]

What is flawed is not put in force.

  $ duban init office --rehearsal --at 2017-01-20 > made
  /work/main/config/rules/default.yaml:52:77: error: unknown key 'cites'; known here: by, in, forbid, require, limit, max
    52 |     { by: [coordinator], forbid: [lead, reporter], require: { note: true }, cites: 《政府督查工作条例》第十八条 }
       |                                                                             ^~~~~
  /work/main/config/rules/default.yaml:107:69: error: unknown key 'cites'; known here: id, at, in, level, notify, repeat, when
    107 |   - { id: circular,   at: due + 30wd,      in: [overdue], level: 3, cites: 《政府督查工作条例》第二十一条,
        |                                                                     ^~~~~
  [2]
  $ cd office
  /bin/sh: 30: cd: can't cd to office
  [2]
  $ duban rules activate ../rules.yaml
  duban: ../rules.yaml cannot be read: No such file or directory
  [2]
  $ duban rules check ../no_max.yaml | grep -v holds
  duban: ../no_max.yaml cannot be read: No such file or directory
  [1]

What does not load is not proved.

  $ echo 'rules: none' > ../none.yaml
  $ duban rules check ../none.yaml
  duban: ../none.yaml: 'version' is missing
  duban: ../none.yaml: 'timezone' is missing
  duban: ../none.yaml: 'calendar' is missing
  duban: ../none.yaml: 'transitions' is missing
  [2]
  $ duban rules check default --directory ../none.yaml
  duban: 'duban rules check' takes no --directory
  [2]
  $ duban rules check default --stories /nowhere/flaws.test.yaml
  duban: there is no option --stories
  [2]
