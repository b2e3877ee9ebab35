// plan check: the gaps through which work falls, of a document or of a plan that was imported.
#include "cli/plan_check.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/read_common.hpp"
#include "cli/workspace.hpp"
#include "engine/operations/keeping.hpp"
#include "intake/calendar_file.hpp"
#include "intake/plan_reader.hpp"

namespace duban {
namespace {

using intake::LintFinding;
using intake::Severity;

struct Options {
  std::string target;
  std::string issued;
  std::string format = "table";
};

/// What a check found, and in which file.
struct Gaps {
  std::vector<LintFinding> findings;
  std::size_t total = 0;
  std::int64_t tasks = 0;
  std::string file;
};

std::array<std::size_t, 3> counted(const std::vector<LintFinding>& findings) {
  std::array<std::size_t, 3> counts{};
  for (const LintFinding& finding : findings) ++counts[static_cast<std::size_t>(finding.severity)];
  return counts;
}

std::string severity_word(Lang lang, Severity severity) {
  switch (severity) {
    case Severity::note:
      return say(lang, "hint");
    case Severity::warning:
      return say(lang, "warning");
    case Severity::error:
      return say(lang, "error");
  }
  DUBAN_ASSERT(false);
}

/// How many tasks each office has closed, by canonical name.
Result<std::map<std::string, std::int64_t>> closed_tasks(Reading& reading) {
  std::map<std::string, std::int64_t> closed;
  DUBAN_TRY(reading.view().each_task({}, [&](Task& task) -> Result<bool> {
    if (task.state == TaskState::verified) ++closed[reading.basis().directory.canonical(task.lead)];
    return true;
  }));
  return closed;
}

PlanRow row_of(const Task& task, const TaskText& text, const std::string& file) {
  PlanRow row;
  row.key = task.key;
  row.titles = text.titles;
  row.content = text.content;
  row.lead = task.lead;
  row.co = task.co;
  row.deadline.ongoing = task.ongoing;
  row.deadline.every = task.every;
  row.deadline.day = task.schedule.day;
  row.deadline.ends = task.schedule.ends;
  row.deadline.stages = task.schedule.stages;
  row.deadline.then_ongoing = task.schedule.then_ongoing;
  if (!task.ongoing) row.deadline.due = task.due();
  row.deadline_text = text.deadline;
  row.urgent = task.urgent;
  row.place.file = file;
  return row;
}

Checked<Gaps> check_document(const Options& options, intake::LintBasis& against, const Zone* zone) {
  const auto one = [](Error error) { return tl::make_unexpected(Errors{std::move(error)}); };
  intake::PlanOptions read;
  read.deadlines.issued = against.issued;
  read.deadlines.calendar = &against.calendar;
  read.deadlines.zone = zone;
  auto source = intake::open_plan(options.target, against.directory, std::move(read));
  if (!source) return one(std::move(source).error());
  Gaps gaps;
  gaps.file = options.target;
  against.issued = (*source)->issued();
  intake::Lint lint(against);
  const auto summary = (*source)->read([&](const PlanRow& row) -> Status {
    lint.add(row);
    return {};
  });
  if (!summary) return tl::make_unexpected(summary.error());
  lint.add(*summary);
  gaps.findings = lint.finish();
  gaps.total = lint.total();
  gaps.tasks = lint.tasks();
  return gaps;
}

/// A document where there is no workspace yet: by the shipped calendar, and with no directory.
Checked<Gaps> check_alone(const Options& options, const intake::LintWords& words,
                          std::optional<Date> issued) {
  const auto one = [](Error error) { return tl::make_unexpected(Errors{std::move(error)}); };
  const auto config = shipped_config();
  if (!config) return one(config.error());
  const Checked<Calendar> calendar = read_calendar(*config / "calendars" / "cn");
  if (!calendar) return tl::make_unexpected(calendar.error());
  const Directory nobody;
  intake::LintBasis against{nobody, *calendar, words};
  against.issued = issued;
  against.any_name = true;
  return check_document(options, against, nullptr);
}

Checked<Gaps> check(Context& context, const Options& options) {
  const auto one = [](Error error) { return tl::make_unexpected(Errors{std::move(error)}); };
  auto issued = date_option("--issued", options.issued);
  if (!issued) return one(std::move(issued).error());
  auto words = lint_words();
  if (!words) return tl::make_unexpected(std::move(words).error());
  auto opened = duban::reading(context);
  if (!opened) {
    std::error_code ec;
    const bool alone = opened.error().code == Errc::not_found && context.directory.empty() &&
                       std::filesystem::is_regular_file(options.target, ec);
    if (alone) return check_alone(options, *words, *issued);
    return one(std::move(opened).error());
  }
  Reading& reading = **opened;
  const Basis& basis = reading.basis();
  auto closed = closed_tasks(reading);
  if (!closed) return one(std::move(closed).error());

  intake::LintBasis against{basis.directory, basis.calendar, *words};
  against.issued = *issued;
  against.closed = std::move(*closed);
  against.may_be_verified = [&](const PlanRow& row) {
    return can_be_verified(row, basis, reading.people());
  };
  Gaps gaps;
  if (const auto plan = find_plan(reading, options.target)) {
    if (!against.issued) against.issued = (*plan)->issued;
    gaps.file = (*plan)->file;
    intake::Lint lint(against);
    TaskQuery query;
    query.plan = options.target;
    const Status read = reading.view().each_task(query, [&](Task& task) -> Result<bool> {
      if (task.state == TaskState::cancelled) return true;
      DUBAN_TRY(const TaskText text, reading.text(task.key));
      lint.add(row_of(task, text, {}));
      return true;
    });
    if (!read) return one(read.error());
    gaps.findings = lint.finish();
    gaps.total = lint.total();
    gaps.tasks = lint.tasks();
    return gaps;
  }
  return check_document(options, against, &basis.zone);
}

Value json_of(Lang lang, const LintFinding& finding) {
  const intake::LintCheck& check = intake::lint_check(finding.check);
  Value value;
  value.set("check", std::string(finding.check));
  value.set("severity", std::string(to_text(finding.severity)));
  value.set("at", finding.place);
  value.set("task", finding.task);
  value.set("message", say(lang, finding.message));
  value.set("why", say(lang, check.why));
  value.set("mend", say(lang, check.mend));
  return value;
}

Value json_of(Lang lang, const Gaps& gaps) {
  const auto counts = counted(gaps.findings);
  Value list = Value::Array{};
  for (const LintFinding& finding : gaps.findings) list.push(json_of(lang, finding));
  Value value;
  value.set("file", gaps.file);
  value.set("tasks", gaps.tasks);
  value.set("errors", static_cast<std::int64_t>(counts[2]));
  value.set("warnings", static_cast<std::int64_t>(counts[1]));
  value.set("notes", static_cast<std::int64_t>(counts[0]));
  value.set("findings", std::move(list));
  return value;
}

/// SARIF 2.1.0, as editors and review tools take it. Places in documents are words, so they are
/// logical locations beside the file.
Value sarif_of(Lang lang, const Gaps& gaps) {
  Value rules = Value::Array{};
  for (const intake::LintCheck& check : intake::lint_checks()) {
    rules.push(Value::Object{{"id", std::string(check.name)},
                             {"shortDescription", Value::Object{{"text", say(lang, check.why)}}},
                             {"help", Value::Object{{"text", say(lang, check.mend)}}}});
  }
  Value results = Value::Array{};
  for (const LintFinding& finding : gaps.findings) {
    Value location =
        Value::Object{{"physicalLocation",
                       Value::Object{{"artifactLocation", Value::Object{{"uri", gaps.file}}}}}};
    Value logical = Value::Array{};
    const std::string name = finding.task.empty() ? finding.place : finding.task;
    if (!name.empty()) {
      logical.push(Value::Object{{"name", name}, {"fullyQualifiedName", finding.place}});
      location.set("logicalLocations", std::move(logical));
    }
    Value locations = Value::Array{};
    locations.push(std::move(location));
    results.push(Value::Object{{"ruleId", std::string(finding.check)},
                               {"level", std::string(to_text(finding.severity))},
                               {"message", Value::Object{{"text", say(lang, finding.message)}}},
                               {"locations", std::move(locations)}});
  }
  Value driver = Value::Object{{"name", "duban"}, {"rules", std::move(rules)}};
  Value run = Value::Object{{"tool", Value::Object{{"driver", std::move(driver)}}},
                            {"results", std::move(results)}};
  Value runs = Value::Array{};
  runs.push(std::move(run));
  return Value::Object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", std::move(runs)}};
}

void print(Context& context, const Gaps& gaps) {
  const Lang lang = context.lang;
  const std::string_view then = lang == Lang::zh ? "；" : "; ";
  std::string_view told;
  for (const LintFinding& finding : gaps.findings) {
    std::string at = place_words(lang, finding.place);
    if (!finding.task.empty()) at += (at.empty() ? "" : ", ") + finding.task;
    context.out << (at.empty() ? shown(gaps.file) : shown(at)) << colon(lang)
                << severity_word(lang, finding.severity) << colon(lang)
                << shown(say(lang, finding.message)) << " [" << finding.check << "]\n";
    if (told == finding.check) continue;  // once where many of a kind follow each other
    told = finding.check;
    const intake::LintCheck& check = intake::lint_check(finding.check);
    context.out << "  " << say(lang, check.why) << then << say(lang, check.mend) << '\n';
  }
  if (gaps.total > gaps.findings.size()) {
    context.out << say(lang, "and {count} more",
                       {{"count", std::to_string(gaps.total - gaps.findings.size())}})
                << '\n';
  }
  context.out << say(lang, "{count} tasks", {{"count", std::to_string(gaps.tasks)}}) << then
              << gap_counts(lang, gaps.findings) << '\n';
}

Result<int> plan_check(Context& context, const Options& options) {
  const std::string& format = options.format;
  if (format != "table" && format != "json" && format != "sarif") {
    return failed(Errc::usage, "--format of plan check takes table, json or sarif, not '{value}'",
                  {{"value", format}});
  }
  const Checked<Gaps> gaps = check(context, options);
  if (!gaps) return fail(context, gaps.error());
  if (format == "json") {
    print_json(context, json_of(context.lang, *gaps));
  } else if (format == "sarif") {
    print_json(context, sarif_of(context.lang, *gaps));
  } else {
    print(context, *gaps);
  }
  const auto counts = counted(gaps->findings);
  return counts[1] + counts[2] > 0 ? 1 : 0;
}

}  // namespace

Checked<intake::LintWords> lint_words() {
  const auto one = [](Error error) { return tl::make_unexpected(Errors{std::move(error)}); };
  const auto config = shipped_config();
  if (!config) return one(config.error());
  const auto path = *config / "lint.yaml";
  const auto text = read_text(path);
  if (!text) return one(text.error());
  return intake::parse_lint_words(*text, path.string());
}

std::string gap_counts(Lang lang, const std::vector<LintFinding>& findings) {
  const auto counts = counted(findings);
  if (findings.empty()) return say(lang, "no gaps found");
  return say(lang, "gaps: {errors} errors, {warnings} warnings, {notes} notes",
             {{"errors", std::to_string(counts[2])},
              {"warnings", std::to_string(counts[1])},
              {"notes", std::to_string(counts[0])}});
}

Value gaps_json(const std::vector<LintFinding>& findings) {
  const auto counts = counted(findings);
  return Value::Object{{"errors", static_cast<std::int64_t>(counts[2])},
                       {"warnings", static_cast<std::int64_t>(counts[1])},
                       {"notes", static_cast<std::int64_t>(counts[0])}};
}

void add_plan_check(CLI::App& plan, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(plan, "check", "name the gaps through which work falls (查漏)",
                                  "duban plan check plan.docx --issued 2026-01-05\n"
                                  "duban plan check hn135 --format sarif");
  argument(command, "ID|FILE", options->target, "a plan that was imported, or a document");
  option(command, "--issued", options->issued, "the day of the document, whose year deadlines take",
         "DATE");
  option(command, "--format", options->format, "table (if not given), json or sarif", "FORMAT");
  runs(command, context, [&context, options] { return plan_check(context, *options); });
}

}  // namespace duban
