A plan that cannot be read whole: a deadline that names no day, and a lead that nothing says.

  $ cat > plan.csv <<'END'
  > 序号,工作内容,责任单位,完成时限
  > 1,修订应急预案。,省公安厅、省水利厅,2018年6月底前
  > 2,整改重大隐患。,省经信委,待定
  > 3,"=开展督查
  > 每季通报",省水利厅,2018年
  > 4,合计四项。,省水利厅,2018年
  > END
  $ duban init office --rehearsal --at 2018-01-02 > made
  $ cd office
  $ as() { duban "$@" --as 督查一处; }
  $ as import ../plan.csv --plan p
  duban: plan.csv: line 3, 完成时限: 待定 cannot be read as a deadline; write it like 2018年6月30日 or 持续推进
  [2]

The paper stays as it is. A sheet shows what was read, with room beside each field.

  $ as import ../plan.csv --plan p --review ../review.csv --lang zh
  $ cat ../review.csv | tr -d '\r'
  $ as import ../plan.csv --plan p --review ../review.csv
  $ as import ../plan.csv --plan p --review ../review.pdf
  $ as import ../plan.csv --plan p --review ../review.xlsx

Somebody fills it in: who leads task 1, the day of task 2; line 6 is none.

  $ python3 - <<'END'
  > import csv
  > rows = list(csv.reader(open("../review.csv", encoding="utf-8-sig")))
  > head = rows[0]
  > beside = lambda name: head.index(name) + 1
  > rows[1][beside("牵头单位")] = "省水利厅"
  > rows[1][head.index("备注")] = "与来文单位电话核对"
  > rows[2][beside("完成时限")] = "2018年9月底前"
  > rows[4][head.index("剔除")] = "是"
  > csv.writer(open("../filled.csv", "w", encoding="utf-8-sig")).writerows(rows)
  > END
  $ as import ../plan.csv --plan p --corrections ../filled.csv
  $ as import ../plan.csv --plan p --corrections ../filled.csv
  $ as import ../plan.csv --plan p --set 'L3 deadline=2018年'
  $ duban list --plan p
  $ duban log p/1 --format jsonl | head -1 | python3 -c "import json,sys; d = json.loads(sys.stdin.readline())['data']; print(json.dumps(d.get('corrections'), ensure_ascii=False, sort_keys=True))"
  $ duban plan doubts p
  $ duban plan doubts p --lang zh
  $ duban plan doubts p --format jsonl
  $ duban audit check | head -1
  $ duban audit replay | head -1

What does not fit the document any more is told with its row.

  $ sed -i 's/整改重大隐患/整改一般隐患/' ../plan.csv
  $ as import ../plan.csv --plan q --corrections ../filled.csv
  $ as import ../plan.csv --plan q --set 'L9 lead=省水利厅' --set 'L3 deadline=改天'
  $ as import ../plan.csv --plan q --set 'lead=省水利厅'

A day for whatever names none; strictly, no doubt is taken.

  $ as import ../plan.csv --plan q --due 2018-12-31 --strict --dry-run
  $ as import ../plan.csv --plan q --due 2018-12-31 | head -2
  $ duban plan doubts q

Afterwards a misreading is amended, and the doubt knows.

  $ as amend q/2 --error --lead 省水利厅 --note 看错了 --at 2018-02-01
  $ as amend q/2 --lead 省经信委 --note 看错了
  $ duban show q/2 | grep 省
  $ as amend q/2 --error --due 2018-10-31 --note 来文更正
  $ duban plan doubts q
  $ duban audit replay | head -1
