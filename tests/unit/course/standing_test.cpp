// How a task stands: lateness, days overdue, lights; design §3, §10.9 to 11 and §10.21.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

const Story standings[] = {
    {"§3 yellow within the warning window and not reported, green before it",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "look 2018-05-30 light late\n"
     "look 2018-05-31 light late\n"
     "look 2018-06-30T23:59 light late\n"
     "look 2018-07-01 light late overdue\n"
     "2018-06-10 省经信委 report n e=a\n"
     "look 2018-08-01 light late\n",
     "2018-05-30 look light=green late=0\n"
     "2018-05-31 look light=yellow late=0\n"
     "2018-06-30 23:59 look light=yellow late=0\n"
     "2018-07-01 look light=red late=1 overdue=1\n"
     "2018-06-10 report assigned -> reported\n"
     "2018-08-01 look light=green late=0\n",
     quiet},
    {"§3 yellow while an escalation of level 1 that names the lead is open",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "look 2018-03-14 light\n"
     "look 2018-03-15 light\n"
     "2018-03-20 省经信委 start\n"
     "look 2018-03-20 light\n",
     "2018-03-14 look light=green\n"
     "2018-03-15 look light=yellow\n"
     "2018-03-15 unstarted gen 1 occ 0\n"
     "2018-03-20 start assigned -> in_progress\n"
     "2018-03-20 look light=green\n"},
    {"§3 an escalation that does not name the lead leaves its light",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-02 省经信委 request-extension n due=2019-01-31\n"
     "wait 2018-03-12\n"
     "look 2018-03-12 light\n",
     "2018-03-02 request-extension assigned\n"
     "2018-03-09 undecided gen 1 occ 0\n"
     "2018-03-12 look light=green\n"},
    {"§10.9 reported late: to the report's day, and yellow for ever",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-10T17:00 省经信委 report n e=a\n"
     "look 2018-07-20 late overdue light\n"
     "2018-07-21 督查一处 verify n\n"
     "look 2018-12-20 late overdue light\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-10 17:00 report overdue -> reported\n"
     "2018-07-20 look late=10 overdue=10 light=yellow\n"
     "2018-07-21 verify reported -> verified\n"
     "2018-12-20 look late=10 overdue=10 light=yellow\n",
     quiet},
    {"§10.9 a report withdrawn counts no more: late to today",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-29 省经信委 report n e=a\n"
     "look 2018-07-20 late overdue light\n"
     "2018-07-21 省经信委 withdraw n\n"
     "look 2018-07-25 late overdue light\n",
     "2018-06-29 report assigned -> reported\n"
     "2018-07-20 look late=0 overdue=0 light=green\n"
     "2018-07-21 withdraw reported -> overdue\n"
     "2018-07-25 look late=25 overdue=5 light=red\n",
     quiet},
    {"§10.9 the due in force at the report: a later amendment does not mend it, --error does",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-10 省经信委 report n e=a\n"
     "2018-07-12 督查一处 amend n due=2018-12-31\n"
     "look 2018-07-12 state due late light\n"
     "2018-07-13 督查一处 amend n due=2018-07-08 error\n"
     "look 2018-07-13 state due original late light\n"
     "2018-07-14 督查一处 amend n due=2018-08-31 error\n"
     "look 2018-07-14 late original\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-10 report overdue -> reported\n"
     "2018-07-12 amend reported\n"
     "2018-07-12 look state=reported due=2018-12-31 late=10 light=yellow\n"
     "2018-07-13 amend reported\n"
     "2018-07-13 look state=reported due=2018-07-08 original=2018-07-08 late=2 light=yellow\n"
     "2018-07-14 amend reported\n"
     "2018-07-14 look late=0 original=2018-08-31\n",
     quiet},
    {"§10.9 cancelled: to the day of cancellation, grey",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-10 督查一处 cancel n\n"
     "look 2018-12-01 late overdue light\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-10 cancel overdue -> cancelled\n"
     "2018-12-01 look late=10 overdue=10 light=grey\n",
     quiet},
    {"§10.10 overdue days over all stays, those of leaving included, none twice",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05T10:00 省经信委 report n e=a\n"
     "2018-07-05T15:00 省经信委 withdraw n\n"
     "2018-07-06 省经信委 report n e=b\n"
     "look 2018-07-10 overdue\n"
     "2018-07-10 督查一处 return n\n"
     "look 2018-07-12 overdue late\n"
     "2018-07-12 督查一处 amend n due=2018-12-31\n"
     "look 2018-12-31 overdue late\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 10:00 report overdue -> reported\n"
     "2018-07-05 15:00 withdraw reported -> overdue\n"
     "2018-07-06 report overdue -> reported\n"
     "2018-07-10 look overdue=6\n"
     "2018-07-10 return reported -> overdue\n"
     "2018-07-12 look overdue=9 late=12\n"
     "2018-07-12 amend overdue -> in_progress\n"
     "2018-12-31 look overdue=9 late=0\n",
     quiet},
    {"§3 a red made good never turns green",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 督查一处 amend n due=2018-12-31\n"
     "look 2018-08-01 light overdue\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 amend overdue -> assigned\n"
     "2018-08-01 look light=yellow overdue=5\n",
     quiet},
    {"§10.11 forgiven: days overdue under a due corrected with --error",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 督查一处 amend n due=2018-12-31 error\n"
     "look 2018-08-01 light overdue original late\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 amend overdue -> assigned\n"
     "2018-08-01 look light=green overdue=5 original=2018-12-31 late=0\n",
     quiet},
    {"§10.11 not forgiven: days overdue under a due before the one corrected",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-03 督查一处 amend n due=2018-07-05\n"
     "2018-07-08 督查一处 amend n due=2018-12-31 error\n"
     "look 2018-08-01 light overdue\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-03 amend overdue -> assigned\n"
     "2018-07-06 deadline assigned -> overdue\n"
     "2018-07-08 amend overdue -> assigned\n"
     "2018-08-01 look light=yellow overdue=6\n",
     quiet},
    {"§10.11 forgiven: days from the dated day of a verified claim to the report that carried it",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-10 督查一处 report n e=a for=省经信委 dated=2018-06-28\n"
     "look 2018-07-10 late light overdue\n"
     "2018-07-11 督查一处 verify n\n"
     "2018-07-11 督查二处 verify n\n"
     "look 2018-07-11 late light overdue\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-10 report overdue -> reported\n"
     "2018-07-10 look late=10 light=yellow overdue=10\n"
     "2018-07-11 verify: forbidden\n"
     "2018-07-11 verify reported -> verified\n"
     "2018-07-11 look late=0 light=green overdue=10\n",
     quiet},
    {"§10.11 not forgiven: days overdue before the dated day",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-10 督查一处 report n e=a for=省经信委 dated=2018-07-03\n"
     "2018-07-11 督查二处 verify n\n"
     "look 2018-07-11 late light\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-10 report overdue -> reported\n"
     "2018-07-11 verify reported -> verified\n"
     "2018-07-11 look late=3 light=yellow\n",
     quiet},
    {"§3 a claim that its own reporter verified moves nothing",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-10 督查一处 report n e=a for=省经信委 dated=2018-06-28\n"
     "2018-07-11 督查一处 verify n\n"
     "look 2018-07-11 late light\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-10 report overdue -> reported\n"
     "2018-07-11 verify reported -> verified\n"
     "2018-07-11 look late=10 light=yellow\n",
     "escalations:\n"
     "overrides:\n"
     "  - match: { plan: p }\n"
     "    transitions: { verify: { forbid: [] } }\n"},
    {"§10.11 forgiven: days during which a request made in time waited",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 省经信委 request-extension n due=2018-12-31\n"
     "look 2018-07-04 light late\n"
     "2018-07-05 督查一处 grant-extension n\n"
     "look 2018-07-05 light late overdue\n",
     "2018-06-25 request-extension assigned\n"
     "2018-07-04 look light=red late=4\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 grant-extension overdue -> assigned\n"
     "2018-07-05 look light=green late=0 overdue=5\n",
     quiet},
    {"§10.11 forgiven: or dated in time",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-03 督查一处 request-extension n due=2018-12-31 for=省经信委 dated=2018-06-30\n"
     "2018-07-05 督查二处 grant-extension n\n"
     "look 2018-07-05 light overdue\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-03 request-extension overdue\n"
     "2018-07-05 grant-extension overdue -> assigned\n"
     "2018-07-05 look light=green overdue=5\n",
     quiet},
    {"§10.11 not forgiven: a request made when it was overdue",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-03 省经信委 request-extension n due=2018-12-31\n"
     "2018-07-05 督查二处 grant-extension n\n"
     "look 2018-07-05 light overdue\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-03 request-extension overdue\n"
     "2018-07-05 grant-extension overdue -> assigned\n"
     "2018-07-05 look light=yellow overdue=5\n",
     "escalations:\n"
     "overrides:\n"
     "  - match: { plan: p }\n"
     "    transitions: { request-extension: { in: [assigned, in_progress, overdue] } }\n"},
    {"§10.11 not forgiven: a request in time that was denied",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 省经信委 request-extension n due=2018-12-31\n"
     "2018-07-02 督查一处 deny-extension n\n"
     "2018-07-05 省经信委 report n e=a\n"
     "look 2018-07-05 light late\n",
     "2018-06-25 request-extension assigned\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-02 deny-extension overdue\n"
     "2018-07-05 report overdue -> reported\n"
     "2018-07-05 look light=yellow late=5\n",
     quiet},
    {"§3 overdue at any time in this cycle: the next cycle begins green",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "2018-07-15 省经信委 report n e=a\n"
     "2018-07-16 督查一处 verify n\n"
     "look 2018-07-16 light late overdue cycles\n",
     "2018-07-11 deadline assigned -> overdue\n"
     "2018-07-15 report overdue -> reported\n"
     "2018-07-16 verify reported -> in_progress\n"
     "2018-07-16 look light=green late=0 overdue=5 cycles=[2018H1 due 2018-07-10 late 5 yellow]\n",
     quiet},
    {"§4 what is computed through years not announced is provisional",
     "task 2026-03-02 lead=省经信委 due=2026-12-31\n"
     "look 2026-03-02 provisional\n",
     "2026-03-02 look provisional=yes\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(standing_tests)
BOOST_DATA_TEST_CASE(is_a_fact_not_a_flag, boost::unit_test::data::make(standings), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
