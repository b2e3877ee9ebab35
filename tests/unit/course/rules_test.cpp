// What rule files and the directory decide: design §5, §10.22, §10.24 and §10.25.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

constexpr const char* any_one =
    "escalations:\n"
    "overrides:\n"
    "  - match: { plan: p }\n"
    "    transitions: { report: { require: { contributions: any } } }\n";

constexpr const char* every_member =
    "escalations:\n"
    "overrides:\n"
    "  - match: { plan: p }\n"
    "    transitions: { report: { require: { groups: all } } }\n";

const Story rules[] = {
    {"§10.24 keys are joined by and, a list is any of; the first that sets a leaf wins",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-02 省公安厅 contribute n\n"
     "2018-03-02 省经信委 report n e=a,b\n"
     "2018-03-02 省经信委 report n e=a,b,c\n",
     "2018-03-02 contribute assigned\n"
     "2018-03-02 report: missing: evidence\n"
     "2018-03-02 report assigned -> reported\n",
     "  - match: { section: \"1.3\", lead: 省财政厅 }\n"
     "    transitions: { report: { require: { evidence: 9 } } }\n"
     "  - match: { section: [\"2.1\", \"1.3\"], co: 省公安厅 }\n"
     "    transitions: { report: { require: { evidence: 3 } } }\n"
     "  - match: { part: \"1\" }\n"
     "    transitions: { report: { require: { evidence: 7, note: false } } }\n"},
    {"§10.24 leaf by leaf: a later override sets what the first left out",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-02 省经信委 report e=a\n",
     "2018-03-02 report assigned -> reported\n",
     "  - match: { task: \"1.3.11\" }\n"
     "    transitions: { report: { require: { evidence: 1 } } }\n"
     "  - match: { task: p/1.3.11 }\n"
     "    transitions: { report: { require: { evidence: 5, note: false } } }\n"},
    {"§10.24 lead is the present lead; null switches an event or a rung off",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-02 省经信委 start\n"
     "2018-03-02 督查一处 reassign n to=省公安厅\n"
     "2018-03-03 省公安厅 start\n"
     "wait 2018-07-01\n",
     "2018-03-02 start: disabled\n"
     "2018-03-02 reassign assigned\n"
     "2018-03-03 start assigned -> in_progress\n"
     "2018-06-03 silent gen 1 occ 0\n",
     "  - match: { lead: 省经信委 }\n"
     "    transitions: { start: null }\n"
     "  - match: { plan: [q, p] }\n"
     "    escalations: { silent: { repeat: { every: 2mo, times: 1 } } }\n"},
    {"§10.24 lists are replaced, rungs are merged by id and keep the file's order",
     "task 2018-03-01 lead=省经信委 due=2018-03-10\n"
     "wait 2018-03-20\n",
     "2018-03-01 remind-30 gen 1 occ 0 of 2018-02-08 late_armed\n"
     "2018-03-05 remind-5 gen 1 occ 0\n"
     "2018-03-11 deadline assigned -> overdue\n"
     "2018-03-13 overdue gen 1 occ 0\n"
     "2018-03-13 overdue-10 gen 1 occ 0\n"
     "2018-03-15 unstarted gen 1 occ 0\n",
     "  - match: { ongoing: false }\n"
     "    escalations:\n"
     "      overdue-10: { at: due + 3d }\n"
     "      overdue: { at: due + 3d }\n"
     "      unstarted: { in: [overdue] }\n"},
    {"§10.25 groups: any wants one member",
     "task 2018-03-01 lead=省经信委 co=各市州人民政府 due=2018-12-31\n"
     "look 2018-03-01 missing\n"
     "2018-03-02 衡阳市人民政府 contribute n partial\n"
     "look 2018-03-02 missing\n"
     "2018-03-03 衡阳市人民政府 contribute n\n"
     "look 2018-03-03 missing\n",
     "2018-03-01 look missing=[各市州人民政府]\n"
     "2018-03-02 contribute assigned\n"
     "2018-03-02 look missing=[各市州人民政府]\n"
     "2018-03-03 contribute assigned\n"
     "2018-03-03 look missing=[]\n",
     quiet},
    {"§10.25 groups: all wants every known member, but the lead",
     "task 2018-03-01 lead=长沙市人民政府 co=各市州人民政府 due=2018-12-31\n"
     "2018-03-02 衡阳市人民政府 contribute n\n"
     "2018-03-02 长沙市人民政府 report n e=a\n"
     "2018-03-03 岳阳市人民政府 contribute n\n"
     "look 2018-03-03 missing\n",
     "2018-03-02 contribute assigned\n"
     "2018-03-02 report: missing: contributions\n"
     "2018-03-03 contribute assigned\n"
     "2018-03-03 look missing=[]\n",
     every_member},
    {"§10.25 a group's own account speaks for all of it",
     "task 2018-03-01 lead=省经信委 co=各市州人民政府 due=2018-12-31\n"
     "2018-03-02 各市州人民政府 contribute n\n"
     "look 2018-03-02 missing\n",
     "2018-03-02 contribute assigned\n"
     "2018-03-02 look missing=[]\n",
     every_member},
    {"§10.25 a group without known members blocks nobody",
     "task 2018-03-01 lead=省经信委 co=各县人民政府 due=2018-12-31\n"
     "2018-03-02 省经信委 report n e=a\n",
     "2018-03-02 report assigned -> reported\n", quiet},
    {"§10.25 a group leads through its own account or any member; a stranger by its own account",
     "task 2018-03-01 lead=各市州人民政府 co=省外办 due=2018-12-31\n"
     "2018-03-02 省公安厅 start\n"
     "2018-03-02 岳阳市人民政府 start\n"
     "2018-03-03 各市州人民政府 progress n\n"
     "2018-03-04 省外办 contribute n\n"
     "look 2018-03-04 missing heard\n",
     "2018-03-02 start: role\n"
     "2018-03-02 start assigned -> in_progress\n"
     "2018-03-03 progress in_progress\n"
     "2018-03-04 contribute in_progress\n"
     "2018-03-04 look missing=[] heard=2018-03-03\n",
     quiet},
    {"§10.22 contributions: any is one co",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-12-31\n"
     "2018-03-02 省经信委 report n e=a\n"
     "2018-03-03 省财政厅 contribute n\n"
     "2018-03-04 省经信委 report n e=a\n",
     "2018-03-02 report: missing: contributions\n"
     "2018-03-03 contribute assigned\n"
     "2018-03-04 report assigned -> reported\n",
     any_one},
    {"§10.14 contributions: any leaves excused and owing co's out; none left is satisfied",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅,各县人民政府 due=2018-12-31\n"
     "2018-03-02 省公安厅 contribute n\n"
     "2018-03-02 督查一处 excuse n co=省公安厅\n"
     "2018-03-03 省经信委 report n e=a\n"
     "2018-03-04 省经信委 report n e=a without=省财政厅\n",
     "2018-03-02 contribute assigned\n"
     "2018-03-02 excuse assigned\n"
     "2018-03-03 report: missing: contributions\n"
     "2018-03-04 report assigned -> reported\n",
     any_one},
    {"§10.22 a task without co's is satisfied",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-02 省经信委 report n e=a\n",
     "2018-03-02 report assigned -> reported\n", any_one},
    {"§5 an activation: what was raised stays raised; moved rungs only in the future; no "
     "generation",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "activate 2018-06-15\n"
     "wait 2018-07-05\n",
     "2018-06-10 a gen 1 occ 0\n"
     "2018-06-18 b gen 1 occ 0\n"
     "2018-07-01 deadline assigned -> overdue\n",
     "escalations:\n"
     "  - { id: a, at: due - 20d, in: [assigned], level: 0, notify: [lead] }\n"
     "  - { id: b, at: due - 10d, in: [assigned], level: 0, notify: [lead] }\n",
     "escalations:\n"
     "  - { id: a, at: due - 5d, in: [assigned], level: 0, notify: [lead] }\n"
     "  - { id: b, at: due - 12d, in: [assigned], level: 0, notify: [lead] }\n"
     "  - { id: c, at: due - 16d, in: [assigned], level: 0, notify: [lead] }\n"},
    {"§4 what an activation lets listen is raised at the activation, the first such moment",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-02 省经信委 start\n"
     "activate 2018-06-15\n",
     "2018-06-02 start assigned -> in_progress\n"
     "2018-06-15 a gen 1 occ 0 of 2018-06-10\n",
     "escalations:\n"
     "  - { id: a, at: due - 20d, in: [assigned], level: 0, notify: [lead] }\n",
     "escalations:\n"
     "  - { id: a, at: due - 20d, in: [assigned, in_progress], level: 0, notify: [lead] }\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_tests)
BOOST_DATA_TEST_CASE(decide_as_the_design_says, boost::unit_test::data::make(rules), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
