Answers that nobody hears. What is committed is done, whatever becomes of its answer.

  $ duban init office --rehearsal --at 2017-01-20 > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ cd office
  $ export DUBAN_ACTOR=督查一处
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban remark 1.1.1 1.1.2 --note 已阅 > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban remark 1.1.1 --note 已阅 --lang zh > /dev/full
  duban: 已办妥并记入流转记录，但无法输出结果
  $ duban remark 1.1.1 --note 已阅 --format json > /dev/full
  {"warning":{"at":null,"code":"io","message":"the answer cannot be written to the output","rule":null}}
  $ duban remark 1.1.1 --note 已阅 >&-
  duban: it is done and recorded, but the answer cannot be written to the output
  $ echo '{"do":"remark","task":"1.1.1","note":"好"}' | duban apply - > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban plan set hn135 --ends 2020-12-31 > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban actor add 王五 --department 省政府督查室 --as $(id -un) > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban rules activate three-colour --as $(id -un) > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban nightly --at 2019-02-01 > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban backup ../backup.tar > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban restore ../backup.tar ../again > /dev/full
  duban: it is done and recorded, but the answer cannot be written to the output
  $ duban audit check | head -1
  888 entries, 7 files: the log is whole and unaltered

The status is that of the work: one step of two was refused.

  $ duban start 1.3.1 1.1.1 --as 省安监局 > /dev/full
  duban: 'start' is for the lead; 省安监局 is not that on hn135/1.3.1 (rules.yaml:19 asks for it); to do: as 省煤炭局
  duban: it is done and recorded, but the answer cannot be written to the output
  [1]

Of a dry run and of a reading the answer is all there is.

  $ duban remark 1.1.1 --note 已阅 --dry-run > /dev/full
  duban: the answer cannot be written to the output
  [3]
  $ duban list > /dev/full
  duban: the answer cannot be written to the output
  [3]
  $ duban --help > /dev/full
  duban: the answer cannot be written to the output
  [3]

A closed pipe stops the printing, not the work, and nothing is said of it.

  $ duban audit check | head -1
  889 entries, 7 files: the log is whole and unaltered
  $ unheard() { { sleep 0.1; "$@"; echo "status $?" >&2; } | true; }
  $ unheard duban remark 1.1.1 1.1.2 1.1.3 --note 已阅
  status 0
  $ for i in $(seq 300); do echo '{"do":"remark","task":"1.1.1","note":"好"}'; done > many.jsonl
  $ unheard duban apply many.jsonl
  status 0
  $ unheard duban nightly --at 2020-02-01
  status 0
  $ unheard duban list
  status 0
  $ unheard duban log --format jsonl
  status 0
  $ unheard duban start 1.1.1 --as 省安监局
  duban: hn135/1.1.1 was started already
  status 1
  $ duban audit check | head -1
  1443 entries, 7 files: the log is whole and unaltered
  $ duban audit replay
  1443 entries, 57 tasks: the tables are what the log says
