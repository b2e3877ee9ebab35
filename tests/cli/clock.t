A machine whose clock was ahead once, by hours and by weeks, and right again. A normal workspace.

  $ now='2026-03-02 09:00:00'; duban() { faketime -f "$now" duban "$@"; }
  $ duban init office > made
  $ cd office
  $ me=$(id -un)
  $ printf '序号,工作内容,责任单位,完成时限\n1,甲。,省安监局,2026年6月底\n2,乙。,省水利厅,2026年3月20日\n' > plan.csv
  $ duban import plan.csv --plan p --as 督查一处 > imported
  $ duban clock
  the clock says 2026-03-02 17:00; steps were judged up to 2026-03-02 17:00

Eight hours ahead after a restart, and cron was quicker than NTP.

  $ now='2026-03-03 08:30:00'; duban nightly --cron
  $ now='2026-03-03 00:35:00'
  $ duban remark 1 --note 正常 --as 督查一处
  duban: the machine's clock says 2026-03-03 08:35, but steps were taken up to 2026-03-03 16:30; if the clock is behind, set it right; if it is right, it was ahead then, and an admin goes on with: duban clock --accept --note '...'
  [3]
  $ duban remark 1 --note 正常 --as 督查一处 --lang zh
  duban: 本机时钟为 2026-03-03 08:35，而此前办理已至 2026-03-03 16:30；如时钟慢了，请校准；如时钟无误，则是当时快了，由管理员运行：duban clock --accept --note '...'
  [3]
  $ duban nightly --cron
  duban: the machine's clock says 2026-03-03 08:35, but steps were taken up to 2026-03-03 16:30; if the clock is behind, set it right; if it is right, it was ahead then, and an admin goes on with: duban clock --accept --note '...'
  [3]
  $ duban clock
  duban: the machine's clock says 2026-03-03 08:35, but steps were taken up to 2026-03-03 16:30; if the clock is behind, set it right; if it is right, it was ahead then, and an admin goes on with: duban clock --accept --note '...'
  [3]
  $ duban clock --accept --as $me
  duban: 'clock' lacks: note
  [1]
  $ duban clock --accept --note 快了八小时 --as 督查一处 2>&1 | sed "s/($(id -un))/(ME)/"
  duban: 'clock --accept' is for the admin (ME); 督查一处 is none
  $ duban clock --accept --note 快了八小时 --as $me
  steps are judged at 2026-03-03 08:35 from here on; until the machine passes 2026-03-03 16:30, entries are recorded as of then
  $ duban clock --accept --note 快了八小时 --as $me
  duban: the machine's clock says 2026-03-03 08:35 and is not behind the last step (2026-03-03 08:35); there is nothing to accept
  [1]
  $ duban remark 1 --note 正常 --as 督查一处
  p/1  assigned  due 2026-06-30
  $ duban clock --format json
  {"judged":"2026-03-03T00:35:00Z","now":"2026-03-03T00:35:00Z","recorded":"2026-03-03T08:30:00Z"}
  $ duban doctor | grep ' clock '
  ok       clock        it is 2026-03-03 08:35; the clock was ahead once, and until it passes 2026-03-03 16:30 entries are recorded as of then

Forty days ahead: a deadline fell that had not come. It stays; the rest goes by the machine.

  $ now='2026-04-10 09:00:00'; duban nightly --quiet | cut -d ' ' -f 2-6
  date=2026-04-10 fired=7 tasks=2 deadlines=1 escalations=6
  $ now='2026-03-03 09:00:00'
  $ duban clock --accept --note 快了三十八天 --as $me --lang zh
  今后按 2026-03-03 17:00 起的本机时间办理；在本机时间超过 2026-04-10 17:00 之前，记录时间记为该时刻
  $ now='2026-03-04 09:00:00'; duban nightly --quiet | cut -d ' ' -f 2-6
  date=2026-03-04 fired=0 tasks=0 deadlines=0 escalations=0
  $ duban remark 2 --note 正常 --as 督查一处
  p/2  overdue  due 2026-03-20
  $ duban log --format jsonl | tail -1 | grep -o '"data":{[^}]*}\|"effective":"[^"]*"\|"recorded":"[^"]*"'
  "data":{"clock":"2026-03-04T09:00:00Z","note":"正常"}
  "effective":"2026-04-02T16:00:00Z"
  "recorded":"2026-04-10T09:00:00Z"
  $ now='2026-04-11 09:00:00'; duban remark 1 --note 正常 --as 督查一处 > remarked
  $ duban log --format jsonl | tail -1 | grep -o '"effective":"[^"]*"\|"recorded":"[^"]*"'
  "effective":"2026-04-11T09:00:00Z"
  "recorded":"2026-04-11T09:00:00Z"

The auditor sees it, and finds nothing wrong.

  $ duban log --event clock --format jsonl | grep -o '"data":{[^}]*}'
  "data":{"before":"2026-03-03T08:30:00Z","note":"快了八小时"}
  "data":{"before":"2026-04-10T09:00:00Z","note":"快了三十八天"}
  $ duban audit check | head -1
  20 entries, 5 files: the log is whole and unaltered
  $ duban audit replay
  20 entries, 2 tasks: the tables are what the log says
