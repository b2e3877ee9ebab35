Departments send paper; coordinators record it (代录). A normal workspace, by the machine's clock.

  $ on() { when="$1"; shift; faketime -f "$when" duban "$@"; }
  $ on '2017-11-01 01:00:00' init office > made
  $ cd office
  $ on '2017-11-01 01:00:00' import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --issued 2017-10-20 --as 督查一处 > ../imported
  $ export DUBAN_ACTOR=督查一处

The lead has no terminal: its start and its progress come as letters.

  $ on '2017-11-06 02:00:00' start 1.2.3 --for 省安监局
  duban: 'start' of hn135/1.2.3 lacks: note
  [1]
  $ on '2017-11-06 02:00:00' start 1.2.3 --for 省安监局 --note 来函收悉
  hn135/1.2.3  assigned -> in_progress  due 2017-12-31
  $ on '2017-11-06 02:01:00' progress 1.2.3 --for 省公安厅 --note 来函
  duban: 省公安厅 is not the lead of hn135/1.2.3, which is 省安监局
  [1]
  $ on '2017-11-20 02:00:00' remark 1.2.3 --to 省安监局 --until 2017-12-01 --note 请报进展
  hn135/1.2.3  in_progress  due 2017-12-31
  $ on '2017-12-20 02:00:00' request-extension 1.2.3 --for 省安监局 --due 2017-12-31 --note 招标推迟
  duban: hn135/1.2.3 is due 2017-12-31 already; ask for a later date
  [1]
  $ on '2017-12-20 02:00:00' request-extension 1.2.3 --for 省安监局 --dated 2017-10-01 --due 2018-03-31 --note 招标推迟
  duban: hn135/1.2.3 stays in_progress: a paper is dated from 2017-10-20 to today, 2017-12-20; not 2017-10-01
  [1]
  $ on '2017-12-20 02:00:00' request-extension 1.2.3 --for 省安监局 --dated 2017-12-15 --due 2018-03-31 --note 招标推迟
  hn135/1.2.3  in_progress  due 2017-12-31
    2017-12-01  escalation '到期前三十日提醒' of level 0, reminder
    2017-12-18  escalation '协办未反馈' of level 0, reminder
  $ on '2017-12-20 02:01:00' request-extension 1.2.3 --for 省安监局 --due 2018-02-28 --note 招标推迟
  duban: hn135/1.2.3 stays in_progress: a request for 2018-03-31 is pending; one at a time; to do: first deny-extension by 省政府督查室 (--note), or first amend by 省政府督查室 (--note, --due 2018-01-01)
  [1]

Who recorded the request does not grant it; less may be granted, never more.

  $ on '2017-12-20 02:02:00' grant-extension 1.2.3 --note 同意
  duban: hn135/1.2.3 stays in_progress: 督查一处 recorded the request; 'grant-extension' is for another person (rules.yaml:56 asks for it); to do: as 省政府督查室
  [1]
  $ on '2017-12-20 02:03:00' grant-extension 1.2.3 --note 同意 --due 2018-06-30 --as 督查二处
  duban: hn135/1.2.3 stays in_progress: grant a date after 2017-12-31 and not after 2018-03-31, the one asked for
  [1]
  $ on '2017-12-20 02:04:00' grant-extension 1.2.3 --note 同意 --due 2018-01-31 --as 督查二处 --dry-run
  hn135/1.2.3  in_progress  due 2018-01-31  (dry run: nothing is written)
  $ on '2017-12-20 02:04:00' grant-extension 1.2.3 --note 同意 --due 2018-01-31 --as 督查二处
  hn135/1.2.3  in_progress  due 2018-01-31

The report comes late, and says that it was made in time.

  $ echo 验收 > 验收.txt
  $ on '2018-01-20 02:00:00' nightly --quiet | sed 's/root=.*/root=…/'
  at=2018-01-20T02:00:00Z date=2018-01-20 fired=287 tasks=57 deadlines=1 escalations=286 resumed=0 left=0 size=353 root=…
  $ on '2018-02-05 02:00:00' contribute 1.2.3 --for 长沙市人民政府 --dated 2018-01-10 --note 来函
  hn135/1.2.3  in_progress -> overdue  due 2018-01-31
    2018-01-24  escalation '临期提醒' of level 0, reminder
    2018-02-01  deadline  in_progress -> overdue
    2018-02-01  escalation '逾期催办' of level 1, urging
  $ on '2018-02-05 02:00:00' excuse 1.2.3 --co 省编办 --note 无相关职责
  hn135/1.2.3  overdue  due 2018-01-31
  $ on '2018-02-05 02:00:00' report 1.2.3 --for 省安监局 --dated 2018-01-30 --note 来函报结 --evidence 验收.txt
  duban: 'report' of hn135/1.2.3 lacks: contributions (of 省发改委, 省财政厅) (rules.yaml:40 asks for it)
  [1]
  $ on '2018-02-05 02:00:00' report 1.2.3 --for 省安监局 --dated 2018-01-30 --note 来函报结 --evidence 验收.txt --without 省发改委 --without 省财政厅
  hn135/1.2.3  overdue -> reported  due 2018-01-31
  $ on '2018-02-05 02:01:00' verify 1.2.3 --note 核验属实
  duban: hn135/1.2.3 stays reported: 督查一处 recorded the report; 'verify' is for another person (rules.yaml:52 asks for it); to do: as 省政府督查室
  [1]
  $ on '2018-02-05 02:02:00' return 1.2.3 --note 缺少台账 --due 2018-02-28 --as 督查二处
  hn135/1.2.3  reported -> in_progress  due 2018-02-28

What was attached before is no new proof.

  $ on '2018-02-20 02:00:00' report 1.2.3 --for 省安监局 --note 补报 --evidence 验收.txt --without 省发改委 --without 省财政厅
  duban: 'report' of hn135/1.2.3 lacks: evidence (rules.yaml:40 asks for it)
  [1]
  $ on '2018-02-20 02:00:00' report 1.2.3 --for 省安监局 --note 补报 --evidence ../made --without 省发改委 --without 省财政厅
  hn135/1.2.3  in_progress -> reported  due 2018-02-28
    2018-02-09  escalation '协办未反馈' of level 0, reminder
  $ on '2018-02-20 02:01:00' withdraw 1.2.3 --for 省安监局 --note 附件有误
  hn135/1.2.3  reported -> in_progress  due 2018-02-28
  $ on '2018-02-20 02:02:00' report 1.2.3 --for 省安监局 --note 再报 --evidence ../imported --without 省发改委 --without 省财政厅
  hn135/1.2.3  in_progress -> reported  due 2018-02-28
  $ on '2018-02-21 02:00:00' verify 1.2.3 --note 核验属实 --as 督查二处 --lang zh
  hn135/1.2.3  待核验 -> 已办结  时限 2018-02-28

Suspended, resumed, given to another, called off, opened again.

  $ on '2018-02-21 03:00:00' suspend 1.3.11 --until 2018-02-21 --note 等待立法
  duban: hn135/1.3.11 stays assigned: a suspension ends after today; 2018-02-21 is not later
  [1]
  $ on '2018-02-21 03:00:00' suspend 1.3.11 --until 2018-03-21 --note 等待立法
  hn135/1.3.11  assigned -> suspended  due 2018-12-31
    2018-01-25  escalation '迟迟不签收' of level 1, urging
  $ on '2018-03-01 03:00:00' resume 1.3.11
  hn135/1.3.11  suspended -> assigned  due 2019-01-08
  $ on '2018-03-01 03:01:00' reassign 1.3.11 --to 省发改委 --keep-as-co --note 职能划转
  hn135/1.3.11  assigned  due 2019-01-08
  $ on '2018-03-01 03:02:00' amend 1.3.11 --add-co 省教育厅 --drop-co 省保监局 --note 分工调整 --error
  hn135/1.3.11  assigned  due 2019-01-08
  $ on '2018-03-01 03:03:00' cancel 1.3.11 --note 政策调整
  hn135/1.3.11  assigned -> cancelled  due 2019-01-08
  $ on '2018-03-01 03:04:00' reopen 1.3.11 --note 恢复督办
  duban: 'reopen' of hn135/1.3.11 lacks: due
  [1]
  $ on '2018-03-01 03:05:00' reopen 1.3.11 --note 恢复督办 --due 2018-12-31
  hn135/1.3.11  cancelled -> in_progress  due 2018-12-31
  $ duban audit replay
  372 entries, 57 tasks: the tables are what the log says
