// Import of a plan from its document.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "intake/plan_reader.hpp"
#include "intake/review.hpp"
#include "text/caret.hpp"

namespace duban {
namespace {

struct Options {
  std::string file;
  std::string plan;
  std::string issued;
  std::string ends;
  std::string due;
  std::string review;
  std::string corrections;
  std::vector<std::string> sets;
  bool strict = false;
  bool dry_run = false;
};

class Opener : public PlanOpener {
 public:
  explicit Opener(intake::ReadOptions options) : options_(std::move(options)) {}
  Checked<std::unique_ptr<PlanSource>> open(const std::string& path, const Directory& directory,
                                            std::optional<Date> issued) override {
    intake::ReadOptions options = options_;
    options.issued = issued;
    Result<std::unique_ptr<PlanSource>> source =
        intake::open_plan(path, directory, std::move(options));
    if (!source) return tl::make_unexpected(Errors{std::move(source).error()});
    return std::move(*source);
  }

 private:
  intake::ReadOptions options_;
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

/// Shows on a terminal how far a long document is, on one line that the answer replaces.
std::function<void(std::int64_t, std::int64_t)> progress(Context& context, bool& shown) {
  if (context.error_screen.width == 0) return {};
  return [&context, &shown](std::int64_t done, std::int64_t all) {
    shown = true;
    const Values values{{"done", number(done)}, {"all", number(all)}};
    context.err << "\r\x1b[K"
                << (all == 0 ? say(context.lang, "{done} rows read", values)
                             : say(context.lang, "{done} of {all} tasks written", values))
                << std::flush;
  };
}

/// What people say that the document should have been read as.
Checked<intake::Corrections> corrections_of(const Options& options) {
  intake::Corrections corrections;
  if (!options.corrections.empty()) {
    if (auto read = corrections.add_sheet(options.corrections); !read)
      return tl::make_unexpected(std::move(read).error());
  }
  Errors errors;
  for (const std::string& set : options.sets) {
    if (Status added = corrections.add_set(set); !added) errors.push_back(std::move(added).error());
  }
  if (!errors.empty()) return tl::make_unexpected(std::move(errors));
  return corrections;
}

/// Writes the plan as it was read for people to settle; nothing of the workspace changes.
Result<int> review(Context& context, const Options& options, const intake::ReadOptions& read) {
  const Lang lang = context.lang;
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  DUBAN_TRY(const std::unique_ptr<intake::ReviewSheet> sheet,
            intake::ReviewSheet::create(options.review, lang == Lang::zh,
                                        [lang](const Message& m) { return say(lang, m); }));
  std::size_t doubtful = 0, unread = 0;
  intake::ReadOptions seeing = read;
  seeing.corrections = nullptr;
  seeing.seen = [&](const intake::Draft& draft) {
    const auto blocks = [](const intake::Finding& finding) { return finding.blocks; };
    if (std::any_of(draft.findings.begin(), draft.findings.end(), blocks))
      ++unread;
    else if (!draft.findings.empty())
      ++doubtful;
    return sheet->add(draft);
  };
  DUBAN_TRY(const std::unique_ptr<PlanSource> source,
            intake::open_plan(options.file, reading->basis().directory, std::move(seeing)));
  // What is wrong with rows stands in the sheet.
  auto summary = source->read([](const PlanRow&) { return Status(); });
  if (!summary && sheet->rows() == 0) return fail(context, summary.error());
  DUBAN_TRY(sheet->finish());
  const Values counts{{"file", options.review},
                      {"rows", std::to_string(sheet->rows())},
                      {"unread", std::to_string(unread)},
                      {"doubtful", std::to_string(doubtful)}};
  if (context.json()) {
    print_json(context, Value::Object{{"review", options.review},
                                      {"rows", static_cast<std::int64_t>(sheet->rows())},
                                      {"unread", static_cast<std::int64_t>(unread)},
                                      {"doubtful", static_cast<std::int64_t>(doubtful)}});
    return 0;
  }
  context.out << say(lang,
                     "{file}: {rows} rows, {unread} of them with something that cannot be read, "
                     "{doubtful} more with a doubt",
                     counts)
              << '\n'
              << say(lang,
                     "Fill in what should be otherwise, then import with '--corrections {file}'.",
                     counts)
              << '\n';
  return 0;
}

Result<int> import(Context& context, const Options& options) {
  ImportRequest request;
  request.plan = options.plan;
  request.path = options.file;
  request.dry_run = options.dry_run;
  DUBAN_TRY(request.issued, date_option("--issued", options.issued));
  DUBAN_TRY(request.ends, date_option("--ends", options.ends));
  intake::ReadOptions read;
  read.issued = request.issued;
  DUBAN_TRY(read.due, date_option("--due", options.due));
  if (!options.review.empty()) return review(context, options, read);
  const auto corrections = corrections_of(options);
  if (!corrections) return fail(context, corrections.error());
  read.corrections = &*corrections;
  request.settled = corrections->text();
  if (read.due) request.settled += "due " + to_text(*read.due);
  request.sheet = options.corrections;
  request.strict = options.strict;
  bool counted = false;
  request.progress = progress(context, counted);
  DUBAN_TRY(const World world, duban::world(context));
  Opener opener(read);
  const Checked<ImportReceipt> receipt = import_plan(world, opener, request);
  if (counted) context.err << "\r\x1b[K" << std::flush;
  if (!receipt) return fail(context, receipt.error());
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
                                  "duban import plan.docx --plan hn135 --dry-run\n"
                                  "duban import plan.docx --plan hn135 --review 核对.xlsx\n"
                                  "duban import plan.docx --plan hn135 --corrections 核对.xlsx");
  argument(command, "FILE", options->file, "a .docx, .xlsx, .csv or .txt");
  required_option(command, "--plan", options->plan, "its id from now on, such as hn135", "ID");
  option(command, "--issued", options->issued, "the day of the document, whose year deadlines take",
         "DATE");
  option(command, "--ends", options->ends, "the last cycle of ongoing tasks is the one of this day",
         "DATE");
  flag(command, "--dry-run", options->dry_run,
       "show the plan as it would be, and every doubtful cell; write nothing");
  option(command, "--due", options->due,
         "the day of what names none (待定, 尽快); such tasks are listed as doubtful", "DATE");
  option(command, "--review", options->review,
         "write the plan as it is read into a .xlsx or .csv, with room for what should be "
         "otherwise; import nothing",
         "OUT");
  option(command, "--corrections", options->corrections,
         "such a sheet, filled in: the document is read with its corrections", "IN");
  repeated(command, "--set", options->sets, "one correction, such as 'T1.R6 lead=省水利厅'",
           "TEXT");
  flag(command, "--strict", options->strict,
       "refuse the document while anything in it is doubtful");
  runs(command, context, [&context, options] { return import(context, *options); });
}

}  // namespace duban
