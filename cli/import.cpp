// Import of a plan from its document.
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/workspace.hpp"
#include "intake/plan_reader.hpp"
#include "text/caret.hpp"

namespace duban {
namespace {

struct Options {
  std::string file;
  std::string plan;
  std::string issued;
  std::string ends;
  bool dry_run = false;
};

class Opener : public PlanOpener {
 public:
  Checked<std::unique_ptr<PlanSource>> open(const std::string& path, const Directory& directory,
                                            std::optional<Date> issued) override {
    Result<std::unique_ptr<PlanSource>> source = intake::open_plan(path, directory, issued);
    if (!source) return tl::make_unexpected(Errors{std::move(source).error()});
    return std::move(*source);
  }
};

std::string number(std::int64_t n) { return std::to_string(n); }

/// "2017: 2, 2018: 13"
std::string years(const ImportReceipt& receipt) {
  std::string list;
  for (const auto& [year, count] : receipt.due_years) {
    list += (list.empty() ? "" : ", ") + number(year) + ": " + number(count);
  }
  return list;
}

void print_counts(Context& context, const Options& options, const ImportReceipt& receipt) {
  const Lang lang = context.lang;
  const PlanSummary& summary = receipt.summary;
  if (receipt.unchanged) {
    context.out << say(lang, "plan {plan} is there already, the same: nothing has changed",
                       {{"plan", options.plan}})
                << '\n';
    return;
  }
  context.out << say(lang,
                     "{plan}: {tasks} tasks in {parts} parts and {sections} sections; {mentions} "
                     "departments named, {leads} of them as lead",
                     {{"plan", options.plan},
                      {"tasks", number(summary.tasks)},
                      {"parts", number(summary.parts)},
                      {"sections", number(summary.sections)},
                      {"mentions", number(summary.mentions)},
                      {"leads", number(summary.tasks)}})
              << '\n';
  context.out << say(lang, "{ongoing} ongoing", {{"ongoing", number(receipt.ongoing)}});
  if (!receipt.due_years.empty()) {
    context.out << say(lang, "; due {years}", {{"years", years(receipt)}});
  }
  context.out << '\n';
  if (options.dry_run) context.out << say(lang, "(dry run: nothing is written)") << '\n';
}

void print_doubts(Context& context, const ImportReceipt& receipt) {
  const Lang lang = context.lang;
  const PlanSummary& summary = receipt.summary;
  if (!summary.doubts.empty()) {
    context.out << '\n'
                << say(lang, "Read with doubt, please look ({count}):",
                       {{"count", std::to_string(summary.doubts_total)}})
                << '\n';
    for (const Doubt& doubt : summary.doubts) {
      context.out << "  " << shown(place_words(lang, to_text(doubt.place))) << ": "
                  << shown(say(lang, doubt.message)) << '\n';
    }
  }
  if (!summary.unregistered.empty()) {
    context.out << '\n' << say(lang, "Names outside the directory (名录外):") << '\n';
    for (const std::string& name : summary.unregistered) {
      context.out << "  " << shown(name) << '\n';
    }
  }
  if (!receipt.unverifiable.empty()) {
    context.out << '\n'
                << say(lang, "Tasks that nobody in the directory may verify ({count}):",
                       {{"count", std::to_string(receipt.unverifiable.size())}})
                << '\n';
    for (const TaskKey& key : receipt.unverifiable) context.out << "  " << to_text(key) << '\n';
  }
}

std::string due_text(Lang lang, const Deadline& deadline) {
  if (!deadline.ongoing) return to_text(deadline.due);
  return deadline.every ? word(lang, *deadline.every) : say(lang, "ongoing");
}

Value json_of(const PlanRow& row) {
  Value value;
  value.set("task", to_text(row.key));
  value.set("part_title", row.part_title);
  value.set("section_title", row.section_title);
  value.set("content", row.content);
  value.set("lead", row.lead);
  value.set("co", Value::Array(row.co.begin(), row.co.end()));
  value.set("ongoing", row.deadline.ongoing);
  value.set("due", row.deadline.ongoing ? Value() : Value(to_text(row.deadline.due)));
  value.set("deadline", row.deadline_text);
  return value;
}

void print_rows(Context& context, const std::vector<PlanRow>& rows) {
  const Lang lang = context.lang;
  Answer answer(context, {{"task", ColumnKind::key},
                          {"due", ColumnKind::date},
                          {"deadline in the document", ColumnKind::text},
                          {"lead", ColumnKind::name},
                          {"co", ColumnKind::name},
                          {"title", ColumnKind::text}});
  for (const PlanRow& row : rows) {
    answer.add(
        [&]() -> std::vector<Cell> {
          return {to_text(row.key), due_text(lang, row.deadline), row.deadline_text,
                  row.lead,         joined(lang, row.co),         title_of(row.content)};
        },
        [&] { return json_of(row); });
  }
  answer.finish("no tasks");
}

Value json_of(Lang lang, const Options& options, const ImportReceipt& receipt) {
  const PlanSummary& summary = receipt.summary;
  Value value;
  value.set("plan", options.plan);
  value.set("unchanged", receipt.unchanged);
  value.set("dry_run", options.dry_run);
  value.set("title", summary.title);
  value.set("parts", summary.parts);
  value.set("sections", summary.sections);
  value.set("tasks", summary.tasks);
  value.set("ongoing", receipt.ongoing);
  value.set("mentions", summary.mentions);
  Value due = Value::Object{};
  for (const auto& [year, count] : receipt.due_years) due.set(number(year), count);
  value.set("due", std::move(due));
  Value doubts = Value::Array{};
  for (const Doubt& doubt : summary.doubts) {
    doubts.push(Value::Object{{"at", to_text(doubt.place)}, {"message", say(lang, doubt.message)}});
  }
  value.set("doubts", std::move(doubts));
  value.set("unregistered", Value::Array(summary.unregistered.begin(), summary.unregistered.end()));
  Value unverifiable = Value::Array{};
  for (const TaskKey& key : receipt.unverifiable) unverifiable.push(to_text(key));
  value.set("unverifiable", std::move(unverifiable));
  if (options.dry_run) {
    Value rows = Value::Array{};
    for (const PlanRow& row : receipt.rows) rows.push(json_of(row));
    value.set("rows", std::move(rows));
  }
  return value;
}

Result<int> import(Context& context, const Options& options) {
  ImportRequest request;
  request.plan = options.plan;
  request.path = options.file;
  request.dry_run = options.dry_run;
  DUBAN_TRY(request.issued, date_option("--issued", options.issued));
  DUBAN_TRY(request.ends, date_option("--ends", options.ends));
  DUBAN_TRY(const World world, duban::world(context));
  // Before it is read: what is wrong with a secret paper would be told in its words.
  DUBAN_TRY(context.workspace->vault->pass(options.file));
  Opener opener;
  Checked<ImportReceipt> receipt = import_plan(world, opener, request);
  if (!receipt) return fail(context, receipt.error());
  for (Doubt& doubt : context.workspace->vault->take_doubts()) {
    receipt->summary.doubts.push_back(std::move(doubt));
    ++receipt->summary.doubts_total;
  }
  if (!options.dry_run) context.settled = 0;
  if (context.json()) {
    print_json(context, json_of(context.lang, options, *receipt));
    return 0;
  }
  if (options.dry_run && !receipt->unchanged) {
    print_rows(context, receipt->rows);
    if (context.format == Format::csv) return 0;
    context.out << '\n';
  }
  print_counts(context, options, *receipt);
  if (!receipt->unchanged) print_doubts(context, *receipt);
  return 0;
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(app, "import", "import a plan from its document (导入台账)",
                                  "duban import plan.docx --plan hn135 --issued 2017-01-10\n"
                                  "duban import plan.docx --plan hn135 --dry-run");
  argument(command, "FILE", options->file, "a .docx, .xlsx, .csv, .tsv, .txt or .html");
  required_option(command, "--plan", options->plan, "its id from now on, such as hn135", "ID");
  option(command, "--issued", options->issued, "the day of the document, whose year deadlines take",
         "DATE");
  option(command, "--ends", options->ends, "the last cycle of ongoing tasks is the one of this day",
         "DATE");
  flag(command, "--dry-run", options->dry_run,
       "show the plan as it would be, and every doubtful cell; write nothing");
  runs(command, context, [&context, options] { return import(context, *options); });
}

}  // namespace duban
