// Mistakes that can be taken back: contributions struck, the last act of a coordinator undone
// (docs/mistakes.md).
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

const Story struck[] = {
    {"what was struck is missing again, partial or not, a member's too; the files are new again",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省住建厅 due=2018-12-31\n"
     "2018-03-05 省公安厅 contribute n e=a partial\n"
     "2018-03-06 省公安厅 contribute n e=b\n"
     "2018-03-07 省住建厅 contribute n e=c\n"
     "2018-03-08 督查一处 strike n co=省公安厅\n"
     "2018-03-09 省经信委 report n e=b\n"
     "2018-03-10 省公安厅 contribute n\n"
     "2018-03-11 省经信委 report n e=c\n"
     "2018-03-12 省经信委 report n e=b\n",
     "2018-03-05 contribute assigned\n"
     "2018-03-06 contribute assigned\n"
     "2018-03-07 contribute assigned\n"
     "2018-03-08 strike assigned\n"
     "2018-03-09 report: missing: contributions\n"
     "2018-03-10 contribute assigned\n"
     "2018-03-11 report: missing: evidence\n"
     "2018-03-12 report assigned -> reported\n",
     quiet},
    {"only by a coordinator who is not of the lead's house, of a co that has contributed",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省住建厅 due=2018-12-31\n"
     "2018-03-05 省公安厅 contribute n\n"
     "2018-03-06 省经信委 strike n co=省公安厅\n"
     "2018-03-06 督查一处 strike co=省公安厅\n"
     "2018-03-06 督查一处 strike n\n"
     "2018-03-06 督查一处 strike n co=省住建厅\n"
     "2018-03-06 督查一处 strike n co=省财政厅\n",
     "2018-03-05 contribute assigned\n"
     "2018-03-06 strike: role\n"
     "2018-03-06 strike: missing: note\n"
     "2018-03-06 strike: missing: co\n"
     "2018-03-06 strike: argument\n"
     "2018-03-06 strike: argument\n",
     quiet},
    {"owing that a struck contribution had ended stays ended",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-05 省经信委 report n e=a without=省公安厅\n"
     "2018-03-06 省公安厅 contribute n\n"
     "2018-03-07 督查一处 return n\n"
     "2018-03-08 督查一处 strike n co=省公安厅\n"
     "look 2018-03-09 owing missing\n",
     "2018-03-05 report assigned -> reported\n"
     "2018-03-06 contribute reported\n"
     "2018-03-07 return reported -> in_progress\n"
     "2018-03-08 strike in_progress\n"
     "2018-03-09 look owing=[] missing=[省公安厅]\n",
     quiet},
};

const Story undone[] = {
    {"a verification taken back is a report that waits, its claim a claim",
     "task 2018-03-01 lead=省经信委 due=2018-03-31 issued=2018-02-01\n"
     "2018-04-10 督查一处 report n e=a for=省经信委 dated=2018-03-30\n"
     "2018-04-11 督查二处 verify n\n"
     "look 2018-04-12 light late\n"
     "2018-04-12 督查二处 undo n\n"
     "2018-04-12 督查一处 remark n\n"
     "2018-04-13 省安委办 undo n\n"
     "look 2018-04-14 light late\n"
     "2018-04-15 省安委办 undo n\n",
     "2018-04-01 deadline assigned -> overdue\n"
     "2018-04-10 report overdue -> reported\n"
     "2018-04-11 verify reported -> verified\n"
     "2018-04-12 look light=green late=0\n"
     "2018-04-12 undo: forbidden\n"
     "2018-04-12 remark verified\n"
     "2018-04-13 undo verified -> reported\n"
     "2018-04-14 look light=yellow late=10\n"
     "2018-04-15 undo: state: nothing on p/1.3.11 can be taken back; 'undo' is for "
     "the last act of a coordinator, while only the scheduler and remarks followed it\n",
     quiet},
    {"what would have happened meanwhile happens now, what was raised is not raised again",
     "task 2018-03-01 lead=省经信委 due=2018-03-31\n"
     "2018-03-20 督查一处 amend n due=2018-06-30\n"
     "wait 2018-06-27\n"
     "2018-06-28 督查二处 undo n\n"
     "2018-06-29 督查一处 amend n due=2018-07-31\n"
     "wait 2018-08-01\n",
     "2018-03-20 amend assigned\n"
     "2018-06-20 remind gen 2 occ 0\n"
     "2018-06-28 undo assigned\n"
     "2018-06-28 deadline assigned -> overdue\n"
     "2018-06-28 remind gen 1 occ 0 of 2018-03-21\n"
     "2018-06-29 amend overdue -> assigned\n"
     "2018-07-21 remind gen 3 occ 0\n"
     "2018-08-01 deadline assigned -> overdue\n",
     "escalations:\n"
     "  - { id: remind, at: due - 10d, in: [assigned, overdue], level: 0, notify: [lead] }\n"},
    {"a reassignment, a return, a cancellation",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-02 省经信委 start\n"
     "2018-03-05 督查一处 reassign n to=省公安厅\n"
     "2018-03-06 督查二处 undo n\n"
     "2018-03-07 省经信委 report n e=a\n"
     "2018-03-08 督查一处 return n\n"
     "2018-03-09 督查二处 undo n\n"
     "2018-03-12 督查一处 cancel n\n"
     "2018-03-13 督查二处 undo n\n"
     "2018-03-14 督查一处 verify n\n",
     "2018-03-02 start assigned -> in_progress\n"
     "2018-03-05 reassign in_progress -> assigned\n"
     "2018-03-06 undo assigned -> in_progress\n"
     "2018-03-07 report in_progress -> reported\n"
     "2018-03-08 return reported -> in_progress\n"
     "2018-03-09 undo in_progress -> reported\n"
     "2018-03-12 cancel reported -> cancelled\n"
     "2018-03-13 undo cancelled -> reported\n"
     "2018-03-14 verify reported -> verified\n",
     quiet},
    {"the cycle before is the present one again",
     "task 2018-03-01 lead=省经信委 ongoing=month\n"
     "2018-03-20 省经信委 report n e=a\n"
     "2018-03-21 督查一处 verify n\n"
     "look 2018-03-22 due\n"
     "2018-03-22 督查二处 undo n\n"
     "look 2018-03-23 due\n"
     "2018-05-20 督查二处 verify n\n",
     "2018-03-20 report assigned -> reported\n"
     "2018-03-21 verify reported -> in_progress\n"
     "2018-03-22 look due=2018-05-10\n"
     "2018-03-22 undo in_progress -> reported\n"
     "2018-03-23 look due=2018-04-10\n"
     "2018-05-20 verify reported -> in_progress\n"
     "2018-05-20 deadline in_progress -> overdue\n",
     quiet},
    {"nothing else is taken back: a step of the lead followed, or it has its own answer",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-02 督查一处 undo n\n"
     "2018-03-03 督查一处 excuse n co=省公安厅\n"
     "2018-03-04 省经信委 progress n\n"
     "2018-03-05 督查二处 undo n\n"
     "2018-03-06 督查一处 suspend n until=2018-04-01\n"
     "2018-03-07 督查二处 undo n\n",
     "2018-03-02 undo: state: nothing on p/1.3.11 can be taken back; 'undo' is for "
     "the last act of a coordinator, while only the scheduler and remarks followed it\n"
     "2018-03-03 excuse assigned\n"
     "2018-03-04 progress assigned -> in_progress\n"
     "2018-03-05 undo: state: nothing on p/1.3.11 can be taken back; 'undo' is for "
     "the last act of a coordinator, while only the scheduler and remarks followed it\n"
     "2018-03-06 suspend in_progress -> suspended\n"
     "2018-03-07 undo: state: a task that is suspended cannot take 'undo'\n",
     quiet},
    {"a raising counted from due goes on over an undone due version and a suspension",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-21 督查一处 amend n due=2018-09-30\n"
     "2018-06-22 督查二处 undo n\n"
     "2018-06-23 督查一处 suspend n until=2018-07-03\n"
     "wait 2018-07-20\n",
     "2018-06-20 blue gen 1 occ 0\n"
     "2018-06-21 amend assigned\n"
     "2018-06-22 undo assigned\n"
     "2018-06-23 suspend assigned -> suspended\n"
     "2018-07-03 resume suspended -> assigned\n"
     "2018-07-05 red gen 1 occ 0\n"
     "2018-07-11 deadline assigned -> overdue\n",
     "escalations:\n"
     "  - { id: blue, at: due - 10d, in: [assigned, overdue], level: 1, notify: [lead] }\n"
     "  - { id: red, at: raised(blue) + 5d, in: [assigned, overdue], level: 2, notify: [lead] }\n"},
};

const Story changed[] = {
    {"a timely report returned after due needs a new due",
     "task 2018-03-01 lead=省经信委 due=2018-03-31\n"
     "2018-03-30 省经信委 report n e=a\n"
     "2018-04-10 督查一处 return n\n"
     "2018-04-10 督查一处 return n due=2018-04-20\n"
     "2018-04-25 省经信委 report n e=b\n"
     "2018-04-26 督查一处 return n\n",
     "2018-03-30 report assigned -> reported\n"
     "2018-04-10 return: missing: due\n"
     "2018-04-10 return reported -> in_progress\n"
     "2018-04-21 deadline in_progress -> overdue\n"
     "2018-04-25 report overdue -> reported\n"
     "2018-04-26 return reported -> overdue\n",
     quiet},
    {"so does one that its paper dates in time",
     "task 2018-03-01 lead=省经信委 due=2018-03-31\n"
     "2018-04-10 督查一处 report n e=a for=省经信委 dated=2018-03-30\n"
     "2018-04-11 督查二处 return n\n",
     "2018-04-01 deadline assigned -> overdue\n"
     "2018-04-10 report overdue -> reported\n"
     "2018-04-11 return: missing: due\n",
     quiet},
    {"a co that is owing contributes after the verification; nobody else does",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省住建厅 due=2018-12-31\n"
     "2018-03-04 省住建厅 contribute n\n"
     "2018-03-05 省经信委 report n e=a without=省公安厅\n"
     "2018-03-06 督查一处 verify n\n"
     "2018-03-07 省住建厅 contribute n\n"
     "2018-03-08 省公安厅 contribute n partial\n"
     "look 2018-03-09 owing\n"
     "2018-03-10 省公安厅 contribute n\n"
     "look 2018-03-11 owing\n"
     "2018-03-12 省公安厅 contribute n\n",
     "2018-03-04 contribute assigned\n"
     "2018-03-05 report assigned -> reported\n"
     "2018-03-06 verify reported -> verified\n"
     "2018-03-07 contribute: state: p/1.3.11 is verified, and 省住建厅 owes it nothing\n"
     "2018-03-08 contribute verified\n"
     "2018-03-09 look owing=[省公安厅]\n"
     "2018-03-10 contribute verified\n"
     "2018-03-11 look owing=[]\n"
     "2018-03-12 contribute: state: p/1.3.11 is verified, and 省公安厅 owes it nothing\n",
     quiet},
    {"an excuse ends what is owed",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-05 省经信委 report n e=a without=省公安厅\n"
     "2018-03-06 督查一处 return n\n"
     "2018-03-07 督查一处 excuse n co=省公安厅\n"
     "look 2018-03-08 owing\n",
     "2018-03-05 report assigned -> reported\n"
     "2018-03-06 return reported -> in_progress\n"
     "2018-03-07 excuse in_progress\n"
     "2018-03-08 look owing=[]\n",
     quiet},
    {"a request lapses with the cancellation; cancelled while suspended, the clock runs to it when "
     "suspensions do not move due",
     "task 2018-03-01 lead=省经信委 due=2018-03-31\n"
     "2018-03-10 省经信委 request-extension n due=2018-05-31\n"
     "2018-03-11 督查一处 cancel n\n"
     "2018-03-12 督查一处 reopen n due=2018-03-31\n"
     "2018-03-13 督查一处 grant-extension n\n"
     "2018-03-14 督查一处 suspend n until=2018-05-01\n"
     "2018-04-10 督查一处 cancel n\n"
     "look 2018-05-10 late\n",
     "2018-03-01 remind-30 gen 1 occ 0\n"
     "2018-03-10 request-extension assigned\n"
     "2018-03-11 cancel assigned -> cancelled\n"
     "2018-03-12 reopen cancelled -> in_progress\n"
     "2018-03-12 remind-30 gen 2 occ 0 of 2018-03-01\n"
     "2018-03-13 grant-extension: missing: request\n"
     "2018-03-14 suspend in_progress -> suspended\n"
     "2018-04-10 cancel suspended -> cancelled\n"
     "2018-05-10 look late=0\n",
     "  - match: { task: 1.1.1 }\n"
     "    deadlines: { suspension: { moves_due: none } }\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(taken_back_tests)
BOOST_DATA_TEST_CASE(strikes_contributions, boost::unit_test::data::make(struck), story) {
  check(story);
}
BOOST_DATA_TEST_CASE(undoes_the_last_act, boost::unit_test::data::make(undone), story) {
  check(story);
}
BOOST_DATA_TEST_CASE(keeps_the_contract, boost::unit_test::data::make(changed), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
