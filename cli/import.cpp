// Import of a plan from its document.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/plan_check.hpp"
#include "cli/workspace.hpp"
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
  bool registers = false;
};

/// A plan whose gaps are looked for while its rows pass by for the first time.
class Linted final : public PlanSource {
 public:
  Linted(std::unique_ptr<PlanSource> source, intake::Lint& lint)
      : source_(std::move(source)), lint_(lint) {}
  std::string file() const override { return source_->file(); }
  Checked<PlanSummary> read(const std::function<Status(const PlanRow&)>& sink) override {
    if (std::exchange(heard_, true)) return source_->read(sink);
    auto summary = source_->read([&](const PlanRow& row) {
      lint_.add(row);
      return sink(row);
    });
    if (summary) lint_.add(*summary);
    return summary;
  }

 private:
  std::unique_ptr<PlanSource> source_;
  intake::Lint& lint_;
  bool heard_ = false;
};

class Opener : public PlanOpener {
 public:
  Opener(intake::PlanOptions options, intake::Lint& lint)
      : options_(std::move(options)), lint_(lint) {}
  Checked<std::unique_ptr<PlanSource>> open(const std::string& path, const Directory& directory,
                                            std::optional<Date> issued) override {
    intake::PlanOptions options = options_;
    options.deadlines.issued = issued;
    Result<std::unique_ptr<PlanSource>> source =
        intake::open_plan(path, directory, std::move(options));
    if (!source) return tl::make_unexpected(Errors{std::move(source).error()});
    return std::make_unique<Linted>(std::move(*source), lint_);
  }

 private:
  intake::PlanOptions options_;
  intake::Lint& lint_;
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

/// What the paper says of itself, and which of its columns have no place of their own.
void print_paper(Context& context, const PlanSummary& summary) {
  const Lang lang = context.lang;
  std::vector<std::string> said;
  if (!summary.number.empty()) said.push_back(summary.number);
  if (!summary.issuer.empty()) said.push_back(summary.issuer);
  if (summary.issued) said.push_back(to_text(*summary.issued));
  if (!said.empty()) {
    context.out << say(lang, "the document says of itself: {facts}",
                       {{"facts", shown(joined(lang, said))}})
                << '\n';
  }
  if (!summary.kept.empty()) {
    context.out << say(lang, "kept under their own headings: {names}",
                       {{"names", shown(joined(lang, summary.kept))}})
                << '\n';
  }
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
  print_paper(context, summary);
  if (options.dry_run) context.out << say(lang, "(dry run: nothing is written)") << '\n';
}

/// "  县水利剧 (2): plan.csv: line 3; plan.csv: line 9; did you mean 县水利局?"
void print_stranger(Context& context, const Stranger& stranger) {
  const Lang lang = context.lang;
  std::string places;
  for (const Place& place : stranger.places) {
    places += (places.empty() ? "" : "; ") + shown(place_words(lang, to_text(place)));
  }
  if (stranger.count > stranger.places.size()) places += "; ...";
  const Values values{{"name", shown(stranger.name)},
                      {"count", std::to_string(stranger.count)},
                      {"places", places},
                      {"guess", shown(stranger.like)}};
  context.out << "  "
              << (stranger.like.empty()
                      ? say(lang, "{name} ({count}): {places}", values)
                      : say(lang, "{name} ({count}): {places}; did you mean {guess}?", values))
              << '\n';
}

void print_doubts(Context& context, const ImportReceipt& receipt, bool registered) {
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
    context.out << '\n'
                << (registered ? say(lang, "Names added to the directory:")
                               : say(lang, "Names outside the directory (名录外):"))
                << '\n';
    for (const Stranger& stranger : summary.unregistered) print_stranger(context, stranger);
  }
  if (!receipt.unverifiable.empty()) {
    context.out << '\n'
                << say(lang, "Tasks that nobody in the directory may verify ({count}):",
                       {{"count", std::to_string(receipt.unverifiable.size())}})
                << '\n';
    for (const TaskKey& key : receipt.unverifiable) context.out << "  " << to_text(key) << '\n';
  }
}

/// "2018-06-30", "ongoing", "every month 1/10 -> 2020-12-31", "2018-06-30, 2018-12-31, ongoing".
std::string due_text(Lang lang, const Deadline& deadline) {
  std::string text;
  for (const Stage& stage : deadline.stages)
    text += (text.empty() ? "" : ", ") + to_text(stage.due);
  if (text.empty() && !deadline.ongoing) text = to_text(deadline.due);
  if (!deadline.ongoing && !deadline.then_ongoing) return text;
  text += text.empty() ? "" : ", ";
  text += deadline.every ? word(lang, *deadline.every) : say(lang, "ongoing");
  if (deadline.day) {
    text += " " + number(deadline.day->month) + "/" +
            (deadline.day->day == 0 ? say(lang, "last") : number(deadline.day->day));
  }
  if (deadline.ends) text += " -> " + to_text(*deadline.ends);
  return text;
}

Value json_of(const Deadline& deadline) {
  Value value;
  value.set("ongoing", deadline.ongoing);
  value.set("due", deadline.ongoing ? Value() : Value(to_text(deadline.due)));
  value.set("every", deadline.every ? Value(to_text(*deadline.every)) : Value());
  value.set("day", deadline.day ? Value(Value::Object{{"month", deadline.day->month},
                                                      {"day", deadline.day->day}})
                                : Value());
  value.set("ends", deadline.ends ? Value(to_text(*deadline.ends)) : Value());
  Value stages = Value::Array{};
  for (const Stage& stage : deadline.stages)
    stages.push(Value::Object{{"due", to_text(stage.due)}, {"words", stage.words}});
  value.set("stages", std::move(stages));
  value.set("then_ongoing", deadline.then_ongoing);
  return value;
}

Value json_of(const PlanRow& row) {
  Value value;
  value.set("task", to_text(row.key));
  value.set("titles", Value::Array(row.titles.begin(), row.titles.end()));
  value.set("part_title", part_title(row.titles));
  value.set("section_title", section_title(row.titles));
  value.set("content", row.content);
  value.set("lead", row.lead);
  value.set("co", Value::Array(row.co.begin(), row.co.end()));
  value.set("ongoing", row.deadline.ongoing);
  value.set("due", row.deadline.ongoing ? Value() : Value(to_text(row.deadline.due)));
  value.set("deadline", row.deadline_text);
  value.set("address", row.address);
  Value extra = Value::Array{};
  for (const auto& [heading, text] : row.extra) {
    extra.push(Value::Object{{"heading", heading}, {"text", text}});
  }
  value.set("extra", std::move(extra));
  value.set("schedule", json_of(row.deadline));
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
  value.set("number", summary.number);
  value.set("issuer", summary.issuer);
  value.set("issued", summary.issued ? Value(to_text(*summary.issued)) : Value());
  value.set("kept", Value::Array(summary.kept.begin(), summary.kept.end()));
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
  Value strangers = Value::Array{};
  for (const Stranger& stranger : summary.unregistered) {
    Value::Array places;
    for (const Place& place : stranger.places) places.emplace_back(to_text(place));
    strangers.push(Value::Object{{"name", stranger.name},
                                 {"count", static_cast<std::int64_t>(stranger.count)},
                                 {"at", std::move(places)},
                                 {"like", stranger.like.empty() ? Value() : Value(stranger.like)}});
  }
  value.set("unregistered", std::move(strangers));
  value.set("registered", options.registers && !options.dry_run && !receipt.unchanged);
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
Result<int> review(Context& context, const Options& options, intake::PlanOptions seeing) {
  const Lang lang = context.lang;
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  DUBAN_TRY(const std::unique_ptr<intake::ReviewSheet> sheet,
            intake::ReviewSheet::create(options.review, lang == Lang::zh,
                                        [lang](const Message& m) { return say(lang, m); }));
  std::size_t doubtful = 0, unread = 0;
  seeing.deadlines.calendar = &reading->basis().calendar;
  seeing.deadlines.zone = &reading->basis().zone;
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
  request.registers = options.registers;
  DUBAN_TRY(request.issued, date_option("--issued", options.issued));
  DUBAN_TRY(request.ends, date_option("--ends", options.ends));
  intake::PlanOptions read;
  read.deadlines.issued = request.issued;
  DUBAN_TRY(read.deadlines.otherwise, date_option("--due", options.due));
  DUBAN_TRY(const World world, duban::world(context));
  // Before it is read: what is wrong with a secret paper would be told in its words.
  DUBAN_TRY(context.workspace->vault->pass(options.file));
  if (!options.review.empty()) return review(context, options, std::move(read));
  const auto corrections = corrections_of(options);
  if (!corrections) return fail(context, corrections.error());
  read.corrections = &*corrections;
  request.settled = corrections->text();
  if (read.deadlines.otherwise) request.settled += "due " + to_text(*read.deadlines.otherwise);
  request.sheet = options.corrections;
  request.strict = options.strict;
  bool counted = false;
  request.progress = progress(context, counted);
  const Checked<intake::LintWords> words = lint_words();
  if (!words) return fail(context, words.error());
  std::shared_ptr<const Basis> basis;
  {
    DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
    DUBAN_TRY(basis, basis_in_force(*view, world.compiler));
  }
  read.deadlines.calendar = &basis->calendar;
  read.deadlines.zone = &basis->zone;
  intake::LintBasis against{basis->directory, basis->calendar, *words};
  against.issued = request.issued;
  intake::Lint lint(against);
  Opener opener(std::move(read), lint);
  Checked<ImportReceipt> receipt = import_plan(world, opener, request);
  if (counted) context.err << "\r\x1b[K" << std::flush;
  if (!receipt) return fail(context, receipt.error());
  for (Doubt& doubt : context.workspace->vault->take_doubts()) {
    receipt->summary.doubts.push_back(std::move(doubt));
    ++receipt->summary.doubts_total;
  }
  if (!options.dry_run) context.settled = 0;
  if (context.json()) {
    Value value = json_of(context.lang, options, *receipt);
    value.set("gaps", gaps_json(lint.finish()));
    print_json(context, value);
    return 0;
  }
  if (options.dry_run && !receipt->unchanged) {
    print_rows(context, receipt->rows);
    if (context.format == Format::csv) return 0;
    context.out << '\n';
  }
  print_counts(context, options, *receipt);
  if (!receipt->unchanged) {
    context.out << gap_counts(context.lang, lint.finish()) << '\n';
    print_doubts(context, *receipt, options.registers && !options.dry_run);
  }
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
  argument(command, "FILE", options->file, "a .docx, .xlsx, .csv, .tsv, .txt or .html");
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
