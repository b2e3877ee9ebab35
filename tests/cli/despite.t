Rules in force in spite of what they lack: by an admin, for a reason, and never of everything.

  $ duban init office --rehearsal --at 2017-01-20 --directory $DUBAN_SOURCE/tests/data/rules/flawed/directories/one_office.yaml > made
  $ cd office
  $ me=$(id -un)
  $ hide() { sed "s/[0-9a-f]\{12\}/…/; s/\b$me\b/admin/"; }

An office with one coordinating department has only to know what it could not judge.

  $ duban rules activate strict --as $me > out
  warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads a task, make another office a coordinator, or a person of another house
  $ duban rules check default | sed -n 's/^warning.*/&/p'
  warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads a task, make another office a coordinator, or a person of another house
  $ duban rules check default --lang zh | tail -1
  注意：县政府督查室、县政府办 如牵头，将无人可核验：在其牵头事项之前，请另设一家督查单位，或授权一名其他机关的人员

Rules that break a property are refused, with their lines.

  $ duban rules show default | sed 's/^    limit: 2$//' > endless.yaml
  $ duban rules activate endless.yaml --as $me 2> err
  [1]
  $ tail -1 err
  duban: endless.yaml is not put in force: it breaks property 7, see duban rules check
  $ duban rules activate endless.yaml --as $me --despite 7
  duban: --despite needs a note that says why (--note)
  [1]
  $ duban rules activate endless.yaml --as $me --despite 7 --note '  '
  duban: --despite needs a note that says why (--note)
  [1]
  $ duban rules activate endless.yaml --as $me --despite 2 --despite 7 --note x
  duban: property 2 holds: leave --despite 2 out
  [1]
  $ duban rules activate endless.yaml --as $me --despite 9 --note x
  duban: --despite takes the number of a property, 1 to 8, not '9'
  [2]
  $ duban rules activate endless.yaml --as $me --note x
  duban: --note says why with --despite, and stands nowhere without it
  [2]
  $ duban rules show default | sed '/^  report:/,/^    require/d' > stuck.yaml
  $ duban rules activate stuck.yaml --as $me --despite 1 --note x
  duban: property 1 is broken, and no rules are put in force in spite of that; 2, 4, 5, 7 and 8 may be taken
  [1]
  $ duban rules activate endless.yaml --as 张三 --despite 7 --note x 2>&1 > out | sed "s/($me)/(admin)/"
  warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads a task, make another office a coordinator, or a person of another house
  duban: 'activate' is for the admin (admin); 张三 is none
  $ duban log --event activate | wc -l
  2

An admin takes it; the entry, the doctor and `rules show` say so.

  $ duban rules activate endless.yaml --as $me --despite 7 --note 本市不设次数上限 > out
  warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads a task, make another office a coordinator, or a person of another house
  $ duban log --event activate --format jsonl | tail -1 | grep -o '"despite":[^]]*\]'
  "despite":[{"lack":"broken","property":7}]
  $ duban doctor | grep basis | hide
  warning  basis        rules, calendar and directory in force can be read: …; admin put the rules in force though they lack property 7, entry 2: 本市不设次数上限
  $ duban rules show 2>&1 > text | hide
  duban: admin put the rules in force though they lack property 7, entry 2: 本市不设次数上限
  $ cmp text endless.yaml
  $ duban rules show --format json | grep -o '"despite":.*,"text"'
  "despite":[{"lack":"broken","property":7}],"note":"本市不设次数上限","text"

Changes of the directory and grants are not refused for it, and it stays said.

  $ duban department add 县教育局 --as $me > out
  $ duban actor grant 张三 --role auditor --as $me > out
  $ duban doctor --lang zh | grep 规则 | hide
  注意     判定依据     现行规则、日历和名录可读：…；admin 在性质 7 不成立的情况下启用了现行规则（第 2 条记录）：本市不设次数上限
  $ duban audit replay
  5 entries, 0 tasks: the tables are what the log says

The same text again changes nothing; another is proved anew.

  $ duban rules activate endless.yaml --as $me --despite 7 --note 再来
  warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads a task, make another office a coordinator, or a person of another house
  it is in force already: nothing has changed
  $ sed 's/^version: 1/version: 2/' endless.yaml > again.yaml
  $ duban rules activate again.yaml --as $me 2> err
  [1]
  $ duban rules activate default --as $me > out
  warning: nobody could judge what 县政府督查室, 县政府办 would lead: before one of them leads a task, make another office a coordinator, or a person of another house
  $ duban rules show 2>&1 > text
