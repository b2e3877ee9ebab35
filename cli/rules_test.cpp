// `duban rules test`: the scenarios of rule authors.
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/compiler.hpp"
#include "cli/failure.hpp"
#include "cli/rule_text.hpp"
#include "cli/workspace.hpp"
#include "intake/calendar_file.hpp"
#include "intake/directory_file.hpp"
#include "rehearsal/scenario_run.hpp"
#include "rules/load.hpp"
#include "text/caret.hpp"

namespace duban {
namespace {
namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> files;
  std::string rules;
  bool coverage = false;
};

/// What a file of scenarios is played under.
struct Ground {
  std::string rules;  ///< the rule file's path, for messages
  BasisTexts texts;
  DirectoryFile people;
};

tl::unexpected<Errors> one(Error error) { return tl::unexpected(Errors{std::move(error)}); }

/// A path as it stands in `file`, or the shipped one.
Result<fs::path> path_of(const ScenarioFile& file, const std::string& path,
                         const fs::path& shipped) {
  if (!path.empty()) return fs::path(file.file).parent_path() / path;
  DUBAN_TRY(const fs::path config, shipped_config());
  return config / shipped;
}

/// The rule file that the scenarios name, or the one to play them under instead.
Result<RuleText> rules_of(const ScenarioFile& file, const Options& options) {
  if (!options.rules.empty()) return rule_text(options.rules);
  const fs::path path = (fs::path(file.file).parent_path() / file.rules).lexically_normal();
  DUBAN_TRY(std::string text, read_text(path));
  return RuleText{path.string(), std::move(text)};
}

Checked<Ground> ground_of(const ScenarioFile& file, const Options& options) {
  Ground ground;
  Result<RuleText> given = rules_of(file, options);
  if (!given) return one(given.error());
  ground.rules = given->file;
  const Checked<Rules> rules = load_rules(given->text, ground.rules);
  if (!rules) return tl::make_unexpected(rules.error());
  ground.texts.rules = std::move(given->text);

  const Result<fs::path> years =
      path_of(file, file.calendar, fs::path("calendars") / rules->calendar);
  if (!years) return one(years.error());
  const Checked<Calendar> calendar = read_calendar(*years);
  if (!calendar) return tl::make_unexpected(calendar.error());
  ground.texts.calendar = calendar->text();

  const Result<fs::path> people = path_of(file, file.directory, "departments/hunan.yaml");
  if (!people) return one(people.error());
  const Result<std::string> text = read_text(*people);
  if (!text) return one(text.error());
  Checked<DirectoryFile> directory = load_directory(*text, people->string());
  if (!directory) return tl::make_unexpected(directory.error());
  ground.texts.directory = directory->directory.text();
  ground.people = std::move(*directory);
  return ground;
}

struct Tested {
  ScenarioFile file;
  std::string rules;
  ScenarioReport report;
};

Checked<Tested> test_file(const std::string& path, const Options& options) {
  const Result<std::string> text = read_text(path);
  if (!text) return one(text.error());
  Checked<ScenarioFile> file = load_scenarios(*text, path);
  if (!file) return tl::make_unexpected(file.error());
  Checked<Ground> ground = ground_of(*file, options);
  if (!ground) return tl::make_unexpected(ground.error());
  Compiler compiler(ground->rules);
  auto report = run_scenarios(*file, *text, ground->texts, ground->people, compiler);
  if (!report) return tl::make_unexpected(report.error());
  return Tested{std::move(*file), ground->rules, std::move(*report)};
}

std::string plain(const Value& value) {
  if (value.is_null()) return "-";
  return value.text() ? *value.text() : canonical(value);
}

/// What one list has and the other lacks: "overdue, overdue-10".
std::string beyond(const Value& list, const Value& other) {
  std::string names;
  for (const Value& item : *list.array()) {
    const auto& rest = *other.array();
    if (std::find(rest.begin(), rest.end(), item) == rest.end())
      names += (names.empty() ? "" : ", ") + plain(item);
  }
  return names;
}

void print_failure(Context& context, const ScenarioFailure& failure) {
  const Lang lang = context.lang;
  const auto line = [&](const char* what, const std::string& value) {
    context.out << "  " << say(lang, what, {{"value", shown(value)}}) << '\n';
  };
  context.out << shown(to_text(failure.where)) << ": "
              << say(lang, "scenario '{name}', {at}: '{what}' is not as expected",
                     {{"name", shown(failure.scenario)},
                      {"at", shown(failure.at)},
                      {"what", shown(failure.what)}})
              << '\n';
  const bool passed = failure.got.is_null() && failure.what.starts_with("refused");
  if (failure.expected.is_null() && failure.refusal) {
    line("expected: it passes", "");
  } else {
    line("expected: {value}", plain(failure.expected));
  }
  if (passed) {
    line("got:      it passed", "");
  } else if (!failure.got.is_null() || !failure.refusal) {
    line("got:      {value}", plain(failure.got));
  }
  if (failure.expected.array() && failure.got.array()) {
    const std::string lacking = beyond(failure.expected, failure.got);
    const std::string surplus = beyond(failure.got, failure.expected);
    if (!lacking.empty()) line("lacking:  {value}", lacking);
    if (!surplus.empty()) line("surplus:  {value}", surplus);
  }
  if (failure.refusal) line("refused:  {value}", sentence(lang, *failure.refusal));
}

std::vector<RulePoint> untouched(const ScenarioReport& report) {
  std::vector<RulePoint> points = report.points;
  std::erase_if(points, [](const RulePoint& point) { return point.touched; });
  return points;
}

void print_coverage(Context& context, const Tested& tested, bool list) {
  const Lang lang = context.lang;
  const std::vector<RulePoint> left = untouched(tested.report);
  const std::size_t all = tested.report.points.size();
  context.out << say(lang,
                     "{rules}: {touched} of {all} transitions, refusals, rungs and overrides "
                     "touched",
                     {{"rules", shown(tested.rules)},
                      {"touched", std::to_string(all - left.size())},
                      {"all", std::to_string(all)}});
  context.out << (left.empty() || list ? "" : say(lang, "; --coverage lists the others")) << '\n';
  if (!list) return;
  for (const RulePoint& point : left) {
    context.out << "  " << shown(to_text(Place{tested.rules, point.line, 0})) << ": "
                << say(lang, to_text(point.kind)) << ' ' << shown(point.name) << '\n';
  }
}

void print_tested(Context& context, const Tested& tested, bool list) {
  for (const ScenarioFailure& failure : tested.report.failures) print_failure(context, failure);
  std::vector<std::string> failed;
  for (const ScenarioFailure& failure : tested.report.failures) {
    if (failed.empty() || failed.back() != failure.scenario) failed.push_back(failure.scenario);
  }
  const Values values{{"file", shown(tested.file.file)},
                      {"failed", std::to_string(failed.size())},
                      {"count", std::to_string(tested.report.scenarios)}};
  context.out << (failed.empty()
                      ? say(context.lang, "{file}: {count} scenarios, each as it should be", values)
                      : say(context.lang, "{file}: {failed} of {count} scenarios failed", values))
              << '\n';
  print_coverage(context, tested, list);
}

Value json_of(Lang lang, const ScenarioFailure& failure) {
  Value value;
  value.set("scenario", failure.scenario);
  value.set("at", failure.at);
  value.set("what", failure.what);
  value.set("expected", failure.expected);
  value.set("got", failure.got);
  value.set("where", to_text(failure.where));
  value.set("refusal", failure.refusal ? duban::json_of(lang, *failure.refusal) : Value());
  return value;
}

Value json_of(Lang lang, const Tested& tested) {
  Value value;
  value.set("file", tested.file.file);
  value.set("rules", tested.rules);
  value.set("scenarios", static_cast<std::int64_t>(tested.report.scenarios));
  Value failures = Value::Array{};
  for (const ScenarioFailure& failure : tested.report.failures)
    failures.push(json_of(lang, failure));
  value.set("failures", std::move(failures));
  Value left = Value::Array{};
  for (const RulePoint& point : untouched(tested.report)) {
    left.push(Value::Object{{"kind", to_text(point.kind)},
                            {"name", point.name},
                            {"line", static_cast<std::int64_t>(point.line)}});
  }
  value.set("coverage",
            Value::Object{{"points", static_cast<std::int64_t>(tested.report.points.size())},
                          {"untouched", std::move(left)}});
  return value;
}

Result<int> test(Context& context, const Options& options) {
  int status = 0;
  Value files = Value::Array{};
  for (const std::string& path : options.files) {
    const Checked<Tested> tested = test_file(path, options);
    if (!tested) {
      status = std::max(status, fail(context, tested.error()));
      continue;
    }
    const bool full = untouched(tested->report).empty() || !options.coverage;
    if (!tested->report.failures.empty() || !full) status = std::max(status, 1);
    if (context.format == Format::json) {
      files.push(json_of(context.lang, *tested));
    } else if (context.format == Format::jsonl) {
      print_json(context, json_of(context.lang, *tested));
    } else {
      print_tested(context, *tested, options.coverage);
    }
  }
  if (context.format == Format::json) print_json(context, Value::Object{{"files", files}});
  return status;
}

}  // namespace

void add_rules_test(CLI::App& rules, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(
      rules, "test", "play the scenarios of rule authors: what must be true on which day",
      "duban rules test config/rules/default.test.yaml\n"
      "duban rules test my.test.yaml --coverage --lang zh\n"
      "duban rules test default.test.yaml --rules new.yaml");
  arguments(command, "FILE", options->files, "files of scenarios, such as default.test.yaml");
  option(command, "--rules", options->rules, "play them under these rules instead of their own",
         "FILE");
  flag(command, "--coverage", options->coverage,
       "list what of the rules no scenario touches, and fail if there is any");
  runs(command, context, [&context, options] { return test(context, *options); });
}

}  // namespace duban
