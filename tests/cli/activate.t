`rules activate`: what changes for each live task, said before it is done.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ me=$(id -un)
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --ends 2020-12-31 --as 督查一处 > imported
  $ duban start 1.2.3 --as 省安监局 --at 2017-03-06 > started
  $ duban rules show > old.yaml
  $ sed 's/at: due + 10wd,/at: due + 5wd, /; s/id: remind-30, /id: remind-x, /; /^  withdraw:/d; s/    in: \[assigned, in_progress\]$/    in: [in_progress]/; s/id: overdue,    at: due + 1d,        in: \[overdue\], level: 1/id: overdue,    at: due + 1d,        in: [overdue], level: 2/' old.yaml > new.yaml
  $ hide() { sed 's/basis [0-9a-f]*/basis …/g; s/before [0-9a-f]*/before …/; s/after [0-9a-f]*;/after …;/'; }

A dry run: counts, and with --verbose each task.

  $ duban rules activate new.yaml --dry-run --at 2017-03-10 | hide
  $ duban rules activate new.yaml --dry-run --at 2017-03-10 --verbose | hide | sed -n '12,22p'
  $ duban rules activate new.yaml --dry-run --at 2017-03-10 --lang zh | head -3 | sed 's/[0-9a-f]\{12\}/…/g'
  $ duban rules activate new.yaml --dry-run --at 2017-03-10 --format json | grep -o '"steps":\[[^]]*\],"tasks"'
  $ duban log --event activate
  $ duban rules show | cmp - old.yaml

The activation says the same and logs both hashes; what is then in force changes nothing again.

  $ duban rules activate new.yaml --dry-run --at 2017-03-10 | tail -n +2 > dry
  $ duban rules activate new.yaml --at 2017-03-10 --as $me | tail -n +2 | cmp - dry
  $ duban log --event activate --format jsonl | grep -o '"\(after\|before\)":"' | sort
  $ duban rules activate new.yaml --dry-run
  $ duban audit replay

Withdrawn rungs lapsed with it, and are not raised by any later night; back again, what had been raised is not
raised twice.

  $ duban nightly --quiet --at 2017-12-31 > night
  $ duban escalations --task 1.2.4 | cut -c1-60
  $ duban rules activate old.yaml --as $me --at 2017-12-31 | hide
  $ duban nightly --quiet --at 2018-02-28 > night
  $ duban escalations --task 1.2.4 --format csv | cut -d, -f2-5 | tail -n +2
  $ duban audit replay
