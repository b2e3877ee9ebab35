What `rules check` proves of a rule file (docs/proof.md), and what shows where one is flawed.

  $ flawed=$DUBAN_SOURCE/tests/data/rules/flawed
  $ duban rules check default
  $ duban rules check strict --lang zh
  $ duban rules check three-colour --format json

A flaw: its line, and the shortest story that shows it.

  $ cp $flawed/duties/reporter_may_verify.yaml rules.yaml
  $ duban rules check rules.yaml --stories flaws.test.yaml
  $ duban rules check rules.yaml --lang zh | tail -9
  $ duban rules check rules.yaml --format json | grep -o '"flaws":.*'

The story, as authors of rules write one.

  $ cat flaws.test.yaml

Of a long story the beginning and the end.

  $ duban rules check $flawed/no_storm/two_days.yaml | tail -26 | cut -c 1-110

Rules that are sound for one office may not be for another.

  $ duban rules check default --directory $flawed/directories/one_coordinator.yaml | grep 'fails\|property'

What is flawed is not put in force.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban rules activate ../rules.yaml
  $ duban rules check $flawed/bounded/no_max.yaml | grep -v holds

What does not load is not proved.

  $ echo 'rules: none' > ../none.yaml
  $ duban rules check ../none.yaml
  $ duban rules check default --directory ../none.yaml
  $ duban rules check default --stories /nowhere/flaws.test.yaml
