// Ongoing tasks, cycle by cycle: design §4, §10.12, §10.19 and §10.20.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

const Story cycles[] = {
    {"§4 a first cycle of which a third is left stays",
     "task 2018-05-01 lead=省经信委 ongoing\n"
     "look 2018-05-01 cycle due original\n",
     "2018-05-01 look cycle=2018H1 due=2018-07-10 original=2018-07-10\n", quiet},
    {"§4 a first cycle of which less than a third is left starts with the next",
     "task 2018-05-02 lead=省经信委 ongoing\n"
     "look 2018-05-02 cycle due\n",
     "2018-05-02 look cycle=2018H2 due=2019-01-10\n", quiet},
    {"§4 the document's own cycle comes before the rules': a quarter, 30 of 90 days left",
     "task 2018-03-02 lead=省经信委 ongoing=quarter\n"
     "look 2018-03-02 cycle due\n",
     "2018-03-02 look cycle=2018Q1 due=2018-04-10\n", quiet},
    {"§4 a quarter, 29 of 90 days left",
     "task 2018-03-03 lead=省经信委 ongoing=quarter\n"
     "look 2018-03-03 cycle due\n",
     "2018-03-03 look cycle=2018Q2 due=2018-07-10\n", quiet},
    {"§4 a month, 10 of 30 days left",
     "task 2018-06-21 lead=省经信委 ongoing=month\n"
     "look 2018-06-21 cycle due\n",
     "2018-06-21 look cycle=2018-06 due=2018-07-10\n", quiet},
    {"§4 a month, 9 of 30 days left",
     "task 2018-06-22 lead=省经信委 ongoing=month\n"
     "look 2018-06-22 cycle due\n",
     "2018-06-22 look cycle=2018-07 due=2018-08-10\n", quiet},
    {"§4 a year, 122 of 365 days left",
     "task 2018-09-01 lead=省经信委 ongoing=year\n"
     "look 2018-09-01 cycle due\n",
     "2018-09-01 look cycle=2018 due=2019-01-10\n", quiet},
    {"§4 a year, 121 of 365 days left",
     "task 2018-09-02 lead=省经信委 ongoing=year\n"
     "look 2018-09-02 cycle due\n",
     "2018-09-02 look cycle=2019 due=2020-01-10\n", quiet},
    {"§4 the rule of the third never skips the only cycle, which is due on the plan's end",
     "task 2018-06-20 lead=省经信委 ongoing ends=2018-06-28\n"
     "look 2018-06-20 cycle due\n"
     "2018-06-25 省经信委 report n e=a\n"
     "2018-06-26 督查一处 verify n\n",
     "2018-06-20 look cycle=2018H1 due=2018-06-28\n"
     "2018-06-25 report assigned -> reported\n"
     "2018-06-26 verify reported -> verified\n",
     quiet},
    {"§10.20 verify opens the next cycle before this one ends; no report before its first day",
     "task 2018-03-01 lead=省经信委 co=省公安厅 ongoing\n"
     "2018-03-02 省公安厅 contribute n\n"
     "2018-05-01 省经信委 report n e=a\n"
     "2018-05-02 督查一处 verify n\n"
     "look 2018-05-02 cycle due missing cycles light\n"
     "2018-05-03 省经信委 progress n e=b\n"
     "2018-06-30 省经信委 report n e=c without=省公安厅\n"
     "2018-07-01 省经信委 report n\n"
     "2018-07-01 省经信委 report n without=省公安厅\n"
     "look 2018-07-01 owing\n"
     "2018-07-02 督查一处 verify n\n"
     "look 2018-07-02 cycle due owing cycles\n",
     "2018-03-02 contribute assigned\n"
     "2018-05-01 report assigned -> reported\n"
     "2018-05-02 verify reported -> in_progress\n"
     "2018-05-02 look cycle=2018H2 due=2019-01-10 missing=[省公安厅] cycles=[2018H1 due "
     "2018-07-10 late 0 green] light=green\n"
     "2018-05-03 progress in_progress\n"
     "2018-06-30 report: state: the cycle 2018H2 of p/1.3.11 begins on 2018-07-01; no report "
     "before\n"
     "2018-07-01 report: missing: contributions\n"
     "2018-07-01 report in_progress -> reported\n"
     "2018-07-01 look owing=[省公安厅]\n"
     "2018-07-02 verify reported -> in_progress\n"
     "2018-07-02 look cycle=2019H1 due=2019-07-10 owing=[] cycles=[2018H1 due 2018-07-10 late 0 "
     "green][2018H2 due 2019-01-10 late 0 green]\n",
     quiet},
    {"§4 a cycle late when it opens: the first due rung for overdue speaks, others then ripe do "
     "not",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "2018-03-05 省经信委 start\n"
     "2018-07-05 省经信委 report n e=a\n"
     "2019-02-01 督查一处 verify n\n"
     "wait 2019-02-27\n"
     "look 2019-02-27 cycle due late\n",
     "2018-03-05 start assigned -> in_progress\n"
     "2018-06-10 remind-30 gen 1 occ 0\n"
     "2018-07-03 remind-5 gen 1 occ 0\n"
     "2018-07-05 report in_progress -> reported\n"
     "2018-07-26 unverified gen 1 occ 0\n"
     "2018-08-09 unverified gen 1 occ 1\n"
     "2018-08-23 unverified gen 1 occ 2\n"
     "2018-09-06 unverified gen 1 occ 3\n"
     "2019-02-01 verify reported -> in_progress\n"
     "2019-02-01 deadline in_progress -> overdue\n"
     "2019-02-01 overdue gen 2 occ 0 of 2019-01-11\n"
     "2019-02-26 circular gen 2 occ 0\n"
     "2019-02-27 look cycle=2018H2 due=2019-01-10 late=48\n"},
    {"§3 miss closes every cycle whose due has passed and opens the first whose has not",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "2019-08-01 督查一处 miss\n"
     "2019-08-01 督查一处 miss n\n"
     "look 2019-08-02 state cycle due cycles light late overdue heard started\n"
     "wait 2020-01-11\n",
     "2019-08-01 miss: missing: note\n"
     "2018-07-11 deadline assigned -> overdue\n"
     "2019-08-01 miss overdue -> assigned\n"
     "2019-08-02 look state=assigned cycle=2019H2 due=2020-01-10 cycles=[2018H1 due 2018-07-10 "
     "late 387 red missed][2018H2 due 2019-01-10 late 203 red missed][2019H1 due 2019-07-10 late "
     "22 red missed] light=green late=0 overdue=387 heard=2019-08-01 started=never\n"
     "2020-01-11 deadline assigned -> overdue\n",
     quiet},
    {"§3 miss: started goes to in_progress; the due day of the next has not passed on it",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "2018-03-05 省经信委 start\n"
     "2018-07-20 督查一处 request-extension n due=2018-09-30 for=省经信委 dated=2018-07-05\n"
     "2019-01-10 督查一处 miss n\n"
     "look 2019-01-10 cycle due request\n",
     "2018-03-05 start assigned -> in_progress\n"
     "2018-07-11 deadline in_progress -> overdue\n"
     "2018-07-20 request-extension overdue\n"
     "2019-01-10 miss overdue -> in_progress\n"
     "2019-01-10 look cycle=2018H2 due=2019-01-10 request=none\n",
     quiet},
    {"§3 miss where no cycle is left: state; and never of a task with a final deadline",
     "task 2018-03-01 lead=省经信委 ongoing ends=2018-11-30\n"
     "2018-12-05 督查一处 miss n\n"
     "2018-12-06 省经信委 report n e=a\n",
     "2018-12-05 miss: state: no cycle of p/1.3.11 is left whose due has not passed\n"
     "2018-07-11 deadline assigned -> overdue\n"
     "2018-12-06 report overdue -> reported\n",
     quiet},
    {"§4 the last cycle holds the end and is due on it; verifying it is for good",
     "task 2018-03-01 lead=省经信委 ongoing ends=2018-11-30\n"
     "2018-06-01 省经信委 report n e=a\n"
     "2018-06-02 督查一处 verify n\n"
     "look 2018-06-02 cycle due\n"
     "2018-12-01 省经信委 report n e=b\n"
     "2018-12-02 督查一处 verify n\n"
     "look 2018-12-02 late light overdue\n",
     "2018-06-01 report assigned -> reported\n"
     "2018-06-02 verify reported -> in_progress\n"
     "2018-06-02 look cycle=2018H2 due=2018-11-30\n"
     "2018-12-01 deadline in_progress -> overdue\n"
     "2018-12-01 report overdue -> reported\n"
     "2018-12-02 verify reported -> verified\n"
     "2018-12-02 look late=1 light=yellow overdue=1\n",
     quiet},
    {"§4 a task reopened after the end is in the last cycle, opened late: one rung",
     "task 2018-03-01 lead=省经信委 ongoing ends=2018-06-30\n"
     "2018-03-05 省经信委 report n e=a\n"
     "2018-03-06 督查一处 verify n\n"
     "2018-12-03 督查一处 reopen n due=2018-12-31\n"
     "2018-12-03 督查一处 reopen n\n"
     "look 2018-12-03 cycle due versions late started\n",
     "2018-03-05 report assigned -> reported\n"
     "2018-03-06 verify reported -> verified\n"
     "2018-12-03 reopen: argument\n"
     "2018-12-03 reopen verified -> in_progress\n"
     "2018-12-03 deadline in_progress -> overdue\n"
     "2018-12-03 overdue gen 2 occ 0 of 2018-07-01\n"
     "2018-12-03 look cycle=2018H1 due=2018-06-30 versions=2 late=156 started=2018-12-03\n"},
    {"§3 conclude ends the cycles; §10.14 reopening in the cycle counts afresh",
     "task 2018-03-01 lead=省经信委 co=省公安厅 ongoing\n"
     "2018-03-05 省公安厅 contribute n\n"
     "2018-04-01 省经信委 request-extension n due=2018-07-31\n"
     "2018-04-02 督查一处 grant-extension n\n"
     "2018-05-01 省经信委 report n e=a\n"
     "2018-05-02 督查一处 conclude n\n"
     "2018-05-03 督查一处 reopen n\n"
     "look 2018-05-03 cycle due original versions extensions missing\n"
     "2018-05-04 省经信委 report n e=a without=省公安厅\n",
     "2018-03-05 contribute assigned\n"
     "2018-04-01 request-extension assigned\n"
     "2018-04-02 grant-extension assigned\n"
     "2018-05-01 report assigned -> reported\n"
     "2018-05-02 conclude reported -> verified\n"
     "2018-05-03 reopen verified -> in_progress\n"
     "2018-05-03 look cycle=2018H1 due=2018-07-10 original=2018-07-10 versions=3 extensions=1 "
     "missing=[省公安厅]\n"
     "2018-05-04 report: missing: evidence\n",
     quiet},
    {"§3 reopening in a later cycle: the cycle of that day; the ended one shows its lateness",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "2018-07-15 督查一处 cancel n\n"
     "2018-12-05 督查一处 reopen n\n"
     "look 2018-12-05 cycle due extensions cycles late\n",
     "2018-07-11 deadline assigned -> overdue\n"
     "2018-07-15 cancel overdue -> cancelled\n"
     "2018-12-05 reopen cancelled -> in_progress\n"
     "2018-12-05 look cycle=2018H2 due=2019-01-10 extensions=0 cycles=[2018H1 due 2018-07-10 "
     "late 5 grey] late=0\n",
     quiet},
    {"§10.16 limit is per cycle; §10.19 extension and amendment move the present cycle only",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "2018-03-02 省经信委 request-extension n due=2018-07-20\n"
     "2018-03-03 督查一处 grant-extension n\n"
     "2018-03-04 省经信委 request-extension n due=2018-07-30\n"
     "2018-03-05 督查一处 grant-extension n\n"
     "2018-03-06 省经信委 request-extension n due=2018-08-30\n"
     "2018-06-01 省经信委 report n e=a\n"
     "2018-06-02 督查一处 verify n\n"
     "look 2018-06-02 due original extensions cycles\n"
     "2018-06-03 省经信委 request-extension n due=2019-01-30\n",
     "2018-03-02 request-extension assigned\n"
     "2018-03-03 grant-extension assigned\n"
     "2018-03-04 request-extension assigned\n"
     "2018-03-05 grant-extension assigned\n"
     "2018-03-06 request-extension: limit: p/1.3.11 has had 2 extensions, as many as the rules "
     "allow\n"
     "2018-06-01 report assigned -> reported\n"
     "2018-06-02 verify reported -> in_progress\n"
     "2018-06-02 look due=2019-01-10 original=2019-01-10 extensions=0 cycles=[2018H1 due "
     "2018-07-30 late 0 green]\n"
     "2018-06-03 request-extension in_progress\n",
     quiet},
    {"§7 an open cycle that a new end cuts gets a new due, as by amend",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "ends 2018-06-15 2018-05-01\n"
     "look 2018-05-01 due original versions heard\n"
     "2018-06-10 省经信委 report n e=a\n"
     "2018-06-11 督查一处 verify n\n",
     "2018-05-01 amend assigned\n"
     "2018-05-01 look due=2018-06-15 original=2018-07-10 versions=2 heard=2018-05-01\n"
     "2018-06-10 report assigned -> reported\n"
     "2018-06-11 verify reported -> verified\n",
     quiet},
    {"§7 a new end in a later cycle touches only cycles not yet open",
     "task 2018-03-01 lead=省经信委 ongoing\n"
     "ends 2018-09-30 2018-05-01\n"
     "2018-06-10 省经信委 report n e=a\n"
     "2018-06-11 督查一处 verify n\n"
     "look 2018-06-11 cycle due\n",
     "2018-06-10 report assigned -> reported\n"
     "2018-06-11 verify reported -> in_progress\n"
     "2018-06-11 look cycle=2018H2 due=2018-09-30\n",
     quiet},
    {"§5 the shipped override: an ongoing task in progress is never silent",
     "task 2018-01-02 lead=省经信委 ongoing\n"
     "2018-01-03 省经信委 start\n"
     "wait 2018-06-09\n",
     "2018-01-03 start assigned -> in_progress\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ongoing_tests)
BOOST_DATA_TEST_CASE(go_cycle_by_cycle, boost::unit_test::data::make(cycles), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
