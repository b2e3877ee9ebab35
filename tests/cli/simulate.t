`rules simulate`: a rule file tried on a copy of the live tasks, ahead and back.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --ends 2020-12-31 --as 督查一处 > imported
  $ duban start 1.2.3 --as 省安监局 --at 2017-03-06 > started
  $ for co in 省编办 省发改委 省财政厅 长沙市人民政府; do duban contribute 1.2.3 --as $co --note 已完成 --at 2017-12-18; done > given
  $ echo 规划 > 规划.txt
  $ duban report 1.2.3 --as 省安监局 --note 规划已实施 --evidence 规划.txt --at 2017-12-20 > reported
  $ duban verify 1.2.3 --note 属实 --as 督查一处 --at 2017-12-25 > verified
  $ duban nightly --quiet --at 2018-11-01 > night
  $ duban rules show > old.yaml
  $ sed 's/at: due + 10wd,/at: due + 5wd, /; s/evidence: 1, contributions/evidence: 2, contributions/; s/id: remind-5, /id: remind-6, /' old.yaml > new.yaml

Ahead.

  $ duban rules simulate --rules new.yaml --until 2018-12-31
  $ duban rules simulate --rules new.yaml --compare old.yaml --until 2019-01-31 | head -24
  $ duban rules simulate --rules new.yaml --compare old.yaml --until 2019-01-31 --format csv | head -3
  $ duban rules simulate --rules new.yaml --compare old.yaml --until 2019-01-31 --format jsonl | head -1
  $ duban rules simulate --rules old.yaml --compare old.yaml --until 2019-01-31 | tail -1

Back: the rules in force change nothing, others do.

  $ duban rules simulate --rules old.yaml --backtest
  $ duban rules simulate --rules new.yaml --backtest | head -30
  $ duban rules simulate --rules new.yaml --backtest --lang zh | head -5
  $ duban rules simulate --rules new.yaml --backtest --format json | grep -o '"refused":\[.*\],"rungs"'

What is missing.

  $ duban rules simulate --rules new.yaml
  $ duban rules simulate --rules gone.yaml --until 2019-01-31
  $ sed 's/lead/laed/' new.yaml > slips.yaml
  $ duban rules simulate --rules slips.yaml --until 2019-01-31 2>&1 | head -1
