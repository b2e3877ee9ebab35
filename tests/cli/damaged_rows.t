Somebody with an editor has been at the database. Numbers are read whole, one damaged row stops
nobody's night, and an audit names what it finds and goes on.

  $ duban init office --rehearsal --at 2018-01-05 > made
  $ cat > plan.csv <<'END'
  > 序号,工作任务,牵头单位,协办单位,完成时限
  > 1,建立督办台账,省财政厅,省教育厅,2018年3月底前
  > 2,完善考核办法,省教育厅,省财政厅,2018年3月底前
  > 3,推进信息共享,省水利厅,省教育厅,2018年3月底前
  > END
  $ cd office
  $ duban import ../plan.csv --plan p --as 督查一处 > imported
  $ duban nightly --at 2018-03-02 > fired
  $ cp -a . ../whole
  $ again() { cp -a ../whole/. .; }

A number that no task can have is no key: whoever reads it is told the table, the row and the column.

  $ sqlite3 duban.db "UPDATE escalation SET path = 'J4294967297' WHERE path = 'A1' AND occurrence = 0"
  $ duban escalations 2>&1 | tail -1
  duban: row p/J4294967297 unstarted/1/0 of table escalation holds in path what cannot stand there; 'duban audit replay' compares all rows with the log
  $ duban audit replay | head -3
  row p/J4294967297 unstarted/1/0 of table escalation holds in path what cannot stand there; 'duban audit replay' compares all rows with the log
  row p/J4294967297 remind-30/1/0 of table escalation holds in path what cannot stand there; 'duban audit replay' compares all rows with the log
  p/1: the tables lack escalation unstarted/1/0
  $ again

One damaged task: the others have their night, the task is named, and the last line counts it.

  $ sqlite3 duban.db "UPDATE task SET last_entry = 9007199254740992 WHERE path = 'A2'"
  $ duban nightly --at 2018-04-02 --quiet | sed 's/root=[^ ]*/root=…/'
  duban: row p/2 of table task holds in last_entry what cannot stand there; 'duban audit replay' compares all rows with the log
  duban: 1 tasks have rows that cannot be used and are left as they are; all others that were due are done
  at=2018-04-01T16:00:00Z date=2018-04-02 fired=12 tasks=2 deadlines=2 escalations=10 resumed=0 left=1 size=30 root=… damaged=1
  $ duban show 1 | head -1
  p/1  建立督办台账
  $ again

An escalation planted where the next one belongs: only that task waits.

  $ sqlite3 duban.db "INSERT INTO escalation SELECT plan, path, 'overdue', 1, 0, level, anchor, fires, raised, recorded, late_armed, notify, entry FROM escalation WHERE path = 'A3' LIMIT 1"
  $ duban nightly --at 2018-04-02 --quiet 2>&1 | sed 's/root=[^ ]*/root=…/'
  at=2018-04-01T16:00:00Z date=2018-04-02 fired=12 tasks=2 deadlines=2 escalations=10 resumed=0 left=1 size=30 root=… damaged=1
  duban: p/3 has rung overdue of generation 1, occurrence 0, already; nothing is raised twice
  duban: 1 tasks have rows that cannot be used and are left as they are; all others that were due are done
  $ again

A lost plan is a sentence for whoever reads, and for the night.

  $ sqlite3 duban.db 'DELETE FROM plan'
  $ duban list
  duban: table plan has lost the row of p, which p/1 belongs to; 'duban audit replay' compares all rows with the log
  [3]
  $ duban nightly --at 2018-04-02 --quiet 2>&1 | tail -2 | sed 's/root=[^ ]*/root=…/'
  duban: table plan has lost the row of p, which p/3 belongs to; 'duban audit replay' compares all rows with the log
  duban: 3 tasks have rows that cannot be used and are left as they are; all others that were due are done
  $ again

An index that somebody emptied says that nothing is due. A night that compares does not believe it.

  $ sqlite3 duban.db > /dev/null <<'END'
  > DROP INDEX task_by_timer;
  > CREATE INDEX task_by_timer ON task (next_timer, plan, path) WHERE 0;
  > PRAGMA writable_schema = ON;
  > UPDATE sqlite_schema SET sql = 'CREATE INDEX task_by_timer ON task (next_timer, plan, path)
  >   WHERE next_timer IS NOT NULL' WHERE name = 'task_by_timer';
  > END
  $ cp -a . ../emptied
  $ duban --workspace ../emptied nightly --at 2018-04-02 --quiet | sed 's/root=.*/root=…/'
  at=2018-04-01T16:00:00Z date=2018-04-02 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=19 root=…
  $ duban nightly --at 2018-04-02 --quiet --compare 2>&1 | sed 's/root=[^ ]*/root=…/'
  at=2018-04-01T16:00:00Z date=2018-04-02 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=18 root=… compared=3
  duban: the index of timers does not lead to 3 of 3 tasks, first p/1: what is due may be missing from nights and lists; see duban doctor, then make the indexes anew or restore a backup
  $ duban nightly --at 2018-04-02 --quiet --compare > /dev/null 2>&1
  [3]
  $ duban audit replay | head -4
  the database is damaged: row 1 missing from index task_by_timer
  the database is damaged: row 2 missing from index task_by_timer
  the database is damaged: row 3 missing from index task_by_timer
  the database is damaged: wrong # of entries in index task_by_timer
  $ duban doctor | grep -v '^ok'
  wrong    pages        the database is damaged: row 1 missing from index task_by_timer; restore a backup
  wrong    pages        the database is damaged: row 2 missing from index task_by_timer; restore a backup
  wrong    pages        the database is damaged: row 3 missing from index task_by_timer; restore a backup
  wrong    pages        the database is damaged: wrong # of entries in index task_by_timer; restore a backup
  wrong    tables       4 things are not what follows from the log; see 'duban audit replay', ask who has been at the database, and restore a backup; the database is damaged: row 1 missing from index task_by_timer

The indexes made anew from their tables, nothing is lost.

  $ sqlite3 duban.db REINDEX
  $ duban nightly --at 2018-04-02 --quiet --compare 2>&1 | sed 's/root=[^ ]*/root=…/'
  at=2018-04-01T16:00:00Z date=2018-04-02 fired=18 tasks=3 deadlines=3 escalations=15 resumed=0 left=0 size=37 root=… compared=3
  $ duban audit replay
  37 entries, 3 tasks: the tables are what the log says

A comparison of a share keeps its place; the setting in force stands in the night's entry.

  $ sqlite3 duban.db 'SELECT compared FROM meta'
  0
  $ duban log --event nightly --format jsonl | tail -1 | grep -o '"max_gap":[0-9]*'
  "max_gap":45
