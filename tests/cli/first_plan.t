A newcomer's first hour: a county office of two, three papers, no document and no YAML edited by
hand. docs/first-plan.md tells it; its commands are run here.

  $ export EXAMPLES=$DUBAN_SOURCE/examples/county
  $ cp $EXAMPLES/plan.xlsx $EXAMPLES/notice.docx $EXAMPLES/list.csv .
  $ zh() { duban --lang zh "$@"; }
  $ me() { sed "s/\b$(id -un)\b/ME/g"; }

What is wrong with a paper can be seen before there is a workspace.

  $ duban plan check list.csv
  list.csv: line 2, 1: hint: it is due on 2026-05-31, a day off; the last working day before is 2026-05-29 [due-on-day-off]
    nobody takes a report on that day; name a working day
  list.csv: line 4, 3: hint: it is ongoing without a cycle [no-cadence]
    work without an end that nobody asks for is forgotten; say how often it is reported
  4 tasks; gaps: 0 errors, 0 warnings, 2 notes

The office begins with itself.

  $ duban init office --office 县政府督查室 --person 王丽 --person 李强 --rehearsal --at 2026-02-12 | sed 's/is [0-9a-f]*$/is HASH/' | me
  a rehearsal is ready in office, its id is HASH
  State secrets do not belong here (涉密事项不得录入).
  Next:
    cd office
    duban import plan.docx --plan y2026 --dry-run --as 王丽
    duban import plan.docx --plan y2026 --register --as ME
    duban todo --as 王丽
  $ cd office

The plan is looked at first. What cannot be read is named, and what to do about it.

  $ duban import ../plan.xlsx --plan y2026 --dry-run --as 王丽
  duban: plan.xlsx: sheet 任务分解表, row 10, 完成时限: 视资金到位情况确定 names no day; it needs a person, or a day given with --due
  Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' writes a sheet to settle this in.
  [2]
  $ zh import ../plan.xlsx --plan y2026 --dry-run --as 王丽
  duban: plan.xlsx：工作表 任务分解表 第 10 行，完成时限：视资金到位情况确定 没有具体日期；须人工确定，或用 --due 给出日期
  尚未导入，原文件不必改动：用 '--review 核对表.xlsx' 生成核对表，在表中核定。
  [2]

A sheet to settle it in; a person fills it in.

  $ duban import ../plan.xlsx --plan y2026 --review ../核对.csv --lang zh --as 王丽
  ../核对.csv：11 行，其中 1 行有无法读取之处，另 9 行存疑
  请在 改为 栏填写更正，再以 '--corrections ../核对.csv' 导入。
  $ python3 - <<'EOF'
  > import csv
  > rows = list(csv.reader(open("../核对.csv", encoding="utf-8-sig")))
  > for row in rows[1:]:
  >     cells = [row[0], row[rows[0].index("时限原文")], row[rows[0].index("完成时限")],
  >              row[rows[0].index("存疑")].replace("\n", " / ")]
  >     print(" | ".join(each.replace("\n", " / ") for each in cells))
  > row = rows[7]
  > row[rows[0].index("完成时限") + 1] = "2026年12月底前"
  > row[rows[0].index("备注")] = "电话核实，以年底为限"
  > csv.writer(open("../核对.csv", "w", encoding="utf-8-sig")).writerows(rows)
  > EOF
  S1.R4 | 2026年11月底前 | 2026-11-30 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R5 | 2026年12月底前 | 2026-12-31 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R6 | 每季度 | 每季度 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R7 | 10月底前 | 2026-10-31 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R8 | 8月底前 | 2026-08-31 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R9 | 持续推进 | 持续推进 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R10 | 视资金到位情况确定 |  | 牵头单位之外另列责任单位；责任单位按协办单位录入 / 须核定：视资金到位情况确定 没有具体日期；须人工确定，或用 --due 给出日期
  S1.R11 | 上半年 | 2026-06-30 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R12 | 6月底前完成排查，年底前完成整改 | 2026-06-30 6月底前完成排查 / 2026-12-31 年底前完成整改 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R13 | 5月底前 | 2026-05-31 | 牵头单位之外另列责任单位；责任单位按协办单位录入
  S1.R14 | 每月10日前 | 每月10日 | 
  $ duban import ../plan.xlsx --plan y2026 --corrections ../核对.csv --dry-run --as 王丽
  task      due                     deadline in the document         lead                  co                                  title
  y2026/1   2026-11-30              2026年11月底前                   县农业农村局          县财政局, 县水利局, 各乡镇（街道）  新建高标准农田2万亩，改造提升1万亩
  y2026/2   2026-12-31              2026年12月底前                   县经济开发区管委会    县自然资源局, 县住建局              建成县经济开发区标准厂房8万平方米
  y2026/3   every quarter           每季度                           县工信局              县发改局, 县市场监管局              开展“服务企业面对面”活动，协调解决企业困难
  y2026/4   2026-10-31              10月底前                         县住建局              县财政局, 城关镇人民政府            完成老旧小区改造12个
  y2026/5   2026-08-31              8月底前                          县教育局              县自然资源局, 县财政局              新增公办幼儿园学位900个
  y2026/6   ongoing                 持续推进                         县民政局              县财政局, 各乡镇（街道）            做好困难群众救助工作
  y2026/7   2026-12-31              视资金到位情况确定               县水利局              市生态环境局青山分局, 县住建局      完成青河城区段综合治理3.5公里
  y2026/8   2026-06-30              上半年                           市生态环境局青山分局  各乡镇（街道）                      整治农村黑臭水体6处
  y2026/9   2026-06-30, 2026-12-31  6月底前完成排查，年底前完成整改  县住建局              县应急局, 县市场监管局              开展燃气安全排查整治
  y2026/10  2026-05-31              5月底前                          县应急局              县水利局, 各乡镇（街道）            修订防汛抗旱应急预案并组织演练
  y2026/11  every month on 1/10     每月10日前                       县信访局                                                  每月调度一次信访积案化解情况
  
  y2026: 11 tasks in 4 sections; 31 departments named, 11 of them as lead
  3 ongoing; due 2026: 8
  kept under their own headings: 工作目标, 分管领导, 交办日期, 备注
  (dry run: nothing is written)
  gaps: 0 errors, 11 warnings, 3 notes
  
  Read with doubt, please look (3):
    plan.xlsx: the document shows no day of issue; deadlines without a year are taken to be of 2026, the year of its title or number
    plan.xlsx: responsible departments stand beside the lead of 10 tasks (S1.R4, S1.R5, S1.R6, ...); taken as co-departments
    plan.xlsx: sheet 任务分解表, row 15: 合计 11项 is no task; left out
  
  Names outside the directory (名录外); '--register' adds them:
    县住建局 (4): plan.xlsx: sheet 任务分解表, row 5, 责任单位; plan.xlsx: sheet 任务分解表, row 7, 牵头单位; plan.xlsx: sheet 任务分解表, row 10, 责任单位; ...
    县信访局 (1): plan.xlsx: sheet 任务分解表, row 14, 牵头单位
    县农业农村局 (1): plan.xlsx: sheet 任务分解表, row 4, 牵头单位
    县发改局 (1): plan.xlsx: sheet 任务分解表, row 6, 责任单位
    县工信局 (1): plan.xlsx: sheet 任务分解表, row 6, 牵头单位
    县市场监管局 (2): plan.xlsx: sheet 任务分解表, row 6, 责任单位; plan.xlsx: sheet 任务分解表, row 12, 责任单位
    县应急局 (2): plan.xlsx: sheet 任务分解表, row 12, 责任单位; plan.xlsx: sheet 任务分解表, row 13, 牵头单位
    县教育局 (1): plan.xlsx: sheet 任务分解表, row 8, 牵头单位
    县民政局 (1): plan.xlsx: sheet 任务分解表, row 9, 牵头单位
    县水利局 (3): plan.xlsx: sheet 任务分解表, row 4, 责任单位; plan.xlsx: sheet 任务分解表, row 10, 牵头单位; plan.xlsx: sheet 任务分解表, row 13, 责任单位
    县经济开发区管委会 (1): plan.xlsx: sheet 任务分解表, row 5, 牵头单位
    县自然资源局 (2): plan.xlsx: sheet 任务分解表, row 5, 责任单位; plan.xlsx: sheet 任务分解表, row 8, 责任单位
    县财政局 (4): plan.xlsx: sheet 任务分解表, row 4, 责任单位; plan.xlsx: sheet 任务分解表, row 7, 责任单位; plan.xlsx: sheet 任务分解表, row 8, 责任单位; ...
    各乡镇（街道） (4): plan.xlsx: sheet 任务分解表, row 4, 责任单位; plan.xlsx: sheet 任务分解表, row 9, 责任单位; plan.xlsx: sheet 任务分解表, row 11, 责任单位; ...
    城关镇人民政府 (1): plan.xlsx: sheet 任务分解表, row 7, 责任单位
    市生态环境局青山分局 (2): plan.xlsx: sheet 任务分解表, row 10, 责任单位; plan.xlsx: sheet 任务分解表, row 11, 牵头单位
  $ duban import ../plan.xlsx --plan y2026 --corrections ../核对.csv --register --as 王丽 2>&1 | me
  duban: 'import --register' is for the admin (ME); 王丽 is none
  $ duban import ../plan.xlsx --plan y2026 --corrections ../核对.csv --register --lang zh --as $(id -un)
  y2026：4 个章节、11 项事项；责任单位 31 处，其中牵头 11 处
  3 项持续推进；时限：2026 年 8 项
  按原栏目保留：工作目标、分管领导、交办日期、备注
  责任缺口：错误 0 条，注意 0 条，提示 3 条
  
  读取存疑，请核对（3 处）：
    plan.xlsx：文件未标明成文日期；没有年份的时限按标题或文号中的 2026 年计
    plan.xlsx：10 项事项在牵头单位之外另列责任单位（S1.R4, S1.R5, S1.R6, ...），责任单位均按协办单位录入
    plan.xlsx：工作表 任务分解表 第 15 行：合计 11项 不是事项；已略去
  
  已加入名录的单位：
    县住建局（4 处）：plan.xlsx：工作表 任务分解表 第 5 行，责任单位; plan.xlsx：工作表 任务分解表 第 7 行，牵头单位; plan.xlsx：工作表 任务分解表 第 10 行，责任单位; ...
    县信访局（1 处）：plan.xlsx：工作表 任务分解表 第 14 行，牵头单位
    县农业农村局（1 处）：plan.xlsx：工作表 任务分解表 第 4 行，牵头单位
    县发改局（1 处）：plan.xlsx：工作表 任务分解表 第 6 行，责任单位
    县工信局（1 处）：plan.xlsx：工作表 任务分解表 第 6 行，牵头单位
    县市场监管局（2 处）：plan.xlsx：工作表 任务分解表 第 6 行，责任单位; plan.xlsx：工作表 任务分解表 第 12 行，责任单位
    县应急局（2 处）：plan.xlsx：工作表 任务分解表 第 12 行，责任单位; plan.xlsx：工作表 任务分解表 第 13 行，牵头单位
    县教育局（1 处）：plan.xlsx：工作表 任务分解表 第 8 行，牵头单位
    县民政局（1 处）：plan.xlsx：工作表 任务分解表 第 9 行，牵头单位
    县水利局（3 处）：plan.xlsx：工作表 任务分解表 第 4 行，责任单位; plan.xlsx：工作表 任务分解表 第 10 行，牵头单位; plan.xlsx：工作表 任务分解表 第 13 行，责任单位
    县经济开发区管委会（1 处）：plan.xlsx：工作表 任务分解表 第 5 行，牵头单位
    县自然资源局（2 处）：plan.xlsx：工作表 任务分解表 第 5 行，责任单位; plan.xlsx：工作表 任务分解表 第 8 行，责任单位
    县财政局（4 处）：plan.xlsx：工作表 任务分解表 第 4 行，责任单位; plan.xlsx：工作表 任务分解表 第 7 行，责任单位; plan.xlsx：工作表 任务分解表 第 8 行，责任单位; ...
    各乡镇（街道）（4 处）：plan.xlsx：工作表 任务分解表 第 4 行，责任单位; plan.xlsx：工作表 任务分解表 第 9 行，责任单位; plan.xlsx：工作表 任务分解表 第 11 行，责任单位; ...
    城关镇人民政府（1 处）：plan.xlsx：工作表 任务分解表 第 7 行，责任单位
    市生态环境局青山分局（2 处）：plan.xlsx：工作表 任务分解表 第 10 行，责任单位; plan.xlsx：工作表 任务分解表 第 11 行，牵头单位

The other papers: a notice, and a table saved as GB18030.

  $ duban import ../notice.docx --plan shishi --register --as $(id -un)
  shishi: 5 tasks in 3 sections; 11 departments named, 5 of them as lead
  1 ongoing; due 2026: 4
  the document says of itself: 青政办发〔2026〕3号, 青山县人民政府办公室, 2026-02-12
  gaps: 0 errors, 1 warnings, 2 notes
  
  Read with doubt, please look (1):
    notice.docx: paragraph 11: nothing says who leads; 县民政局 stands first and is taken as the lead
  
  Names added to the directory:
    县交通运输局 (2): notice.docx: paragraph 13; notice.docx: paragraph 15
    县人力资源社会保障局 (1): notice.docx: paragraph 10
    县卫生健康局 (1): notice.docx: paragraph 14
  $ duban department suggest ../list.csv
  # Departments named in list.csv
  # Look at each before you use it: aliases are guesses. Keys: docs/directory.md.
  # 由台账整理的单位名录，别名系推测，请逐条核对后再用。
  
  departments:
    - { name: 县人社局 }  # 1 处
    - { name: 县公安局 }  # 1 处
    - { name: 县司法局 }  # 1 处
    - { name: 县政府办公室 }  # 1 处
    - { name: 县纪委监委 }  # 1 处
    - { name: 县融媒体中心 }  # 1 处
    - { name: 县行政审批局 }  # 3 处
  $ zh import ../list.csv --plan zhengwu --issued 2026-02-12 --register --as $(id -un)
  zhengwu：4 项事项；责任单位 9 处，其中牵头 4 处
  1 项持续推进；时限：2026 年 3 项
  按原栏目保留：备注
  责任缺口：错误 0 条，注意 0 条，提示 2 条
  
  读取存疑，请核对（1 处）：
    list.csv：4 项事项没有写明由谁牵头（L2, L3, L4, ...），均以排在首位的单位为牵头单位
  
  已加入名录的单位：
    县人社局（1 处）：list.csv：第 3 行，责任单位
    县公安局（1 处）：list.csv：第 3 行，责任单位
    县司法局（1 处）：list.csv：第 2 行，责任单位
    县政府办公室（1 处）：list.csv：第 5 行，责任单位
    县纪委监委（1 处）：list.csv：第 4 行，责任单位
    县融媒体中心（1 处）：list.csv：第 5 行，责任单位
    县行政审批局（3 处）：list.csv：第 2 行，责任单位; list.csv：第 3 行，责任单位; list.csv：第 4 行，责任单位

What was doubtful, what lacks, how it stands.

  $ duban plan list | cut -c1-14
  plan     tasks
  shishi       5
  y2026       11
  zhengwu      4
  $ zh plan doubts y2026 | me
  事项      项目      存疑                                                              核定情况
  y2026/1   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/2   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/3   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/4   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/5   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/6   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/7   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/7   完成时限  视资金到位情况确定 没有具体日期；须人工确定，或用 --due 给出日期  ME导入时改为：2026年12月底前（电话核实，以年底为限）
  y2026/8   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/9   协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  y2026/10  协办单位  牵头单位之外另列责任单位；责任单位按协办单位录入                  未核定
  $ duban plan doubts zhengwu
  task       field  what was doubtful                                                           how it was settled
  zhengwu/1  lead   nothing says who leads; 县行政审批局 stands first and is taken as the lead  not settled
  zhengwu/2  lead   nothing says who leads; 县行政审批局 stands first and is taken as the lead  not settled
  zhengwu/3  lead   nothing says who leads; 县行政审批局 stands first and is taken as the lead  not settled
  zhengwu/4  lead   nothing says who leads; 县政府办公室 stands first and is taken as the lead  not settled
  $ zh plan check y2026
  4：提示：2026-10-31 到期，当天是休息日；此前最后一个工作日是 2026-10-30 [due-on-day-off]
    当天无人接收报送；改为工作日
  6：提示：长期任务没有报送周期 [no-cadence]
    没有期限又无人过问的工作容易被遗忘；写明报送周期
  10：提示：2026-05-31 到期，当天是休息日；此前最后一个工作日是 2026-05-29 [due-on-day-off]
    当天无人接收报送；改为工作日
  共 11 项；责任缺口：错误 0 条，注意 0 条，提示 3 条
  $ duban todo --as 王丽
  nothing waits for you
  $ zh list --plan y2026
  事项      灯  状态    完成时限                   牵头单位              标题
  y2026/1   绿  待签收  2026-11-30                 县农业农村局          新建高标准农田2万亩，改造提升1万亩
  y2026/2   绿  待签收  2026-12-31                 县经济开发区管委会    建成县经济开发区标准厂房8万平方米
  y2026/3   绿  待签收  2026-04-10                 县工信局              开展“服务企业面对面”活动，协调解决企业困难
  y2026/4   绿  待签收  2026-10-31（工作日10-30）  县住建局              完成老旧小区改造12个
  y2026/5   绿  待签收  2026-08-31                 县教育局              新增公办幼儿园学位900个
  y2026/6   绿  待签收  2026-07-10                 县民政局              做好困难群众救助工作
  y2026/7   绿  待签收  2026-12-31                 县水利局              完成青河城区段综合治理3.5公里
  y2026/8   绿  待签收  2026-06-30                 市生态环境局青山分局  整治农村黑臭水体6处
  y2026/9   绿  待签收  2026-06-30                 县住建局              开展燃气安全排查整治
  y2026/10  绿  待签收  2026-05-31（工作日05-29）  县应急局              修订防汛抗旱应急预案并组织演练
  y2026/11  绿  待签收  2026-03-10                 县信访局              每月调度一次信访积案化解情况
  $ zh show y2026/9 | me
  y2026/9  开展燃气安全排查整治
  章节            安全稳定
  内容            开展燃气安全排查整治。
  分管领导        孙立军
  交办日期        2026-02-10
  牵头单位        县住建局
  协办单位        县应急局、县市场监管局
  灯              绿
  状态            待签收
  完成时限        2026-06-30，第 1/2 阶段：6月底前完成排查，最后阶段 2026-12-31；原文：6月底前完成排查，年底前完成整改
  等待            牵头单位：县住建局；协办单位：县应急局、县市场监管局
  
  协办反馈
  协办单位      反馈情况
  县应急局      未反馈
  县市场监管局  未反馈
  
  时限沿革
  完成时限    事由  形成时间          经办
  2026-06-30  交办  2026-02-12 00:00  ME
  
  流转记录
  2026-02-12 00:00  #11  交办  ME  待签收
  $ zh status --by 分管领导 | sed -n '/分管领导/,/^$/p'
  分管领导  事项数  完成  绿  黄  红  灰
  -              9     0   9   0   0   0
  刘敏           3     0   3   0   0   0
  孙立军         3     0   3   0   0   0
  赵雅琴         2     0   2   0   0   0
  陈志远         3     0   3   0   0   0
  
  $ duban status | sed '/^log:/d'
  tasks: 20, plans: 3, as of 2026-02-12 00:00 (rehearsal)
  
  state     tasks  green  yellow  red  grey
  assigned     20     20       -    -     -
  all          20     20       -    -     -
  
  waits for: lead 20, co 17, coordinator 0 to verify and 0 requests
  
  department            leads  to do  done  late tasks  as co  to give  given  late as co  owing
  县财政局                                                  6        6      0           0      0
  县住建局                  2      2     0           0      3        3      0           0      0
  县水利局                  2      2     0           0      2        2      0           0      0
  县行政审批局              3      3     0           0
  县交通运输局              2      2     0           0
  县市场监管局                                              2        2      0           0      0
  县应急局                  1      1     0           0      1        1      0           0      0
  县民政局                  2      2     0           0
  县自然资源局                                              2        2      0           0      0
  城关镇人民政府                                            2        2      0           0      0
  市生态环境局青山分局      1      1     0           0      1        1      0           0      0
  县人力资源社会保障局      1      1     0           0
  县人社局                                                  1        1      0           0      0
  县信访局                  1      1     0           0
  县公安局                                                  1        1      0           0      0
  县农业农村局              1      1     0           0
  县卫生健康局                                              1        1      0           0      0
  县发改局                                                  1        1      0           0      0
  县司法局                                                  1        1      0           0      0
  县工信局                  1      1     0           0
  县政府办公室              1      1     0           0
  县教育局                  1      1     0           0
  县纪委监委                                                1        1      0           0      0
  县经济开发区管委会        1      1     0           0
  县融媒体中心                                              1        1      0           0      0
  各乡镇（街道）                                            5        0      0           0      0
  

A night each day from here on; its lights are kept.

  $ nights() {
  >   for day in "$@"; do
  >     duban nightly --quiet --at $day > ../night
  >     duban list --format csv | cut -d, -f1,2 | grep -v 'green\|light' | sed "s/^/$day /"
  >   done
  > }
  $ nights $(seq -f 2026-02-%g 13 23)

Papers come; one of the office records them, the other verifies.

  $ duban start y2026/11 --for 县信访局 --note 来电：已部署 --as 王丽 --at 2026-02-24
  y2026/11  assigned -> in_progress  2026-03 due 2026-03-10
  $ duban start y2026/4 --for 县住建局 --note 来函：已进场 --as 王丽
  y2026/4  assigned -> in_progress  due 2026-10-31
  $ duban progress y2026/4 --for 县住建局 --note 来函：3个小区已开工 --as 王丽
  y2026/4  in_progress  due 2026-10-31
  $ duban contribute y2026/4 --for 县财政局 --note 来函：资金已下达 --as 王丽
  y2026/4  in_progress  due 2026-10-31
  $ nights $(seq -f 2026-02-%g 25 28) 2026-03-01 2026-03-02
  $ duban report y2026/11 --for 县信访局 --note 来函：2月调度一次，化解5件 --dated 2026-03-02 --as 王丽 --at 2026-03-03
  y2026/11  in_progress -> reported  2026-03 due 2026-03-10
  $ duban explain y2026/4 --as 王丽 | head -1
  y2026/4  in_progress  green  due 2026-10-31 (wd 10-30)
  $ zh todo --as 李强
  事项      灯  完成时限    身份      待办        标题
  y2026/11  绿  2026-03-10  督查单位  核验或退回  每月调度一次信访积案化解情况
  $ duban verify y2026/11 --note 与信访系统核对属实 --as 王丽
  duban: y2026/11 stays reported: 王丽 recorded the report; 'verify' is for another person (rules.yaml:37 asks for it); to do: as 县政府督查室
  [1]
  $ zh verify y2026/11 --note 与信访系统核对属实 --as 李强
  y2026/11  待核验 -> 办理中  2026-04 时限 2026-04-10

A task that no paper lists; a plan made by mistake.

  $ duban plan new pishi --title 领导批示件 --as 王丽
  plan pishi is there, without a task; 'task add' adds them
  $ duban task add pishi --content 拿出城区停车难整治方案。 --lead 县住建局 --co 县财政局 --due 2026-06-30 --source 县长批示〔2026〕3号 --as 王丽
  pishi/1  assigned  due 2026-06-30
  $ duban task add pishi --content 开展消防通道整治。 --lead 县消防救援大队 --due 2026-06-30 --source 县长批示〔2026〕4号 --as 王丽
  duban: no department 县消防救援大队 in the directory; an admin adds it with 'department add'
  [1]
  $ duban department add 县消防救援大队 --as $(id -un) | sed 's/[0-9a-f]\{12\}/HASH/g'
  the directory has 28 departments now
  in force: basis HASH, before HASH; 0 timers fired under the old one, 0 of 21 live tasks have another next timer, 0 escalations raised
  $ duban plan new cuole --title 误建 --as 王丽
  plan cuole is there, without a task; 'task add' adds them
  $ zh plan void cuole --note 误建 --as 王丽
  台账 cuole 及其 0 项事项已作废；记录仍保留，编号可再用

The rest of the first month. Nobody who did nothing wrong is yellow: no night showed a light.

  $ duban nightly --quiet --at 2026-03-04 | sed 's/root=.*//'
  at=2026-03-03T16:00:00Z date=2026-03-04 fired=0 tasks=0 deadlines=0 escalations=0 resumed=0 left=0 size=57 
  $ nights $(seq -f 2026-03-%02g 5 16)
  $ duban escalations --open --digest
  nothing was raised that fits
  $ zh escalations --open --digest
  没有符合条件的督办提醒
  $ zh list --format csv | cut -d, -f2 | sort | uniq -c
        1 灯
       21 绿
  $ zh status | head -9
  截至 2026-03-16 00:00：4 个台账，21 项事项（演练）
  
  状态    事项数  绿  黄  红  灰
  待签收      19  19   -   -   -
  办理中       2   2   -   -   -
  合计        21  21   -   -   -
  
  等待：牵头单位 21 项，协办单位 18 项，督查单位 核验 0 项、答复延期 0 项
  

What is near stands in the weekly letter; what is late is red.

  $ nights 2026-03-31
  $ zh escalations --open --digest | head -5
  县工信局：
  截至 2026-03-31，以下 1 项请予关注：
  1. y2026/3 开展“服务企业面对面”活动，协调解决企业困难
     牵头：县工信局；状态：待签收；时限：2026-04-10；尚未反馈：县发改局、县市场监管局
     提醒（到期提醒），2026-03-26
  $ nights 2026-04-11
  2026-04-11 y2026/3,red
  2026-04-11 y2026/11,red
  $ duban escalations --open --digest
  To 县工信局:
  As of 2026-04-11 these ask for your attention (1):
  1. y2026/3 开展“服务企业面对面”活动，协调解决企业困难
     lead 县工信局; overdue; due 2026-04-10, 1 day late; still to contribute: 县发改局, 县市场监管局
     urging (逾期催办) of 2026-04-11
  
  To 县发改局:
  As of 2026-04-11 these ask for your attention (1):
  1. y2026/3 开展“服务企业面对面”活动，协调解决企业困难
     lead 县工信局; overdue; due 2026-04-10, 1 day late; still to contribute: 县发改局, 县市场监管局
     urging (逾期催办) of 2026-04-11
  
  To 县市场监管局:
  As of 2026-04-11 these ask for your attention (1):
  1. y2026/3 开展“服务企业面对面”活动，协调解决企业困难
     lead 县工信局; overdue; due 2026-04-10, 1 day late; still to contribute: 县发改局, 县市场监管局
     urging (逾期催办) of 2026-04-11
  
  To 县政府督查室:
  As of 2026-04-11 these ask for your attention (2):
  1. y2026/3 开展“服务企业面对面”活动，协调解决企业困难
     lead 县工信局; overdue; due 2026-04-10, 1 day late; still to contribute: 县发改局, 县市场监管局
     urging (逾期催办) of 2026-04-11
  2. y2026/11 每月调度一次信访积案化解情况
     lead 县信访局; overdue; due 2026-04-10, 1 day late
     urging (逾期催办) of 2026-04-11
  
  To 县信访局:
  As of 2026-04-11 these ask for your attention (1):
  1. y2026/11 每月调度一次信访积案化解情况
     lead 县信访局; overdue; due 2026-04-10, 1 day late
     urging (逾期催办) of 2026-04-11

The log proves it all.

  $ duban audit check | head -1
  77 entries, 16 files: the log is whole and unaltered
  $ duban audit replay
  77 entries, 21 tasks: the tables are what the log says

Every command of the page is one of these.

  $ grep -o '^duban .*' $DUBAN_SOURCE/docs/first-plan.md | sort -u | while read -r line; do
  >   grep -qF -e "${line#duban }" $DUBAN_SOURCE/tests/cli/first_plan.t || echo "$line"
  > done
