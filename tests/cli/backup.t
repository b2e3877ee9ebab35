A workspace in one file, and a workspace from it. A normal one, with a file of evidence.

  $ now='2017-01-20 01:00:00'; duban() { faketime -f "$now" duban "$@"; }
  $ roots() { sed 's/root=.*/root=…/'; }
  $ duban init office > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > ../imported
  $ echo 已部署 > ../letter.txt
  $ duban start 一（三）19 --for 省水利厅 --note 来函 --evidence ../letter.txt --as 督查一处
  hn135/1.3.19  assigned -> in_progress  due 2018-12-31
  $ duban backup ../monday.tar | tee ../said | roots | sed 's/[0-9]* bytes/… bytes/'
  ../monday.tar holds 60 entries, the last of 2017-01-20 09:00, and 8 files, … bytes
  Judged were its log and its files, not its tables: '--replay' compares them with the log, as 'duban restore' does.
  size=60 root=…
  $ duban audit check | tail -1 > ../head; tail -1 ../said | cmp - ../head
  $ stat -c '%a %n' ../monday.tar
  600 ../monday.tar
  $ ls -A ..
  head
  imported
  letter.txt
  made
  monday.tar
  office
  said

Nothing is overwritten.

  $ duban backup ../monday.tar
  duban: ../monday.tar is there already; nothing was overwritten
  [1]
  $ duban restore ../monday.tar .
  duban: . is a workspace already
  [1]
  $ duban restore ../monday.tar other
  duban: other is inside the workspace */office (glob)
  [1]

Two steps later the disk is lost, or somebody believes so.

  $ now='2017-01-23 01:00:00'
  $ duban start 一（三）11 --for 省经信委 --note 来函 --as 督查一处 > /dev/null
  $ duban remark 一（三）11 --note 催办 --as 督查一处 > /dev/null
  $ duban audit check | tail -1 > ../head
  $ cd ..; mv office office.broken
  $ duban restore monday.tar office | roots
  office holds 60 entries, the last of 2017-01-20 09:00, and 8 files
  What was recorded after that is not in it.
  Where the workspace that it replaces still is, nobody may work any more.
  size=60 root=…
  $ find office -printf '%m %p\n' | sed 's#/..$#/…#; s#/../.*#/…/…#' | sort -u
  600 office/duban.db
  600 office/duban.yaml
  600 office/evidence/…/…
  700 office
  700 office/evidence
  700 office/evidence/…
  $ duban --workspace office audit check | roots
  60 entries, 6 files: the log is whole and unaltered
  size=60 root=…
  $ duban --workspace office audit replay
  60 entries, 57 tasks: the tables are what the log says
  $ duban --workspace office evidence get 一（三）19 1
  已部署
  $ rm -r office

What it lacks, by the workspace that it replaces, or by a head that somebody wrote down.

  $ duban restore monday.tar office --against office.broken | sed -n 3p
  2 entries are missing that office.broken has, from entry 60 of 2017-01-23 09:00 on; have them entered again.
  $ rm -r office
  $ duban --lang zh restore monday.tar office --head "$(cat head)" | roots
  office 含记录 60 条（最后一条 2017-01-20 09:00）、文件 8 个
  此后的记录不在其中。
  缺少该树根所含的 2 条记录，自第 60 条起；请补录。
  被替换的工作区若仍在，任何人不得再在其中办理。
  size=60 root=…
  $ rm -r office
  $ duban restore monday.tar office --head 60
  duban: '60' is no head of a log; it looks like 'size=849 root=...', as audit check prints it
  [2]

A backup of another history is not taken for an earlier state.

  $ duban restore monday.tar office --head "size=59 root=$(sed 's/.*root=//' head)"
  duban: monday.tar is not an earlier state of 'size=59 root=*': the entries that both have differ (glob)
  [1]
  $ duban init stranger > /dev/null
  $ duban restore monday.tar office --against stranger
  duban: monday.tar is not an earlier state of stranger: the entries that both have differ
  [1]

Any tar unpacks it; the hashes are in its manifest.

  $ tar tf monday.tar | sed 's#/../.*#/…/…#' | uniq
  duban-backup/manifest.jsonl
  duban-backup/duban.yaml
  duban-backup/duban.db
  duban-backup/evidence/…/…
  $ tar xf monday.tar
  $ duban --workspace duban-backup audit replay
  60 entries, 57 tasks: the tables are what the log says
  $ head -1 duban-backup/manifest.jsonl | sed 's/"bytes":[0-9]*/"bytes":…/; s/"root":"[^"]*"/"root":…/; s/"workspace":.*/"workspace":…/'
  {"bytes":…,"duban":"backup","files":8,"format":1,"lacks":0,"last":"2017-01-20T01:00:00Z","rehearsal":false,"root":…,"size":60,"workspace":…

Cut short, altered, or something else: nothing is restored.

  $ head -c 200000 monday.tar > cut.tar
  $ duban restore cut.tar office
  duban: cut.tar is damaged or cut short: duban.db is not what it was
  [2]
  $ duban restore letter.txt office
  duban: letter.txt is no backup of duban
  [2]
  $ duban restore none.tar office --format json
  {"error":{"at":null,"code":"bad-file","message":"there is no file none.tar","rule":null}}
  [2]
  $ ls -A | grep office
  office.broken

A file that an entry names and that is lost: the backup is made all the same, and says so.

  $ cd office.broken
  $ rm evidence/*/*$(sha256sum ../letter.txt | cut -c 60-64)
  $ duban backup ../tuesday.tar | sed 's/[0-9a-f]\{62,64\}/…/g; s#/[^ ]*/evidence#evidence#' | roots
  entry 59, hn135/1.3.19: the file 'letter.txt' handed in by 省水利厅 (督查一处) cannot be read: the file evidence/*/… is missing (glob)
  ../tuesday.tar holds 62 entries, the last of 2017-01-23 09:00, and 7 files, * bytes (glob)
  It lacks files that entries name: 1.
  Judged were its log and its files, not its tables: '--replay' compares them with the log, as 'duban restore' does.
  size=62 root=…
  $ duban backup ../wednesday.tar > /dev/null
  [1]
  $ cd ..
  $ duban restore tuesday.tar office > said
  [1]
  $ sed -n '2,$p' said | roots
  office holds 62 entries, the last of 2017-01-23 09:00, and 7 files
  What was recorded after that is not in it.
  It lacks files that entries name: 1.
  Where the workspace that it replaces still is, nobody may work any more.
  size=62 root=…

Safeguards taken away are found by the audit, kept as they are in a backup, and not restored.

  $ sqlite3 office/duban.db 'DROP TRIGGER log_is_never_deleted; CREATE TABLE mine (x)'
  $ duban --workspace office audit check | head -2
  trigger log_is_never_deleted of the database is missing
  table mine of the database is none of duban's
  $ duban --workspace office backup dropped.tar | grep refuse
  'duban restore' will refuse it as it is.
  $ duban restore dropped.tar again
  duban: dropped.tar cannot be restored: trigger log_is_never_deleted of its database is not as duban makes it
  [2]
