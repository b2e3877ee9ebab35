`rules test`: what the authors of a rule file say must come of it.

  $ rules=$DUBAN_SOURCE/config/rules
  $ cd $rules && duban rules test default.test.yaml --coverage; cd - > back
  Segmentation fault
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
  Segmentation fault
  [139]
  $ duban rules test my.test.yaml --lang zh | head -5
  Segmentation fault
  $ duban rules test my.test.yaml --format json | grep -o '"points":[0-9]*\|"scenario":"[^"]*"' | uniq
  Segmentation fault

Other rules for the same scenarios; and what no scenario touches.

  $ sed -i '/refused: { code: role/d; s/as: 省公安厅, do: start/as: 省交通运输厅, do: start/; s/missing }/state }/; s/late_days: 14/late_days: 15/; s/silent, rem/silent, silent\/2, silent\/3, silent\/4, silent\/5, silent\/6, silent\/7, rem/; s/remind-30, owing/remind-30, silent\/8, owing/; s/overdue]/overdue, overdue-10]/' my.test.yaml
  $ duban rules test my.test.yaml
  Segmentation fault
  [139]
  $ duban rules test my.test.yaml --coverage | sed -n '2,6p'
  Segmentation fault
  $ sed 's/due + 10wd,/due + 12wd,/' rules.yaml > later.yaml
  $ duban rules test my.test.yaml --rules later.yaml | head -5
  Segmentation fault

What is no scenario is said with its place; nothing is played.

  $ sed 's/late_days/late_day/; s/do: nightly/do: nihgtly/' my.test.yaml > slips.test.yaml
  $ duban rules test slips.test.yaml
  slips.test.yaml:9:66: error: unknown key 'late_day'; did you mean 'late_days'?
    9 |       - { at: 2019-01-15, do: nihgtly, expect: { state: overdue, late_day: 15, raised:
      |                                                                  ^~~~~~~~
  [2]
  $ sed 's/do: nightly/do: nihgtly/; s/note: 好/noet: 好/' my.test.yaml > slips.test.yaml
  $ duban rules test slips.test.yaml
  slips.test.yaml:8:49: error: there is no key 'noet'; did you mean 'note'?
    8 |       - { at: 2018-04-01, as: 督查一处, do: verify, noet: 好, refused: { code: state } }
      |                                                     ^~~~
  slips.test.yaml:9:27: error: there is no step 'nihgtly'; did you mean 'nightly'?
    9 |       - { at: 2019-01-15, do: nihgtly, expect: { state: overdue, late_days: 15, raised:
      |                           ^~
  [2]
  $ sed 's/^rules: .*/rules: gone.yaml/' my.test.yaml > gone.test.yaml
  $ duban rules test gone.test.yaml
  duban: gone.yaml cannot be read: No such file or directory
  [2]
