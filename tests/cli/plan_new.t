Tasks that no document has, and a plan that should not have been imported.

  $ duban init office --rehearsal --at 2018-01-02 > made
  $ cd office
  $ as() { duban "$@" --as 督查一处; }
  $ as plan new pishi --title 领导批示件 --ends 2018-12-31
  plan pishi is there, without a task; 'task add' adds them
  $ as plan new pishi --title 又一份
  duban: plan pishi is there already; choose another id
  [1]
  $ duban plan new other --title 批示件 --as 省公安厅
  duban: 'plan new' is for the coordinator (省安委办, 省政府督查室); 省公安厅 is none
  [1]
  $ echo 已阅 > 批示.pdf
  $ as task add pishi --content '排查老旧桥梁。每月通报。' --lead 省公安厅 --co 省水利厅 --due 2018-06-30 --source '省长批示〔2018〕12号' --evidence 批示.pdf
  pishi/1  assigned  due 2018-06-30
  $ as task add pishi --content 通报进展。 --lead 省水利厅 --ongoing --source 专题会议纪要
  pishi/2  assigned  2018H1 due 2018-07-10
  $ as task add pishi --content 通报进展。 --lead 省水利厅 --source 专题会议纪要
  duban: a task has a day (--due) or goes on (--ongoing): say which
  [2]
  $ as task add pishi --content 通报进展。 --lead 省水利厅 --due 2018-01-01 --source 专题会议纪要
  duban: 2018-01-01 has passed; a due date is today, 2018-01-02, or later
  [1]
  $ duban list
  task     light  state     due                    lead      title
  pishi/1  green  assigned  2018-06-30 (wd 06-29)  省公安厅  排查老旧桥梁
  pishi/2  green  assigned  2018-07-10             省水利厅  通报进展
  $ duban show pishi/1
  pishi/1  排查老旧桥梁
  content         排查老旧桥梁。每月通报。
  lead            省公安厅
  co              省水利厅
  light           green
  state           assigned
  due             2018-06-30 (wd 06-29); the document says: 2018-06-30
  waits for       lead: 省公安厅; co: 省水利厅
  
  Contributions
  co        contribution
  省水利厅  missing
  
  Evidence
  no  name      bytes  sha256        department    by        time
   1  批示.pdf      7  3a27b2deb3f8  省政府督查室  督查一处  2018-01-02 00:00
  
  Due dates
  due         by step  made              by
  2018-06-30  assign   2018-01-02 00:00  督查一处
  
  History
  2018-01-02 00:00  #2  assign  督查一处  assigned
      source: 省长批示〔2018〕12号

A sheet to be filled in imports without a doubt.

  $ duban plan template 台账.csv
  台账.csv: a row a task; the first of 牵头单位 leads, deadlines are written like 2018年6月底前 or 持续推进
  $ tail -c +4 台账.csv | tr -d '\r'
  "序号","工作内容","牵头单位","协办单位","完成时限","是否紧急"
  $ printf '1,修订预案。,省公安厅,省水利厅,2018年6月底前,\r\n' >> 台账.csv
  $ as import 台账.csv --plan t --strict
  t: 1 tasks; 2 departments named, 1 of them as lead
  0 ongoing; due 2018: 1
  gaps: 0 errors, 0 warnings, 1 notes
  $ duban plan template 台账.csv
  duban: 台账.csv is there already; choose another name
  [1]
  $ duban plan template 台账.xlsx
  台账.xlsx: a row a task; the first of 牵头单位 leads, deadlines are written like 2018年6月底前 or 持续推进

While no department has acted, a plan can be made void; its keys may come again.

  $ duban nightly --at 2018-07-02 | tail -1 | sed 's/root=.*//'
  at=2018-07-01T16:00:00Z date=2018-07-02 fired=29 tasks=3 deadlines=2 escalations=27 resumed=0 left=0 size=36 
  $ duban plan void t --as 省公安厅 2>&1 | sed "s/($(id -un),/(ME,/"
  duban: 'plan void' is for the coordinator, admin (ME, 省安委办, 省政府督查室); 省公安厅 is none
  $ as plan void t --note 误用旧稿
  t is void, with its 1 tasks; the log keeps them, and the id may be used again
  $ duban list --plan t
  duban: no plan t
  [1]
  $ duban list --plan t --at 2018-07-01
  task  light  state    due                    late  lead      title
  t/1   red    overdue  2018-06-30 (wd 06-29)     1  省公安厅  修订预案
  $ duban plan list
  plan   tasks  ends        imported    title
  pishi      2  2018-12-31  2018-01-02  领导批示件
  $ duban nightly --at 2018-07-20 | tail -1 | sed 's/root=.*//'
  at=2018-07-19T16:00:00Z date=2018-07-20 fired=4 tasks=2 deadlines=1 escalations=3 resumed=0 left=0 size=42 
  $ as import 台账.csv --plan t --at 2018-07-21 | head -1
  t: 1 tasks; 2 departments named, 1 of them as lead
  $ duban start t/1 --as 省公安厅
  t/1  overdue  due 2018-06-30
  $ as plan void t
  duban: plan t cannot be void: 省公安厅 has acted on t/1 ('start', entry 47); 'cancel' ends a task
  [1]
  $ duban log --event void
  entry  time              task  step  by        note
     36  2018-07-02 00:00  t     void  督查一处  误用旧稿
  $ duban log --event void --lang zh
  序号  时间              事项  环节      经办      办理说明
    36  2018-07-02 00:00  t     作废台账  督查一处  误用旧稿
  $ duban audit check | head -1
  48 entries, 6 files: the log is whole and unaltered
  $ duban audit replay | head -1
  48 entries, 3 tasks: the tables are what the log says
