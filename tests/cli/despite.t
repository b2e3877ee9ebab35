Rules in force in spite of what they lack: by an admin, for a reason, and never of everything.

  $ duban init office --rehearsal --at 2017-01-20 --directory $DUBAN_SOURCE/tests/data/rules/flawed/directories/one_office.yaml > made
  $ cd office
  $ me=$(id -un)

An office with one coordinating department has only to know what it could not judge.

  $ duban rules activate strict --as $me > out
  $ duban rules check default | sed -n 's/^warning.*/&/p'
  $ duban rules check default --lang zh | tail -1

Rules that break a property are refused, with their lines.

  $ duban rules show default | sed 's/^    limit: 2$//' > endless.yaml
  $ duban rules activate endless.yaml --as $me 2> err
  [1]
  $ tail -1 err
  $ duban rules activate endless.yaml --as $me --despite 7
  $ duban rules activate endless.yaml --as $me --despite 7 --note '  '
  $ duban rules activate endless.yaml --as $me --despite 2 --despite 7 --note x
  $ duban rules activate endless.yaml --as $me --despite 9 --note x
  $ duban rules activate endless.yaml --as $me --note x
  $ duban rules show default | sed '/^  report:/,/^    require/d' > stuck.yaml
  $ duban rules activate stuck.yaml --as $me --despite 1 --note x
  $ duban rules activate endless.yaml --as 张三 --despite 7 --note x > out
  $ duban log --event activate | wc -l

An admin takes it; the entry, the doctor and `rules show` say so.

  $ duban rules activate endless.yaml --as $me --despite 7 --note 本市不设次数上限 > out
  $ duban log --event activate --format jsonl | tail -1 | grep -o '"despite":[^]]*\]'
  $ duban doctor | grep basis
  $ duban rules show 2>&1 > text
  $ cmp text endless.yaml
  $ duban rules show --format json | grep -o '"despite":.*,"text"'

Changes of the directory and grants are not refused for it, and it stays said.

  $ duban department add 县教育局 --as $me > out
  $ duban actor grant 张三 --role auditor --as $me > out
  $ duban doctor --lang zh | grep 规则
  $ duban audit replay

The same text again changes nothing; another is proved anew.

  $ duban rules activate endless.yaml --as $me --despite 7 --note 再来
  $ sed 's/^version: 1/version: 2/' endless.yaml > again.yaml
  $ duban rules activate again.yaml --as $me 2> err
  [1]
  $ duban rules activate default --as $me > out
  $ duban rules show 2>&1 > text
