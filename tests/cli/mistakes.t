Mistakes of coordinators, taken back (docs/mistakes.md).

  $ printf '序号,工作内容,责任单位,完成时限\n1,修订应急预案。,省安监局 省公安厅,2026年6月底\n2,开展督导检查。,省水利厅,2026年12月底\n' > plan.csv
  $ duban init office --rehearsal --at 2026-01-05 > /dev/null; cd office
  $ duban import ../plan.csv --plan p --as 督查一处 > /dev/null
  $ printf '函\n' > letter.txt; printf '报告\n' > report.txt

A letter was recorded under the wrong department; its file counts as new again.

  $ duban contribute 1 --for 省公安厅 --note 来函收悉 --evidence letter.txt --as 督查一处 --at 2026-03-02
  p/1  assigned  due 2026-06-30
    2026-01-19  escalation '迟迟不签收' of level 1, urging
    2026-02-02  escalation '迟迟不签收' of level 1, urging
    2026-02-14  escalation '迟迟不签收' of level 1, urging
  $ duban strike 1 --note 张冠李戴 --as 督查一处
  duban: 'strike' of p/1 lacks: co
  [1]
  $ duban strike 1 --co 省水利厅 --note 张冠李戴 --as 督查一处
  duban: 省水利厅 is no co of p/1
  [1]
  $ duban strike 1 --co 省公安厅 --note 张冠李戴 --as 省安监局
  duban: 'strike' is for the coordinator; 省安监局 is not that on p/1 (rules.yaml:65 asks for it); to do: as 省政府督查室
  [1]
  $ duban strike 1 --co 省公安厅 --note 张冠李戴 --as 督查一处
  p/1  assigned  due 2026-06-30
  $ duban report 1 --note 任务完成 --evidence letter.txt --without 省公安厅 --as 省安监局 --dry-run
  p/1  assigned -> reported  due 2026-06-30  (dry run: nothing is written)

The wrong task was verified; another coordinator takes it back, and the content of an amendment too.

  $ duban report 1 --note 任务完成 --evidence report.txt --without 省公安厅 --as 省安监局 --at 2026-03-03
  p/1  assigned -> reported  due 2026-06-30
  $ duban verify 1 --note 属实 --as 督查一处
  p/1  reported -> verified  due 2026-06-30
  $ duban undo 1 --note 核错了 --as 督查一处
  duban: p/1 stays verified: 督查一处 took the step itself; 'undo' is for another person; to do: as 省政府督查室
  [1]
  $ duban undo 1 --note 核错了 --as 督查二处 --at 2026-07-05
  p/1  verified -> reported  due 2026-06-30
    2026-07-05  escalation '报结未核验' of level 1, urging
  $ duban undo 1 --note 再撤 --as 督查一处
  duban: nothing on p/1 can be taken back; 'undo' is for the last act of a coordinator, while only the scheduler and remarks followed it
  [1]
  $ duban return 1 --note 缺少台账 --as 督查一处
  duban: 'return' of p/1 lacks: due
  [1]
  $ duban amend 2 --content 新增 --note 领导批示 --as 督查一处
  p/2  assigned  due 2026-12-31
    2026-01-19  escalation '迟迟不签收' of level 1, urging
    2026-02-02  escalation '迟迟不签收' of level 1, urging
    2026-02-14  escalation '迟迟不签收' of level 1, urging
    2026-03-06  escalation '迟迟不签收' of level 1, urging
    2026-03-20  escalation '迟迟不签收' of level 1, urging
    2026-04-03  escalation '迟迟不签收' of level 1, urging
  $ duban undo 2 --content 开展 --note 错了 --as 督查二处
  duban: 'duban undo' takes no --content
  [2]
  $ duban undo 2 --note 内容录错 --as 督查二处
  p/2  assigned  due 2026-12-31
  $ duban show 2 | grep content
  content         开展督导检查。
      content: 新增
      takes back 'amend'; content: 开展督导检查。
  $ duban show 2 --lang zh | tail -8
  2026-04-03 00:00  #18  督办提醒  系统
      催办 迟迟不签收 #6（2026-04-03），提醒牵头单位、督查单位
  2026-07-05 00:00  #19  调整  督查一处
      内容：新增
      领导批示
  2026-07-05 00:00  #20  撤回上一步  督查二处
      撤回'调整'；内容：开展督导检查。
      内容录错
  $ duban log --task 2 --event undo --format jsonl | sed 's/.*"data"/"data"/; s/,"department.*//'
  "data":{"content":"开展督导检查。","note":"内容录错","undoes":"amend"}

A co that owes contributes after the end, and nothing else changes.

  $ duban verify 1 --note 属实 --as 督查一处 --at 2026-07-06
  p/1  reported -> verified  due 2026-06-30
  $ duban todo --as 省公安厅
  task  light  due         as  to do                                         title
  p/1   green  2026-06-30  co  contribute: the task was verified without it  修订应急预案
  $ duban contribute 1 --note 补报 --as 省公安厅
  p/1  verified  due 2026-06-30
  $ duban contribute 1 --note 再报 --as 省公安厅
  duban: p/1 is verified, and 省公安厅 owes it nothing; to do: first reopen by 省政府督查室 (--note, --due 2026-07-07)
  [1]
  $ duban audit replay
  *tables are what the log says (glob)
