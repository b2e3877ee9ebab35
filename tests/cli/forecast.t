`forecast`: what the coming months bring. Nothing is written.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ plan=$DUBAN_SOURCE/tests/data/plans/plan.docx
  $ duban import $plan --plan hn135 --ends 2020-12-31 --as 督查一处 > imported
  $ duban nightly --quiet --at 2018-11-01 > night
  $ size() { duban status --format json | grep -o '"size":[0-9]*'; }
  $ before=$(size)
  $ duban forecast --until 2019-03-31
  $ duban forecast --until 2019-03-31 --lang zh | head -4
  $ duban forecast --until 2019-01-31 --department 省教育厅 --list | head -8
  $ duban forecast --until 2019-01-31 --department 省教育厅 --format csv | head -3
  $ duban forecast --until 2019-01-31 --department 省教育厅 --format jsonl | head -1
  $ duban forecast --until 2018-12-31 --plan hn135 --format json
  $ test "$before" = "$(size)" && echo nothing was written

It is what a reading on that day shows.

  $ duban escalations --at 2019-03-31 --format csv | wc -l > later; duban escalations --format csv | wc -l > now
  $ duban forecast --until 2019-03-31 --format csv | grep -c '提醒\|催办\|督办\|建议通报\|reminder\|urging\|supervision\|circular' > ahead
  $ test $(cat later) = $(($(cat now) + $(cat ahead))) && echo the same

With habits.

  $ cat > habits.yaml <<'END'
  > lead: { start: assigned + 5wd, progress: every 1mo, report: { due - 3d: 7, due + 10d: 2, never: 1 } }
  > co: { contribute: due - 10d }
  > coordinator: { verify: reported + 10wd }
  > departments: { 省安监局: { report: due - 20d } }
  > END
  $ duban forecast --until 2019-12-31 --behaviour habits.yaml
  $ duban forecast --until 2019-12-31 --behaviour habits.yaml --format json > once
  $ duban forecast --until 2019-12-31 --behaviour habits.yaml --format json | cmp - once

What is no day, and what is no habit.

  $ duban forecast --until 2018-01-01
  $ duban forecast --until soon
  $ echo 'lead: { verify: due }' > wrong.yaml
  $ duban forecast --until 2019-12-31 --behaviour wrong.yaml
  $ duban forecast --until 2019-12-31 --plan other
