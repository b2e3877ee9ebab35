#include "rehearsal/scenario_run.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "tests/support/ports_in_memory.hpp"
#include "tests/support/shipped.hpp"

using namespace duban;

namespace {

DirectoryFile shipped_people(const std::string& of = "hunan") {
  auto file = load_directory(testing::file_text(DUBAN_SOURCE "/config/departments/" + of + ".yaml"),
                             of + ".yaml");
  DUBAN_ASSERT(file);
  return std::move(*file);
}

/// A line for each failure, "what: expected / got".
std::string play(const std::string& text, const std::string& rules = testing::shipped_rules(),
                 std::string* untouched = nullptr, const std::string& people = "hunan") {
  const Checked<ScenarioFile> file = load_scenarios(text, "t.test.yaml");
  if (!file) return to_text(file.error().front().message);
  test::PlainCompiler compiler;
  const Checked<ScenarioReport> report = run_scenarios(
      *file, text, testing::shipped_texts(rules, people), shipped_people(people), compiler);
  if (!report) {
    std::string errors;
    for (const Error& error : report.error())
      errors += std::to_string(error.where.line) + ": " + to_text(error.message) + "\n";
    return errors;
  }
  std::string out;
  for (const ScenarioFailure& failure : report->failures) {
    out += std::to_string(failure.where.line) + " " + failure.at + " " + failure.what + ": " +
           canonical(failure.expected) + " / " + canonical(failure.got);
    if (failure.refusal) out += " " + to_text(failure.refusal->message);
    out += "\n";
  }
  for (const RulePoint& point : report->points) {
    if (untouched && !point.touched) *untouched += point.name + " ";
  }
  return out;
}

/// One scenario of a task of 省教育厅, due 2018-06-29, assigned 2018-05-07.
std::string one(const std::string& steps) {
  return "rules: r\nscenarios:\n  - name: n\n    task: { key: p/1, lead: 省教育厅, co: [省公安厅], "
         "due: 2018-06-29 }\n    assigned: 2018-05-07\n    steps:\n" +
         steps;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(run_scenarios_tests)

BOOST_AUTO_TEST_CASE(the_shipped_scenarios_hold_and_touch_everything) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(DUBAN_SOURCE "/config/rules")) {
    const std::string path = entry.path().string();
    const std::size_t end = path.find(".test.yaml");
    if (end == path.npos) continue;
    ++files;
    BOOST_TEST_CONTEXT(path) {
      const std::string rules = testing::file_text(path.substr(0, end) + ".yaml");
      std::string untouched;
      const std::string people = path.find("county") == path.npos ? "hunan" : "county";
      BOOST_TEST(play(testing::file_text(path), rules, &untouched, people) == "");
      BOOST_TEST(untouched == "");
    }
  }
  BOOST_TEST(files > 0);
}

BOOST_AUTO_TEST_CASE(the_example_of_the_manual_holds) {
  const std::string manual = testing::file_text(DUBAN_SOURCE "/docs/rules-test.md");
  const std::size_t begin = manual.find("```yaml\n") + 8;
  BOOST_TEST(play(manual.substr(begin, manual.find("```", begin) - begin)) == "");
}

BOOST_AUTO_TEST_CASE(what_differs_is_named_with_both) {
  BOOST_TEST(play(one("      - { at: 2018-06-30, expect: { state: reported, late_days: 1, missing: "
                      "[省财政厅], raised: [overdue] } }\n")) ==
             "7 2018-06-30 state: \"reported\" / \"overdue\"\n"
             "7 2018-06-30 missing: [\"省财政厅\"] / [\"省公安厅\"]\n"
             "7 2018-06-30 raised: [\"overdue\"] / "
             "[\"unstarted\",\"remind-30\",\"unstarted/2\",\"owing\",\"unstarted/"
             "3\",\"remind-5\",\"overdue\"]\n");
}

BOOST_AUTO_TEST_CASE(a_refusal_that_nobody_expected_and_one_that_does_not_come) {
  BOOST_TEST(
      play(one("      - { at: 2018-05-08, as: 省公安厅, do: start }\n"
               "      - { at: 2018-05-08, as: 省教育厅, do: start, refused: { code: role } }\n"
               "      - { at: 2018-05-09, as: 省公安厅, do: progress, refused: { code: "
               "missing, rule: progress.note } }\n")) ==
      "7 2018-05-08 start: null / \"role\" 'start' is for the lead; 省公安厅 is not that on "
      "p/1\n"
      "8 2018-05-08 refused.code: \"role\" / null\n"
      "9 2018-05-09 refused.code: \"missing\" / \"role\" 'progress' is for the lead; "
      "省公安厅 is not that on p/1\n"
      "9 2018-05-09 refused.rule: \"progress.note\" / \"progress.by\" 'progress' is for the "
      "lead; 省公安厅 is not that on p/1\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_command_is_said_before_anything_is_played) {
  BOOST_TEST(play(one("      - { at: 2018-05-08, do: strat }\n"
                      "      - { at: 2018-05-32, do: start, duee: 2018-05-08 }\n"
                      "      - { at: 2018-06-08, do: start, partial: 1 }\n")) ==
             "7: there is no step 'strat'; did you mean 'start'?\n"
             "8: '2018-05-32' is not a date; write it as 2018-03-01\n"
             "8: there is no key 'duee'; did you mean 'due'?\n"
             "9: 'partial' takes true or false\n");
}

BOOST_AUTO_TEST_CASE(equal_names_are_equal_contents) {
  BOOST_TEST(
      play(one("      - { at: 2018-05-08, as: 省公安厅, do: contribute, evidence: [a] }\n"
               "      - { at: 2018-05-08, as: 省教育厅, do: report, note: n, evidence: [a], "
               "refused: { code: missing, missing: [evidence] } }\n"
               "      - { at: 2018-05-08, as: 省教育厅, do: report, note: n, evidence: [b] }\n")) ==
      "");
}

/// Each rule that is changed is noticed by a scenario: the shipped ones are worth something.
BOOST_AUTO_TEST_CASE(a_changed_rule_is_noticed) {
  const std::string scenarios = testing::file_text(DUBAN_SOURCE "/config/rules/default.test.yaml");
  const std::pair<const char*, const char*> changes[] = {
      {"at: due + 10wd,", "at: due + 11wd,"},
      {"limit: 2", "limit: 3"},
      {"max: 120wd", "max: 300wd"},
      {"times: 5 }", "times: 4 }"},
      {"warning: 30d", "warning: 31d"},
      {"escalations: { silent: null }", "escalations: { silent: { level: 2 } }"},
  };
  for (const auto& [from, to] : changes)
    BOOST_TEST(play(scenarios, testing::replaced(testing::shipped_rules(), from, to)) != "", from);
}

BOOST_AUTO_TEST_SUITE_END()
