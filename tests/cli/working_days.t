Working days around a holiday: 2018-09-29 and 30 are made up for, 10-01 to 10-07 and 09-24 are off.

  $ cat > days.yaml <<'END'
  > rules: trial
  > version: 1
  > timezone: Asia/Shanghai
  > calendar: cn
  > transitions:
  >   start: { by: [lead] }
  >   report: { by: [lead] }
  >   verify: { by: [coordinator], forbid: [lead, reporter] }
  > escalations:
  >   - { id: before-5, at: due - 5wd, in: [assigned], level: 0, notify: [lead] }
  >   - { id: before-0, at: due - 0wd, in: [assigned], level: 0, notify: [lead] }
  >   - { id: after-1, at: due + 1wd, in: [overdue], level: 1, notify: [lead] }
  >   - { id: after-3, at: due + 3wd, in: [overdue], level: 1, notify: [lead] }
  >   - { id: unread, at: reported + 10wd, in: [reported], level: 1, notify: [coordinator] }
  > END
  $ cat > days.test.yaml <<'END'
  > rules: days.yaml
  > scenarios:
  >   - name: 国庆前后
  >     task: { key: "p/1.1.1", lead: 省公安厅, due: 2018-10-08 }
  >     assigned: 2018-09-03
  >     steps:
  >       - { at: 2018-09-25, expect: { raised: [] } }
  >       - { at: 2018-09-26, expect: { raised: [before-5] } }
  >       - { at: 2018-10-07, expect: { raised: [before-5] } }
  >       - { at: 2018-10-08, expect: { raised: [before-5, before-0], state: assigned } }
  >       - { at: 2018-10-09, expect: { raised: [before-5, before-0, after-1] } }
  >       - { at: 2018-10-10, expect: { raised: [before-5, before-0, after-1] } }
  >       - { at: 2018-10-11, expect: { raised: [before-5, before-0, after-1, after-3] } }
  >   - name: 时限在节假日，前后都从该日数起
  >     task: { key: "p/1.1.1", lead: 省公安厅, due: 2018-10-03 }
  >     assigned: 2018-09-03
  >     steps:
  >       - { at: 2018-09-25, expect: { raised: [] } }
  >       - { at: 2018-09-26, expect: { raised: [before-5] } }
  >       - { at: 2018-10-03, expect: { raised: [before-5, before-0] } }
  >       - { at: 2018-10-07, expect: { raised: [before-5, before-0], state: overdue } }
  >       - { at: 2018-10-08, expect: { raised: [before-5, before-0, after-1] } }
  >       - { at: 2018-10-10, expect: { raised: [before-5, before-0, after-1, after-3] } }
  >   - name: 报结后十个工作日
  >     task: { key: "p/1.1.1", lead: 省公安厅, due: 2018-12-31 }
  >     assigned: 2018-09-03
  >     steps:
  >       - { at: 2018-09-20, as: 省公安厅, do: report }
  >       - { at: 2018-10-09, expect: { raised: [] } }
  >       - { at: 2018-10-10, expect: { raised: [unread] } }
  > END
  $ duban rules test days.test.yaml
  days.test.yaml: 3 scenarios, each as it should be
  days.yaml: 6 of 32 transitions, refusals, rungs and overrides touched; --coverage lists the others
