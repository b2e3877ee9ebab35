What is wrong with a workspace, and what to do. A normal one; disk and file system are the tester's.

  $ now='2017-01-20 01:00:00'; duban() { faketime -f "$now" duban "$@"; }
  $ place=$(mktemp -d /tmp/duban-XXXXXX)
  $ doctor() {
  >   duban --workspace "$place/office" doctor "$@" > said; status=$?
  >   sed "s#$place/##g; s/: [0-9a-f]\{12\}\$/: …/" said | grep -v -E '^[a-z]+ +(file-system|space|write-ahead|lock) '
  >   return $status
  > }
  $ wrong() { doctor "$@" | grep -v '^ok'; }
  $ duban init "$place/office" > made
  $ duban --workspace "$place/office" import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > imported
  $ doctor
  ok       settings     duban.yaml can be read
  ok       rights       its files are open to their owner only
  ok       leftovers    nothing is left of killed processes
  ok       zones        the system's time zones are there
  ok       database     the database can be opened
  ok       layout       tables, indexes and triggers are as made
  ok       pages        its pages are sound
  ok       tree         the log has 59 entries, as its tree has
  ok       basis        rules, calendar and directory in force can be read: …
  ok       tables       they are what the 59 entries of the log say, derived anew
  ok       clock        it is 2017-01-20 09:00, the last entry is of 2017-01-20 09:00
  ok       calendar     it knows every year that deadlines need
  ok       night        no nightly run yet, and nothing is due
  ok       people       3 actors; whoever was granted something is known
  ok       evidence     5 files that entries name are there, of their size
  $ cut -c 1-22 said
  ok       settings     
  ok       rights       
  (ok|warning) +file-system + (re)
  (ok|warning) +space .* (re)
  ok       write-ahead  
  ok       lock         
  ok       leftovers    
  ok       zones        
  ok       database     
  ok       layout       
  ok       pages        
  ok       tree         
  ok       basis        
  ok       tables       
  ok       clock        
  ok       calendar     
  ok       night        
  ok       people       
  ok       evidence     
  $ duban --workspace "$place/office" doctor --lang zh | grep -E 'clock|时钟'
  正常     时钟         现在是 2017-01-20 09:00，最后一条记录为 2017-01-20 09:00
  $ duban --workspace "$place/office" doctor --format json | sed 's/"directory.*//; s/\(.*zones[^}]*}\),.*/\1/; s/.*{/{/'
  {"check":"zones","message":"the system's time zones are there","result":"ok"}

Nobody watches the nights; then the clock is far ahead; then it is behind.

  $ now='2017-02-10 01:00:00'
  $ wrong
  warning  night        no nightly run yet, 57 tasks have something due; have duban nightly run each night
  $ duban --workspace "$place/office" nightly --quiet | cut -d ' ' -f 2,3
  date=2017-02-10 fired=57
  $ now='2017-02-20 01:00:00'
  $ wrong
  warning  night        the last nightly run was 10 days ago, of 2017-02-10, 0 tasks have something due; see why it does not run each night
  $ now='2027-02-20 01:00:00'
  $ wrong
  wrong    clock        the machine's clock says 2027-02-20 09:00, 3662 days after the last entry; if that is right, an admin continues with --accept-gap
  warning  calendar     the days off of 2027 are not known; dates there are provisional: duban calendar activate FILE, when they are announced
  warning  night        the last nightly run was 3662 days ago, of 2017-02-10, 57 tasks have something due; see why it does not run each night
  $ now='2017-02-01 01:00:00'
  $ wrong
  wrong    clock        the machine's clock says 2017-02-01 09:00, but steps were taken up to 2017-02-10 09:00; if the clock is behind, set it right; if it is right, it was ahead then, and an admin goes on with: duban clock --accept --note '...'
  $ doctor > rest
  [1]

Rights, a draft of a process that was killed, a file of evidence that is gone.

  $ now='2017-02-10 02:00:00'
  $ cd "$place"; cp -a office whole
  $ chmod 644 office/duban.db; chmod 755 office/evidence
  $ wrong
  wrong    rights       office/duban.db is open to others (mode 0644); chmod 0600; and 2 more
  $ rm -r office; cp -a whole office
  $ touch office/evidence/.new-999999999-1; chmod 600 office/evidence/.new-*
  $ wrong
  warning  leftovers    1 unfinished files are left of killed processes; remove office/evidence/.new-999999999-1
  $ rm -r office; cp -a whole office
  $ rm office/evidence/*/*$(sha256sum $DUBAN_SOURCE/tests/data/plans/plan.csv | cut -c 60-64)
  $ wrong | sed 's#/../[0-9a-f]*#/…/…#'
  wrong    evidence     1 files that entries name are missing or cut, first 'plan.csv' of entry 1, which is office/evidence/…/…; bring them back from a backup
  $ rm -r office; cp -a whole office

Tables by somebody's editor; a grant for nobody; an older state put back.

  $ sqlite3 office/duban.db 'DROP INDEX task_by_timer; CREATE TABLE mine (x)'
  $ wrong
  wrong    layout       index task_by_timer is missing; ask who has been at the database, and restore a backup
  wrong    layout       table mine is none of duban's; ask who made it, and remove it
  wrong    tables       2 things are not what follows from the log; see 'duban audit replay', ask who has been at the database, and restore a backup; index task_by_timer of the database is missing
  wrong    night        the database office/duban.db is damaged (no such index: task_by_timer); restore it from a backup
  $ rm -r office; cp -a whole office
  $ sqlite3 office/duban.db "INSERT INTO grant_ VALUES ('无此人', 'auditor', '')"
  $ wrong
  wrong    tables       2 things are not what follows from the log; see 'duban audit replay', ask who has been at the database, and restore a backup; the tables have grant 无此人/auditor/, of which the log knows nothing
  warning  people       无此人 has a grant and is neither an actor nor a department; see duban actor revoke
  $ rm -r office; cp -a whole office
  $ head=$(duban --workspace office audit check | tail -1)
  $ doctor --head "$head" | tail -1
  ok       head         the log goes on from the head of * entries (glob)
  $ duban --workspace office remark 一（三）11 --note 备查 --as 督查一处 > /dev/null
  $ later=$(duban --workspace office audit check | tail -1)
  $ wrong --head "$head"
  [1]
  $ rm -r office; cp -a whole office
  $ wrong --head "$later"
  wrong    head         the log has * entries, and there were *: an older state was put back; look for a later backup, and ask who did it (glob)

A workspace that does not open any more.

  $ head -c 20000 whole/duban.db > office/duban.db; rm -f office/duban.db-*; chmod 600 office/duban.db
  $ wrong | sed 's/damaged (.*/damaged (…/'
  wrong    database     the database office/duban.db is damaged (…
  $ rm office/duban.db office/duban.yaml
  $ wrong
  wrong    settings     office/duban.yaml cannot be read: No such file or directory; put it there again, from a backup
  wrong    database     there is no database office/duban.db; restore it from a backup
  $ duban --workspace nowhere doctor
  duban: there is no directory nowhere
  [1]
  $ duban --workspace whole doctor --at 2017-02-01
  duban: the doctor looks at what is there now; leave out --at
  [2]
  $ cd /; rm -r "$place"
