Who is one person, who judges what, and who may go. A normal workspace.

  $ now='2026-03-02 01:00:00'; duban() { faketime -f "$now" duban "$@"; }
  $ duban init office > made
  $ cd office
  $ me=$(id -un)
  $ printf '序号,工作内容,责任单位,完成时限\n1,甲项工作。,省安监局,2026年6月底\n2,乙项工作。,省水利厅,2026年6月底\n' > plan.csv
  $ duban import plan.csv --plan p --as 督查一处 > imported
  $ echo 材料 > a.txt

Two actors of one person: declared, whatever account they have.

  $ duban actor add 李明（一） --department 省政府督查室 --account $me --person 李明 --as $me
  李明（一） may act
  $ duban actor add 李明（二） --department 省政府督查室 --account $me --person 李明 --as $me
  李明（二） may act
  $ duban report 1 --for 省安监局 --note 来函报结 --evidence a.txt --as 李明（一） > reported
  $ duban verify 1 --note 属实 --as 李明（二）
  duban: p/1 stays reported: 李明（二） is the same person as 李明（一）, who recorded the report; 'verify' is for another person (rules.yaml:52 asks for it); to do: as 省政府督查室
  [1]
  $ duban verify 1 --note 属实 --as 李明（二） --lang zh
  duban: p/1 仍为待核验：李明（二）与报结的经手人李明（一）是同一人；'核验办结'须由另一人办理（依据 rules.yaml:52）；可行办法：由省政府督查室办理
  [1]

Another person of the same account may; the entry and the doctor say that it was one account.

  $ duban verify 1 --note 属实 --as 督查二处 > verified
  $ duban log --event verify --format jsonl | grep -o '"data":{[^}]*}'
  "data":{"note":"属实","same_account":true}
  $ duban doctor | grep ' people '
  warning  people       1 reports or requests were judged from the account that had recorded them, last in entry 7; an account does not tell people apart: give each person one of his own

Somebody of the lead is moved to the office while its report stands.

  $ duban actor add 陈亮 --department 省水利厅 --account $me --as $me
  陈亮 may act
  $ duban report 2 --note 完成 --evidence a.txt --as 陈亮 > reported
  $ duban return 2 --note 补充材料 --as 督查二处 > returned
  $ echo 补充 > b.txt
  $ duban report 2 --for 省水利厅 --note 补充 --evidence b.txt --as 督查一处 > reported
  $ duban actor add 陈亮 --department 省政府督查室 --as $me
  陈亮 may act
  $ duban verify 2 --note 属实 --as 陈亮
  duban: p/2 stays reported: 陈亮 was of the house of 省水利厅 when what 'verify' judges was recorded; that is for somebody else (rules.yaml:52 asks for it); to do: as 省安委办
  [1]
  $ duban verify 2 --note 属实 --as 陈亮 --lang zh
  duban: p/2 仍为待核验：'核验办结'所审的内容登记时，陈亮属于省水利厅所在单位；须由他人办理（依据 rules.yaml:52）；可行办法：由省安委办办理
  [1]

An actor ends; its account, its history and its id.

  $ duban actor grant 陈亮 --role auditor --as $me
  陈亮 is auditor now
  $ duban actor end 陈亮 --as $me
  陈亮 acts no more; its history stays
  陈亮 is auditor no more
  $ duban remark 2 --note 记事 --as 陈亮
  duban: the actor 陈亮 was ended and acts no more
  [1]
  $ duban actor add 陈亮 --department 省水利厅 --as $me
  duban: the actor 陈亮 was ended on 2026-03-02; its id is not used again
  [1]
  $ duban actor list --lang zh | grep 陈亮 | grep -o "[0-9-]*$"
  2026-03-02
  $ duban actor show 陈亮 --format json | sed "s/$me/…/"
  {"account":"…","actor":"陈亮","department":"省政府督查室","ended":"2026-03-02T01:00:00Z","grants":[],"name":null,"person":null}

The last admin who can act stays.

  $ duban actor end $me --as $me 2>&1 | sed "s/: $me/: …/"
  duban: … is the last admin who can act; grant another first: somebody with an account
  $ duban actor grant 省水利厅 --role admin --as $me
  省水利厅 is admin now
  $ duban actor revoke $me --role admin --as $me 2>&1 | sed "s/: $me/: …/"
  duban: … is the last admin who can act; grant another first: somebody with an account
  $ duban actor add 水利厅办公室 --department 省水利厅 --account other --as $me
  水利厅办公室 may act
  $ duban actor revoke $me --role admin --as $me | sed "s/^$me/…/"
  … is admin no more
  $ duban audit replay
  18 entries, 2 tasks: the tables are what the log says
