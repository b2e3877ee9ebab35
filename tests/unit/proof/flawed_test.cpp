// Rule files with one flaw each: no miss, no false alarm, and every story is lived again.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "engine/policy/parties.hpp"
#include "rehearsal/scenario_run.hpp"
#include "tests/support/ports_in_memory.hpp"
#include "tests/unit/proof/office.hpp"

namespace duban::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* names[] = {"",         "ends",     "duties",  "heard",     "alive",
                                 "no_storm", "audience", "bounded", "answerable"};

std::vector<std::string> flawed_files() {
  std::vector<std::string> files;
  for (int property = 1; property <= property_count; ++property) {
    const fs::path folder = fs::path(DUBAN_TEST_DATA "/rules/flawed") / names[property];
    for (const auto& each : fs::directory_iterator(folder)) files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::set<std::uint32_t> marked_lines(const std::string& text) {
  std::set<std::uint32_t> lines;
  std::istringstream in(text);
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with("# <- here")) lines.insert(number);
  }
  return lines;
}

/// Whether what the flaw says is seen to be so when its story is lived.
bool is_shown(const Flaw& flaw, const proof::Told& told, const Basis& basis) {
  const Task& task = told.task;
  const proof::Story& story = *flaw.story;
  const auto last_raised = [&] {
    return !told.escalations.empty() && told.escalations.back().rung == flaw.subject;
  };
  switch (flaw.property) {
    case Property::ends:  // the last step was refused, or there was none to take
      return task.state != TaskState::verified;
    case Property::duties: {
      if (story.steps.back().refused) return true;
      const Entry& entry = told.entries.back();
      const auto recorded =
          std::find_if(told.entries.rbegin(), told.entries.rend(), [](const Entry& each) {
            return each.event == Event::report || each.event == Event::request_extension;
          });
      return entry.actor == recorded->actor ||
             basis.directory.same_house(entry.department, task.lead) ||
             is_lead(task, entry.department, basis.directory);
    }
    case Property::heard:
      if (!last_raised()) {  // silence: years at the end of the story without a loud rung
        const Instant since =
            story.steps.size() > 1 ? story.steps[story.steps.size() - 2].at : story.assigned;
        return std::none_of(told.escalations.begin(), told.escalations.end(),
                            [&](const auto& e) { return e.raised > since && e.level >= 1; });
      }
      return std::any_of(told.escalations.begin(), told.escalations.end(), [&](const auto& e) {
        return e.anchor == told.escalations.back().anchor &&
               e.level > told.escalations.back().level;
      });
    case Property::alive:
      return std::none_of(told.escalations.begin(), told.escalations.end(),
                          [&](const auto& e) { return e.rung == flaw.subject; });
    case Property::no_storm: {
      int most = 0;
      for (const Escalation& last : told.escalations) {
        most = std::max(
            most, static_cast<int>(std::count_if(told.escalations.begin(), told.escalations.end(),
                                                 [&](const Escalation& each) {
                                                   const int days =
                                                       basis.zone.date_of(last.raised) -
                                                       basis.zone.date_of(each.raised);
                                                   return days >= 0 && days < 365;
                                                 })));
      }
      return most > 60 || last_raised();
    }
    case Property::audience:
    case Property::answerable:
      return std::any_of(told.escalations.begin(), told.escalations.end(),
                         [&](const auto& e) { return e.rung == flaw.subject; });
    case Property::bounded:
      return task.dues.size() > 3 || (task.state == TaskState::suspended &&
                                      task.suspensions.back().until - task.due() > 36000);
  }
  return false;
}

/// What `rules test` says of the stories, written down and read again; "" when they all come.
std::string replayed(const Proved& proved, const std::string& rules) {
  ScenarioFile file{.file = "flaws.test.yaml",
                    .rules = "flawed.yaml",
                    .directory = {},
                    .calendar = {},
                    .scenarios = {}};
  for (const Flaw& flaw : proved.verdict.flaws) {
    if (!flaw.story || flaw.story->steps.empty()) continue;
    const std::string name = std::to_string(file.scenarios.size()) + " " + flaw.subject;
    file.scenarios.push_back(proof::to_scenario(*flaw.story, proved.basis, name));
  }
  if (file.scenarios.empty()) return {};
  const std::string text = to_yaml(file);
  const Checked<ScenarioFile> read = load_scenarios(text, file.file);
  if (!read) return to_text(read.error().front().message) + "\n" + text;
  test::PlainCompiler compiler;
  const BasisTexts texts{rules, proved.basis.calendar.text(), proved.basis.directory.text()};
  const Checked<ScenarioReport> report = run_scenarios(*read, text, texts, proved.people, compiler);
  if (!report) return to_text(report.error().front().message) + "\n" + text;
  std::string out;
  for (const ScenarioFailure& failure : report->failures) {
    out += failure.scenario + " " + failure.at + " " + failure.what + ": " +
           canonical(failure.expected) + " / " + canonical(failure.got) + "\n";
  }
  return out;
}

BOOST_AUTO_TEST_SUITE(flawed_tests)

BOOST_DATA_TEST_CASE(breaks_the_property_of_its_folder_and_no_other,
                     boost::unit_test::data::make(flawed_files()), path) {
  const std::string text = file_text(path);
  const std::string folder = fs::path(path).parent_path().filename();
  const Proved proved = prove_text(text, "flawed.yaml");
  std::set<std::uint32_t> lines;
  for (const Flaw& flaw : proved.verdict.flaws) {
    BOOST_TEST_INFO(flaw.where.line << ": " << to_text(flaw.message));
    BOOST_CHECK_EQUAL(names[static_cast<int>(flaw.property)], folder);
    lines.insert(flaw.where.line);
    if (!flaw.story) continue;
    const auto told = proof::tell(*flaw.story, proved.basis);
    if (!told) {
      BOOST_ERROR("the story fails: " << to_text(told.error().message));
      continue;
    }
    BOOST_TEST_INFO(flaw.where.line << ": " << to_text(flaw.message));
    BOOST_CHECK(is_shown(flaw, *told, proved.basis));
  }
  BOOST_TEST(lines == marked_lines(text), boost::test_tools::per_element());
  BOOST_CHECK(proved.verdict.complete());
  BOOST_CHECK_EQUAL(replayed(proved, text), "");
  if (lines != marked_lines(text)) {
    for (const Flaw& flaw : proved.verdict.flaws)
      BOOST_TEST_MESSAGE(flaw.where.line << ": " << to_text(flaw.message));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban::testing
