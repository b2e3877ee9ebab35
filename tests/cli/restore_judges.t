A backup is judged before anybody works in it: its log, its files, and whether its tables are what
the log says. A night has raised something.

  $ duban init office --rehearsal --at 2017-01-05 > /dev/null
  $ printf '序号,工作内容,责任单位,完成时限\n1,甲。,省安监局,2017年6月底\n' > plan.csv
  $ duban --workspace office import plan.csv --plan p --as 督查一处 --at 2017-01-05 > /dev/null
  $ duban --workspace office nightly --at 2017-08-01 > /dev/null
  $ mv office whole; short() { sed 's/[0-9a-f]\{16,64\}/…/g; s/root=.*/root=…/; s/[0-9]* bytes/… bytes/'; }
  $ duban --workspace whole backup sound.tar | short
  sound.tar holds 15 entries, the last of 2017-08-01 00:00, and 7 files, … bytes
  Judged were its log and its files, not its tables: '--replay' compares them with the log, as 'duban restore' does.
  size=15 root=…
  $ duban --workspace whole backup --replay replayed.tar | sed -n 2p
  Judged were its log, its files and its tables.
  $ duban --workspace whole backup --replay json.tar --format json | grep -o '"replayed":true'
  "replayed":true
  $ duban restore sound.tar sound | short
  sound holds 15 entries, the last of 2017-08-01 00:00, and 7 files
  What was recorded after that is not in it.
  Where the workspace that it replaces still is, nobody may work any more.
  size=15 root=…

Somebody who can write the file makes rows of his own. Backing up does not look at them unless it is
asked to; restoring and the doctor do.

  $ try() {
  >   rm -rf office *.tar restored; cp -a whole office; sqlite3 office/duban.db "$1"
  >   duban --workspace office backup quick.tar > quick; echo "backup: $?"
  >   duban --workspace office backup --replay full.tar > full; echo "backup --replay: $?"
  >   grep refuse full
  >   duban restore quick.tar restored > said 2>&1; echo "restore: $?"; short < said | head -2
  >   ls -d restored 2> /dev/null
  >   duban --workspace office doctor > said; echo "doctor: $?"; grep -E '^wrong +(tables|layout)' said | short | cut -c 1-66
  > }
  $ try "INSERT INTO grant_ VALUES ('省安监局', 'admin', '')"
  backup: 0
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  the tables have grant 省安监局/admin/, of which the log knows nothing
  the tables have rows.grants as 4; the log says 3
  doctor: 1
  wrong    tables       2 things are not what follows from the log; 
  $ try "UPDATE meta SET rehearsal = 0"
  backup: 0
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  the tables have meta.rehearsal as false; the log says true
  1 findings in 15 entries
  doctor: 1
  wrong    tables       1 things are not what follows from the log; 
  $ try "DELETE FROM escalation"
  backup: 0
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  p/1: the tables lack escalation unstarted/1/0
  p/1: the tables lack escalation unstarted/1/1
  doctor: 1
  wrong    tables       11 things are not what follows from the log;
  $ try "UPDATE basis SET rules = replace(rules, 'forbid', 'fordib')"
  backup: 1
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  entry 0, the basis … is not what it was: its texts were altered
  entry 0, without its basis nothing after it can be judged
  doctor: 1
  wrong    tables       32 things are not what follows from the log;
  $ try "DELETE FROM task_text"
  backup: 0
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  p/1: the tables lack text
  the tables have rows.texts as 0; the log says 1
  doctor: 1
  wrong    tables       2 things are not what follows from the log; 
  $ try "UPDATE meta SET last_time = last_time - 86400"
  backup: 0
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  the tables have meta.last_time as 2017-07-30T16:00:00Z; the log says 2017-07-31T16:00:00Z
  1 findings in 15 entries
  doctor: 1
  wrong    tables       1 things are not what follows from the log; 
  $ try "UPDATE meta SET last_night = '2017-07-31'"
  backup: 0
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  the tables have meta.last_night as 2017-07-31; the log says 2017-08-01
  1 findings in 15 entries
  doctor: 1
  wrong    tables       1 things are not what follows from the log; 

One that duban cannot open at all is not called sound.

  $ try "PRAGMA foreign_keys = OFF; UPDATE meta SET basis = NULL"
  backup: 1
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  the tables have meta.basis as ; the log says …
  1 findings in 15 entries
  doctor: 1
  wrong    tables       1 things are not what follows from the log; 
  $ duban --workspace office list 2>&1 | short
  duban: the store has no texts of the basis in force, 
  $ try "PRAGMA foreign_keys = OFF; DELETE FROM basis"
  backup: 1
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 1
  entry 0, the texts of the basis … are lost
  entry 0, without its basis nothing after it can be judged
  doctor: 1
  wrong    tables       31 things are not what follows from the log;
  $ duban --workspace office list 2>&1 | short
  duban: the store has no texts of the basis in force, …

A trigger under a name of SQLite's own.

  $ try "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat9', 'log', 0, 'CREATE TRIGGER sqlite_stat9 AFTER INSERT ON log BEGIN DELETE FROM escalation; END')"
  backup: 1
  backup --replay: 1
  'duban restore' will refuse it as it is.
  restore: 2
  duban: quick.tar cannot be restored: trigger sqlite_stat9 of its database is not as duban makes it
  doctor: 1
  wrong    layout       trigger sqlite_stat9 is none of duban's; ask
  wrong    tables       1 things are not what follows from the log; 

What the log does not bind: the settings. And nothing but a workspace's own files is in a backup.

  $ rm -rf office; cp -a whole office; sed -i 's/^max_gap.*/max_gap: 400/' office/duban.yaml
  $ touch office/duban.key; duban --workspace office backup gap.tar > said
  $ tar tf gap.tar | grep key
  [1]
  $ duban restore gap.tar gap | sed -n 3p
  Its duban.yaml lets a clock run 400 days ahead (max_gap); see that this is meant.

A medium that fails tells nothing about the backup.

  $ duban restore /proc/self/mem elsewhere
  duban: /proc/self/mem cannot be read (Input/output error), and so not judged; check the disk or share that it lies on, then try again or take another copy
  [3]
