// Rungs that are counted from the raising of others, and urgent matters: docs/rules.md.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

constexpr const char* sheets =
    "escalations:\n"
    "  - { id: blue, at: due - 10d, in: [assigned, in_progress, overdue], level: 1, "
    "notify: [lead] }\n"
    "  - { id: yellow, at: raised(blue) + 5wd, in: [assigned, in_progress, overdue], level: 1, "
    "notify: [lead], repeat: { every: 10wd, times: 2 } }\n"
    "  - { id: red, at: raised(yellow) + 3d, in: [assigned, in_progress, overdue], level: 2, "
    "notify: [lead] }\n"
    "overrides:\n"
    "  - match: { urgent: true }\n"
    "    escalations:\n"
    "      blue: null\n"
    "      yellow: { at: due - 20d }\n";

const Story stories[] = {
    {"each sheet is counted from the first raising of the one before",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "wait 2018-08-31\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-27 yellow gen 1 occ 0\n"
     "2018-06-30 red gen 1 occ 0\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-11 yellow gen 1 occ 1\n"
     "2018-07-25 yellow gen 1 occ 2\n",
     sheets},
    {"imported late: one after the other from the import, none counted from a day before it",
     "task 2018-09-03 lead=省经信委 due=2018-06-30\n"
     "wait 2018-09-20\n",
     "2018-09-03 deadline assigned -> overdue\n"
     "2018-09-03 blue gen 1 occ 0 of 2018-06-20 late_armed\n"
     "2018-09-10 yellow gen 1 occ 0\n"
     "2018-09-13 red gen 1 occ 0\n",
     sheets},
    {"a new due version ends the sheets of the old one",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-21 省经信委 request-extension n due=2018-09-30\n"
     "2018-06-22 督查一处 grant-extension n\n"
     "look 2018-06-23 light\n"
     "wait 2018-10-01\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-21 request-extension assigned\n"
     "2018-06-22 grant-extension assigned\n"
     "2018-06-23 look light=green\n"
     "2018-09-20 blue gen 2 occ 0\n"
     "2018-09-28 yellow gen 2 occ 0\n"
     "2018-10-01 deadline assigned -> overdue\n"
     "2018-10-01 red gen 2 occ 0\n",
     sheets},
    {"a suspension moves the moment, a resumption goes on with it, though due has a new version",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-21 督查一处 suspend n until=2018-07-12\n"
     "look 2018-07-13 due\n"
     "2018-07-13 督查一处 suspend n until=2018-07-14\n"
     "wait 2018-07-26\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-21 suspend assigned -> suspended\n"
     "2018-07-13 look due=2018-07-21\n"
     "2018-07-12 resume suspended -> assigned\n"
     "2018-07-13 suspend assigned -> suspended\n"
     "2018-07-14 resume suspended -> assigned\n"
     "2018-07-19 yellow gen 1 occ 0\n"
     "2018-07-22 red gen 1 occ 0\n"
     "2018-07-23 deadline assigned -> overdue\n",
     sheets},
    {"a reassignment after a resumption begins anew",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-21 督查一处 suspend n until=2018-07-12\n"
     "2018-07-13 督查一处 reassign n to=省公安厅\n"
     "wait 2018-07-22\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-21 suspend assigned -> suspended\n"
     "2018-07-12 resume suspended -> assigned\n"
     "2018-07-13 reassign assigned\n"
     "2018-07-13 blue gen 3 occ 0 of 2018-07-11 late_armed\n"
     "2018-07-20 yellow gen 3 occ 0\n"
     "2018-07-22 deadline assigned -> overdue\n",
     sheets},
    {"urgent by amend: its own rungs from then on, those whose day has passed at once; nothing "
     "twice",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-15 督查一处 amend n urgent\n"
     "2018-06-15 督查一处 amend n urgent\n"
     "2018-06-16 督查一处 amend n\n"
     "wait 2018-06-20\n"
     "2018-06-20 督查一处 amend n not-urgent\n"
     "2018-06-20 督查一处 amend n not-urgent\n"
     "wait 2018-07-02\n",
     "2018-06-15 amend assigned\n"
     "2018-06-15 yellow gen 1 occ 0 of 2018-06-10\n"
     "2018-06-15 amend: argument\n"
     "2018-06-16 amend: missing: change\n"
     "2018-06-18 red gen 1 occ 0\n"
     "2018-06-20 amend assigned\n"
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-20 amend: argument\n"
     "2018-07-01 deadline assigned -> overdue\n",
     sheets},
    {"urgent for a while, then a new due version: the sheets of both count by its generation",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-14 督查一处 amend n urgent\n"
     "2018-06-15 省经信委 request-extension n due=2018-09-30\n"
     "2018-06-16 督查一处 grant-extension n\n"
     "2018-06-16 督查一处 amend n not-urgent\n"
     "wait 2018-09-29\n",
     "2018-06-14 amend assigned\n"
     "2018-06-14 yellow gen 1 occ 0 of 2018-06-10\n"
     "2018-06-15 request-extension assigned\n"
     "2018-06-16 grant-extension assigned\n"
     "2018-06-16 amend assigned\n"
     "2018-09-20 blue gen 2 occ 0\n"
     "2018-09-28 yellow gen 2 occ 0\n",
     sheets},
    {"urgent by the document: it skips in",
     "task 2018-03-01 lead=省经信委 due=2018-06-30 urgent\n"
     "wait 2018-06-15\n",
     "2018-06-10 yellow gen 1 occ 0\n"
     "2018-06-13 red gen 1 occ 0\n",
     sheets},
    {"the department's own step is not enough to make it urgent",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-15 省经信委 amend n urgent\n"
     "2018-06-15 督查一处 amend n urgent not-urgent\n"
     "2018-06-15 督查一处 cancel n urgent\n",
     "2018-06-15 amend: role\n"
     "2018-06-15 amend: usage\n"
     "2018-06-15 cancel: usage\n",
     sheets},
    {"an activation: what was raised before counts for a rung that it adds, where its day lies "
     "ahead",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "activate 2018-06-22\n"
     "wait 2018-07-10\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-27 yellow gen 1 occ 0\n"
     "2018-06-30 red gen 1 occ 0\n"
     "2018-07-01 deadline assigned -> overdue\n",
     "escalations:\n"
     "  - { id: blue, at: due - 10d, in: [assigned], level: 1, notify: [lead] }\n",
     sheets},
    {"an activation: a day that has passed is not made good",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "activate 2018-06-28\n"
     "wait 2018-07-12\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-11 yellow gen 1 occ 1\n",
     "escalations:\n"
     "  - { id: blue, at: due - 10d, in: [assigned], level: 1, notify: [lead] }\n",
     sheets},
    {"a request decided ends what hangs on it",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-05 省经信委 request-extension n due=2019-06-30\n"
     "2018-03-13 督查一处 deny-extension n\n"
     "2018-03-14 省经信委 request-extension n due=2019-06-30\n"
     "wait 2018-03-31\n",
     "2018-03-05 request-extension assigned\n"
     "2018-03-12 undecided gen 1 occ 0\n"
     "2018-03-13 deny-extension assigned\n"
     "2018-03-14 request-extension assigned\n"
     "2018-03-21 undecided gen 2 occ 0\n"
     "2018-03-28 still gen 2 occ 0\n",
     "escalations:\n"
     "  - { id: undecided, at: requested + 5wd, in: [assigned, overdue], level: 1, "
     "notify: [coordinator] }\n"
     "  - { id: still, at: raised(undecided) + 5wd, in: [assigned, overdue], level: 2, "
     "notify: [coordinator] }\n"},
    {"an opened late cycle: what counts as raised counts here too",
     "task 2018-01-15 lead=省经信委 ongoing=quarter\n"
     "2018-07-20 省经信委 report n e=a\n"
     "2018-10-20 督查一处 verify n\n"
     "wait 2018-11-20\n",
     "2018-04-11 deadline assigned -> overdue\n"
     "2018-04-11 first gen 1 occ 0\n"
     "2018-04-15 second gen 1 occ 0\n"
     "2018-04-20 third gen 1 occ 0\n"
     "2018-07-20 report overdue -> reported\n"
     "2018-10-20 verify reported -> in_progress\n"
     "2018-10-20 deadline in_progress -> overdue\n"
     "2018-10-20 first gen 2 occ 0 of 2018-07-11\n"
     "2018-10-25 third gen 2 occ 0\n",
     "escalations:\n"
     "  - { id: first, at: due + 1d, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: second, at: due + 5d, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: third, at: raised(second) + 5d, in: [overdue], level: 2, notify: [lead] }\n"},
    {"no days between: raised at the same instant, whatever the file's order",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "wait 2018-07-10\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-01 a gen 1 occ 0\n"
     "2018-07-01 b gen 1 occ 0\n",
     "escalations:\n"
     "  - { id: b, at: raised(a), in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: a, at: due + 1d, in: [overdue], level: 1, notify: [lead] }\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sheets_tests)
BOOST_DATA_TEST_CASE(follows_the_rules_of_sheets, boost::unit_test::data::make(stories), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
