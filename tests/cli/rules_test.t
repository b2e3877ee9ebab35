`rules test`: what the authors of a rule file say must come of it.

  $ rules=$DUBAN_SOURCE/config/rules
  $ (cd $rules && duban rules test default.test.yaml --coverage)
  default.test.yaml: 20 scenarios, each as it should be
  default.yaml: 105 of 105 transitions, refusals, rungs and overrides touched
  $ cp $rules/default.yaml rules.yaml

A file that fails: each difference with its line, what was expected and what came.

  $ cat > my.test.yaml <<'END'
  > rules: rules.yaml
  > scenarios:
  >   - name: 到期未报，次日逾期
  >     task: { key: "hn135/1.3.11", lead: 省交通运输厅, co: [省公安厅], due: 2018-12-31 }
  >     assigned: 2018-01-05
  >     steps:
  >       - { at: 2018-03-01, as: 省公安厅, do: start }
  >       - { at: 2018-03-01, as: 省交通运输厅, do: start, refused: { code: role } }
  >       - { at: 2018-04-01, as: 督查一处, do: verify, note: 好, refused: { code: missing } }
  >       - { at: 2019-01-15, do: nightly, expect: { state: overdue, late_days: 14, raised:
  >             [silent, remind-30, owing, remind-5, overdue] } }
  >   - name: 无人办理
  >     task: { key: "hn135/1.3.12", lead: 省教育厅, due: 2018-12-31 }
  >     assigned: 2018-01-05
  >     steps:
  >       - { at: 2018-01-10, expect: { state: assigned, light: green } }
  > END
  $ duban rules test my.test.yaml
  my.test.yaml:7:9: scenario '到期未报，次日逾期', 2018-03-01: 'start' is not as expected
    expected: it passes
    got:      role
    refused:  'start' is for the lead; 省公安厅 is not that on hn135/1.3.11 (rules.yaml:35 asks for it)
  my.test.yaml:8:61: scenario '到期未报，次日逾期', 2018-03-01: 'refused.code' is not as expected
    expected: role
    got:      it passed
  my.test.yaml:9:69: scenario '到期未报，次日逾期', 2018-04-01: 'refused.code' is not as expected
    expected: missing
    got:      state
    refused:  a task that is in_progress cannot take 'verify'
  my.test.yaml:10:66: scenario '到期未报，次日逾期', 2019-01-15: 'late_days' is not as expected
    expected: 14
    got:      15
  my.test.yaml:10:81: scenario '到期未报，次日逾期', 2019-01-15: 'raised' is not as expected
    expected: ["silent","remind-30","owing","remind-5","overdue"]
    got:      ["unstarted","unstarted/2","unstarted/3","silent","silent/2","silent/3","silent/4","silent/5","silent/6","silent/7","remind-30","owing","remind-5","overdue","overdue-10"]
    surplus:  unstarted, unstarted/2, unstarted/3, silent/2, silent/3, silent/4, silent/5, silent/6, silent/7, overdue-10
  my.test.yaml: 1 of 2 scenarios failed
  rules.yaml: 11 of 105 transitions, refusals, rungs and overrides touched; --coverage lists the others
  [1]
  $ duban rules test my.test.yaml --lang zh | head -5
  my.test.yaml:7:9: 场景'到期未报，次日逾期'，2018-03-01：'start' 与应有的不符
    应当：通过
    实际：role
    被拒：'签收'由牵头单位办理；省公安厅在 hn135/1.3.11 上不是（依据 rules.yaml:35）
  my.test.yaml:8:61: 场景'到期未报，次日逾期'，2018-03-01：'refused.code' 与应有的不符
  $ duban rules test my.test.yaml --format json | grep -o '"points":[0-9]*\|"scenario":"[^"]*"' | uniq
  "points":105
  "scenario":"到期未报，次日逾期"

Other rules for the same scenarios; and what no scenario touches.

  $ cat > good.test.yaml <<'END'
  > rules: rules.yaml
  > scenarios:
  >   - name: 到期未报，次日逾期
  >     task: { key: "hn135/1.3.11", lead: 省交通运输厅, co: [省公安厅], due: 2018-12-31 }
  >     assigned: 2018-01-05
  >     steps:
  >       - { at: 2018-01-08, as: 省交通运输厅, do: start }
  >       - { at: 2018-04-01, as: 督查一处, do: verify, note: 好, refused: { code: state } }
  >       - { at: 2019-01-15, do: nightly, expect: { late_days: 15, open: [overdue, overdue-10] } }
  > END
  $ duban rules test good.test.yaml
  good.test.yaml: 1 scenarios, each as it should be
  rules.yaml: 8 of 105 transitions, refusals, rungs and overrides touched; --coverage lists the others
  $ duban rules test good.test.yaml --coverage | head -6
  good.test.yaml: 1 scenarios, each as it should be
  rules.yaml: 8 of 105 transitions, refusals, rungs and overrides touched
    rules.yaml:35: refusal start.by
    rules.yaml:36: transition progress: lead
    rules.yaml:36: refusal progress.by
    rules.yaml:36: refusal progress.note
  $ duban rules test good.test.yaml --coverage > covered
  [1]
  $ duban rules test good.test.yaml --coverage --lang zh | sed -n '2,4p'
  rules.yaml：环节、拒绝、督办级别和例外共 105 项，已触及 8 项
    rules.yaml:35: 拒绝 start.by
    rules.yaml:36: 环节 progress: lead
  $ sed 's/due + 10wd,/due + 12wd,/' rules.yaml > later.yaml
  $ duban rules test good.test.yaml --rules later.yaml
  good.test.yaml:9:65: scenario '到期未报，次日逾期', 2019-01-15: 'open' is not as expected
    expected: ["overdue","overdue-10"]
    got:      ["overdue"]
    lacking:  overdue-10
  good.test.yaml: 1 of 1 scenarios failed
  later.yaml: 7 of 105 transitions, refusals, rungs and overrides touched; --coverage lists the others
  [1]

What is no scenario is said with its place; nothing is played.

  $ sed 's/late_days/late_day/' good.test.yaml > slips.test.yaml
  $ duban rules test slips.test.yaml
  slips.test.yaml:9:50: error: unknown key 'late_day'; did you mean 'late_days'?
    9 |       - { at: 2019-01-15, do: nightly, expect: { late_day: 15, open: [overdue, overdue-10] } }
      |                                                  ^~~~~~~~
  [2]
  $ sed 's/do: nightly/do: nihgtly/; s/note: 好/noet: 好/' good.test.yaml > slips.test.yaml
  $ duban rules test slips.test.yaml
  slips.test.yaml:8:49: error: there is no key 'noet'; did you mean 'note'?
    8 |       - { at: 2018-04-01, as: 督查一处, do: verify, noet: 好, refused: { code: state } }
      |                                                     ^~~~
  slips.test.yaml:9:27: error: there is no step 'nihgtly'; did you mean 'nightly'?
    9 |       - { at: 2019-01-15, do: nihgtly, expect: { late_days: 15, open: [overdue, overdue-10] } }
      |                           ^~
  [2]
  $ sed 's/^rules: .*/rules: gone.yaml/' good.test.yaml > gone.test.yaml
  $ duban rules test gone.test.yaml good.test.yaml
  duban: gone.yaml cannot be read: No such file or directory
  good.test.yaml: 1 scenarios, each as it should be
  rules.yaml: 8 of 105 transitions, refusals, rungs and overrides touched; --coverage lists the others
  [2]
