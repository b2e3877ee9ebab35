Several tasks on a line, and words that slipped among them.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ export DUBAN_ACTOR=督查一处
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 > imported

A text without its quotes: half of it is taken for a task. Nothing is done.

  $ duban amend 1.1.1 --content 新增 企业12家 --note 调整
  duban: '企业12家' is no task; put words in quotes, if it belongs to --content: --content '新增 企业12家'
  [2]
  $ duban remark 1.1.1 --note=请尽快 报进展 1.1.2
  duban: '报进展' is no task; put words in quotes, if it belongs to --note: --note '请尽快 报进展'
  [2]
  $ duban amend --content 新增 企业12家 --note 调整
  duban: '企业12家' is no task; put words in quotes, if it belongs to --content: --content '新增 企业12家'
  [2]
  $ duban remark 1.1.1 --evidence 函.pdf 附件.pdf --note 来函
  duban: '附件.pdf' is no task; give --evidence once for each (--evidence '函.pdf' --evidence '附件.pdf'), or put words in quotes
  [2]
  $ duban excuse 1.3.11 --co 省安监局 省保监局 --note 无相关职责
  duban: '省保监局' is no task; give --co once for each (--co '省安监局' --co '省保监局'), or put words in quotes
  [2]
  $ duban excuse 1.3.11 --lang zh --co 省安监局 省保监局 --note 无相关职责
  duban: '省保监局'不是事项；多个值请逐个写（--co '省安监局' --co '省保监局'），含空格的文字请用引号括起
  [2]
  $ duban remark 1.1.1 已阅 --note 好
  duban: '已阅' is no task; put words that belong together in quotes
  [2]

All names are found before the first step is taken, and every one that is wrong is named.

  $ duban remark 1.1.1 9.9.9 nowhere/1.1.1 1.1.2 --note 已阅
  duban: no plan has a task 9.9.9
  duban: no plan nowhere
  [1]
  $ duban remark 1.1.1 hn135/1.1.1 --note 已阅
  duban: hn135/1.1.1 is named twice: '1.1.1' and 'hn135/1.1.1'
  [2]
  $ duban remark 1.1.1 9.9.9 oops --note 已阅 --format json
  {"error":{"at":null,"code":"not-found","message":"no plan has a task 9.9.9","rule":null},"errors":[{"at":null,"code":"not-found","message":"no plan has a task 9.9.9","rule":null},{"at":null,"code":"usage","message":"'oops' is no task; put words that belong together in quotes","rule":null}]}
  [2]
  $ duban audit check | head -1
  59 entries, 5 files: the log is whole and unaltered

Steps on several tasks stand each alone.

  $ duban start 1.1.2 1.1.1 --as 省安监局
  duban: 'start' is for the lead; 省安监局 is not that on hn135/1.1.2 (rules.yaml:35 asks for it); to do: as 省编办
  hn135/1.1.1  assigned -> in_progress  due 2018-12-31
  [1]
  $ duban audit check | head -1
  60 entries, 5 files: the log is whole and unaltered

With --all-or-none one that is refused stops them all.

  $ duban cancel 1.1.2 --note 误列 > cancelled
  $ duban suspend 1.1.1 1.1.2 1.2.1 --until 2017-06-30 --note 等待 --all-or-none
  duban: hn135/1.1.2 stays cancelled: a task that is cancelled cannot take 'suspend'; to do: first reopen by 省安委办 (--note, --due 2019-01-01)
  duban: --all-or-none: nothing is done, 1 of 3 tasks are refused
  [1]
  $ duban suspend 1.1.1 1.1.2 --until 2017-06-30 --note 等待 --all-or-none --format json
  {"error":{"at":null,"change":{"grants":[],"or":[],"rules":[],"steps":[{"as":"省安委办","at":"2017-01-19T16:00:00Z","do":"reopen","due":"2019-01-01","note":"-","task":"hn135/1.1.2"},{"as":"督查一处","at":"2017-01-19T16:00:00Z","do":"suspend","note":"等待","task":"hn135/1.1.2","until":"2017-06-30"}]},"code":"state","message":"hn135/1.1.2 stays cancelled: a task that is cancelled cannot take 'suspend'","rule":null}}
  []
  [1]
  $ duban suspend 1.1.1 1.1.2 --until 2017-06-30 --note 等待 --all-or-none --dry-run
  duban: hn135/1.1.2 stays cancelled: a task that is cancelled cannot take 'suspend'; to do: first reopen by 省安委办 (--note, --due 2019-01-01)
  duban: --all-or-none: nothing is done, 1 of 2 tasks are refused
  [1]
  $ duban audit check | head -1
  61 entries, 5 files: the log is whole and unaltered
  $ duban suspend 1.1.1 1.2.1 --until 2017-06-30 --note 等待 --all-or-none --dry-run
  hn135/1.1.1  in_progress -> suspended  due 2018-12-31  (dry run: nothing is written)
  hn135/1.2.1  assigned -> suspended  2017H1 due 2017-07-10  (dry run: nothing is written)
  $ duban suspend 1.1.1 1.2.1 --until 2017-06-30 --note 等待 --all-or-none --format json
  [{"at":"2017-01-19T16:00:00Z","dry_run":false,"due":"2018-12-31","escalations":[],"event":"suspend","from":"in_progress","seq":61,"task":"hn135/1.1.1","timers":[],"to":"suspended"},{"at":"2017-01-19T16:00:00Z","dry_run":false,"due":"2017-07-10","escalations":[],"event":"suspend","from":"assigned","seq":62,"task":"hn135/1.2.1","timers":[],"to":"suspended"}]
  $ duban audit check | head -1
  63 entries, 5 files: the log is whole and unaltered

Values that begin with a dash are values.

  $ duban remark 1.1.3 --note "-5%的指标" --at 2017-02-01
  hn135/1.1.3  assigned  2017H1 due 2017-07-10
  $ duban remark 1.1.3 --note "--as" --at 2017-02-01
  hn135/1.1.3  assigned  2017H1 due 2017-07-10
  $ duban remark 1.1.3 --note=--help --at 2017-02-01
  hn135/1.1.3  assigned  2017H1 due 2017-07-10
  $ duban show -- 1.1.3 | tail -3
      --as
  2017-02-01 00:00  #65  remark  督查一处
      --help
