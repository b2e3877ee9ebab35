The lifecycle as a rule file leaves it, and its ladder, drawn for Mermaid or Graphviz. The shipped
rules stand whole in docs/lifecycle.md.

  $ cat > small.yaml <<'END'
  > rules: small
  > version: 1
  > timezone: Asia/Shanghai
  > calendar: cn
  > transitions:
  >   report: { by: [lead], in: [assigned], require: { note: true, evidence: 2, contributions: all, without: refused } }
  >   contribute: { by: [co], require: { any: [note, evidence] } }
  >   verify: { by: [coordinator], forbid: [lead, reporter], require: { note: true } }
  >   request-extension: { by: [lead], limit: 2 }
  >   suspend: { by: [coordinator], max: 120wd }
  >   reopen: { by: [coordinator], in: [cancelled] }
  > escalations:
  >   - { id: circular, at: due + 30wd, in: [overdue], level: 3, notify: [lead, superior], repeat: { every: 1mo, times: 12 } }
  >   - { id: owing, at: due - 10wd, in: [assigned], level: 0, notify: [missing, 省财政厅], when: missing }
  >   - { id: unstarted, at: assigned + 10wd, in: [assigned], level: 1, notify: [lead] }
  > overrides:
  >   - match: { ongoing: true }
  >     transitions: { suspend: null, cancel: { by: [coordinator] } }
  > END
  $ duban rules diagram small.yaml
  ```mermaid
  stateDiagram-v2
    assigned : assigned
    in_progress : in_progress
    reported : reported
    verified : verified
    overdue : overdue
    suspended : suspended
    [*] --> assigned : assign
    assigned --> assigned : contribute<br/>co<br/>note or evidence
    in_progress --> in_progress : contribute<br/>co<br/>note or evidence
    overdue --> overdue : contribute<br/>co<br/>note or evidence
    reported --> reported : contribute<br/>co<br/>note or evidence
    verified --> verified : contribute<br/>co<br/>note or evidence<br/>[by a co that is owing]
    assigned --> reported : report<br/>lead<br/>note, evidence x 2, all contributions, no --without<br/>[the cycle has begun]
    reported --> verified : verify<br/>coordinator<br/>note<br/>never lead, reporter<br/>[not a cycle to come]
    reported --> in_progress : verify<br/>coordinator<br/>note<br/>never lead, reporter<br/>[a cycle to come]
    assigned --> overdue : deadline<br/>scheduler<br/>[past due]
    in_progress --> overdue : deadline<br/>scheduler<br/>[past due]
    assigned --> assigned : request-extension<br/>lead<br/>at most 2 times
    in_progress --> in_progress : request-extension<br/>lead<br/>at most 2 times
    overdue --> overdue : request-extension<br/>lead<br/>at most 2 times
    assigned --> suspended : suspend<br/>coordinator<br/>at most 120wd in all
    in_progress --> suspended : suspend<br/>coordinator<br/>at most 120wd in all
    reported --> suspended : suspend<br/>coordinator<br/>at most 120wd in all
    overdue --> suspended : suspend<br/>coordinator<br/>at most 120wd in all
    suspended --> assigned : resume<br/>scheduler<br/>[left assigned]
    suspended --> in_progress : resume<br/>scheduler<br/>[left in_progress]
    suspended --> reported : resume<br/>scheduler<br/>[left reported]
    suspended --> overdue : resume<br/>scheduler<br/>[left overdue, past due]
    suspended --> in_progress : resume<br/>scheduler<br/>[left overdue, not past due, started]
    suspended --> assigned : resume<br/>scheduler<br/>[left overdue, not past due, not started]
  ```
  
  ```mermaid
  timeline
    section due
      -10wd : reminder : to missing, 省财政厅 : while assigned : if a co owes
      +30wd : circular proposed : to lead, superior : while overdue : again every 1mo, 12 times
    section assigned
      +10wd : urging : to lead : while assigned
  ```
  $ duban rules diagram small.yaml --lang zh --format mermaid
  ```mermaid
  stateDiagram-v2
    assigned : 待签收
    in_progress : 办理中
    reported : 待核验
    verified : 已办结
    overdue : 逾期
    suspended : 暂缓
    [*] --> assigned : 交办
    assigned --> assigned : 协办反馈<br/>协办单位<br/>办理说明或佐证材料
    in_progress --> in_progress : 协办反馈<br/>协办单位<br/>办理说明或佐证材料
    overdue --> overdue : 协办反馈<br/>协办单位<br/>办理说明或佐证材料
    reported --> reported : 协办反馈<br/>协办单位<br/>办理说明或佐证材料
    verified --> verified : 协办反馈<br/>协办单位<br/>办理说明或佐证材料<br/>[限欠报的协办单位]
    assigned --> reported : 报结<br/>牵头单位<br/>办理说明、佐证材料2件、协办均已反馈、不得注明欠报<br/>[周期已开始]
    reported --> verified : 核验办结<br/>督查单位<br/>办理说明<br/>回避：牵头单位、报结经手人<br/>[已是最后周期]
    reported --> in_progress : 核验办结<br/>督查单位<br/>办理说明<br/>回避：牵头单位、报结经手人<br/>[后面还有周期]
    assigned --> overdue : 逾期<br/>系统<br/>[已过时限]
    in_progress --> overdue : 逾期<br/>系统<br/>[已过时限]
    assigned --> assigned : 申请延期<br/>牵头单位<br/>至多2次
    in_progress --> in_progress : 申请延期<br/>牵头单位<br/>至多2次
    overdue --> overdue : 申请延期<br/>牵头单位<br/>至多2次
    assigned --> suspended : 暂缓<br/>督查单位<br/>累计至多120个工作日
    in_progress --> suspended : 暂缓<br/>督查单位<br/>累计至多120个工作日
    reported --> suspended : 暂缓<br/>督查单位<br/>累计至多120个工作日
    overdue --> suspended : 暂缓<br/>督查单位<br/>累计至多120个工作日
    suspended --> assigned : 恢复<br/>系统<br/>[暂缓前待签收]
    suspended --> in_progress : 恢复<br/>系统<br/>[暂缓前办理中]
    suspended --> reported : 恢复<br/>系统<br/>[暂缓前待核验]
    suspended --> overdue : 恢复<br/>系统<br/>[暂缓前逾期、已过时限]
    suspended --> in_progress : 恢复<br/>系统<br/>[暂缓前逾期、未过时限、已签收]
    suspended --> assigned : 恢复<br/>系统<br/>[暂缓前逾期、未过时限、未签收]
  ```
  
  ```mermaid
  timeline
    section 时限
      -10个工作日 : 提醒 : 报欠报的协办单位、省财政厅 : 限待签收时 : 有协办单位未反馈
      +30个工作日 : 建议通报 : 报牵头单位、牵头单位的上级 : 限逾期时 : 每1个月重复，共12次
    section 交办
      +10个工作日 : 催办 : 报牵头单位 : 限待签收时
  ```
  $ duban rules diagram small.yaml --format dot
  digraph rules {
    rankdir=LR;
    node [shape=box, style=rounded, fontsize=11];
    edge [fontsize=9];
    subgraph cluster_lifecycle {
      label="lifecycle";
      begin [shape=point];
      assigned [label="assigned"];
      in_progress [label="in_progress"];
      reported [label="reported"];
      verified [label="verified"];
      overdue [label="overdue"];
      suspended [label="suspended"];
      begin -> assigned [label="assign"];
      assigned -> assigned [label="contribute\nco\nnote or evidence"];
      in_progress -> in_progress [label="contribute\nco\nnote or evidence"];
      overdue -> overdue [label="contribute\nco\nnote or evidence"];
      reported -> reported [label="contribute\nco\nnote or evidence"];
      verified -> verified [label="contribute\nco\nnote or evidence\n[by a co that is owing]"];
      assigned -> reported [label="report\nlead\nnote, evidence x 2, all contributions, no --without\n[the cycle has begun]"];
      reported -> verified [label="verify\ncoordinator\nnote\nnever lead, reporter\n[not a cycle to come]"];
      reported -> in_progress [label="verify\ncoordinator\nnote\nnever lead, reporter\n[a cycle to come]"];
      assigned -> overdue [label="deadline\nscheduler\n[past due]"];
      in_progress -> overdue [label="deadline\nscheduler\n[past due]"];
      assigned -> assigned [label="request-extension\nlead\nat most 2 times"];
      in_progress -> in_progress [label="request-extension\nlead\nat most 2 times"];
      overdue -> overdue [label="request-extension\nlead\nat most 2 times"];
      assigned -> suspended [label="suspend\ncoordinator\nat most 120wd in all"];
      in_progress -> suspended [label="suspend\ncoordinator\nat most 120wd in all"];
      reported -> suspended [label="suspend\ncoordinator\nat most 120wd in all"];
      overdue -> suspended [label="suspend\ncoordinator\nat most 120wd in all"];
      suspended -> assigned [label="resume\nscheduler\n[left assigned]"];
      suspended -> in_progress [label="resume\nscheduler\n[left in_progress]"];
      suspended -> reported [label="resume\nscheduler\n[left reported]"];
      suspended -> overdue [label="resume\nscheduler\n[left overdue, past due]"];
      suspended -> in_progress [label="resume\nscheduler\n[left overdue, not past due, started]"];
      suspended -> assigned [label="resume\nscheduler\n[left overdue, not past due, not started]"];
    }
    subgraph cluster_ladder {
      label="ladder";
      node [style=solid];
      "from due" [shape=plaintext, label="due"];
      "rung owing" [label="reminder\nto missing, 省财政厅\nwhile assigned\nif a co owes"];
      "from due" -> "rung owing" [label="-10wd"];
      "rung circular" [label="circular proposed\nto lead, superior\nwhile overdue\nagain every 1mo, 12 times"];
      "rung owing" -> "rung circular" [label="+30wd"];
      "from assigned" [shape=plaintext, label="assigned"];
      "rung unstarted" [label="urging\nto lead\nwhile assigned"];
      "from assigned" -> "rung unstarted" [label="+10wd"];
    }
  }
  $ duban rules diagram small.yaml --format json
  {"arrows":[{"by":["co"],"event":"contribute","forbid":[],"from":"assigned","if":null,"line":7,"needs":["note or evidence"],"to":"assigned"},{"by":["co"],"event":"contribute","forbid":[],"from":"in_progress","if":null,"line":7,"needs":["note or evidence"],"to":"in_progress"},{"by":["co"],"event":"contribute","forbid":[],"from":"overdue","if":null,"line":7,"needs":["note or evidence"],"to":"overdue"},{"by":["co"],"event":"contribute","forbid":[],"from":"reported","if":null,"line":7,"needs":["note or evidence"],"to":"reported"},{"by":["co"],"event":"contribute","forbid":[],"from":"verified","if":"by a co that is owing","line":7,"needs":["note or evidence"],"to":"verified"},{"by":["lead"],"event":"report","forbid":[],"from":"assigned","if":"the cycle has begun","line":6,"needs":["note","evidence x 2","all contributions","no --without"],"to":"reported"},{"by":["coordinator"],"event":"verify","forbid":["lead","reporter"],"from":"reported","if":"not a cycle to come","line":8,"needs":["note"],"to":"verified"},{"by":["coordinator"],"event":"verify","forbid":["lead","reporter"],"from":"reported","if":"a cycle to come","line":8,"needs":["note"],"to":"in_progress"},{"by":["scheduler"],"event":"deadline","forbid":[],"from":"assigned","if":"past due","line":null,"needs":[],"to":"overdue"},{"by":["scheduler"],"event":"deadline","forbid":[],"from":"in_progress","if":"past due","line":null,"needs":[],"to":"overdue"},{"by":["lead"],"event":"request-extension","forbid":[],"from":"assigned","if":null,"line":9,"needs":["at most 2 times"],"to":"assigned"},{"by":["lead"],"event":"request-extension","forbid":[],"from":"in_progress","if":null,"line":9,"needs":["at most 2 times"],"to":"in_progress"},{"by":["lead"],"event":"request-extension","forbid":[],"from":"overdue","if":null,"line":9,"needs":["at most 2 times"],"to":"overdue"},{"by":["coordinator"],"event":"suspend","forbid":[],"from":"assigned","if":null,"line":10,"needs":["at most 120wd in all"],"to":"suspended"},{"by":["coordinator"],"event":"suspend","forbid":[],"from":"in_progress","if":null,"line":10,"needs":["at most 120wd in all"],"to":"suspended"},{"by":["coordinator"],"event":"suspend","forbid":[],"from":"reported","if":null,"line":10,"needs":["at most 120wd in all"],"to":"suspended"},{"by":["coordinator"],"event":"suspend","forbid":[],"from":"overdue","if":null,"line":10,"needs":["at most 120wd in all"],"to":"suspended"},{"by":["scheduler"],"event":"resume","forbid":[],"from":"suspended","if":"left assigned","line":null,"needs":[],"to":"assigned"},{"by":["scheduler"],"event":"resume","forbid":[],"from":"suspended","if":"left in_progress","line":null,"needs":[],"to":"in_progress"},{"by":["scheduler"],"event":"resume","forbid":[],"from":"suspended","if":"left reported","line":null,"needs":[],"to":"reported"},{"by":["scheduler"],"event":"resume","forbid":[],"from":"suspended","if":"left overdue, past due","line":null,"needs":[],"to":"overdue"},{"by":["scheduler"],"event":"resume","forbid":[],"from":"suspended","if":"left overdue, not past due, started","line":null,"needs":[],"to":"in_progress"},{"by":["scheduler"],"event":"resume","forbid":[],"from":"suspended","if":"left overdue, not past due, not started","line":null,"needs":[],"to":"assigned"}],"ladder":[{"anchor":"due","rungs":[{"added":false,"at":"-10wd","level":0,"line":14,"name":null,"rung":"owing"},{"added":false,"at":"30wd","level":3,"line":13,"name":null,"rung":"circular"}]},{"anchor":"assigned","rungs":[{"added":false,"at":"10wd","level":1,"line":15,"name":null,"rung":"unstarted"}]}],"states":["assigned","in_progress","reported","verified","overdue","suspended"]}

Without a file the rules in force are drawn; with --task, as its overrides leave them.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.docx --plan hn135 --as 督查一处 > read
  $ duban rules diagram > in_force
  $ duban rules diagram $DUBAN_SOURCE/config/rules/default.yaml | cmp - in_force
  $ duban rules diagram --task 1.3.11 | cmp - in_force
  $ duban list --ongoing | sed -n 2p | cut -d' ' -f1
  hn135/1.1.3
  $ duban rules diagram --task 1.1.3 | diff in_force -
  116,117d115
  <   section heard
  <     +3mo : 久无进展 (urging) : to lead, coordinator : while in_progress : again every 1mo, 12 times
  [1]
  $ duban --format dot rules diagram | grep -c 'silent'
  2

What cannot be drawn, and formats that are for nothing else.

  $ duban rules diagram ../small.yaml --task 1.3.11
  duban: --task asks for the rules in force as they hold for it; leave out FILE
  [2]
  $ duban rules diagram --format csv
  duban: --format of a diagram takes mermaid, dot or json, not 'csv'
  [2]
  $ duban rules diagram --format svg
  duban: --format of a diagram takes mermaid, dot or json, not 'svg'
  [2]
  $ duban list --format dot
  duban: --format takes table, json, jsonl or csv, not 'dot'
  [2]
  $ duban rules diagram missing.yaml
  duban: missing.yaml cannot be read: No such file or directory
  [2]
