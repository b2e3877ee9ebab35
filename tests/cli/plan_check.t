The gaps of a plan are named before it is imported. Nothing is written.

  $ duban init office --rehearsal --at 2026-01-05 > made
  $ cd office
  $ cat > ../plan.csv <<END
  > 序号,工作内容,责任单位,完成时限
  > 1,新建农村公路120公里。,省交通运输厅,2026年6月30日
  > 2,进一步加强财政管理。,省财政厅,2026年9月30日
  > 4,印发救助实施办法。,有关部门,2026年10月1日
  > END
  $ duban plan check ../plan.csv --issued 2026-01-05 --at 2026-01-06
  plan.csv: line 3, 2: warning: it is due on 2026-09-30, but promises nothing that could be measured [vague]
    nobody can tell on that day whether it is done; say what will be there, and how much of it
  plan.csv: line 4, 4: warning: 3 is missing before it [number-gap]
    a task may have been lost on the way; compare with the document that was signed
  plan.csv: line 4, 4: error: only 有关部门 leads it [no-lead]
    nobody is asked when it is late; name one department that leads
  plan.csv: line 4, 4: hint: it is due on 2026-10-01, a day off; the last working day before is 2026-09-30 [due-on-day-off]
    nobody takes a report on that day; name a working day
  3 tasks; gaps: 1 errors, 2 warnings, 1 notes
  [1]
  $ duban plan check ../plan.csv --issued 2026-01-05 --format json --at 2026-01-06
  {"errors":1,"file":"../plan.csv","findings":[{"at":"plan.csv: line 3","check":"vague","mend":"say what will be there, and how much of it","message":"it is due on 2026-09-30, but promises nothing that could be measured","severity":"warning","task":"2","why":"nobody can tell on that day whether it is done"},{"at":"plan.csv: line 4","check":"number-gap","mend":"compare with the document that was signed","message":"3 is missing before it","severity":"warning","task":"4","why":"a task may have been lost on the way"},{"at":"plan.csv: line 4","check":"no-lead","mend":"name one department that leads","message":"only 有关部门 leads it","severity":"error","task":"4","why":"nobody is asked when it is late"},{"at":"plan.csv: line 4","check":"due-on-day-off","mend":"name a working day","message":"it is due on 2026-10-01, a day off; the last working day before is 2026-09-30","severity":"note","task":"4","why":"nobody takes a report on that day"}],"notes":1,"tasks":3,"warnings":2}
  [1]

Editors take SARIF; a plan that was imported is checked by its id.

  $ duban plan check ../plan.csv --issued 2026-01-05 --format sarif --at 2026-01-06 | grep -o '"ruleId":"[a-z-]*"\|"version":"[0-9.]*"'
  "ruleId":"vague"
  "ruleId":"number-gap"
  "ruleId":"no-lead"
  "ruleId":"due-on-day-off"
  "version":"2.1.0"
  $ duban import ../plan.csv --plan p --issued 2026-01-05 --as 督查一处 --at 2026-01-06 | head -3
  p: 3 tasks; 3 departments named, 3 of them as lead
  0 ongoing; due 2026: 3
  gaps: 1 errors, 2 warnings, 1 notes
  $ duban --lang zh plan check p
  2：注意：2026-09-30 到期，但没有可以检验的成果 [vague]
    到期时无从判断是否完成；写明要形成什么成果、数量多少
  4：注意：此前缺 3 [number-gap]
    可能在流转中漏掉了事项；与签发的原件核对
  4：错误：牵头单位只写了有关部门 [no-lead]
    逾期时无人可问；明确一个牵头单位
  4：提示：2026-10-01 到期，当天是休息日；此前最后一个工作日是 2026-09-30 [due-on-day-off]
    当天无人接收报送；改为工作日
  共 3 项；责任缺口：错误 1 条，注意 2 条，提示 1 条
  [1]
  $ duban list --plan p --format csv | wc -l
  4
  $ duban plan check ../plan.csv --format xml
  duban: --format of plan check takes table, json or sarif, not 'xml'
  [2]
