An office begins with itself; its plan brings the other departments.

  $ duban init office --rehearsal --at 2026-01-05 --office 县政府督查室 --person 王丽 --person 李强 > made
  $ sed "1d; s/--as $(id -un)/--as ME/" made
  State secrets do not belong here (涉密事项不得录入).
  Next:
    cd office
    duban import plan.docx --plan y2026 --dry-run --as 王丽
    duban import plan.docx --plan y2026 --register --as ME
    duban todo --as 王丽
  $ cd office
  $ duban department list
  department
  县政府督查室
  $ cat > plan.csv <<'END'
  > 序号,工作内容,责任单位,完成时限
  > 1,整治河道。,县水利局牵头，县财政局、各乡镇（街道）配合,2026年6月底前
  > 2,修订预案。,县水利局、农业农村局,2026年6月底前
  > END
  $ duban import plan.csv --plan y2026 --issued 2026-01-05 --as 王丽 --register 2>&1 | sed "s/($(id -un))/(ME)/"
  duban: 'import --register' is for the admin (ME); 王丽 is none
  $ duban department list
  department
  县政府督查室
  $ duban import plan.csv --plan y2026 --issued 2026-01-05 --as $(id -un) --register
  y2026: 2 tasks; 5 departments named, 2 of them as lead
  0 ongoing; due 2026: 2
  no gaps found
  
  Read with doubt, please look (2):
    plan.csv: line 3, 责任单位: 农业农村局: completed from the names beside, to 县农业农村局
    plan.csv: line 3, 责任单位: nothing says who leads; 县水利局 stands first and is taken as the lead
  
  Names added to the directory:
    县农业农村局 (1): plan.csv: line 3, 责任单位
    县水利局 (2): plan.csv: line 2, 责任单位; plan.csv: line 3, 责任单位
    县财政局 (1): plan.csv: line 2, 责任单位
    各乡镇（街道） (1): plan.csv: line 2, 责任单位
  $ duban department list
  department
  县政府督查室
  县农业农村局
  县水利局
  县财政局
  各乡镇（街道）
  $ duban log --format jsonl | grep -o '"event":"[a-z]*"'
  "event":"init"
  "event":"department"
  "event":"import"
  "event":"assign"
  "event":"assign"
  $ duban audit check | head -1
  5 entries, 7 files: the log is whole and unaltered

A directory file is made of a document, and many departments are added at once.

  $ cat > other.csv <<'END'
  > 序号,工作内容,责任单位,完成时限
  > 1,甲项工作。,县发改局,2026年6月底前
  > 2,乙项工作。,县发展和改革局、各园区,2026年6月底前
  > END
  $ duban department suggest other.csv
  # Departments named in other.csv
  # Look at each before you use it: aliases are guesses. Keys: docs/directory.md.
  # 由台账整理的单位名录，别名系推测，请逐条核对后再用。
  
  departments:
    - { name: 县发展和改革局, aliases: [县发改局] }  # 1 处，别名 1 处
    - { name: 各园区, group: true }  # 1 处
  $ duban department suggest other.csv > names.yaml
  $ duban department import names.yaml --as $(id -un) | sed 's/[0-9a-f]\{12\}/HASH/g'
  the directory has 7 departments now
  in force: basis HASH, before HASH; 0 timers fired under the old one, 0 of 2 live tasks have another next timer, 0 escalations raised
  $ duban department show 县发改局
  department      aliases
  县发展和改革局  县发改局
  $ cat > more.csv <<'END'
  > 单位,别名,成员,上级
  > 县文旅局,县文化和旅游局、县旅游局,,县人民政府
  > 县人民政府,,,
  > 沿江各局,,县水利局；县文旅局,
  > END
  $ duban department import more.csv --as $(id -un) | sed 's/[0-9a-f]\{12\}/HASH/g'
  the directory has 10 departments now
  in force: basis HASH, before HASH; 0 timers fired under the old one, 0 of 2 live tasks have another next timer, 0 escalations raised
  $ duban department show 县旅游局
  department  aliases                   superior
  县文旅局    县文化和旅游局, 县旅游局  县人民政府
  $ printf '单位,别名\n县审计局,县财政局\n,\n县审计局,\n' > wrong.csv
  $ duban department import wrong.csv --as $(id -un)
  duban: wrong.csv: line 4: 县审计局 stands in this file twice
  [1]
  $ printf '序号,别名\n1,甲\n' > wrong.csv
  $ duban department import wrong.csv --as $(id -un)
  duban: wrong.csv has no column 单位 (name)
  [2]
  $ duban department import more.csv --as 王丽 2>&1 | sed "s/($(id -un))/(ME)/"
  duban: 'department' is for the admin (ME); 王丽 is none

What does not go together is said.

  $ cd ..
  $ duban init two --office 甲 --directory x.yaml
  duban: --office makes the directory of an office alone; leave --directory out
  [2]
  $ duban init two --person 王丽
  duban: --person belongs to --office
  [2]
  $ duban init two --office ' ' --person 王丽
  --office:2:13: error: blank text
    2 |   - { name: ' ' }
      |             ^~~
  --office:4:41: error: blank text
    4 |   - { id: '王丽', name: '王丽', department: ' ' }
      |                                             ^~~
  --office:6:16: error: blank text
    6 |   - { subject: ' ', role: coordinator }
      |                ^~~
  [2]
  $ duban init two --office 甲局 --person 王丽 --person 王丽
  --office:5:11: error: actor '王丽' is in this file twice
    5 |   - { id: '王丽', name: '王丽', department: '甲局' }
      |           ^~~~~~
  [2]
  $ ls
  made
  office

