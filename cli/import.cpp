// Import of a plan from its document.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/import_answer.hpp"
#include "cli/plan_check.hpp"
#include "cli/workspace.hpp"
#include "intake/plan_reader.hpp"
#include "intake/review.hpp"

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
  std::optional<Date> issued() const override { return source_->issued(); }
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
  /// `against` is what `lint` holds the plan against; it gets the day of the document.
  Opener(intake::PlanOptions options, intake::LintBasis& against, intake::Lint& lint)
      : options_(std::move(options)), against_(against), lint_(lint) {}
  Checked<std::unique_ptr<PlanSource>> open(const std::string& path, const Directory& directory,
                                            std::optional<Date> issued) override {
    intake::PlanOptions options = options_;
    options.deadlines.issued = issued;
    Result<std::unique_ptr<PlanSource>> source =
        intake::open_plan(path, directory, std::move(options));
    if (!source) return tl::make_unexpected(Errors{std::move(source).error()});
    against_.issued = (*source)->issued();
    return std::make_unique<Linted>(std::move(*source), lint_);
  }

 private:
  intake::PlanOptions options_;
  intake::LintBasis& against_;
  intake::Lint& lint_;
};

std::string number(std::int64_t n) { return std::to_string(n); }

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
  bool counted = false;
  const auto told = progress(context, counted);
  seeing.deadlines.calendar = &reading->basis().calendar;
  seeing.deadlines.zone = &reading->basis().zone;
  seeing.seen = [&](const intake::Draft& draft) {
    const auto blocks = [](const intake::Finding& finding) { return finding.blocks; };
    if (std::any_of(draft.findings.begin(), draft.findings.end(), blocks))
      ++unread;
    else if (!draft.findings.empty())
      ++doubtful;
    Status added = sheet->add(draft);
    constexpr std::size_t told_every = 1000;
    if (told && sheet->rows() % told_every == 0) told(static_cast<std::int64_t>(sheet->rows()), 0);
    return added;
  };
  DUBAN_TRY(const std::unique_ptr<PlanSource> source,
            intake::open_plan(options.file, reading->basis().directory, std::move(seeing)));
  // What is wrong with rows stands in the sheet.
  auto summary = source->read([](const PlanRow&) { return Status(); });
  if (counted) context.err << "\r\x1b[K" << std::flush;
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
  bool unread = false;
  read.seen = [&unread](const intake::Draft& draft) {
    for (const intake::Finding& finding : draft.findings) unread = unread || finding.blocks;
    return Status();
  };
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
  against.any_name = request.registers;
  intake::Lint lint(against);
  Opener opener(std::move(read), against, lint);
  Checked<ImportReceipt> receipt = import_plan(world, opener, request);
  if (counted) context.err << "\r\x1b[K" << std::flush;
  if (!receipt) {
    const int status = fail(context, receipt.error());
    const bool told = !options.corrections.empty() || !options.sets.empty();
    if (unread && !told && !context.json() && receipt.error().front().code == Errc::bad_file) {
      context.err << say(context.lang,
                         "Nothing is imported, and the paper stays as it is: '--review OUT.xlsx' "
                         "writes a sheet to settle this in.")
                  << '\n';
    }
    return status;
  }
  for (Doubt& doubt : context.workspace->vault->take_doubts()) {
    receipt->summary.doubts.push_back(std::move(doubt));
    ++receipt->summary.doubts_total;
  }
  if (!options.dry_run) context.settled = 0;
  const ImportAsked asked{options.plan, options.dry_run, options.registers};
  if (context.json()) {
    Value value = import_json(context.lang, asked, *receipt);
    value.set("gaps", gaps_json(lint.finish()));
    print_json(context, value);
    return 0;
  }
  if (options.dry_run && !receipt->unchanged) {
    print_rows(context, receipt->rows);
    if (context.format == Format::csv) return 0;
    context.out << '\n';
  }
  print_counts(context, asked, *receipt);
  if (!receipt->unchanged) {
    context.out << gap_counts(context.lang, lint.finish()) << '\n';
    print_doubts(context, asked, *receipt);
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
  flag(command, "--register", options->registers,
       "add the names that the directory lacks to it, with the plan; by an admin");
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
