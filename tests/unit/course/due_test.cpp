// Due versions, generations and what lapses: design §4, §10.13, §10.15 and §10.16.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

constexpr const char* ladder =
    "escalations:\n"
    "  - { id: soon, at: due - 10d, in: [assigned, in_progress], level: 0, notify: [lead] }\n"
    "  - { id: late, at: due + 1d, in: [overdue], level: 1, notify: [lead] }\n"
    "  - { id: later, at: due + 10d, in: [overdue], level: 2, notify: [lead] }\n";

const Story dues[] = {
    {"§4 an extension is a new generation",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-05 省经信委 start\n"
     "2018-06-25 省经信委 request-extension n due=2018-07-31\n"
     "2018-06-26 督查一处 grant-extension n\n"
     "wait 2018-08-05\n"
     "look 2018-08-05 due original versions extensions late overdue\n",
     "2018-03-05 start assigned -> in_progress\n"
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-25 request-extension in_progress\n"
     "2018-06-26 grant-extension in_progress\n"
     "2018-07-21 soon gen 2 occ 0\n"
     "2018-08-01 deadline in_progress -> overdue\n"
     "2018-08-01 late gen 2 occ 0\n"
     "2018-08-05 look due=2018-07-31 original=2018-06-30 versions=2 extensions=1 late=5 "
     "overdue=5\n",
     ladder},
    {"§4 of a new version only rungs later than the entry are armed",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-15 省经信委 request-extension n due=2018-07-06\n"
     "2018-06-26 督查一处 grant-extension n\n"
     "wait 2018-07-08\n",
     "2018-06-15 request-extension assigned\n"
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-26 grant-extension assigned\n"
     "2018-07-07 deadline assigned -> overdue\n"
     "2018-07-07 late gen 2 occ 0\n",
     ladder},
    {"§4 later than the entry: the midnight after it is",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-15 省经信委 request-extension n due=2018-07-06\n"
     "2018-06-25T10:30 督查一处 grant-extension n\n"
     "wait 2018-06-27\n",
     "2018-06-15 request-extension assigned\n"
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-25 10:30 grant-extension assigned\n"
     "2018-06-26 soon gen 2 occ 0\n",
     ladder},
    {"§10.16 a grant whose due has passed leaves it overdue with a new version, all armed",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-15 省经信委 request-extension n due=2018-07-05\n"
     "2018-07-09 督查一处 grant-extension n\n"
     "wait 2018-07-20\n"
     "look 2018-07-20 due versions late overdue\n",
     "2018-06-15 request-extension assigned\n"
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-01 late gen 1 occ 0\n"
     "2018-07-09 grant-extension overdue\n"
     "2018-07-09 late gen 2 occ 0 of 2018-07-06\n"
     "2018-07-15 later gen 2 occ 0\n"
     "2018-07-20 look due=2018-07-05 versions=2 late=15 overdue=20\n",
     ladder},
    {"§3 a grant in overdue brings it back, to assigned when never started",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-28 省经信委 request-extension n due=2018-09-30\n"
     "2018-07-05 督查一处 grant-extension n\n"
     "2018-07-06 省经信委 start\n",
     "2018-06-28 request-extension assigned\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 grant-extension overdue -> assigned\n"
     "2018-07-06 start assigned -> in_progress\n",
     quiet},
    {"§3 a grant may give less than was asked",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 省经信委 start\n"
     "2018-06-28 省经信委 request-extension n due=2018-09-30\n"
     "2018-07-05 督查一处 grant-extension n due=2018-07-20\n"
     "look 2018-07-05 due extensions request\n",
     "2018-03-02 start assigned -> in_progress\n"
     "2018-06-28 request-extension in_progress\n"
     "2018-07-01 deadline in_progress -> overdue\n"
     "2018-07-05 grant-extension overdue -> in_progress\n"
     "2018-07-05 look due=2018-07-20 extensions=1 request=none\n",
     quiet},
    {"§3 return with a limit for the rework: a new version, not an extension",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 省经信委 report n e=a\n"
     "2018-07-05 督查一处 return n due=2018-07-20\n"
     "wait 2018-07-22\n"
     "look 2018-07-22 due extensions versions\n",
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-25 report assigned -> reported\n"
     "2018-07-05 return reported -> in_progress\n"
     "2018-07-10 soon gen 2 occ 0\n"
     "2018-07-21 deadline in_progress -> overdue\n"
     "2018-07-21 late gen 2 occ 0\n"
     "2018-07-22 look due=2018-07-20 extensions=0 versions=2\n",
     ladder},
    {"§10.15 a return to overdue begins no generation: what became ripe is raised, once",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 省经信委 report n e=a\n"
     "2018-07-05 省经信委 withdraw n\n"
     "2018-07-06 省经信委 report n e=b\n"
     "2018-07-07 督查一处 return n\n"
     "2018-07-08 省经信委 report n e=c\n"
     "2018-07-12 省经信委 withdraw n\n",
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-25 report assigned -> reported\n"
     "2018-07-05 withdraw reported -> overdue\n"
     "2018-07-05 late gen 1 occ 0 of 2018-07-01\n"
     "2018-07-06 report overdue -> reported\n"
     "2018-07-07 return reported -> overdue\n"
     "2018-07-08 report overdue -> reported\n"
     "2018-07-12 withdraw reported -> overdue\n"
     "2018-07-12 later gen 1 occ 0 of 2018-07-10\n",
     ladder},
    {"§3 withdraw in time goes back to in_progress; the deadline still comes",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 省经信委 report n e=a\n"
     "2018-06-30T23:59 省经信委 withdraw n\n"
     "wait 2018-07-01\n",
     "2018-06-25 report assigned -> reported\n"
     "2018-06-30 23:59 withdraw reported -> in_progress\n"
     "2018-07-01 deadline in_progress -> overdue\n",
     quiet},
    {"§3 amend: to and from overdue as the new due demands; --error takes any date",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-05 省经信委 start\n"
     "2018-06-01 督查一处 amend n due=2018-05-20\n"
     "2018-06-01 督查一处 amend n due=2018-05-20 error\n"
     "look 2018-06-01 due original versions late\n"
     "2018-06-02 督查一处 amend n due=2018-06-02\n"
     "look 2018-06-02 due original versions late\n"
     "wait 2018-06-03\n",
     "2018-03-05 start assigned -> in_progress\n"
     "2018-06-01 amend: argument\n"
     "2018-06-01 amend in_progress -> overdue\n"
     "2018-06-01 late gen 2 occ 0 of 2018-05-21\n"
     "2018-06-01 later gen 2 occ 0 of 2018-05-30\n"
     "2018-06-01 look due=2018-05-20 original=2018-05-20 versions=2 late=12\n"
     "2018-06-02 amend overdue -> in_progress\n"
     "2018-06-02 look due=2018-06-02 original=2018-05-20 versions=3 late=0\n"
     "2018-06-03 deadline in_progress -> overdue\n"
     "2018-06-03 late gen 3 occ 0\n",
     ladder},
    {"§10.13 the same date given again is a new version",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-15 督查一处 amend n due=2018-06-30\n"
     "2018-06-25 督查一处 amend n due=2018-06-30\n"
     "wait 2018-07-01\n"
     "look 2018-07-01 versions\n",
     "2018-06-15 amend assigned\n"
     "2018-06-20 soon gen 2 occ 0\n"
     "2018-06-25 amend assigned\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-01 late gen 3 occ 0\n"
     "2018-07-01 look versions=3\n",
     ladder},
    {"§10.18 reassign keeps due and arms all rungs again",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-25 督查一处 reassign n to=省公安厅\n"
     "look 2018-06-25 due versions lead co\n",
     "2018-06-20 soon gen 1 occ 0\n"
     "2018-06-25 reassign assigned\n"
     "2018-06-25 soon gen 2 occ 0 of 2018-06-20 late_armed\n"
     "2018-06-25 look due=2018-06-30 versions=1 lead=省公安厅 co=[]\n",
     ladder},
    {"§3 reassign: past due it must have --due; a co that leads leaves the co's; --keep-as-co",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-06-30\n"
     "2018-07-05 督查一处 reassign n to=省公安厅\n"
     "2018-07-05 督查一处 reassign n to=省公安厅 due=2018-08-31 keep-as-co\n"
     "look 2018-07-05 state due versions lead co\n",
     "2018-07-05 reassign: missing: due\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 reassign overdue -> assigned\n"
     "2018-07-05 look state=assigned due=2018-08-31 versions=2 lead=省公安厅 "
     "co=[省财政厅,省经信委]\n",
     quiet},
    {"§4 reopening arms everything of its new generation",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-01 省经信委 report n e=a\n"
     "2018-06-05 督查一处 verify n\n"
     "2018-08-01 督查一处 reopen n due=2018-08-05\n"
     "look 2018-08-01 due original started\n",
     "2018-06-01 report assigned -> reported\n"
     "2018-06-05 verify reported -> verified\n"
     "2018-08-01 reopen verified -> in_progress\n"
     "2018-08-01 soon gen 2 occ 0 of 2018-07-26\n"
     "2018-08-01 look due=2018-08-05 original=2018-06-30 started=2018-08-01\n",
     ladder},
    {"§3 what makes a pending request lapse: report, reassignment, a due amended, suspension",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-05 省经信委 request-extension n due=2019-12-31\n"
     "2018-03-05 省经信委 request-extension n due=2019-12-31\n"
     "2018-03-06 督查一处 amend n due=2018-11-30\n"
     "2018-03-06 督查一处 grant-extension n\n"
     "2018-03-07 省经信委 request-extension n due=2019-12-31\n"
     "2018-03-08 省经信委 report n e=a\n"
     "2018-03-09 省经信委 withdraw n\n"
     "2018-03-09 督查一处 deny-extension n\n"
     "2018-03-10 省经信委 request-extension n due=2019-12-31\n"
     "2018-03-11 督查一处 suspend n until=2018-03-12\n"
     "2018-03-12 督查一处 grant-extension n\n"
     "2018-03-13 省经信委 request-extension n due=2019-12-31\n"
     "2018-03-13 督查一处 amend n add-co=省财政厅\n"
     "look 2018-03-13 request\n"
     "2018-03-14 督查一处 reassign n to=省公安厅\n"
     "2018-03-14 督查一处 grant-extension n\n",
     "2018-03-05 request-extension assigned\n"
     "2018-03-05 request-extension: conflict\n"
     "2018-03-06 amend assigned\n"
     "2018-03-06 grant-extension: missing: request\n"
     "2018-03-07 request-extension assigned\n"
     "2018-03-08 report assigned -> reported\n"
     "2018-03-09 withdraw reported -> in_progress\n"
     "2018-03-09 deny-extension: missing: request\n"
     "2018-03-10 request-extension in_progress\n"
     "2018-03-11 suspend in_progress -> suspended\n"
     "2018-03-12 grant-extension: missing: request\n"
     "2018-03-12 resume suspended -> in_progress\n"
     "2018-03-13 request-extension in_progress\n"
     "2018-03-13 amend in_progress\n"
     "2018-03-13 look request=2019-12-31\n"
     "2018-03-14 reassign in_progress -> assigned\n"
     "2018-03-14 grant-extension: missing: request\n",
     quiet},
    {"§10.16 asked until the end of the due day; later only on a paper dated in time",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-06-30T23:59 省经信委 request-extension n due=2018-06-30\n"
     "2018-07-01 省经信委 request-extension n due=2018-09-30\n"
     "2018-07-03 督查一处 request-extension n due=2018-09-30 for=省经信委 dated=2018-07-01\n"
     "2018-07-03 督查一处 request-extension n due=2018-09-30 for=省经信委 dated=2018-06-30\n"
     "2018-07-04 督查一处 grant-extension n\n"
     "2018-07-04 督查二处 grant-extension n due=2018-10-01\n"
     "2018-07-04 督查二处 grant-extension n due=2018-06-30\n"
     "2018-07-04 督查二处 grant-extension n\n",
     "2018-06-30T23:59 request-extension: argument\n"
     "2018-07-01 request-extension: disabled\n"
     "2018-07-03 request-extension: disabled\n"
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-03 request-extension overdue\n"
     "2018-07-04 grant-extension: forbidden\n"
     "2018-07-04 grant-extension: argument\n"
     "2018-07-04 grant-extension: argument\n"
     "2018-07-04 grant-extension overdue -> assigned\n",
     quiet},
    {"§10.16 limit counts what was granted, asked at the request; reopening does not reset it",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 省经信委 request-extension n due=2018-07-31\n"
     "2018-03-03 督查一处 deny-extension n\n"
     "2018-03-04 省经信委 request-extension n due=2018-07-31\n"
     "2018-03-05 督查一处 grant-extension n\n"
     "2018-03-06 省经信委 request-extension n due=2018-08-31\n"
     "2018-03-07 督查一处 grant-extension n\n"
     "2018-03-08 省经信委 report n e=a\n"
     "2018-03-09 督查一处 verify n\n"
     "2018-03-10 督查一处 reopen n due=2018-08-31\n"
     "2018-03-11 省经信委 request-extension n due=2018-09-30\n",
     "2018-03-02 request-extension assigned\n"
     "2018-03-03 deny-extension assigned\n"
     "2018-03-04 request-extension assigned\n"
     "2018-03-05 grant-extension assigned\n"
     "2018-03-06 request-extension assigned\n"
     "2018-03-07 grant-extension assigned\n"
     "2018-03-08 report assigned -> reported\n"
     "2018-03-09 verify reported -> verified\n"
     "2018-03-10 reopen verified -> in_progress\n"
     "2018-03-11 request-extension: limit: p/1.3.11 has had 2 extensions, as many as the rules "
     "allow\n",
     quiet},
    {"a request lapses with the cancelling of its task",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 省经信委 request-extension n due=2018-07-31\n"
     "2018-03-03 督查一处 cancel n\n"
     "2018-03-04 督查一处 reopen n due=2018-12-31\n"
     "2018-03-05 督查一处 grant-extension n\n",
     "2018-03-02 request-extension assigned\n"
     "2018-03-03 cancel assigned -> cancelled\n"
     "2018-03-04 reopen cancelled -> in_progress\n"
     "2018-03-05 grant-extension: missing: request\n",
     quiet},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(due_tests)
BOOST_DATA_TEST_CASE(keep_versions_and_generations, boost::unit_test::data::make(dues), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
