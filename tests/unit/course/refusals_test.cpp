// The order of refusals (design §10), separation of duties, and the line of the rule that asks.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

/// Lines counted by tests: 6 start, 7 report, 8 verify, 9 request-extension, 10 suspend.
constexpr const char* own =
    "rules: own\n"
    "version: 1\n"
    "timezone: Asia/Shanghai\n"
    "calendar: cn\n"
    "transitions:\n"
    "  start: { by: [lead], in: [assigned] }\n"
    "  report: { by: [lead], require: { note: true, evidence: 2, contributions: all } }\n"
    "  verify: { by: [coordinator], forbid: [lead, reporter], require: { note: true } }\n"
    "  request-extension: { by: [lead], require: { note: true }, limit: 0 }\n"
    "  suspend: { by: [coordinator], max: 5d }\n";

const Story refusals[] = {
    {"usage before state",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 省财政厅 verify due=2018-06-30\n"
     "2018-03-02 省财政厅 start until=2018-06-30\n"
     "2018-03-02 省经信委 report dated=2018-03-02\n"
     "2018-03-02 省经信委 remark n to=省公安厅 without=省公安厅\n",
     "2018-03-02 verify: usage\n"
     "2018-03-02 start: usage\n"
     "2018-03-02 report: usage\n"
     "2018-03-02 remark: usage\n",
     quiet},
    {"state before disabled, role and missing",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 省财政厅 verify\n"
     "2018-03-02 省财政厅 conclude\n"
     "2018-03-02 省财政厅 deny-extension\n",
     "2018-03-02 verify: state: a task that is assigned cannot take 'verify'\n"
     "2018-03-02 conclude: state: a task that is assigned cannot take 'conclude'\n"
     "2018-03-02 deny-extension: disabled\n",
     own},
    {"disabled, by a list or by `in`, before role and missing; with the rule's line",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-02 省财政厅 start\n"
     "2018-07-02 省财政厅 progress\n"
     "wait 2018-07-02\n",
     "2018-07-02 start: disabled (rules line 6)\n"
     "2018-07-02 progress: disabled\n"
     "2018-07-01 deadline assigned -> overdue\n",
     own},
    {"role before missing",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-06-30\n"
     "2018-03-02 省公安厅 report\n"
     "2018-03-02 督查一处 report\n"
     "2018-03-02 省公安厅 start for=省经信委\n",
     "2018-03-02 report: role (rules line 7)\n"
     "2018-03-02 report: role (rules line 7)\n"
     "2018-03-02 start: role\n",
     own},
    {"role before forbidden, forbidden before argument and missing",
     "task 2018-03-01 lead=省安监局 due=2018-06-30\n"
     "2018-03-02 省安监局 report n e=a,b\n"
     "2018-03-03 省安监局 verify\n"
     "2018-03-03 张三 verify\n"
     "2018-03-03 省安委办 verify\n"
     "2018-03-03 督查一处 verify\n",
     "2018-03-02 report assigned -> reported\n"
     "2018-03-03 verify: role (rules line 8)\n"
     "2018-03-03 verify: forbidden (rules line 8)\n"
     "2018-03-03 verify: forbidden (rules line 8)\n"
     "2018-03-03 verify: missing: note (rules line 8)\n",
     own},
    {"argument before missing, missing before limit, and all that is missing at once",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-06-30\n"
     "2018-03-02 省经信委 request-extension due=2018-06-30\n"
     "2018-03-02 省经信委 request-extension due=2018-07-30\n"
     "2018-03-02 省经信委 request-extension\n"
     "2018-03-02 省经信委 report e=a\n"
     "2018-03-02 督查一处 suspend\n"
     "2018-03-02 省经信委 request-extension n due=2018-07-30\n"
     "2018-03-02 督查一处 suspend until=2018-03-08\n",
     "2018-03-02 request-extension: argument\n"
     "2018-03-02 request-extension: missing: note (rules line 9)\n"
     "2018-03-02 request-extension: missing: note, due (rules line 9)\n"
     "2018-03-02 report: missing: note, evidence, contributions (rules line 7)\n"
     "2018-03-02 suspend: missing: until\n"
     "2018-03-02 request-extension: limit: p/1.3.11 has had 0 extensions, as many as the rules "
     "allow (rules line 9)\n"
     "2018-03-02 suspend: limit: suspend p/1.3.11 until 2018-03-07 at the latest: 5d in all "
     "(rules line 10)\n",
     own},
    {"a final date is no cycle: miss and conclude are state",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-02 省经信委 report n e=a\n"
     "2018-07-03 督查一处 conclude n\n"
     "2018-07-10 督查一处 return n\n"
     "2018-07-10 督查一处 miss n\n"
     "2018-07-11 督查一处 cancel n\n"
     "2018-07-11 督查一处 cancel n\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-02 report overdue -> reported\n"
     "2018-07-03 conclude: state: p/1.3.11 is not ongoing; 'verify' ends it\n"
     "2018-07-10 return reported -> overdue\n"
     "2018-07-10 miss: state: p/1.3.11 is due once; it has no cycles to miss\n"
     "2018-07-11 cancel overdue -> cancelled\n"
     "2018-07-11 cancel: state: a task that is cancelled cannot take 'cancel'\n",
     quiet},
    {"§10.23 of one house: housed in it, upwards; 省安委办 sits with 省安监局",
     "task 2018-03-01 lead=省煤矿办 due=2018-06-30\n"
     "2018-03-02 省煤矿办 report n e=a\n"
     "2018-03-03 张三 verify n\n"
     "2018-03-03 张三 cancel n\n"
     "2018-03-03 张三 suspend n until=2018-03-10\n"
     "2018-03-03 张三 amend n due=2018-07-30\n"
     "2018-03-03 张三 return n\n"
     "2018-03-03 张三 reassign n to=省公安厅\n"
     "2018-03-03 张三 remark n\n",
     "2018-03-02 report assigned -> reported\n"
     "2018-03-03 verify: forbidden\n"
     "2018-03-03 cancel: forbidden\n"
     "2018-03-03 suspend: forbidden\n"
     "2018-03-03 amend: forbidden\n"
     "2018-03-03 return reported -> in_progress\n"
     "2018-03-03 reassign: forbidden\n"
     "2018-03-03 remark in_progress\n",
     quiet},
    {"§10.23 reporter: the person who recorded the standing report, not the office",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-02 督查一处 report n e=a for=省经信委\n"
     "2018-03-03 督查一处 verify n\n"
     "2018-03-03 督查二处 return n\n"
     "2018-03-04 督查二处 report n e=b for=省经信委\n"
     "2018-03-05 督查一处 verify n\n",
     "2018-03-02 report assigned -> reported\n"
     "2018-03-03 verify: forbidden\n"
     "2018-03-03 return reported -> in_progress\n"
     "2018-03-04 report in_progress -> reported\n"
     "2018-03-05 verify reported -> verified\n",
     quiet},
    {"§10.23 excuse: not by a co's house, a group's members too",
     "task 2018-03-01 lead=省经信委 co=省安监局,省公安厅 due=2018-06-30\n"
     "2018-03-02 张三 excuse n co=省公安厅\n"
     "2018-03-02 督查一处 excuse n co=省公安厅\n",
     "2018-03-02 excuse: forbidden\n"
     "2018-03-02 excuse assigned\n",
     quiet},
    {"§10.23 a group's members are co's too",
     "task 2018-03-01 lead=省经信委 co=安全口单位,省公安厅 due=2018-06-30\n"
     "2018-03-02 张三 excuse n co=省公安厅\n",
     "2018-03-02 excuse: forbidden\n", quiet},
    {"§10.23 the rest of the default file: requester, and who may grant",
     "task 2018-03-01 lead=省安监局 due=2018-06-30\n"
     "2018-03-02 省安监局 request-extension n due=2018-07-31\n"
     "2018-03-03 张三 grant-extension n\n"
     "2018-03-03 张三 deny-extension n\n"
     "2018-03-03 省安监局 grant-extension n\n"
     "2018-03-03 督查一处 grant-extension\n"
     "2018-03-03 督查一处 grant-extension n\n",
     "2018-03-02 request-extension assigned\n"
     "2018-03-03 grant-extension: forbidden\n"
     "2018-03-03 deny-extension: forbidden\n"
     "2018-03-03 grant-extension: role\n"
     "2018-03-03 grant-extension: missing: note\n"
     "2018-03-03 grant-extension assigned\n",
     quiet},
    {"§10.23 a note with every step of a coordinator but resume",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-06-30\n"
     "2018-03-02 督查一处 excuse co=省公安厅\n"
     "2018-03-02 督查一处 amend due=2018-07-30\n"
     "2018-03-02 督查一处 reassign to=省财政厅\n"
     "2018-03-02 督查一处 cancel blank\n"
     "2018-03-02 督查一处 remark\n"
     "2018-03-02 督查一处 suspend until=2018-03-10\n"
     "2018-03-02 督查一处 suspend n until=2018-03-10\n"
     "2018-03-03 督查一处 resume\n"
     "2018-03-04 省经信委 report n e=a without=省公安厅\n"
     "2018-03-04 督查一处 verify\n"
     "2018-03-04 督查一处 return\n"
     "2018-03-04 督查一处 verify n\n"
     "2018-03-05 督查一处 reopen due=2018-06-30\n",
     "2018-03-02 excuse: missing: note\n"
     "2018-03-02 amend: missing: note\n"
     "2018-03-02 reassign: missing: note\n"
     "2018-03-02 cancel: missing: note\n"
     "2018-03-02 remark: missing: note\n"
     "2018-03-02 suspend: missing: note\n"
     "2018-03-02 suspend assigned -> suspended\n"
     "2018-03-03 resume suspended -> assigned\n"
     "2018-03-04 report assigned -> reported\n"
     "2018-03-04 verify: missing: note\n"
     "2018-03-04 return: missing: note\n"
     "2018-03-04 verify reported -> verified\n"
     "2018-03-05 reopen: missing: note\n",
     quiet},
    {"§10.22 nothing is required but what the file says and what an event cannot do without",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-06-30\n"
     "2018-03-02 省经信委 report\n"
     "2018-03-03 督查一处 verify\n",
     "2018-03-02 report assigned -> reported\n"
     "2018-03-03 verify reported -> verified\n",
     "rules: bare\n"
     "version: 1\n"
     "timezone: Asia/Shanghai\n"
     "calendar: cn\n"
     "transitions:\n"
     "  report: { by: [lead] }\n"
     "  verify: { by: [coordinator] }\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(refusals_tests)
BOOST_DATA_TEST_CASE(come_in_their_order, boost::unit_test::data::make(refusals), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
