// Suspensions: design §3, §4 and §10.17.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

constexpr const char* ladder =
    "escalations:\n"
    "  - { id: soon, at: due - 10d, in: [assigned, in_progress], level: 0, notify: [lead] }\n"
    "  - { id: late, at: due + 1d, in: [overdue], level: 1, notify: [lead] }\n"
    "  - { id: stay, at: entered + 5d, in: [in_progress, suspended], level: 0, notify: [lead] }\n";

constexpr const char* working_days =
    "escalations:\n"
    "  - { id: stay, at: entered + 30d, in: [in_progress], level: 0, notify: [lead] }\n"
    "overrides:\n"
    "  - match: { plan: p }\n"
    "    deadlines: { suspension: { moves_due: working-days } }\n";

constexpr const char* moves_none =
    "escalations:\n"
    "overrides:\n"
    "  - match: { plan: p }\n"
    "    deadlines: { suspension: { moves_due: none } }\n";

constexpr const char* ten_days =
    "escalations:\n"
    "overrides:\n"
    "  - match: { plan: p }\n"
    "    transitions: { suspend: { max: 10d } }\n";

const Story suspensions[] = {
    {"§10.17 the scheduler resumes on the day; due moves by the length, a new version",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-28 省经信委 start\n"
     "2018-04-01 督查一处 suspend n until=2018-05-01\n"
     "wait 2018-07-21\n"
     "look 2018-07-21 due original versions\n",
     "2018-03-28 start assigned -> in_progress\n"
     "2018-04-01 suspend in_progress -> suspended\n"
     "2018-04-06 stay gen 3 occ 0\n"
     "2018-05-01 resume suspended -> in_progress\n"
     "2018-05-02 stay gen 2 occ 0\n"
     "2018-07-20 soon gen 2 occ 0\n"
     "2018-07-21 look due=2018-07-30 original=2018-06-30 versions=2\n",
     ladder},
    {"§3 the coordinator may resume before; §10.17 the length is what it was",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-04-01 督查一处 suspend n until=2018-05-01\n"
     "2018-04-05 省经信委 resume\n"
     "2018-04-05 督查一处 resume\n"
     "look 2018-04-05 due versions state\n"
     "wait 2018-05-02\n",
     "2018-04-01 suspend assigned -> suspended\n"
     "2018-04-05 resume: role\n"
     "2018-04-05 resume suspended -> assigned\n"
     "2018-04-05 look due=2018-07-04 versions=2 state=assigned\n",
     quiet},
    {"§10.17 of length 0 no new due version",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-04-01 督查一处 suspend n until=2018-05-01\n"
     "2018-04-01T12:00 督查一处 resume\n"
     "look 2018-04-02 due versions state\n",
     "2018-04-01 suspend assigned -> suspended\n"
     "2018-04-01 12:00 resume suspended -> assigned\n"
     "2018-04-02 look due=2018-06-30 versions=1 state=assigned\n",
     quiet},
    {"§4 suspended across due: the due moves before it passes",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-20T09:00 督查一处 suspend n until=2018-07-10\n"
     "look 2018-07-05 state light late due\n"
     "wait 2018-07-22\n",
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-20 09:00 suspend assigned -> suspended\n"
     "2018-07-05 look state=suspended light=grey late=0 due=2018-06-30\n"
     "2018-06-25 stay gen 2 occ 0\n"
     "2018-07-10 resume suspended -> assigned\n"
     "2018-07-21 deadline assigned -> overdue\n"
     "2018-07-21 late gen 2 occ 0\n",
     ladder},
    {"§4 moves_due none, suspended across due: back to its state, then the deadline",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-20 督查一处 suspend n until=2018-07-10\n"
     "look 2018-07-05 late light due\n"
     "wait 2018-07-10\n"
     "look 2018-07-10 due versions late overdue\n",
     "2018-06-20 suspend assigned -> suspended\n"
     "2018-07-05 look late=5 light=grey due=2018-06-30\n"
     "2018-07-10 resume suspended -> assigned\n"
     "2018-07-10 deadline assigned -> overdue\n"
     "2018-07-10 look due=2018-06-30 versions=1 late=10 overdue=1\n",
     moves_none},
    {"§3 from overdue back to overdue when the moved due has passed: all armed",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 督查一处 suspend n until=2018-07-25\n"
     "look 2018-07-20 late light overdue\n"
     "wait 2018-07-26\n"
     "look 2018-07-26 due late overdue\n",
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-01 late gen 1 occ 0\n"
     "2018-07-05 suspend overdue -> suspended\n"
     "2018-07-20 look late=5 light=grey overdue=5\n"
     "2018-07-10 stay gen 3 occ 0\n"
     "2018-07-25 resume suspended -> overdue\n"
     "2018-07-25 late gen 2 occ 0 of 2018-07-21\n"
     "2018-07-26 look due=2018-07-20 late=6 overdue=7\n",
     ladder},
    {"§10.17 working days: those after the first up to and including the last",
     "task 2018-03-01 lead=省经信委 due=2018-09-28\n"
     "2018-03-02 省经信委 start\n"
     "2018-09-20 督查一处 suspend n until=2018-10-08\n"
     "look 2018-10-08 due versions\n",
     "2018-03-02 start assigned -> in_progress\n"
     "2018-04-01 stay gen 2 occ 0\n"
     "2018-09-20 suspend in_progress -> suspended\n"
     "2018-10-08 look due=2018-10-15 versions=2\n",
     working_days},
    {"§4 working days, suspended across due over the national day",
     "task 2018-03-01 lead=省经信委 due=2018-09-30\n"
     "2018-09-28 督查一处 suspend n until=2018-10-09\n"
     "look 2018-10-05 late state\n"
     "wait 2018-10-20\n",
     "2018-09-28 suspend assigned -> suspended\n"
     "2018-10-05 look late=0 state=suspended\n"
     "2018-10-09 resume suspended -> assigned\n"
     "2018-10-12 deadline assigned -> overdue\n",
     working_days},
    {"§10.17 working days, length 0: no new due version, though other anchors move",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-09-03 省经信委 start\n"
     "2018-09-21 督查一处 suspend n until=2018-09-23\n"
     "look 2018-09-23 due versions entered\n"
     "wait 2018-10-06\n",
     "2018-09-03 start assigned -> in_progress\n"
     "2018-09-21 suspend in_progress -> suspended\n"
     "2018-09-23 look due=2018-12-31 versions=1 entered=2018-09-05\n"
     "2018-09-23 resume suspended -> in_progress\n"
     "2018-10-05 stay gen 2 occ 0\n",
     working_days},
    {"§10.17 from overdue, when the moved due has not passed: as after a grant, entered anew",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 省经信委 start\n"
     "2018-07-01 督查一处 suspend n until=2018-07-02\n"
     "wait 2018-07-02\n"
     "look 2018-07-02 due state entered overdue\n",
     "2018-03-02 start assigned -> in_progress\n"
     "2018-04-01 stay gen 2 occ 0\n"
     "2018-07-01 deadline in_progress -> overdue\n"
     "2018-07-01 suspend overdue -> suspended\n"
     "2018-07-02 resume suspended -> in_progress\n"
     "2018-07-02 look due=2018-07-02 state=in_progress entered=2018-07-02 overdue=1\n",
     working_days},
    {"§10.17 from overdue never started: back to assigned",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-01 督查一处 suspend n until=2018-07-02\n"
     "wait 2018-07-02\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-01 suspend overdue -> suspended\n"
     "2018-07-02 resume suspended -> assigned\n",
     working_days},
    {"§10.17 begun in reported it does not move due; §4 the reported anchor moves",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 省经信委 report n e=a\n"
     "2018-06-26 督查一处 suspend n until=2018-07-10\n"
     "wait 2018-07-31\n"
     "look 2018-07-31 due versions late light\n",
     "2018-06-25 report assigned -> reported\n"
     "2018-06-26 suspend reported -> suspended\n"
     "2018-07-10 resume suspended -> reported\n"
     "2018-07-30 unverified gen 1 occ 0\n"
     "2018-07-31 look due=2018-06-30 versions=1 late=0 light=green\n",
     "escalations:\n"
     "  - { id: unverified, at: reported + 15wd, in: [reported], level: 1, "
     "notify: [coordinator] }\n"},
    {"§10.17 max runs over the task's life, by days suspended; the message names the latest day",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-04-01 督查一处 suspend n until=2018-04-01\n"
     "2018-04-01 督查一处 suspend n until=2018-04-12\n"
     "2018-04-01 督查一处 suspend n until=2018-04-08\n"
     "2018-04-06 督查一处 resume\n"
     "2018-05-01 督查一处 suspend n until=2018-05-07\n"
     "2018-05-01 督查一处 suspend n until=2018-05-06\n"
     "2018-05-07 督查一处 suspend n until=2018-05-08\n"
     "wait 2018-05-07\n",
     "2018-04-01 suspend: argument\n"
     "2018-04-01 suspend: limit: suspend p/1.3.11 until 2018-04-11 at the latest: 10d in all\n"
     "2018-04-01 suspend assigned -> suspended\n"
     "2018-04-06 resume suspended -> assigned\n"
     "2018-05-01 suspend: limit: suspend p/1.3.11 until 2018-05-06 at the latest: 10d in all\n"
     "2018-05-01 suspend assigned -> suspended\n"
     "2018-05-07 suspend: limit: the suspensions of p/1.3.11 have used up the 10d allowed\n"
     "2018-05-06 resume suspended -> assigned\n",
     ten_days},
    {"§10.9 cancelled while suspended: late to the day of the suspension",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 督查一处 suspend n until=2018-08-05\n"
     "2018-07-20 督查一处 cancel n\n"
     "look 2018-09-01 late light overdue\n"
     "2018-09-02 督查一处 reopen n due=2018-09-30\n"
     "look 2018-10-02 late overdue\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 suspend overdue -> suspended\n"
     "2018-07-20 cancel suspended -> cancelled\n"
     "2018-09-01 look late=5 light=grey overdue=5\n"
     "2018-09-02 reopen cancelled -> in_progress\n"
     "2018-10-02 look late=2 overdue=7\n",
     quiet},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(suspension_tests)
BOOST_DATA_TEST_CASE(move_what_the_design_says, boost::unit_test::data::make(suspensions), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
