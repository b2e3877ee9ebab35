// What single steps do and need: design §3, §10.14, §10.15, §10.18, §10.21 and §10.22.
#include "tests/unit/course/stories.hpp"

using namespace duban::tests;

namespace {

const Story steps[] = {
    {"§3 start from overdue only when never started, and it stays overdue",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 省经信委 start\n"
     "look 2018-07-05 started\n"
     "2018-07-06 省经信委 start\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 start overdue\n"
     "2018-07-05 look started=2018-07-05\n"
     "2018-07-06 start: state: p/1.3.11 was started already\n",
     quiet},
    {"§3 progress counts as the start, in overdue too",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-07-05 省经信委 progress n\n"
     "2018-07-06 督查一处 amend n due=2018-12-31\n"
     "look 2018-07-06 started\n",
     "2018-07-01 deadline assigned -> overdue\n"
     "2018-07-05 progress overdue\n"
     "2018-07-06 amend overdue -> in_progress\n"
     "2018-07-06 look started=2018-07-05\n",
     quiet},
    {"§10.15 a report counts as the start",
     "task 2018-03-01 lead=省经信委 due=2018-06-30\n"
     "2018-03-05 省经信委 report n e=a\n"
     "look 2018-03-05 started heard\n",
     "2018-03-05 report assigned -> reported\n"
     "2018-03-05 look started=2018-03-05 heard=2018-03-05\n",
     quiet},
    {"§3 a co contributes with note or evidence; --partial does not count yet",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-06-30\n"
     "2018-03-05 省公安厅 contribute\n"
     "2018-03-05 省公安厅 contribute n partial\n"
     "look 2018-03-05 missing\n"
     "2018-03-06 省公安厅 contribute e=a\n"
     "look 2018-03-06 missing\n"
     "2018-03-07 省公安厅 contribute blank\n"
     "2018-03-08 省住建厅 contribute n\n",
     "2018-03-05 contribute: missing: note, evidence\n"
     "2018-03-05 contribute assigned\n"
     "2018-03-05 look missing=[省公安厅,省财政厅]\n"
     "2018-03-06 contribute assigned\n"
     "2018-03-06 look missing=[省财政厅]\n"
     "2018-03-07 contribute: missing: note, evidence\n"
     "2018-03-08 contribute: role\n",
     quiet},
    {"§3 excuse, and --undo takes it back",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-06-30\n"
     "2018-03-05 督查一处 excuse n\n"
     "2018-03-05 督查一处 excuse n co=省住建厅\n"
     "2018-03-05 督查一处 excuse n co=省公安厅\n"
     "look 2018-03-05 missing\n"
     "2018-03-06 督查一处 excuse n co=省公安厅 undo\n"
     "look 2018-03-06 missing\n",
     "2018-03-05 excuse: missing: co\n"
     "2018-03-05 excuse: argument\n"
     "2018-03-05 excuse assigned\n"
     "2018-03-05 look missing=[省财政厅]\n"
     "2018-03-06 excuse assigned\n"
     "2018-03-06 look missing=[省公安厅,省财政厅]\n",
     quiet},
    {"§10.14 evidence must be new to the task, in this round, by or for the lead",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-05 省公安厅 contribute e=a\n"
     "2018-03-06 省经信委 report n e=a\n"
     "2018-03-07 省经信委 progress n e=b\n"
     "2018-03-08 省经信委 report n\n"
     "2018-03-09 省经信委 withdraw n\n"
     "2018-03-10 省经信委 report n\n"
     "2018-03-11 督查一处 return n e=c\n"
     "2018-03-12 省经信委 report n e=b,c\n"
     "2018-03-13 督查二处 progress n e=d for=省经信委\n"
     "2018-03-14 省经信委 report n\n",
     "2018-03-05 contribute assigned\n"
     "2018-03-06 report: missing: evidence\n"
     "2018-03-07 progress assigned -> in_progress\n"
     "2018-03-08 report in_progress -> reported\n"
     "2018-03-09 withdraw reported -> in_progress\n"
     "2018-03-10 report in_progress -> reported\n"
     "2018-03-11 return reported -> in_progress\n"
     "2018-03-12 report: missing: evidence\n"
     "2018-03-13 progress in_progress\n"
     "2018-03-14 report in_progress -> reported\n",
     quiet},
    {"§10.14 --without: owing from then on, named again at each report, ends with the contribution",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-12-31\n"
     "2018-03-05 省财政厅 contribute n\n"
     "2018-03-06 省经信委 report n e=a without=省财政厅\n"
     "2018-03-06 省经信委 report n e=a without=省住建厅\n"
     "2018-03-06 省经信委 report n e=a without=省公安厅\n"
     "look 2018-03-06 owing missing\n"
     "2018-03-07 督查一处 return n\n"
     "look 2018-03-07 owing\n"
     "2018-03-08 省经信委 report n e=b\n"
     "2018-03-08 省经信委 report n e=b without=省公安厅\n"
     "2018-03-09 省公安厅 contribute n partial\n"
     "look 2018-03-09 owing\n"
     "2018-03-10 省公安厅 contribute n\n"
     "look 2018-03-10 owing missing state\n",
     "2018-03-05 contribute assigned\n"
     "2018-03-06 report: argument\n"
     "2018-03-06 report: argument\n"
     "2018-03-06 report assigned -> reported\n"
     "2018-03-06 look owing=[省公安厅] missing=[省公安厅]\n"
     "2018-03-07 return reported -> in_progress\n"
     "2018-03-07 look owing=[省公安厅]\n"
     "2018-03-08 report: missing: contributions\n"
     "2018-03-08 report in_progress -> reported\n"
     "2018-03-09 contribute reported\n"
     "2018-03-09 look owing=[省公安厅]\n"
     "2018-03-10 contribute reported\n"
     "2018-03-10 look owing=[] missing=[] state=reported\n",
     quiet},
    {"§10.14 --without one that is excused is an argument; it always needs a note",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-12-31\n"
     "2018-03-05 督查一处 excuse n co=省公安厅\n"
     "2018-03-06 省经信委 report n e=a without=省公安厅\n"
     "2018-03-06 省经信委 report e=a without=省财政厅\n"
     "2018-03-06 省经信委 report e=a\n",
     "2018-03-05 excuse assigned\n"
     "2018-03-06 report: argument\n"
     "2018-03-06 report: missing: note\n"
     "2018-03-06 report: missing: contributions\n",
     "escalations:\n"
     "overrides:\n"
     "  - match: { plan: p }\n"
     "    transitions: { report: { require: { note: false } } }\n"},
    {"§10.14 return keeps contributions, but for those of --co",
     "task 2018-03-01 lead=省经信委 co=省公安厅,各市州人民政府 due=2018-12-31\n"
     "2018-03-05 省公安厅 contribute n\n"
     "2018-03-05 长沙市人民政府 contribute n\n"
     "2018-03-06 省经信委 report n e=a\n"
     "2018-03-07 督查一处 return n\n"
     "look 2018-03-07 missing\n"
     "2018-03-08 省经信委 report n e=b\n"
     "2018-03-09 督查一处 return n co=省住建厅\n"
     "2018-03-09 督查一处 return n co=各市州人民政府\n"
     "look 2018-03-09 missing\n",
     "2018-03-05 contribute assigned\n"
     "2018-03-05 contribute assigned\n"
     "2018-03-06 report assigned -> reported\n"
     "2018-03-07 return reported -> in_progress\n"
     "2018-03-07 look missing=[]\n"
     "2018-03-08 report in_progress -> reported\n"
     "2018-03-09 return: argument\n"
     "2018-03-09 return reported -> in_progress\n"
     "2018-03-09 look missing=[各市州人民政府]\n",
     quiet},
    {"§10.14 reopening counts evidence and contributions afresh; excuses last for the task's life",
     "task 2018-03-01 lead=省经信委 co=省公安厅,省财政厅 due=2018-12-31\n"
     "2018-03-02 督查一处 excuse n co=省财政厅\n"
     "2018-03-05 省公安厅 contribute n\n"
     "2018-03-06 省经信委 report n e=a\n"
     "2018-03-07 督查一处 verify n\n"
     "2018-03-08 督查一处 reopen n\n"
     "2018-03-08 督查一处 reopen n due=2018-03-07\n"
     "2018-03-08 督查一处 reopen n due=2018-12-31\n"
     "look 2018-03-08 missing\n"
     "2018-03-09 省经信委 report n\n",
     "2018-03-02 excuse assigned\n"
     "2018-03-05 contribute assigned\n"
     "2018-03-06 report assigned -> reported\n"
     "2018-03-07 verify reported -> verified\n"
     "2018-03-08 reopen: missing: due\n"
     "2018-03-08 reopen: argument\n"
     "2018-03-08 reopen verified -> in_progress\n"
     "2018-03-08 look missing=[省公安厅]\n"
     "2018-03-09 report: missing: evidence, contributions\n",
     quiet},
    {"§10.18 reassign: not to the present lead, a group, or a name outside the directory",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-02 省经信委 progress n e=a\n"
     "2018-03-03 省公安厅 contribute n\n"
     "2018-03-04 督查一处 reassign n\n"
     "2018-03-04 督查一处 reassign n to=省经济和信息化委\n"
     "2018-03-04 督查一处 reassign n to=各市州人民政府\n"
     "2018-03-04 督查一处 reassign n to=省外办\n"
     "2018-03-04 督查一处 reassign n to=省住建厅\n"
     "look 2018-03-04 state lead co missing started heard due\n"
     "2018-03-05 省经信委 progress n\n"
     "2018-03-05 省住建厅 report n\n",
     "2018-03-02 progress assigned -> in_progress\n"
     "2018-03-03 contribute in_progress\n"
     "2018-03-04 reassign: missing: to\n"
     "2018-03-04 reassign: argument\n"
     "2018-03-04 reassign: argument\n"
     "2018-03-04 reassign: argument\n"
     "2018-03-04 reassign in_progress -> assigned\n"
     "2018-03-04 look state=assigned lead=省住建厅 co=[省公安厅] missing=[] started=never "
     "heard=never due=2018-12-31\n"
     "2018-03-05 progress: role\n"
     "2018-03-05 report assigned -> reported\n",
     quiet},
    {"§3 amend needs a change; a co is added once and dropped only when it is one",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-02 督查一处 amend n\n"
     "2018-03-02 督查一处 amend n error\n"
     "2018-03-02 督查一处 amend n add-co=省公安厅\n"
     "2018-03-02 督查一处 amend n drop-co=省财政厅\n"
     "2018-03-02 督查一处 amend n content=新\n"
     "2018-03-02 督查一处 amend n add-co=省财政厅 drop-co=省公安厅\n"
     "look 2018-03-02 co missing\n",
     "2018-03-02 amend: missing: change\n"
     "2018-03-02 amend: missing: change\n"
     "2018-03-02 amend: argument\n"
     "2018-03-02 amend: argument\n"
     "2018-03-02 amend assigned\n"
     "2018-03-02 amend assigned\n"
     "2018-03-02 look co=[省财政厅] missing=[省财政厅]\n",
     quiet},
    {"§3 a remark stays until its addressee acts",
     "task 2018-03-01 lead=省经信委 co=省公安厅 due=2018-12-31\n"
     "2018-03-02 督查一处 remark n to=省经信委 until=2018-03-20\n"
     "2018-03-03 省公安厅 contribute n\n"
     "look 2018-03-03 remarks\n"
     "2018-03-04 李四 progress n\n"
     "look 2018-03-04 remarks\n"
     "2018-03-05 督查一处 cancel n\n"
     "2018-03-06 省公安厅 remark n\n",
     "2018-03-02 remark assigned\n"
     "2018-03-03 contribute assigned\n"
     "2018-03-03 look remarks=1\n"
     "2018-03-04 progress assigned -> in_progress\n"
     "2018-03-04 look remarks=0\n"
     "2018-03-05 cancel in_progress -> cancelled\n"
     "2018-03-06 remark cancelled\n",
     quiet},
    {"§10.21 --for: by a coordinator, of lead or co as the event asks, always with a note",
     "task 2018-03-01 lead=省安监局 co=省公安厅,各市州人民政府 due=2018-12-31\n"
     "2018-03-02 省公安厅 start for=省安监局\n"
     "2018-03-02 督查一处 start for=省安监局\n"
     "2018-03-02 督查一处 start n for=省公安厅\n"
     "2018-03-02 督查一处 contribute n for=省安监局\n"
     "2018-03-02 督查一处 verify n for=省安监局\n"
     "2018-03-02 张三 start n for=省安监局\n"
     "2018-03-03 督查一处 contribute n for=衡阳市人民政府\n"
     "2018-03-03 督查一处 contribute n for=省公安厅\n"
     "look 2018-03-03 missing heard\n"
     "2018-03-04 督查一处 report n e=a for=省安监局\n"
     "2018-03-05 督查一处 withdraw n for=省安监局\n",
     "2018-03-02 start: role\n"
     "2018-03-02 start: missing: note\n"
     "2018-03-02 start: argument\n"
     "2018-03-02 contribute: argument\n"
     "2018-03-02 verify: usage\n"
     "2018-03-02 start assigned -> in_progress\n"
     "2018-03-03 contribute in_progress\n"
     "2018-03-03 contribute in_progress\n"
     "2018-03-03 look missing=[] heard=2018-03-02\n"
     "2018-03-04 report in_progress -> reported\n"
     "2018-03-05 withdraw reported -> in_progress\n",
     quiet},
    {"§10.21 --dated: not after today, nor before the plan's issue",
     "task 2018-03-01 lead=省经信委 due=2018-12-31 issued=2018-01-10\n"
     "2018-03-05 省经信委 report n e=a dated=2018-03-04\n"
     "2018-03-05 督查一处 progress n for=省经信委 dated=2018-03-04\n"
     "2018-03-05 督查一处 report n e=a for=省经信委 dated=2018-03-06\n"
     "2018-03-05 督查一处 report n e=a for=省经信委 dated=2018-01-09\n"
     "2018-03-05 督查一处 report n e=a for=省经信委 dated=2018-01-10\n",
     "2018-03-05 report: usage\n"
     "2018-03-05 progress: usage\n"
     "2018-03-05 report: argument\n"
     "2018-03-05 report: argument\n"
     "2018-03-05 report assigned -> reported\n",
     quiet},
    {"§10.21 --dated: without an issue not before the last assignment",
     "task 2018-03-01 lead=省经信委 due=2018-12-31\n"
     "2018-03-05 督查一处 reassign n to=省公安厅\n"
     "2018-03-06 督查一处 report n e=a for=省公安厅 dated=2018-03-04\n"
     "2018-03-06 督查一处 report n e=a for=省公安厅 dated=2018-03-05\n",
     "2018-03-05 reassign assigned\n"
     "2018-03-06 report: argument\n"
     "2018-03-06 report assigned -> reported\n",
     quiet},
    {"§10.21 --dated: nor before the cycle's first day",
     "task 2018-05-20 lead=省经信委 ongoing issued=2018-01-10\n"
     "2018-07-06 督查一处 report n e=a for=省经信委 dated=2018-06-30\n"
     "2018-07-06 督查一处 report n e=a for=省经信委 dated=2018-07-01\n",
     "2018-07-06 report: argument\n"
     "2018-07-06 report assigned -> reported\n",
     quiet},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(steps_tests)
BOOST_DATA_TEST_CASE(do_what_the_design_says, boost::unit_test::data::make(steps), story) {
  check(story);
}
BOOST_AUTO_TEST_SUITE_END()
