Papers that must not get in: looked at before a byte of them is kept. In a rehearsal.

  $ place=$(mktemp -d /tmp/duban-XXXXXX); cd "$place"
  $ duban init office --rehearsal --at 2017-01-05 > /dev/null
  $ cd office
  $ head='序号,工作内容,责任单位,完成时限'
  $ kept() { find evidence -type f 2> /dev/null | sort; }
  $ kept > before
  $ printf '机密★1年\n%s\n1,甲。,省安监局,2017年6月底\n' "$head" > secret.csv
  $ duban import secret.csv --plan p --as 督查一处 --at 2017-01-05
  duban: secret.csv is marked '机密★1年': a state secret must not be entered; nothing of it is kept
  [1]
  $ duban --lang zh import secret.csv --plan p --as 督查一处 --at 2017-01-05 --confirm-internal
  duban: secret.csv 标有 '机密★1年'，不得录入；未保存任何内容
  [1]
  $ kept | diff before -

What calls itself internal is for a person to confirm; a number of a person is told.

  $ printf '内部资料\n%s\n1,核实11010519491231002X。,省安监局,2017年6月底\n' "$head" > plan.csv
  $ duban import plan.csv --plan p --as 督查一处 --at 2017-01-05
  duban: plan.csv says '内部资料'; whoever may enter it confirms that with --confirm-internal
  [1]
  $ duban import plan.csv --plan p --as 督查一处 --at 2017-01-05 --confirm-internal | grep identity
    plan.csv: line 3: an identity-card number stands here; is it needed?

Evidence passes the same gate.

  $ printf '正文\n密级：秘密\n' > 报告.txt
  $ kept > before
  $ duban start 1 --as 省安监局 --note 办 --evidence 报告.txt --at 2017-01-06
  duban: p/1 stays assigned: 报告.txt is marked '秘密': a state secret must not be entered; nothing of it is kept
  [1]
  $ kept | diff before -
  $ duban log --format jsonl | grep -c 密级
  0
  [1]
