What an adversary found once, and does not find again.

  $ export DUBAN_ACTOR=督查一处
  $ duban init office --rehearsal --at 2018-01-05 > made; cd office
  $ cat > odd.csv <<END
  > 序号,工作内容,牵头单位,配合单位,完成时间
  > 1,第一项工作。,怪局,奇怪局,2018年6月30日
  > 2,第二项工作。,各市州人民政府,,2018年6月30日
  > END
  $ duban import odd.csv --plan odd > read

A lead and a co that the directory lacks act through their own accounts.

  $ duban start 1 --as 怪局
  odd/1  assigned -> in_progress  due 2018-06-30
  $ duban contribute 1 --note 已办 --as 奇怪局
  odd/1  in_progress  due 2018-06-30
  $ duban actor add 怪局 --department 怪局 --account guai --as root
  怪局 may act

A name that becomes an alias later leaves the plan what it is.

  $ duban department add 新怪局 --alias 怪局 --as root > added
  $ duban import odd.csv --plan odd
  plan odd is there already, the same: nothing has changed

A member of a group that leads does not verify the group's work.

  $ duban actor grant 长沙市人民政府 --role coordinator --as root > granted
  $ duban report 2 --note 完成 --evidence odd.csv --as 株洲市人民政府
  odd/2  assigned -> reported  due 2018-06-30
  $ duban verify 2 --note 属实 --as 长沙市人民政府
  duban: odd/2 stays reported: 长沙市人民政府 is of the lead's house (各市州人民政府); 'verify' is for somebody else (rules.yaml:52 asks for it); to do: as 省安委办
  [1]

Ids are words that can be named and printed; the engine's own name is its own.

  $ duban actor add scheduler --department 省公安厅 --as root
  duban: an actor's id is a visible word without hidden characters, and not 'scheduler'
  [1]
  $ duban actor add " " --department 省公安厅 --as root
  duban: an actor's id is a visible word without hidden characters, and not 'scheduler'
  [1]

An option that the step does not take comes before everything else; a mark of byte order does no harm.

  $ printf '\357\273\277{"do":"start","task":"9.9.9","due":"2018-01-01"}\n' | duban apply -
  {"code":"usage","error":"'start' takes no --due","ok":false}
  [2]
  $ duban audit replay | sed 's/[0-9]* entries/… entries/'
  … entries, 2 tasks: the tables are what the log says
