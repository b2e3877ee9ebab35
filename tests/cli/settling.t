A plan that cannot be read whole: a deadline that names no day, and a lead that nothing says.

  $ cat > plan.csv <<'END'
  > 序号,工作内容,责任单位,完成时限
  > 1,修订应急预案。,省公安厅、省水利厅,2018年6月底前
  > 2,整改重大隐患。,省经信委,待定
  > 3,"=开展督查
  > 每季通报",省水利厅,2018年
  > 4,合计四项。,省水利厅,2018年
  > END
  $ duban init office --rehearsal --at 2018-01-02 > made
  $ cd office
  $ as() { duban "$@" --as 督查一处; }
  $ as import ../plan.csv --plan p
  duban: plan.csv: line 3, 完成时限: 待定 names no day; it needs a person, or a day given with --due
  Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' writes a sheet to settle this in.
  [2]

The paper stays as it is. A sheet shows what was read, with room beside each field.

  $ as import ../plan.csv --plan p --review ../review.csv --lang zh
  ../review.csv：4 行，其中 1 行有无法读取之处，另 1 行存疑
  请在 改为 栏填写更正，再以 '--corrections ../review.csv' 导入。
  $ cat ../review.csv | tr -d '\r'
  ﻿"位置","序号","改为","标题","改为","工作内容","改为","单位原文","牵头单位","改为","协办单位","改为","时限原文","完成时限","改为","是否紧急","改为","存疑","剔除","备注"
  "L2","1","","","","修订应急预案。","","省公安厅、省水利厅","省公安厅","","省水利厅","","2018年6月底前","2018-06-30","","","","没有写明由谁牵头；省公安厅 排在首位，按牵头单位录入","",""
  "L3","2","","","","整改重大隐患。","","省经信委","省经信委","","","","待定","","","","","须核定：待定 没有具体日期；须人工确定，或用 --due 给出日期","",""
  "L4","3","","","","'=开展督查
  每季通报","","省水利厅","省水利厅","","","","2018年","2018-12-31","","","","","",""
  "L6","4","","","","合计四项。","","省水利厅","省水利厅","","","","2018年","2018-12-31","","","","","",""
  $ as import ../plan.csv --plan p --review ../review.csv
  duban: ../review.csv is there already; choose another name
  [1]
  $ as import ../plan.csv --plan p --review ../review.pdf
  duban: a sheet is a .xlsx or .csv, not ../review.pdf
  [2]
  $ as import ../plan.csv --plan p --review ../review.xlsx
  ../review.xlsx: 4 rows, 1 of them with something that cannot be read, 1 more with a doubt
  Fill in what should be otherwise, then import with '--corrections ../review.xlsx'.

Somebody fills it in: who leads task 1, the day of task 2; line 6 is none.

  $ python3 - <<'END'
  > import csv
  > rows = list(csv.reader(open("../review.csv", encoding="utf-8-sig")))
  > head = rows[0]
  > beside = lambda name: head.index(name) + 1
  > rows[1][beside("牵头单位")] = "省水利厅"
  > rows[1][head.index("备注")] = "与来文单位电话核对"
  > rows[2][beside("完成时限")] = "2018年9月底前"
  > rows[4][head.index("剔除")] = "是"
  > csv.writer(open("../filled.csv", "w", encoding="utf-8-sig")).writerows(rows)
  > END
  $ as import ../plan.csv --plan p --corrections ../filled.csv
  p: 3 tasks; 4 departments named, 3 of them as lead
  0 ongoing; due 2018: 3
  gaps: 0 errors, 0 warnings, 2 notes
  $ as import ../plan.csv --plan p --corrections ../filled.csv
  plan p is there already, the same: nothing has changed
  $ as import ../plan.csv --plan p --set 'L3 deadline=2018年'
  duban: plan p is there, read from this file with other corrections; 'amend --error' settles what is wrong with it
  [1]
  $ duban list --plan p
  task  light  state     due                    lead      title
  p/1   green  assigned  2018-06-30 (wd 06-29)  省水利厅  修订应急预案
  p/2   green  assigned  2018-09-30             省经信委  整改重大隐患
  p/3   green  assigned  2018-12-31 (wd 12-29)  省水利厅  =开展督查
  $ duban log --event assign --format jsonl | grep -o '"corrections":.*}],"d'
  "corrections":[{"corrected":"省水利厅","field":"lead","read":"省公安厅、省水利厅","why":"与来文单位电话核对"}],"deadline":"2018年6月底前","doubts":[{"field":"lead","text":"nothing says who leads; {name} stands first and is taken as the lead","values":[["name","省公安厅"]]}],"d
  "corrections":[{"corrected":"2018年9月底前","field":"deadline","read":"待定","why":""}],"deadline":"待定","doubts":[{"field":"deadline","text":"{text} names no day; it needs a person, or a day given with --due","values":[["text","待定"]]}],"d
  $ duban plan doubts p
  task  field     what was doubtful                                                       how it was settled
  p/1   lead      nothing says who leads; 省公安厅 stands first and is taken as the lead  corrected by 督查一处: 省水利厅 (与来文单位电话核对)
  p/2   deadline  待定 names no day; it needs a person, or a day given with --due         corrected by 督查一处: 2018年9月底前
  $ duban plan doubts p --lang zh
  事项  项目      存疑                                                 核定情况
  p/1   牵头单位  没有写明由谁牵头；省公安厅 排在首位，按牵头单位录入  督查一处导入时改为：省水利厅（与来文单位电话核对）
  p/2   完成时限  待定 没有具体日期；须人工确定，或用 --due 给出日期   督查一处导入时改为：2018年9月底前
  $ duban plan doubts p --format jsonl
  {"at":"2018-01-01T16:00:00Z","by":"督查一处","field":"lead","message":"nothing says who leads; 省公安厅 stands first and is taken as the lead","read":"省公安厅、省水利厅","settled":"corrected","task":"p/1","value":"省水利厅","why":"与来文单位电话核对"}
  {"at":"2018-01-01T16:00:00Z","by":"督查一处","field":"deadline","message":"待定 names no day; it needs a person, or a day given with --due","read":"待定","settled":"corrected","task":"p/2","value":"2018年9月底前","why":null}
  $ duban audit check | head -1
  5 entries, 6 files: the log is whole and unaltered
  $ duban audit replay | head -1
  5 entries, 3 tasks: the tables are what the log says

What does not fit the document any more is told with its row.

  $ sed -i 's/整改重大隐患/整改一般隐患/' ../plan.csv
  $ as import ../plan.csv --plan q --corrections ../filled.csv
  duban: filled.csv: line 3: the correction no longer fits L3: its content was 整改重大隐患。, and the document has 整改一般隐患。
  duban: plan.csv: line 3, 完成时限: 待定 names no day; it needs a person, or a day given with --due
  [2]
  $ as import ../plan.csv --plan q --set 'L9 lead=省水利厅' --set 'L3 deadline=改天'
  duban: --set L3 deadline=改天: 改天 names no day; it needs a person, or a day given with --due
  duban: --set L9 lead=省水利厅: the document has no task at L9
  [2]
  $ as import ../plan.csv --plan q --set 'lead=省水利厅'
  duban: 'lead=省水利厅' is no correction; write it like 'T1.R6 lead=省水利厅', with number, titles, content, lead, co, deadline or urgent, or 'T1.R6 row=' to leave it out
  [2]

A day for whatever names none; strictly, no doubt is taken.

  $ as import ../plan.csv --plan q --due 2018-12-31 --strict --dry-run
  duban: plan.csv: line 2, 责任单位: nothing says who leads; 省公安厅 stands first and is taken as the lead
  duban: plan.csv: line 3, 完成时限: 待定 names no day; taken as 2018-12-31, which was given for such
  duban: --strict takes no doubts, and 2 are left; 'import --review' writes a sheet to settle them in
  [2]
  $ as import ../plan.csv --plan q --due 2018-12-31 | head -2
  q: 4 tasks; 5 departments named, 4 of them as lead
  0 ongoing; due 2018: 4
  $ duban plan doubts q
  task  field     what was doubtful                                                       how it was settled
  q/1   lead      nothing says who leads; 省公安厅 stands first and is taken as the lead  not settled
  q/2   deadline  待定 names no day; taken as 2018-12-31, which was given for such        not settled

Afterwards a misreading is amended, and the doubt knows.

  $ as amend q/2 --error --lead 省水利厅 --note 看错了 --at 2018-02-01
  q/2  assigned  due 2018-12-31
    2018-01-16  escalation '迟迟不签收' of level 1, urging
    2018-01-30  escalation '迟迟不签收' of level 1, urging
  $ as amend q/2 --lead 省经信委 --note 看错了
  duban: --lead corrects a misreading: give --error too; 'reassign' gives a task to another lead
  [2]
  $ duban show q/2 | grep 省
  lead            省水利厅
  waits for       lead: 省水利厅
      lead 省水利厅; a misreading corrected
  $ as amend q/2 --error --due 2018-10-31 --note 来文更正
  q/2  assigned  due 2018-10-31
  $ duban plan doubts q
  task  field     what was doubtful                                                       how it was settled
  q/1   lead      nothing says who leads; 省公安厅 stands first and is taken as the lead  not settled
  q/2   deadline  待定 names no day; taken as 2018-12-31, which was given for such        amended by 督查一处: 2018-10-31 (来文更正)
  $ duban audit replay | head -1
  14 entries, 7 tasks: the tables are what the log says
