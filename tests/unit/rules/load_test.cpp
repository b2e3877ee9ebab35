#include "rules/load.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "tests/unit/rules/picture.hpp"
#include "text/caret.hpp"

using namespace duban;

namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Errors as people read them, or the picture of what was read.
std::string load(std::string_view text, const std::string& file) {
  const Checked<Rules> rules = load_rules(text, file);
  if (rules) return tests::picture(*rules);
  std::string out;
  for (const Error& error : rules.error()) out += with_caret(error);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(load_rules_tests)

BOOST_AUTO_TEST_CASE(tells_the_time_zone_without_reading_the_rest) {
  for (const char* name : {"county", "default", "strict", "three-colour"}) {
    const std::string text = file_text(std::string(DUBAN_SOURCE "/config/rules/") + name + ".yaml");
    BOOST_TEST(timezone_in(text).value() == load_rules(text, name).value().timezone);
  }
}

BOOST_AUTO_TEST_CASE(reads_the_shipped_file) {
  const std::string text = file_text(DUBAN_SOURCE "/config/rules/default.yaml");
  BOOST_TEST(load(text, "default.yaml") == R"(default version 1 Asia/Shanghai cn from default.yaml
  start by=[lead]@35
  progress by=[lead]@36 note=yes@36
  contribute by=[co]@37 any=[note evidence]@37
  excuse by=[coordinator]@55 forbid=[lead co]@55 note=yes@55
  report by=[lead]@39 note=yes@40 evidence=1@40 contributions=all@40 groups=any@40 without=yes@40
  withdraw by=[lead]@41 note=yes@41
  verify by=[coordinator]@52 forbid=[lead reporter]@52 note=yes@52
    cites=[《政府督查工作条例》第十八条]@52
  return by=[coordinator]@53 note=yes@53
  request-extension by=[lead]@43 in=[assigned in_progress]@44 note=yes@45 limit=2@46
  grant-extension by=[coordinator]@56 forbid=[lead requester]@56 note=yes@56
  deny-extension by=[coordinator]@57 forbid=[lead requester]@57 note=yes@57
  amend by=[coordinator]@58 forbid=[lead]@58 note=yes@58
  reassign by=[coordinator]@59 forbid=[lead]@59 note=yes@59
  suspend by=[coordinator]@60 forbid=[lead]@60 note=yes@60 max=120wd@60
  resume by=[coordinator]@61 forbid=[lead]@61
  miss by=[coordinator]@62 forbid=[lead]@62 note=yes@62
  reopen by=[coordinator]@63 forbid=[lead]@63 note=yes@63
  conclude by=[coordinator]@54 forbid=[lead reporter]@54 note=yes@54
  cancel by=[coordinator]@64 forbid=[lead]@64 note=yes@64
  strike by=[coordinator]@65 forbid=[lead]@65 note=yes@65
  undo by=[coordinator]@66 forbid=[lead]@66 note=yes@66
  remark by=[lead co coordinator]@47 note=yes@47
  deadlines every=half-year@73 grace=10d@73 moves_due=calendar-days@76 warning=30d@78
  rung unstarted@94 at=assigned+10wd@94 in=[assigned]@94 level=1@94
    name=迟迟不签收@95 notify=[lead coordinator]@94 every=10wd@95 times=5@95
  rung silent@97 at=heard+3mo@97 in=[in_progress]@97 level=1@97
    name=久无进展@98 notify=[lead coordinator]@97 every=1mo@98 times=12@98
  rung remind-30@100 at=due-30d@100 in=[assigned in_progress]@100 level=0@100
    name=到期前三十日提醒@101 notify=[lead missing]@101
  rung owing@102 at=due-10wd@102 in=[assigned in_progress]@102 level=0@102
    name=协办未反馈@103 notify=[missing lead]@103 when_missing=yes@103
  rung remind-5@104 at=due-5wd@104 in=[assigned in_progress]@104 level=0@104
    name=临期提醒@105 notify=[lead missing]@105
  rung overdue@107 at=due+1d@107 in=[overdue]@107 level=1@107
    name=逾期催办@108 notify=[lead missing coordinator]@108
  rung overdue-10@109 at=due+10wd@109 in=[overdue]@109 level=2@109
    name=逾期督办@110 notify=[lead coordinator]@109
  rung circular@111 at=due+30wd@111 in=[overdue]@111 level=3@111
    name=建议通报@112 notify=[lead superior coordinator]@112 every=1mo@112 times=12@112
    cites=[《政府督查工作条例》第二十一条]@111
  rung unverified@114 at=reported+15wd@114 in=[reported]@114 level=1@114
    name=报结未核验@115 notify=[coordinator]@114 every=10wd@115 times=3@115
  rung undecided@116 at=requested+5wd@116 in=[assigned in_progress overdue]@116 level=1@116
    name=延期申请未答复@117 notify=[coordinator]@117
override@126 ongoing=yes
  rung silent@127 off=yes@127
)");
}

BOOST_AUTO_TEST_CASE(reads_all_that_an_override_can_set) {
  const std::string text = R"(rules: r
version: 3
timezone: Europe/Berlin
calendar: cn
transitions:
  start: { by: [lead] }
escalations:
  - { id: a, at: due, in: [overdue], level: 0, notify: [lead, "省安监局"] }
overrides:
  - match:
      plan: hn135
      part: "1"
      section: ["1.3", "2"]
      task: [hn135/1.3.11, 1.3.11, "11"]
      lead: 省安监局
      co: [省公安厅, '2018']
    transitions:
      start: null
      verify: { by: [coordinator, admin], forbid: [] }
      suspend: { by: [coordinator], max: 2w }
    deadlines:
      ongoing: { every: month, grace: 0d }
      suspension: { moves_due: none }
      warning: 1mo
    escalations:
      a:
        at: entered+2w
        repeat: { every: 1w, times: 3 }
        when: missing
)";
  BOOST_TEST(load(text, "r") == R"(r version 3 Europe/Berlin cn from r
  start by=[lead]@6
  rung a@8 at=due+0d@8 in=[overdue]@8 level=0@8
    notify=[lead 省安监局]@8
override@10 plan=[hn135] part=[1] section=[1.3 2] task=[hn135/1.3.11 1.3.11 11])"
                                R"( lead=[省安监局] co=[省公安厅 2018]
  start off=yes@18
  verify off=no@19 by=[coordinator admin]@19 forbid=[]@19
  suspend off=no@20 by=[coordinator]@20 max=14d@20
  deadlines every=month@22 grace=0d@22 moves_due=none@23 warning=1mo@24
  rung a@26 off=no@26 at=entered+14d@27
    every=7d@28 times=3@28 when_missing=yes@29
)");
}

BOOST_AUTO_TEST_CASE(reads_sheets_urgency_and_what_rules_rest_on) {
  const std::string text = R"(rules: r
version: 1
timezone: Asia/Shanghai
calendar: cn
storm: 20
cites: [甲, 乙]
transitions:
  start: { by: [lead], cites: 《政府督查工作条例》第十八条 }
escalations:
  - { id: blue, at: due - 5wd, in: [assigned], level: 0, notify: [lead] }
  - { id: b)c, at: "raised( blue )+5 wd", in: [assigned], level: 0, notify: [lead], cites: [丙] }
  - { id: red, at: raised(b)c), in: [assigned], level: 1, notify: [lead] }
overrides:
  - match: { urgent: true }
    cites: 丁
    escalations: { red: { at: raised(blue) + 1mo, cites: 戊 } }
)";
  BOOST_TEST(load(text, "r") == R"(r version 1 Asia/Shanghai cn from r storm=20@5 cites=[甲 乙]@6
  start by=[lead]@8
    cites=[《政府督查工作条例》第十八条]@8
  rung blue@10 at=due-5wd@10 in=[assigned]@10 level=0@10
    notify=[lead]@10
  rung b)c@11 at=raised(blue)+5wd@11 in=[assigned]@11 level=0@11
    notify=[lead]@11
    cites=[丙]@11
  rung red@12 at=raised(b)c)+0d@12 in=[assigned]@12 level=1@12
    notify=[lead]@12
override@14 urgent=yes cites=[丁]@15
  rung red@16 off=no@16 at=raised(blue)+1mo@16
    cites=[戊]@16
)");
}

BOOST_AUTO_TEST_CASE(tells_all_six_errors_of_a_file_in_its_order) {
  const std::string text = R"(rules: 示例
version: 1
timezone: Asia/Shanghi
calendar: cn

transitions:
  start:  { by: [lead] }
  report:
    by: [ laed ]
    in: [ asigned, in_progress ]
    require: { note: true, evidenc: 1 }
  deadline: { by: [scheduler] }

escalations:
  - { id: 逾期, at: duu + 1d, in: [overdue], level: 1, notify: [lead, coordinator] }
)";
  BOOST_TEST(
      load(text, "rules.yaml") ==
      R"(rules.yaml:3:11: error: unknown time zone 'Asia/Shanghi'; names are such as Asia/Shanghai
  3 | timezone: Asia/Shanghi
    |           ^~~~~~~~~~~~
rules.yaml:9:11: error: unknown role 'laed'; did you mean 'lead'?
  9 |     by: [ laed ]
    |           ^~~~
rules.yaml:10:11: error: unknown state 'asigned'; did you mean 'assigned'?
  10 |     in: [ asigned, in_progress ]
     |           ^~~~~~~
rules.yaml:11:28: error: unknown key 'evidenc'; did you mean 'evidence'?
  11 |     require: { note: true, evidenc: 1 }
     |                            ^~~~~~~
rules.yaml:12:3: error: 'deadline' is the scheduler's own and is never listed
  12 |   deadline: { by: [scheduler] }
     |   ^~~~~~~~
rules.yaml:15:19: error: unknown anchor 'duu'; did you mean 'due'?
  15 |   - { id: 逾期, at: duu + 1d, in: [overdue], level: 1, notify: [lead, coordinator] }
     |                     ^~~
)");
}

BOOST_AUTO_TEST_CASE(takes_sections_whose_lines_are_all_commented_out) {
  BOOST_TEST(tests::problems_of(tests::right_start + "deadlines:\nescalations:\noverrides:\n") ==
             "no problem");
}

BOOST_AUTO_TEST_SUITE_END()
