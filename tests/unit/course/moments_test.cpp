// When things happen: design §4 and §10.1 to 8.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

const Story moments[] = {
    {"§10.1 missed nights: each occurrence still gets its own time",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "wait 2019-02-20\n",
     "2018-03-15 unstarted gen 1 occ 0\n"
     "2018-03-29 unstarted gen 1 occ 1\n"
     "2018-04-13 unstarted gen 1 occ 2\n"
     "2018-04-27 unstarted gen 1 occ 3\n"
     "2018-05-14 unstarted gen 1 occ 4\n"
     "2018-05-28 unstarted gen 1 occ 5\n"
     "2018-12-01 remind-30 gen 1 occ 0\n"
     "2018-12-25 remind-5 gen 1 occ 0\n"
     "2019-01-01 deadline assigned -> overdue\n"
     "2019-01-01 overdue gen 1 occ 0\n"
     "2019-01-15 overdue-10 gen 1 occ 0\n"
     "2019-02-15 circular gen 1 occ 0\n"},
    {"§10.3 imported long after its due date: overdue from its import, reminders never",
     "task 2019-03-01 lead=省经信委 due=2018-12-31\n"
     "wait 2019-03-20\n",
     "2019-03-01 deadline assigned -> overdue\n"
     "2019-03-01 overdue gen 1 occ 0 of 2019-01-01 late_armed\n"
     "2019-03-01 overdue-10 gen 1 occ 0 of 2019-01-15 late_armed\n"
     "2019-03-01 circular gen 1 occ 0 of 2019-02-15 late_armed\n"
     "2019-03-15 circular gen 1 occ 1\n"},
    {"§4 of occurrences ripe at the same moment only the latest is raised",
     "task 2019-06-01T09:00 lead=省经信委 due=2018-12-31\n"
     "wait 2019-06-20\n",
     "2019-06-01 09:00 deadline assigned -> overdue\n"
     "2019-06-01 09:00 overdue gen 1 occ 0 of 2019-01-01 late_armed\n"
     "2019-06-01 09:00 overdue-10 gen 1 occ 0 of 2019-01-15 late_armed\n"
     "2019-06-01 09:00 circular gen 1 occ 3 of 2019-05-15 late_armed\n"
     "2019-06-15 circular gen 1 occ 4\n"},
    {"§4 at one instant: resume, deadline, rungs in the file's order",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-01 督查一处 suspend n until=2018-07-01\n"
     "wait 2018-07-02\n",
     "2018-06-01 suspend assigned -> suspended\n"
     "2018-07-01 resume suspended -> assigned\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-01 b gen 1 occ 0\n"
     "2018-07-01 a gen 1 occ 0\n",
     "escalations:\n"
     "  - { id: b, at: due + 1d, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: a, at: due + 1d, in: [overdue], level: 1, notify: [lead] }\n"
     "overrides:\n"
     "  - match: { plan: p }\n"
     "    deadlines: { suspension: { moves_due: none } }\n"},
    {"§10.2 the deadline comes before rungs: a state left by it raises nothing",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "wait 2018-07-05\n",
     "2018-07-01 deadline assigned -> overdue\n",
     "escalations:\n"
     "  - { id: x, at: due + 1d, in: [assigned, in_progress], level: 1, notify: [lead] }\n"},
    {"§10.2 between two commands at one instant the rungs are looked at",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-05T10:00 省经信委 start\n"
     "2018-03-05T10:00 省经信委 report n e=a\n",
     "2018-03-05 10:00 start assigned -> in_progress\n"
     "2018-03-05 10:00 x gen 1 occ 0 of 2018-03-05\n"
     "2018-03-05 10:00 report in_progress -> reported\n",
     "escalations:\n"
     "  - { id: x, at: started + 0d, in: [in_progress], level: 0, notify: [lead] }\n"},
    {"§10.2 a state that one entry passes over raises nothing",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-05T10:00 省经信委 report n e=a\n",
     "2018-03-05 10:00 report assigned -> reported\n",
     "escalations:\n"
     "  - { id: x, at: started + 0d, in: [in_progress], level: 0, notify: [lead] }\n"},
    {"§10.4 a refused step leaves nothing, not even timers; a reading shows them",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 省经信委 progress\n"
     "look 2018-07-05 state late\n"
     "wait 2018-07-06\n",
     "2018-07-05 progress: missing: note\n"
     "2018-07-05 look state=overdue late=5\n"
     "2018-07-01 deadline assigned -> overdue\n",
     quiet},
    {"§10.5 heard and entered, step by step",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "look 2018-03-01 heard entered started\n"
     "2018-03-05 省经信委 start\n"
     "2018-03-10 省经信委 progress n\n"
     "look 2018-03-10 heard entered started\n"
     "2018-03-12 省公安厅 contribute n\n"
     "2018-03-13 省经信委 remark n\n"
     "look 2018-03-13 heard\n"
     "2018-03-20 省经信委 request-extension n due=2019-01-31\n"
     "look 2018-03-20 heard\n"
     "2018-03-21 督查一处 deny-extension n\n"
     "look 2018-03-21 heard entered\n"
     "2018-03-25 省经信委 report n e=a\n"
     "look 2018-03-25 heard entered\n"
     "2018-03-26 省经信委 withdraw n\n"
     "look 2018-03-26 heard entered\n"
     "2018-03-28 督查一处 amend n due=2018-11-30\n"
     "look 2018-03-28 heard entered\n"
     "2018-04-01 督查一处 amend n add-co=省财政厅\n"
     "look 2018-04-01 heard\n"
     "2018-04-02 督查一处 suspend n until=2018-04-12\n"
     "look 2018-04-05 heard entered\n"
     "look 2018-04-12 heard entered state\n"
     "2018-04-20 督查一处 reassign n to=省住建厅\n"
     "look 2018-04-20 heard entered started\n"
     "2018-04-21 督查一处 progress n for=省住建厅\n"
     "look 2018-04-21 heard entered started\n",
     "2018-03-01 look heard=never entered=2018-03-01 started=never\n"
     "2018-03-05 start assigned -> in_progress\n"
     "2018-03-10 progress in_progress\n"
     "2018-03-10 look heard=2018-03-10 entered=2018-03-05 started=2018-03-05\n"
     "2018-03-12 contribute in_progress\n"
     "2018-03-13 remark in_progress\n"
     "2018-03-13 look heard=2018-03-10\n"
     "2018-03-20 request-extension in_progress\n"
     "2018-03-20 look heard=2018-03-20\n"
     "2018-03-21 deny-extension in_progress\n"
     "2018-03-21 look heard=2018-03-21 entered=2018-03-05\n"
     "2018-03-25 report in_progress -> reported\n"
     "2018-03-25 look heard=2018-03-25 entered=2018-03-25\n"
     "2018-03-26 withdraw reported -> in_progress\n"
     "2018-03-26 look heard=2018-03-26 entered=2018-03-26\n"
     "2018-03-28 amend in_progress\n"
     "2018-03-28 look heard=2018-03-28 entered=2018-03-26\n"
     "2018-04-01 amend in_progress\n"
     "2018-04-01 look heard=2018-03-28\n"
     "2018-04-02 suspend in_progress -> suspended\n"
     "2018-04-05 look heard=2018-03-28 entered=2018-04-02\n"
     "2018-04-12 look heard=2018-04-12 entered=2018-04-05 state=in_progress\n"
     "2018-04-12 resume suspended -> in_progress\n"
     "2018-04-20 reassign in_progress -> assigned\n"
     "2018-04-20 look heard=never entered=2018-04-20 started=never\n"
     "2018-04-21 progress assigned -> in_progress\n"
     "2018-04-21 look heard=2018-04-21 entered=2018-04-21 started=2018-04-21\n",
     quiet},
    {"§10.5 heard is by the lead or for it, whoever else a rule lets report progress",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-05 督查一处 progress n\n"
     "look 2018-03-05 heard started\n"
     "2018-03-06 李四 progress n\n"
     "look 2018-03-06 heard\n",
     "2018-03-05 progress assigned -> in_progress\n"
     "2018-03-05 look heard=never started=2018-03-05\n"
     "2018-03-06 progress in_progress\n"
     "2018-03-06 look heard=2018-03-06\n",
     "escalations:\n"
     "overrides:\n"
     "  - match: { plan: p }\n"
     "    transitions: { progress: { by: [lead, coordinator] } }\n"},
    {"§10.6 times counts repetitions after the first; each counted from the first, months clamped",
     "task 2018-01-31T10:30 lead=省经信委 due=2018-12-31\n"
     "wait 2018-12-01\n",
     "2018-01-31 10:30 m gen 1 occ 0 of 2018-01-31\n"
     "2018-02-28 m gen 1 occ 1\n"
     "2018-03-31 m gen 1 occ 2\n"
     "2018-04-30 m gen 1 occ 3\n",
     "escalations:\n"
     "  - { id: m, at: assigned + 0d, in: [assigned], level: 0, notify: [lead],\n"
     "      repeat: { every: 1mo, times: 3 } }\n"},
    {"§10.7 late_armed: its day lies before the day of the last assignment, not on it",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-05-31T09:00 督查一处 reassign n to=省公安厅\n"
     "2018-06-10 督查一处 reassign n to=省住建厅\n",
     "2018-05-31 r gen 1 occ 0\n"
     "2018-05-31 09:00 reassign assigned\n"
     "2018-05-31 09:00 r gen 2 occ 0 of 2018-05-31\n"
     "2018-06-10 reassign assigned\n"
     "2018-06-10 r gen 3 occ 0 of 2018-05-31 late_armed\n",
     "escalations:\n"
     "  - { id: r, at: due - 30d, in: [assigned], level: 0, notify: [lead] }\n"},
    {"§10.8 0wd is the day itself; from a day off +1wd is the next working day, -1wd the one "
     "before",
     "task 2018-03-01 lead=省经信委 due=2018-10-05\n"
     "wait 2018-12-01\n",
     "2018-09-05 e gen 1 occ 0\n"
     "2018-09-30 c gen 1 occ 0\n"
     "2018-10-05 a gen 1 occ 0\n"
     "2018-10-06 deadline assigned -> overdue\n"
     "2018-10-08 b gen 1 occ 0\n"
     "2018-10-12 f gen 1 occ 0\n"
     "2018-10-19 d gen 1 occ 0\n",
     "escalations:\n"
     "  - { id: a, at: due + 0wd, in: [assigned, overdue], level: 0, notify: [lead] }\n"
     "  - { id: b, at: due + 1wd, in: [assigned, overdue], level: 0, notify: [lead] }\n"
     "  - { id: c, at: due - 1wd, in: [assigned, overdue], level: 0, notify: [lead] }\n"
     "  - { id: d, at: due + 2w, in: [assigned, overdue], level: 0, notify: [lead] }\n"
     "  - { id: e, at: due - 1mo, in: [assigned, overdue], level: 0, notify: [lead] }\n"
     "  - { id: f, at: due + 5wd, in: [assigned, overdue], level: 0, notify: [lead] }\n"},
    {"§4 working days pass over the holidays of 2020 and their make-up Sunday",
     "task 2019-12-01 lead=省经信委 due=2020-01-23\n"
     "wait 2020-03-01\n",
     "2020-01-17 before gen 1 occ 0\n"
     "2020-01-24 deadline assigned -> overdue\n"
     "2020-02-03 after gen 1 occ 0\n",
     "escalations:\n"
     "  - { id: before, at: due - 5wd, in: [assigned, overdue], level: 0, notify: [lead] }\n"
     "  - { id: after, at: due + 1wd, in: [assigned, overdue], level: 0, notify: [lead] }\n"},
    {"§4 a rung is raised when its `when` first holds at or after its time",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 督查一处 amend n add-co=省公安厅\n"
     "2018-06-26 省公安厅 contribute n\n"
     "2018-06-27 督查一处 return n\n",
     "2018-06-25 amend assigned\n"
     "2018-06-25 owing gen 1 occ 0 of 2018-06-20\n"
     "2018-06-26 contribute assigned\n"
     "2018-06-27 return: state: a task that is assigned cannot take 'return'\n",
     "escalations:\n"
     "  - { id: owing, at: due - 10d, in: [assigned], level: 0, notify: [missing], when: missing "
     "}\n"},
    {"§4 undecided counts requests, each its own generation, and only while one is pending",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-06-04 省经信委 request-extension n due=2019-03-31\n"
     "2018-06-12 督查一处 deny-extension n\n"
     "2018-06-13 省经信委 request-extension n due=2019-01-31\n"
     "wait 2018-06-30\n"
     "2018-07-01 督查一处 deny-extension n\n"
     "2018-07-02 省经信委 request-extension n due=2019-02-28\n"
     "2018-07-03 督查一处 grant-extension n\n"
     "wait 2018-08-30\n",
     "2018-06-04 request-extension assigned\n"
     "2018-06-11 undecided gen 1 occ 0\n"
     "2018-06-12 deny-extension assigned\n"
     "2018-06-13 request-extension assigned\n"
     "2018-06-21 undecided gen 2 occ 0\n"
     "2018-07-01 deny-extension assigned\n"
     "2018-07-02 request-extension assigned\n"
     "2018-07-03 grant-extension assigned\n",
     "escalations:\n"
     "  - { id: undecided, at: requested + 5wd, in: [assigned, in_progress, overdue], level: 1,\n"
     "      notify: [coordinator] }\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(moments_tests)
BOOST_DATA_TEST_CASE(fall_where_the_design_says, boost::unit_test::data::make(moments), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
