How far a long document is: a terminal is told, on one line that the answer replaces; nobody else is.

  $ duban init office --rehearsal --at 2017-01-02 > made
  $ cd office
  $ awk 'BEGIN { print "序号,工作内容,责任部门,完成时间"
  >   for (i = 1; i <= 2500; ++i) print i ",查第" i "处隐患。,省公安厅,2018年底前" }' > plan.csv
  $ tty() { python3 -c 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)' "$@" < /dev/null; }
  $ seen() { tr '\r' '\n' | sed 's/\x1b\[K/<cleared>/g' | sed '/^$/d'; }
  $ tty duban import plan.csv --plan p --as 督查一处 --at 2017-03-01 | seen | head -6
  <cleared>1000 rows read
  <cleared>2000 rows read
  <cleared>1000 of 2500 tasks written
  <cleared>2000 of 2500 tasks written
  <cleared>p: 2500 tasks; 2500 departments named, 2500 of them as lead
  0 ongoing; due 2018: 2500
  $ tty duban --lang zh import plan.csv --plan q --as 督查一处 --at 2017-03-01 | seen | head -5
  <cleared>已读取 1000 行
  <cleared>已读取 2000 行
  <cleared>已写入 1000 / 2500 项
  <cleared>已写入 2000 / 2500 项
  <cleared>q：2500 项事项；责任单位 2500 处，其中牵头 2500 处
  $ tty duban import plan.csv --plan r --at 2017-03-01 --review sheet.csv | seen | head -3
  <cleared>1000 rows read
  <cleared>2000 rows read
  <cleared>sheet.csv: 2500 rows, 0 of them with something that cannot be read, 0 more with a doubt

What is no terminal gets none of it, also where the other stream is one.

  $ duban import plan.csv --plan s --as 督查一处 --at 2017-03-01 2> err | head -1
  s: 2500 tasks; 2500 departments named, 2500 of them as lead
  $ cat err
  $ tty sh -c 'duban import plan.csv --plan t --as 督查一处 --at 2017-03-01 2> err' | grep -c rows
  0
  [1]
  $ cat err

An answer in a file does not keep a terminal from being told, and an error takes the line's place.

  $ tty sh -c 'duban import plan.csv --plan u --as 督查一处 --at 2017-03-01 > out' | seen
  <cleared>1000 rows read
  <cleared>2000 rows read
  <cleared>1000 of 2500 tasks written
  <cleared>2000 of 2500 tasks written
  <cleared> (no-eol)
  $ echo '2501,查隐患。,省公安厅,' >> plan.csv
  $ tty duban import plan.csv --plan v --as 督查一处 --at 2017-03-01 | seen
  <cleared>1000 rows read
  <cleared>2000 rows read
  <cleared>duban: plan.csv: line 2502, 完成时间: there is no deadline
  Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' writes a sheet to settle this in.
