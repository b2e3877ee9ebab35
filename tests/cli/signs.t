Signs: encodings that a terminal sends, characters that nobody sees, and those that it would obey.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ export DUBAN_ACTOR=督查一处
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 > imported
  $ gbk() { printf %s "$1" | iconv -f UTF-8 -t GBK; }

Words in GBK are told from names of files in GBK.

  $ duban remark 1.1.1 --note "$(gbk 已阅)"
  duban: your terminal sends another encoding than UTF-8 (GBK?): 已阅
  [2]
  $ duban remark 1.1.1 --lang zh --note="$(gbk 已阅)"
  duban: 终端发送的不是 UTF-8 编码（可能是 GBK）：已阅
  [2]
  $ duban remark "$(gbk 一（一）1)" --note 已阅
  duban: your terminal sends another encoding than UTF-8 (GBK?): 一（一）1
  [2]
  $ duban remark 1.1.1 --note 已阅 --format json --to "$(gbk 省安监局)"
  {"error":{"at":null,"code":"usage","message":"your terminal sends another encoding than UTF-8 (GBK?): 省安监局","rule":null}}
  [2]
  $ echo 原件 > "$(gbk 来函.txt)"
  $ printf 'x' > "$(printf '\377.txt')"
  $ duban remark 1.1.1 --note 附件 --evidence "$(gbk 来函.txt)" --evidence "$(printf '\377.txt')"
  hn135/1.1.1  assigned  due 2018-12-31
  $ duban show 1.1.1 | grep txt
   1  来函.txt      7  a47d6c24ab0d  省政府督查室  督查一处  2017-01-20 00:00
   2  \xff.txt      1  2d711642b726  省政府督查室  督查一处  2017-01-20 00:00
      evidence: 来函.txt, \xff.txt
  $ duban remark 1.1.1 --note 附件 --evidence "$(gbk 没有.txt)"
  duban: your terminal sends another encoding than UTF-8 (GBK?): 没有.txt
  [2]
  $ cp $DUBAN_SOURCE/tests/data/plans/two_levels.csv "$(gbk 台账.csv)"
  $ duban import "$(gbk 台账.csv)" --plan two | head -1
  two: 3 tasks in 2 sections; 4 departments named, 3 of them as lead
  $ duban plan list
  plan   tasks  imported    file      title
  hn135     57  2017-01-20  plan.csv  湖南省安全生产“十三五”规划主要任务部门分工
  two        3  2017-01-20  台账.csv  关于某项工作的分工方案

PowerShell pipes UTF-16: one sentence, one answer.

  $ for order in LE BE; do
  >   printf '{"do":"remark","task":"1.1.1","note":"好"}\n{"do":"remark","task":"1.1.1","note":"好"}\n' |
  >     iconv -f UTF-8 -t UTF-16$order > $order.jsonl
  >   (printf '\357\273\277' | iconv -f UTF-8 -t UTF-16$order; cat $order.jsonl) | duban apply -
  >   duban apply $order.jsonl
  > done
  {"code":"usage","error":"the stream is UTF-16, as PowerShell writes it; save it as UTF-8","ok":false}
  {"code":"usage","error":"the stream is UTF-16, as PowerShell writes it; save it as UTF-8","ok":false}
  {"code":"usage","error":"the stream is UTF-16, as PowerShell writes it; save it as UTF-8","ok":false}
  {"code":"usage","error":"the stream is UTF-16, as PowerShell writes it; save it as UTF-8","ok":false}
  [2]

What nobody sees is no note, no content and no part of a name.

  $ for sign in '\342\200\213' '\343\205\244' '\342\240\200' '\302\255' '\363\240\201\201' '\357\270\217' '\342\200\256' '\342\200\203' '\341\240\216' '\357\276\240'; do
  >   duban cancel 1.1.1 --note "$(printf "$sign ")" 2>&1 | sed 's/ (.*//'
  > done
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  duban: 'cancel' of hn135/1.1.1 lacks: note
  $ duban amend 1.1.1 --content "$(printf '\343\205\244')" --note 调整
  duban: hn135/1.1.1 stays assigned: the content is blank
  [1]
  $ duban actor add "$(printf '张\342\200\213三')" --department 省政府督查室 --as $(id -un)
  duban: an actor's id is a visible word without hidden characters, and not 'scheduler'
  [1]
  $ duban department add "$(printf '省新局\363\240\201\201')" --as $(id -un)
  duban: a department's name has at most 100 characters, none of them hidden
  [1]
  $ duban actor add "$(printf '\343\205\244')" --department 省政府督查室 --as $(id -un)
  duban: an actor's id is a visible word without hidden characters, and not 'scheduler'
  [1]
  $ duban remark 1.1.1 --note 好 --to "$(printf '省\342\200\213安监局')"
  duban: no department 省\u200b安监局 in the directory; an admin adds it with 'department add'
  [1]

A terminal obeys nothing, whatever path the words take; a pipe gets the bytes of the log.

  $ tty() { python3 -c 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)' "$@" < /dev/null; }
  $ duban remark 1.1.1 --note "$(printf 'a\302\23331mb\342\200\256c\342\200\213d')" > noted
  $ tty duban log --event remark --format jsonl | tail -1 | grep -o '"note":[^,}]*'
  "note":"a\u009b31mb\u202ec\u200bd"
  $ duban log --event remark --format jsonl | tail -1 | grep -c "$(printf '\302\23331mb\342\200\256')"
  1
  $ tty duban show 1.1.1 | tail -1
      a\\u009b31mb\\u202ec\\u200bd\r (esc)
  $ tty duban init "$(printf '../a\302\233b\342\200\256c\033[2Jd')" | head -1 | sed 's/ its id.*//'
  a workspace is ready in ../a\u009bb\u202ec\x1b[2Jd,
  $ tty duban start "$(printf '\302\2331.1.1\033[2J')"
  duban: '\\u009b1.1.1\\x1b[2J' names no task; write it as hn135/1.3.11 or 1.3.11\r (esc)
  [1]
  $ tty duban "$(printf 'st\033[2Jart\342\200\256')"
  duban: there is no command 'st\\x1b[2Jart\\u202e'; duban --help lists them all\r (esc)
  [2]
  $ tty duban import "$(printf '\033[2J\302\233.csv')" --plan x
  duban: there is no file \\x1b[2J\\u009b.csv\r (esc)
  [2]

Signs of ambiguous width: duban draws none, and where the terminal gives them two columns it is told.

  $ duban amend 1.1.1 --content '建设①·②“双随机”机制…' --note 调整 > amended
  $ duban show 1.1.1 --lang zh | head -3
  hn135/1.1.1  建设①·②“双随机”机制…
  章节            主要任务 / 深化安全生产监管体制机制改革
  内容            建设①·②“双随机”机制…
  $ echo 附件 > ①·“函”.txt
  $ echo 附件之二 > abcdefghijklmnop.txt
  $ duban remark 1.1.2 --note 附件 --evidence ①·“函”.txt --evidence abcdefghijklmnop.txt > noted
  $ name() { duban show 1.1.2 | grep '^ *1 .*函'; }
  $ DUBAN_AMBIGUOUS_WIDTH=1 name
   1  ①·“函”.txt                7  0473f87543f7  省政府督查室  督查一处  2017-01-20 00:00
  $ DUBAN_AMBIGUOUS_WIDTH=2 name
   1  ①·“函”.txt            7  0473f87543f7  省政府督查室  督查一处  2017-01-20 00:00
  $ echo 'ambiguous_width: 2' >> duban.yaml
  $ name
   1  ①·“函”.txt            7  0473f87543f7  省政府督查室  督查一处  2017-01-20 00:00
