Tasks that no document has, and a plan that should not have been imported.

  $ duban init office --rehearsal --at 2018-01-02 > made
  $ cd office
  $ as() { duban "$@" --as 督查一处; }
  $ as plan new pishi --title 领导批示件 --ends 2018-12-31
  $ as plan new pishi --title 又一份
  $ duban plan new other --title 批示件 --as 省公安厅
  $ echo 已阅 > 批示.pdf
  $ as task add pishi --content '排查老旧桥梁。每月通报。' --lead 省公安厅 --co 省水利厅 --due 2018-06-30 --source '省长批示〔2018〕12号' --evidence 批示.pdf
  $ as task add pishi --content 通报进展。 --lead 省水利厅 --ongoing --source 专题会议纪要
  $ as task add pishi --content 通报进展。 --lead 省水利厅 --source 专题会议纪要
  $ as task add pishi --content 通报进展。 --lead 省水利厅 --due 2018-01-01 --source 专题会议纪要
  $ duban list
  $ duban show pishi/1

A sheet to be filled in imports without a doubt.

  $ duban plan template 台账.csv
  $ tail -c +4 台账.csv | tr -d '\r'
  $ printf '1,修订预案。,省公安厅,省水利厅,2018年6月底前,\r\n' >> 台账.csv
  $ as import 台账.csv --plan t --strict
  $ duban plan template 台账.csv
  $ duban plan template 台账.xlsx

While no department has acted, a plan can be made void; its keys may come again.

  $ duban nightly --at 2018-07-02 | tail -1 | sed 's/root=.*//'
  $ duban plan void t --as 省公安厅
  $ as plan void t --note 误用旧稿
  $ duban list --plan t
  $ duban list --plan t --at 2018-07-01
  $ duban plan list
  $ duban nightly --at 2018-07-20 | tail -1 | sed 's/root=.*//'
  $ as import 台账.csv --plan t --at 2018-07-21 | head -1
  $ duban start t/1 --as 省公安厅
  $ as plan void t
  $ duban log --event void
  $ duban log --event void --lang zh
  $ duban audit check | head -1
  $ duban audit replay | head -1
