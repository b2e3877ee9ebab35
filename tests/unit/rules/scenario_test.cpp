#include "rules/scenario.hpp"

#include <boost/test/unit_test.hpp>

#include "text/caret.hpp"

using namespace duban;

namespace {

constexpr const char* written = R"(rules: default-yaml
directory: "../departments/hunan.yaml"
scenarios:
  - name: 到期未报
    task: { key: "hn135/1.3.11", lead: 省交通运输厅, co: [省公安厅], due: 2018-12-31 }
    assigned: 2018-01-05
    steps:
      - { at: 2018-03-01, as: 省交通运输厅, do: report, note: "一、完成。\n\"二\"", partial: true }
      - { at: 2018-04-01, do: verify, refused: { code: missing, missing: [note] } }
      - { at: 2019-01-15, expect: { late_days: 15, raised: [], heard: { overdue: [督查] } } }
  - name: "12"
    task: { key: p/11, lead: 教育, ongoing: true, every: quarter, urgent: true, ends: 2020-12-31 }
    assigned: 2018-01-05
    steps:
      - { at: "2018-03-01T10:00:00+08:00", do: nightly, expect: { provisional: false } }
)";

std::string problems(const std::string& text) {
  const Checked<ScenarioFile> file = load_scenarios(text, "t.test.yaml");
  std::string out;
  if (!file) {
    for (const Error& error : file.error()) out += with_caret(error);
  }
  return out;
}

/// A file of one scenario with this task and these steps.
std::string file_of(const std::string& task, const std::string& steps) {
  return "rules: r\nscenarios:\n  - name: n\n    task: " + task +
         "\n    assigned: 2018-01-05\n    steps:\n" + steps;
}
const std::string good = "{ key: p/1, lead: 省教育厅, due: 2018-12-31 }";

}  // namespace

BOOST_AUTO_TEST_SUITE(load_scenarios_tests)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_and_written_the_same) {
  const Checked<ScenarioFile> file = load_scenarios(written, "t.test.yaml");
  BOOST_REQUIRE_MESSAGE(file, problems(written));
  BOOST_TEST(to_yaml(*file) == written);
  BOOST_REQUIRE(file->scenarios.size() == 2);
  BOOST_TEST(file->scenarios[0].steps[1].refused[0].spot.line == 9u);
  BOOST_TEST(to_text(file->scenarios[1].key) == "p/11");
}

BOOST_AUTO_TEST_CASE(every_problem_is_placed) {
  BOOST_TEST(problems(file_of("{ key: x, lead: a, ongoing: true, due: 2018-01-01, every: week }",
                              "      - { at: 2018-02-01 }\n"
                              "      - { at: 2018-01-01, note: x }\n"
                              "      - { at: 2018-03-01, do: start, refused: { missing: note } }\n"
                              "      - { at: 2018-03-01, expect: { state: overdu } }\n"
                              "      - { at: 2018-03-01, expect: { late_days: two } }\n"
                              "      - { at: 2018-03-01, expect: { lite: red, heard: [a] } }\n")) ==
             R"(t.test.yaml:4:11: error: a task has one of 'due', 'stages' and 'ongoing: true'
  4 |     task: { key: x, lead: a, ongoing: true, due: 2018-01-01, every: week }
    |           ^
t.test.yaml:4:18: error: 'x' is no task; write its key, such as "hn135/1.3.11"
  4 |     task: { key: x, lead: a, ongoing: true, due: 2018-01-01, every: week }
    |                  ^
t.test.yaml:4:69: error: 'every' is month, quarter, half-year or year, of an ongoing task
  4 |     task: { key: x, lead: a, ongoing: true, due: 2018-01-01, every: week }
    |                                                                     ^~~~
t.test.yaml:7:9: error: a step has 'do', 'expect' or both
  7 |       - { at: 2018-02-01 }
    |         ^
t.test.yaml:8:15: error: 2018-01-01 is before 2018-02-01; a scenario goes forward in time
  8 |       - { at: 2018-01-01, note: x }
    |               ^~~~~~~~~~
t.test.yaml:8:27: error: 'note' goes with 'do'
  8 |       - { at: 2018-01-01, note: x }
    |                           ^~~~
t.test.yaml:9:47: error: 'code' is missing
  9 |       - { at: 2018-03-01, do: start, refused: { missing: note } }
    |                                               ^
t.test.yaml:9:58: error: 'missing' takes a list of texts
  9 |       - { at: 2018-03-01, do: start, refused: { missing: note } }
    |                                                          ^~~~
t.test.yaml:10:44: error: unknown word 'overdu'; did you mean 'overdue'?
  10 |       - { at: 2018-03-01, expect: { state: overdu } }
     |                                            ^~~~~~
t.test.yaml:11:48: error: 'late_days' takes a whole number
  11 |       - { at: 2018-03-01, expect: { late_days: two } }
     |                                                ^~~
t.test.yaml:12:37: error: unknown key 'lite'; known here: state, light, late_days, )"
             "overdue_days, due, original_due, cycle, lead, co, missing, owing, waits_for, "
             R"(extensions, provisional, raised, open, heard
  12 |       - { at: 2018-03-01, expect: { lite: red, heard: [a] } }
     |                                     ^~~~
t.test.yaml:12:55: error: 'heard' takes a list of names for each rung
  12 |       - { at: 2018-03-01, expect: { lite: red, heard: [a] } }
     |                                                       ^
)");
}

BOOST_AUTO_TEST_CASE(a_twin_is_refused) {
  std::string twice = file_of(good, "      - { at: 2018-02-01, do: start }\n");
  twice += twice.substr(twice.find("  - name"));
  BOOST_TEST(
      problems(twice).starts_with("t.test.yaml:8:5: error: a scenario 'n' stands above already"));
}

BOOST_AUTO_TEST_SUITE_END()
