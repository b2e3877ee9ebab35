A rehearsal workspace, the real plan, and one task from its import to its verification.

  $ duban init office --rehearsal | sed 's/is [0-9a-f]*$/is …/'
  a rehearsal is ready in office, its id is …
  State secrets do not belong here (涉密事项不得录入).
  Next:
    cd office
    duban import plan.docx --plan hn135 --as 督查一处 --at 2017-01-20
    duban todo --as 督查一处
  $ cd office
  $ export DUBAN_ACTOR=督查一处

A rehearsal has no time before one is given.

  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135
  duban: this rehearsal has no time yet; give one with --at 2018-03-01
  [1]
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --at 2017-01-20 | head -5
  hn135: 57 tasks in 2 parts and 15 sections; 195 departments named, 57 of them as lead
  17 ongoing; due 2017: 2, 2018: 13, 2019: 11, 2020: 14
  gaps: 0 errors, 18 warnings, 32 notes
  
  Read with doubt, please look (8):

The same plan from another file changes nothing; another id is another plan.

  $ duban import $DUBAN_SOURCE/tests/data/plans/plan_gb18030.csv --plan hn135
  plan hn135 is there already, the same: nothing has changed
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.txt --plan hn135 --ends 2020-12-31
  duban: plan hn135 is there with other dates (--issued, --ends); 'plan set' changes its end
  [1]

The lead starts; a task goes by its key, its numbers or the document's own way.

  $ duban start 1.3.11 --as 省经信委 --at 2017-03-01
  hn135/1.3.11  assigned -> in_progress  due 2018-12-31
    2017-02-08  escalation '迟迟不签收' of level 1, urging
    2017-02-22  escalation '迟迟不签收' of level 1, urging
  $ duban progress 一（三）11 --as 省经信委 --note 已完成方案起草
  hn135/1.3.11  in_progress  due 2018-12-31
  $ duban progress hn135/1.3.11 --as 省经信委 --note 已下发通知 --format jsonl
  {"at":"2017-02-28T16:00:00Z","dry_run":false,"due":"2018-12-31","escalations":[],"event":"progress","from":"in_progress","seq":63,"task":"hn135/1.3.11","timers":[],"to":"in_progress"}

What is refused says why, and which line of the rules asks for it.

  $ duban verify 1.3.11 --note 已核
  duban: hn135/1.3.11 stays in_progress: a task that is in_progress cannot take 'verify'; to do: first report by 省经信委 (--note, --evidence, --without 省公安厅 --without 省安监局 --without 省保监局)
  [1]
  $ duban report 1.3.11 --as 省经信委 --note 完成
  duban: 'report' of hn135/1.3.11 lacks: evidence, contributions (of 省公安厅, 省安监局, 省保监局) (rules.yaml:40 asks for it)
  [1]
  $ duban report 1.3.11 --as 省经信委 --note 完成 --lang zh
  duban: hn135/1.3.11 '报结'还缺：佐证材料（--evidence）、协办反馈（欠：省公安厅、省安监局、省保监局）（依据 rules.yaml:40）
  [1]
  $ duban report 1.3.11 --as 省经信委 --format json
  {"error":{"at":null,"change":{"grants":[],"or":[{"grants":[],"rules":[],"steps":[{"as":"省政府督查室","at":"2017-02-28T16:00:00Z","co":["省公安厅","省安监局","省保监局"],"do":"excuse","note":"-","task":"hn135/1.3.11"},{"as":"省经信委","at":"2017-02-28T16:00:00Z","do":"report","evidence":["FILE"],"note":"-","task":"hn135/1.3.11"}]}],"rules":[],"steps":[{"as":"省经信委","at":"2017-02-28T16:00:00Z","do":"report","evidence":["FILE"],"note":"-","task":"hn135/1.3.11","without":["省公安厅","省安监局","省保监局"]}]},"code":"missing","message":"'report' of hn135/1.3.11 lacks: note, evidence, contributions (of 省公安厅, 省安监局, 省保监局)","missing":["note","evidence","contributions"],"rule":"rules.yaml:40"}}
  []
  [1]
  $ duban report 1.3.11 --as 省教育厅 --note 完成
  duban: 'report' is for the lead; 省教育厅 is not that on hn135/1.3.11 (rules.yaml:39 asks for it); to do: as 省经信委; with --evidence, --without 省公安厅 --without 省安监局 --without 省保监局, or first excuse by 省政府督查室 (--note, --co 省公安厅 --co 省安监局 --co 省保监局); as 省经信委; with --evidence
  [1]

The co's contribute; one sent paper, which a coordinator records.

  $ duban contribute 1.3.11 --as 省公安厅 --note 本部门部分已完成 --at 2018-11-01
  hn135/1.3.11  in_progress  due 2018-12-31
    2017-06-01  escalation '久无进展' of level 1, urging
    2017-07-01  escalation '久无进展' of level 1, urging
    2017-08-01  escalation '久无进展' of level 1, urging
    2017-09-01  escalation '久无进展' of level 1, urging
    2017-10-01  escalation '久无进展' of level 1, urging
    2017-11-01  escalation '久无进展' of level 1, urging
    2017-12-01  escalation '久无进展' of level 1, urging
    2018-01-01  escalation '久无进展' of level 1, urging
    2018-02-01  escalation '久无进展' of level 1, urging
    2018-03-01  escalation '久无进展' of level 1, urging
    2018-04-01  escalation '久无进展' of level 1, urging
    2018-05-01  escalation '久无进展' of level 1, urging
    2018-06-01  escalation '久无进展' of level 1, urging
  $ duban contribute 1.3.11 --for 省安监局 --dated 2018-10-20 --note 来函收悉
  hn135/1.3.11  in_progress  due 2018-12-31
  $ duban excuse 1.3.11 --co 省保监局 --note 无相关职责
  hn135/1.3.11  in_progress  due 2018-12-31
  $ echo 报告 > 报告.txt
  $ duban report 1.3.11 --as 省经信委 --note 任务完成 --evidence 报告.txt --dry-run
  hn135/1.3.11  in_progress -> reported  due 2018-12-31  (dry run: nothing is written)
  $ duban report 1.3.11 --as 省经信委 --note 任务完成 --evidence 报告.txt
  hn135/1.3.11  in_progress -> reported  due 2018-12-31
  $ duban verify 1.3.11 --note 核验属实 --lang zh
  hn135/1.3.11  待核验 -> 已办结  时限 2018-12-31

Several tasks: each stands alone, the highest status wins.

  $ duban start 1.1.1 1.3.11 --as 省安监局
  hn135/1.1.1  assigned -> in_progress  due 2018-12-31
    2017-02-08  escalation '迟迟不签收' of level 1, urging
    2017-02-22  escalation '迟迟不签收' of level 1, urging
    2017-03-08  escalation '迟迟不签收' of level 1, urging
    2017-03-22  escalation '迟迟不签收' of level 1, urging
    2017-04-06  escalation '迟迟不签收' of level 1, urging
    2017-04-20  escalation '迟迟不签收' of level 1, urging
  duban: hn135/1.3.11 stays verified: a task that is verified cannot take 'start'
  [1]

What happened is in the log, and the tables are what it says.

  $ duban audit replay
  89 entries, 57 tasks: the tables are what the log says
  $ duban audit check | head -1
  89 entries, 6 files: the log is whole and unaltered
