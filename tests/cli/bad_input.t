Bad input: one clear sentence, the right status, nothing changed.

  $ duban list
  duban: there is no workspace here or above; make one with duban init, or name it with --workspace
  [1]
  $ duban init office --rehearsal --at 2017-01-20 > made
  $ duban --workspace office list
  no task fits
  $ duban --workspace nowhere list
  duban: nowhere is no workspace: it has no duban.yaml
  [1]
  $ duban init office/inside
  duban: office/inside is inside the workspace */office (glob)
  [1]
  $ duban init office
  duban: office is a workspace already
  [1]
  $ touch file; duban init file
  duban: file is there already and is not an empty directory
  [1]
  $ duban init other --directory missing.yaml; ls
  duban: missing.yaml cannot be read: No such file or directory
  file
  made
  office
  $ cd office
  $ export DUBAN_ACTOR=督查一处

Documents.

  $ plans=$DUBAN_SOURCE/tests/data/plans
  $ for name in not_a_zip.docx bomb.docx no_table.docx no_deadline.docx empty.csv; do
  >   duban import $plans/$name --plan p; echo "[$?]"
  > done
  duban: not_a_zip.docx is no .docx: it is not a zip file; open it and save it again
  [2]
  duban: word/document.xml of bomb.docx unpacks to far more than its size; this is no document
  [2]
  duban: no_table.docx has no tasks of a plan: neither a table with headings such as 工作内容, 责任部门 and 完成时间, nor paragraphs that end with who is responsible
  [2]
  duban: no_deadline.docx: table 1, row 2: there is no deadline
  Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' writes a sheet to settle this in.
  [2]
  duban: empty.csv is empty
  [2]
  $ printf '序号,重点任务,责任部门,完成时间\n一、总则,,,\n（一）检查,,,\n1,查隐患,,2018年\n2,改隐患,省安监局,择机\n2,再改,省安监局,2018年\n' > plan.csv
  $ duban import plan.csv --plan p
  duban: plan.csv: line 4, 责任部门: the row names no lead department
  duban: plan.csv: line 5, 完成时间: 择机 names no day; it needs a person, or a day given with --due
  Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' writes a sheet to settle this in.
  [2]
  $ duban import plan.csv --plan p --format json 2>&1 | head -c 120
  {"error":{"at":"plan.csv: line 4, 责任部门","code":"bad-file","message":"the row names no lead department","rule":nu (no-eol)
  $ duban import plan.csv --plan 'No Good'
  duban: 'No Good' cannot name a plan; use small letters, digits, '-' and '_', at most 32, such as hn135
  [2]
  $ duban import missing.docx --plan p
  duban: there is no file missing.docx
  [2]
  $ duban import . --plan p
  duban: . is not a file that can be read twice, as an import must
  [2]
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 > imported
  $ printf '序号,重点任务,责任部门,完成时间\n一、总则,,,\n（一）检查,,,\n1,查隐患,省安监局,2018年\n' > plan.csv
  $ duban import plan.csv --plan hn135
  duban: plan hn135 is there already, read from plan.csv; choose another id
  [1]

Words that name nothing.

  $ duban start 9.9.9 --as 省安监局
  duban: no plan has a task 9.9.9
  [1]
  $ duban start nowhere/1.1.1 --as 省安监局
  duban: no plan nowhere
  [1]
  $ duban start one --as 省安监局
  duban: 'one' names no task; write it as hn135/1.3.11 or 1.3.11
  [1]
  $ duban start 1.1.1 --as 无此人
  duban: no actor or department 无此人
  [1]
  $ duban remark 1.1.1 --to 无此单位 --note 催办
  duban: no department 无此单位 in the directory; an admin adds it with 'department add'
  [1]
  $ duban stat 1.1.1
  duban: there is no command 'stat'; did you mean 'start'?
  [2]
  $ duban start 1.1.1 --due 2018-01-01
  duban: 'duban start' takes no --due
  [2]
  $ duban return 1.1.1 --due 明天
  duban: --due takes a date such as 2018-12-31, not '明天'
  [2]

Evidence that cannot be read, a note that is too long.

  $ duban progress 1.1.1 --as 省安监局 --note 进展 --evidence missing.pdf
  duban: hn135/1.1.1 stays assigned: there is no file missing.pdf
  [1]
  $ duban progress 1.1.1 --as 省安监局 --note 进展 --evidence .
  duban: hn135/1.1.1 stays assigned: . is a folder, not a file
  [1]
  $ head -c 100000 /dev/zero | tr '\0' x > long
  $ duban progress 1.1.1 --as 省安监局 --note "$(cat long)"
  duban: hn135/1.1.1 stays assigned: the note is longer than 65536 bytes; attach it as evidence
  [1]
  $ duban progress 1.1.1 --as 省安监局 --note ' '
  duban: 'progress' of hn135/1.1.1 lacks: note (rules.yaml:36 asks for it)
  [1]

Time.

  $ duban nightly --at 2016-01-01
  duban: 2016-01-01 00:00 is before the last entry, 2017-01-20 00:00; time runs forward
  [1]
  $ duban nightly --at yesterday
  duban: 'yesterday' is not a time; write 2018-03-01 or 2018-03-01T10:00:00+08:00
  [2]

Nothing of all this is in the log.

  $ duban audit replay
  59 entries, 57 tasks: the tables are what the log says

An answer that nobody can receive.

  $ duban list > /dev/full
  duban: the answer cannot be written to the output
  [3]

A damaged database, and one that is missing.

  $ printf 'this is no database, whatever its name says' > duban.db; rm -f duban.db-wal duban.db-shm
  $ duban list
  duban: the database */office/duban.db is damaged (file is not a database); restore it from a backup (glob)
  [3]
  $ rm duban.db
  $ duban list
  duban: there is no database */office/duban.db; restore it from a backup (glob)
  [3]
  $ printf 'duban: 1\nlnag: zh\n' > duban.yaml
  $ duban list
  */office/duban.yaml:2:1: error: unknown key 'lnag'; did you mean 'lang'? (glob)
    2 | lnag: zh
      | ^~~~
  [2]
