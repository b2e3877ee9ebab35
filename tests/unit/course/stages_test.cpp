// Staged and periodic tasks (design §4): days in a row, the day in each cycle, days off.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

#define THREE "task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-09-30,2018-12-31\n"

const Story stages[] = {
    {"a stage verified opens the next, which may be reported at once; the last verifies the task",
     THREE "look 2018-03-01 schedule cycle due original final\n"
           "2018-05-02 省经信委 report n e=a\n"
           "2018-05-03 督查一处 verify n\n"
           "look 2018-05-03 schedule cycle due final\n"
           "2018-05-03 省经信委 report n e=b\n"
           "2018-05-04 督查一处 verify n\n"
           "2018-12-20 省经信委 report n e=c\n"
           "2018-12-21 督查一处 conclude n\n"
           "2018-12-21 督查一处 verify n\n"
           "look 2018-12-21 state cycle final cycles light\n",
     "2018-03-01 look schedule=staged cycle=1/3 due=2018-06-30 original=2018-06-30 "
     "final=2018-12-31\n"
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 verify reported -> in_progress\n"
     "2018-05-03 look schedule=staged cycle=2/3 due=2018-09-30 final=2018-12-31\n"
     "2018-05-03 report in_progress -> reported\n"
     "2018-05-04 verify reported -> in_progress\n"
     "2018-12-20 report in_progress -> reported\n"
     "2018-12-21 conclude: state: p/1.3.11 goes stage by stage; 'verify' of the last ends it\n"
     "2018-12-21 verify reported -> verified\n"
     "2018-12-21 look state=verified cycle=3/3 final=2018-12-31 cycles=[1/3 due 2018-06-30 late 0 "
     "green][2/3 due 2018-09-30 late 0 green] light=green\n",
     quiet},
    {"miss closes the stages whose day has passed; where none is left: state",
     THREE "2018-11-05 督查一处 miss n\n"
           "look 2018-11-05 state cycle due cycles late\n"
           "2019-02-01 督查一处 miss n\n"
           "look 2019-02-01 state cycle late\n"
           "wait 2019-02-02\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-11-05 miss overdue -> assigned\n"
     "2018-11-05 look state=assigned cycle=3/3 due=2018-12-31 cycles=[1/3 due 2018-06-30 late 128 "
     "red missed][2/3 due 2018-09-30 late 36 red missed] late=0\n"
     "2019-02-01 miss: state: no stage of p/1.3.11 is left whose day has not passed\n"
     "2019-02-01 look state=overdue cycle=3/3 late=32\n"
     "2019-01-01 deadline assigned -> overdue\n",
     quiet},
    {"a stage whose day has passed when it opens is late, and is missed in its turn",
     THREE "2018-06-20 省经信委 report n e=a\n"
           "2018-10-08 督查一处 verify n\n"
           "look 2018-10-08 state cycle due late\n"
           "2018-10-09 督查一处 miss n\n"
           "look 2018-10-09 state cycle due cycles\n",
     "2018-03-15 unstarted gen 1 occ 0\n"
     "2018-03-29 unstarted gen 1 occ 1\n"
     "2018-04-13 unstarted gen 1 occ 2\n"
     "2018-04-27 unstarted gen 1 occ 3\n"
     "2018-05-14 unstarted gen 1 occ 4\n"
     "2018-05-28 unstarted gen 1 occ 5\n"
     "2018-05-31 remind-30 gen 1 occ 0\n"
     "2018-06-20 report assigned -> reported\n"
     "2018-07-11 unverified gen 1 occ 0\n"
     "2018-07-25 unverified gen 1 occ 1\n"
     "2018-08-08 unverified gen 1 occ 2\n"
     "2018-08-22 unverified gen 1 occ 3\n"
     "2018-10-08 verify reported -> in_progress\n"
     "2018-10-08 deadline in_progress -> overdue\n"
     "2018-10-08 overdue gen 2 occ 0 of 2018-10-01\n"
     "2018-10-08 look state=overdue cycle=2/3 due=2018-09-30 late=8\n"
     "2018-10-09 miss overdue -> in_progress\n"
     "2018-10-09 look state=in_progress cycle=3/3 due=2018-12-31 cycles=[1/3 due 2018-06-30 late 0 "
     "green][2/3 due 2018-09-30 late 9 red missed]\n"},
    {"limits of extensions count per stage; an extension moves the present stage only",
     THREE "2018-04-02 省经信委 request-extension n due=2018-08-31\n"
           "2018-04-03 督查一处 grant-extension n\n"
           "2018-04-04 省经信委 request-extension n due=2018-10-31\n"
           "2018-04-05 督查一处 grant-extension n\n"
           "2018-04-06 省经信委 request-extension n due=2018-11-30\n"
           "look 2018-04-06 cycle due original final extensions\n"
           "2018-07-02 省经信委 report n e=a\n"
           "2018-07-03 督查一处 verify n\n"
           "look 2018-07-03 cycle due original extensions cycles\n"
           "2018-07-04 省经信委 request-extension n due=2018-11-30\n",
     "2018-04-02 request-extension assigned\n"
     "2018-04-03 grant-extension assigned\n"
     "2018-04-04 request-extension assigned\n"
     "2018-04-05 grant-extension assigned\n"
     "2018-04-06 request-extension: limit: p/1.3.11 has had 2 extensions, as many as the rules "
     "allow\n"
     "2018-04-06 look cycle=1/3 due=2018-10-31 original=2018-06-30 final=2018-12-31 extensions=2\n"
     "2018-07-02 report assigned -> reported\n"
     "2018-07-03 verify reported -> in_progress\n"
     "2018-07-03 look cycle=2/3 due=2018-09-30 original=2018-09-30 extensions=0 cycles=[1/3 due "
     "2018-10-31 late 0 green]\n"
     "2018-07-04 request-extension in_progress\n",
     quiet},
    {"a suspension, an amendment and a return with a limit move the present stage only",
     THREE "2018-04-02 督查一处 suspend n until=2018-04-12\n"
           "look 2018-04-12 cycle due final\n"
           "2018-04-13 督查一处 amend n due=2018-07-31\n"
           "2018-05-02 省经信委 report n e=a\n"
           "2018-05-03 督查一处 return n due=2018-08-15\n"
           "2018-05-04 省经信委 report n e=b\n"
           "2018-05-05 督查一处 verify n\n"
           "look 2018-05-05 cycle due final cycles versions\n",
     "2018-04-02 suspend assigned -> suspended\n"
     "2018-04-12 look cycle=1/3 due=2018-07-10 final=2018-12-31\n"
     "2018-04-12 resume suspended -> assigned\n"
     "2018-04-13 amend assigned\n"
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 return reported -> in_progress\n"
     "2018-05-04 report in_progress -> reported\n"
     "2018-05-05 verify reported -> in_progress\n"
     "2018-05-05 look cycle=2/3 due=2018-09-30 final=2018-12-31 cycles=[1/3 due 2018-08-15 late 0 "
     "green] versions=1\n",
     quiet},
    {"undo of a verification that opened the next stage: the stage before is the present one again",
     THREE "2018-05-02 省经信委 report n e=a\n"
           "2018-05-03 督查一处 verify n\n"
           "2018-05-04 督查二处 undo n\n"
           "look 2018-05-04 state cycle due cycles\n"
           "2018-05-07 督查一处 verify n\n"
           "look 2018-05-07 state cycle\n",
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 verify reported -> in_progress\n"
     "2018-05-04 undo in_progress -> reported\n"
     "2018-05-04 look state=reported cycle=1/3 due=2018-06-30 cycles=\n"
     "2018-05-07 verify reported -> in_progress\n"
     "2018-05-07 look state=in_progress cycle=2/3\n",
     quiet},
    {"reopen takes a due: the last stage once more",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-09-30\n"
     "2018-05-02 省经信委 report n e=a\n"
     "2018-05-03 督查一处 verify n\n"
     "2018-05-04 省经信委 report n e=b\n"
     "2018-05-05 督查一处 verify n\n"
     "2018-06-01 督查一处 reopen n\n"
     "2018-06-01 督查一处 reopen n due=2018-11-30\n"
     "look 2018-06-01 schedule cycle due original final\n"
     "2018-06-02 省经信委 report n e=c\n"
     "2018-06-03 督查一处 verify n\n"
     "look 2018-06-03 state\n",
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 verify reported -> in_progress\n"
     "2018-05-04 report in_progress -> reported\n"
     "2018-05-05 verify reported -> verified\n"
     "2018-06-01 reopen: missing: due\n"
     "2018-06-01 reopen verified -> in_progress\n"
     "2018-06-01 look schedule=staged cycle=2/2 due=2018-11-30 original=2018-09-30 "
     "final=2018-11-30\n"
     "2018-06-02 report in_progress -> reported\n"
     "2018-06-03 verify reported -> verified\n"
     "2018-06-03 look state=verified\n",
     quiet},
    {"given up in an earlier stage and reopened: what is left is one stage",
     THREE "2018-04-02 督查一处 cancel n\n"
           "2018-07-02 督查一处 reopen n due=2018-11-30\n"
           "look 2018-07-02 cycle due original final cycles\n",
     "2018-04-02 cancel assigned -> cancelled\n"
     "2018-07-02 reopen cancelled -> in_progress\n"
     "2018-07-02 look cycle=3/3 due=2018-11-30 original=2018-12-31 final=2018-11-30 cycles=[1/3 "
     "due 2018-06-30 late 0 grey]\n",
     quiet},
    {"the plan's end means nothing to stages",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-09-30 ends=2018-07-31\n"
     "look 2018-03-01 cycle due final\n"
     "ends 2018-05-31 2018-04-01\n"
     "look 2018-04-01 due\n"
     "2018-05-02 省经信委 report n e=a\n"
     "2018-05-03 督查一处 verify n\n"
     "look 2018-05-03 cycle due\n",
     "2018-03-01 look cycle=1/2 due=2018-06-30 final=2018-09-30\n"
     "2018-04-01 look due=2018-06-30\n"
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 verify reported -> in_progress\n"
     "2018-05-03 look cycle=2/2 due=2018-09-30\n",
     quiet},
    {"after the last stage cycle by cycle, from behind its day on, by the rules' cycle",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30 then\n"
     "look 2018-03-01 schedule cycle due final\n"
     "2018-05-02 省经信委 report n e=a\n"
     "2018-05-03 督查一处 verify n\n"
     "look 2018-05-03 state schedule cycle due final cycles\n"
     "2018-05-04 省经信委 report n e=b\n"
     "2018-05-05 督查二处 undo n\n"
     "2018-07-02 省经信委 report n e=c\n"
     "2018-07-03 督查一处 verify n\n"
     "look 2018-07-03 cycle\n",
     "2018-03-01 look schedule=staged cycle=1/1 due=2018-06-30 final=none\n"
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 verify reported -> in_progress\n"
     "2018-05-03 look state=in_progress schedule=ongoing cycle=2018H2 due=2019-01-10 final=none "
     "cycles=[1/1 due 2018-06-30 late 0 green]\n"
     "2018-05-04 report: state: the cycle 2018H2 of p/1.3.11 begins on 2018-07-01; no report "
     "before\n"
     "2018-05-05 undo in_progress -> reported\n"
     "2018-07-02 report: state: a task that is reported cannot take 'report'\n"
     "2018-07-03 verify reported -> in_progress\n"
     "2018-07-03 look cycle=2018H2\n",
     quiet},
    {"the last stage verified late: the cycles begin with that day, by the document's own cycle",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30 then every=month\n"
     "2018-09-03 省经信委 report n e=a\n"
     "2018-09-04 督查一处 verify n\n"
     "look 2018-09-04 schedule cycle due cycles\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-09-03 report overdue -> reported\n"
     "2018-09-04 verify reported -> in_progress\n"
     "2018-09-04 look schedule=periodic cycle=2018-09 due=2018-10-10 cycles=[1/1 due 2018-06-30 "
     "late 65 yellow]\n",
     quiet},
    {"no cycle follows where the plan is over by then",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30 then ends=2018-06-30\n"
     "2018-06-03 省经信委 report n e=a\n"
     "2018-06-04 督查一处 verify n\n"
     "look 2018-06-04 state schedule\n",
     "2018-06-03 report assigned -> reported\n"
     "2018-06-04 verify reported -> verified\n"
     "2018-06-04 look state=verified schedule=staged\n",
     quiet},
    {"the last stage missed: the first cycle behind it",
     "task 2018-03-01 lead=省经信委 stages=2018-04-30,2018-06-30 then\n"
     "2018-07-20 督查一处 miss n\n"
     "look 2018-07-20 state schedule cycle due cycles\n",
     "2018-05-01 deadline assigned -> overdue\n"
     "2018-07-20 miss overdue -> assigned\n"
     "2018-07-20 look state=assigned schedule=ongoing cycle=2018H2 due=2019-01-10 cycles=[1/2 due "
     "2018-04-30 late 81 red missed][2/2 due 2018-06-30 late 20 red missed]\n",
     quiet},
    {"a paper about the first stage may be older than the import, one about a later one not",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-09-30 issued=2018-01-10\n"
     "2018-03-02 督查一处 report n e=a for=省经信委 dated=2018-02-20\n"
     "2018-03-05 督查二处 verify n\n"
     "2018-03-06 督查一处 report n e=b for=省经信委 dated=2018-03-04\n",
     "2018-03-02 report assigned -> reported\n"
     "2018-03-05 verify reported -> in_progress\n"
     "2018-03-06 report: argument\n",
     quiet},
};

const Story periodic[] = {
    {"the 10th of each month, from the 2nd on: this month's, without grace",
     "task 2018-03-02 lead=省经信委 ongoing=month day=1/10\n"
     "look 2018-03-02 schedule cycle due final\n"
     "2018-03-09 省经信委 report n e=a\n"
     "2018-03-10 督查一处 verify n\n"
     "look 2018-03-10 cycle due\n"
     "2018-03-31 省经信委 report n e=b\n"
     "wait 2018-04-11\n"
     "2018-06-11 督查一处 miss n\n"
     "look 2018-06-11 cycle due cycles\n",
     "2018-03-02 look schedule=periodic cycle=2018-03 due=2018-03-10 final=none\n"
     "2018-03-09 report assigned -> reported\n"
     "2018-03-10 verify reported -> in_progress\n"
     "2018-03-10 look cycle=2018-04 due=2018-04-10\n"
     "2018-03-31 report: state: the cycle 2018-04 of p/1.3.11 begins on 2018-04-01; no report "
     "before\n"
     "2018-04-11 deadline in_progress -> overdue\n"
     "2018-06-11 miss overdue -> in_progress\n"
     "2018-06-11 look cycle=2018-07 due=2018-07-10 cycles=[2018-03 due 2018-03-10 late 0 "
     "green][2018-04 due 2018-04-10 late 62 red missed][2018-05 due 2018-05-10 late 32 red "
     "missed][2018-06 due 2018-06-10 late 1 red missed]\n",
     quiet},
    {"the 10th of each month, from the 9th on: next month's",
     "task 2018-03-09 lead=省经信委 ongoing=month day=1/10\n"
     "look 2018-03-09 cycle due\n",
     "2018-03-09 look cycle=2018-04 due=2018-04-10\n", quiet},
    {"each June",
     "task 2018-01-05 lead=省经信委 ongoing=year day=6/0\n"
     "look 2018-01-05 schedule cycle due\n",
     "2018-01-05 look schedule=periodic cycle=2018 due=2018-06-30\n", quiet},
    {"the last cycle is due on its day where that comes before the plan's end",
     "task 2018-03-02 lead=省经信委 ongoing=month day=1/10 ends=2018-03-20\n"
     "look 2018-03-02 cycle due\n"
     "2018-03-09 省经信委 report n e=a\n"
     "2018-03-10 督查一处 verify n\n",
     "2018-03-02 look cycle=2018-03 due=2018-03-10\n"
     "2018-03-09 report assigned -> reported\n"
     "2018-03-10 verify reported -> verified\n",
     quiet},
    {"a new end behind the day of the open cycle does not cut it, one before it does",
     "task 2018-03-02 lead=省经信委 ongoing=month day=1/20\n"
     "ends 2018-03-25 2018-03-03\n"
     "look 2018-03-03 due versions\n"
     "ends 2018-03-15 2018-03-04\n"
     "look 2018-03-04 due versions\n",
     "2018-03-03 look due=2018-03-20 versions=1\n"
     "2018-03-04 amend assigned\n"
     "2018-03-04 look due=2018-03-15 versions=2\n",
     quiet},
    {"a document's own end is the last cycle's",
     "task 2018-03-02 lead=省经信委 ongoing own-end=2018-12-31\n"
     "look 2018-03-02 cycle due\n"
     "2018-05-02 省经信委 report n e=a\n"
     "2018-05-03 督查一处 verify n\n"
     "look 2018-05-03 cycle due\n"
     "2018-07-02 省经信委 report n e=b\n"
     "2018-07-03 督查一处 verify n\n",
     "2018-03-02 look cycle=2018H1 due=2018-07-10\n"
     "2018-05-02 report assigned -> reported\n"
     "2018-05-03 verify reported -> in_progress\n"
     "2018-05-03 look cycle=2018H2 due=2018-12-31\n"
     "2018-07-02 report in_progress -> reported\n"
     "2018-07-03 verify reported -> verified\n",
     quiet},
};

constexpr const char* next =
    "  - match: { plan: p }\n"
    "    deadlines: { roll: next }\n";
constexpr const char* previous =
    "  - match: { plan: p }\n"
    "    deadlines: { roll: previous }\n";

const Story rolls[] = {
    {"a day off stays by default",
     "task 2018-03-01 lead=省经信委 due=2018-10-01\n"
     "look 2018-03-01 due rolled\n",
     "2018-03-01 look due=2018-10-01 rolled=none\n", quiet},
    {"next: the first working day behind; what is given stays",
     "task 2018-03-01 lead=省经信委 due=2018-10-01\n"
     "look 2018-03-01 due original rolled\n"
     "2018-03-02 督查一处 amend n due=2018-10-02\n"
     "look 2018-03-02 due rolled\n",
     "2018-03-01 look due=2018-10-08 original=2018-10-08 rolled=2018-10-01\n"
     "2018-03-02 amend assigned\n"
     "2018-03-02 look due=2018-10-02 rolled=none\n",
     next},
    {"previous: the last one before; stages and cycles too",
     "task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-10-01\n"
     "look 2018-03-01 due rolled final\n"
     "2018-03-05 省经信委 report n e=a\n"
     "2018-03-06 督查一处 verify n\n"
     "look 2018-03-06 due rolled\n",
     "2018-03-01 look due=2018-06-29 rolled=2018-06-30 final=2018-09-30\n"
     "2018-03-05 report assigned -> reported\n"
     "2018-03-06 verify reported -> in_progress\n"
     "2018-03-06 look due=2018-09-30 rolled=2018-10-01\n",
     previous},
    {"a cycle's due day",
     "task 2018-03-01 lead=省经信委 ongoing=month day=1/10\n"
     "look 2018-03-01 due rolled\n",
     "2018-03-01 remind-30 gen 1 occ 0 of 2018-02-10 late_armed\n"
     "2018-03-01 look due=2018-03-12 rolled=2018-03-10\n",
     next},
    {"a due day that a suspension moved onto a day off",
     "task 2018-03-01 lead=省经信委 due=2018-09-28\n"
     "2018-03-05 督查一处 suspend n until=2018-03-08\n"
     "look 2018-03-08 due rolled versions\n",
     "2018-03-05 suspend assigned -> suspended\n"
     "2018-03-08 look due=2018-10-08 rolled=2018-10-01 versions=2\n",
     next},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(stages_tests)
BOOST_DATA_TEST_CASE(go_day_by_day, boost::unit_test::data::make(stages), story) { check(story); }
BOOST_DATA_TEST_CASE(come_on_a_day, boost::unit_test::data::make(periodic), story) { check(story); }
BOOST_DATA_TEST_CASE(roll_off_days_off, boost::unit_test::data::make(rolls), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
