#include "intake/plan_reader.hpp"

#include <filesystem>

#include "engine/base/utf8.hpp"
#include "intake/plan_form.hpp"

namespace duban::intake {
namespace {

class DocumentPlan final : public PlanSource {
 public:
  DocumentPlan(std::string file, std::unique_ptr<Document> document, const Directory& directory,
               PlanOptions options)
      : file_(std::move(file)),
        document_(std::move(document)),
        names_(directory),
        offices_(names_),
        options_(std::move(options)) {}

  /// What the numbers mean, who leads and of which year the document is, is known only when all of
  /// it has been seen.
  Status learn() {
    DUBAN_TRY(form_, find_form(*document_, offices_));
    Sequence sequence([this](Line& line) { return outline_.saw_heading(line), Status{}; },
                      [this](Line& line) { return outline_.saw_leaf(line), Status{}; },
                      [this](Line& line) {
                        if (!line.continues) outline_.saw_task(line);
                        return Status{};
                      },
                      [](Line&) { return Status{}; });
    DUBAN_TRY(const Walk walked, walk(*document_, file_, form_, offices_, [&](Line& line) {
                look_for_rule(line);
                return sequence.add(line);
              }));
    DUBAN_TRY(sequence.finish());
    rules_.deadlines = options_.deadlines;
    std::optional<Date>& issued = rules_.deadlines.issued;
    if (!issued) issued = walked.facts.issued();
    rules_.first_leads = rules_.first_leads || walked.facts.first_leads();
    if (!issued) year_ = walked.facts.year();
    if (year_) issued = make_date(*year_, 1, 1);
    rules_.deadlines.only_year = year_.has_value();
    if (outline_.has_gaps() && outline_.any_number()) DUBAN_TRY(learn_numbers());
    return {};
  }

  std::string file() const override { return file_; }
  std::optional<Date> issued() const override {
    return year_ ? std::nullopt : rules_.deadlines.issued;
  }

  Checked<PlanSummary> read(const std::function<Status(const PlanRow&)>& sink) override {
    static const Corrections none;
    Settler settler(
        options_.corrections ? *options_.corrections : none,
        {[this](std::string_view text, Says says) { return offices_.read(text, says); },
         [this](std::string_view text) { return read_deadline(text, rules_.deadlines); }});
    const SettleDraft settle = [&](Draft& draft, Errors& errors) {
      if (const Status seen = options_.seen ? options_.seen(draft) : Status(); !seen) {
        errors.push_back(seen.error());
        return false;
      }
      return settler.settle(draft, errors);
    };
    Assembly assembly(outline_, printed_, names_, rules_, settle, sink);
    if (year_) {
      assembly.doubt(file_, {"the document shows no day of issue; deadlines without a year are "
                             "taken to be of {year}, the year of its title or number",
                             {{"year", std::to_string(*year_)}}});
    }
    if (!outline_.any_number()) {
      assembly.doubt(file_, {"the tasks have no numbers; they are numbered in their order", {}});
    }
    const auto walked =
        walk(*document_, file_, form_, offices_, [&](Line& line) { return assembly.add(line); });
    if (!walked) return tl::make_unexpected(Errors{walked.error()});
    if (const auto done = assembly.finish(*walked, file_); !done) {
      return tl::make_unexpected(Errors{done.error()});
    }
    if (options_.strangers) options_.strangers(assembly.strangers());
    assembly.fault(settler.finish());
    return assembly.result();
  }

 private:
  /// Some task has no number of its own: which numbers are free, the whole document tells.
  Status learn_numbers() {
    Paths paths(outline_, nullptr);
    Sequence sequence([&](Line& line) { return paths.heading(line), Status{}; },
                      [](Line&) { return Status{}; },
                      [&](Line& line) {
                        if (line.parsed && !line.continues) paths.task(line);
                        return Status{};
                      },
                      [](Line&) { return Status{}; });
    DUBAN_TRY(walk(*document_, file_, form_, offices_, [&](Line& line) -> Status {
      if (paths.is_full()) return {};
      return sequence.add(line);
    }));
    DUBAN_TRY(sequence.finish());
    printed_ = paths.take_numbers();
    return {};
  }

  void look_for_rule(const Line& line) {
    if (rules_.first_leads) return;
    constexpr std::size_t looked_at = 2000;  // bytes
    const auto prints = [](const std::string& text) {
      return text.size() < looked_at && prints_first_leads(text);
    };
    rules_.first_leads = prints(line.content.text) && !line.is_task();
    for (const OfficeText& office : line.offices) {
      rules_.first_leads =
          rules_.first_leads || prints(office.said.text) || prints(office.said.heading);
    }
  }

  std::string file_;
  std::unique_ptr<Document> document_;
  DepartmentReader names_;
  ResponsibilityReader offices_;
  PlanOptions options_;
  FoundForm form_;
  Outline outline_;
  NumbersBelow printed_;
  DocumentRules rules_;
  std::optional<int> year_;  ///< of the title, where no day of issue is known
};

}  // namespace

Result<std::unique_ptr<PlanSource>> open_plan(const std::string& path, const Directory& directory,
                                              PlanOptions options) {
  DayOf day_of;
  if (const Zone* const zone = options.deadlines.zone) {
    day_of = [zone](Instant at) { return zone->date_of(at); };
  }
  DUBAN_TRY(std::unique_ptr<Document> document, open_document(path, day_of));
  auto plan =
      std::make_unique<DocumentPlan>(readable_name(std::filesystem::path(path).filename().string()),
                                     std::move(document), directory, std::move(options));
  DUBAN_TRY(plan->learn());
  return plan;
}

}  // namespace duban::intake
