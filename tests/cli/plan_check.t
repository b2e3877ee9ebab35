The gaps of a plan are named before it is imported. Nothing is written.

  $ duban init office --rehearsal --at 2026-01-05 > made
  $ cd office
  $ cat > ../plan.csv <<END
  > 序号,工作内容,责任单位,完成时限
  > 1,新建农村公路120公里。,省交通运输厅,2026年6月30日
  > 2,进一步加强财政管理。,省财政厅,2026年9月30日
  > 4,印发救助实施办法。,有关部门,2026年10月1日
  > END
  $ duban plan check ../plan.csv --issued 2026-01-05 --at 2026-01-06
  $ duban plan check ../plan.csv --issued 2026-01-05 --format json --at 2026-01-06
  $ duban plan check ../plan.csv --issued 2026-01-05 --format sarif --at 2026-01-06 | head -12
  $ duban plan check ../plan.csv --format xml
