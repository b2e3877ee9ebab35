// The gaps in a plan through which work falls: who, by when, what of.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/calendar.hpp"
#include "engine/model/directory.hpp"
#include "engine/model/plan.hpp"

namespace duban::intake {

/// What of the checks is data: config/lint.yaml.
struct LintWords {
  struct Dissolved {
    std::string name;  ///< what the department's name ends with
    Date since;
    std::string now;
  };
  std::vector<std::string> nobody;
  std::vector<std::string> group_words;
  std::vector<std::string> vague;
  std::vector<std::string> measurable;
  std::vector<Dissolved> dissolved;
  int same_day_tasks = 5;
  int similar_percent = 80;
  int load_tasks = 5;
};
/// Fails with every problem of the file, each with its place.
Checked<LintWords> parse_lint_words(std::string_view text, const std::string& file);

enum class Severity : std::uint8_t { note, warning, error };
/// "note", "warning", "error": as SARIF has them.
std::string_view to_text(Severity severity);

struct LintFinding {
  std::string_view check;  ///< "no-lead"
  Severity severity = Severity::warning;
  std::string place;  ///< as the document has it; empty where there is none
  std::string task;   ///< number; empty for the plan as a whole
  Message message;
};

/// One kind of gap: its name, why it matters, what mends it.
struct LintCheck {
  std::string_view name;
  Message why;
  Message mend;
};
const std::vector<LintCheck>& lint_checks();
const LintCheck& lint_check(std::string_view name);

/// What of the workspace a plan is held against; it must outlive the Lint.
struct LintBasis {
  const Directory& directory;
  const Calendar& calendar;
  const LintWords& words;
  std::optional<Date> issued = {};
  /// How many tasks each office has closed and still leads, of other plans; empty: nothing known.
  std::map<std::string, std::int64_t> closed = {};
  std::function<bool(const PlanRow&)> may_be_verified = {};
  /// There is no directory yet, or names that it lacks join it with the plan: they are no gap.
  bool any_name = false;
};

/// Takes the rows of a plan in the document's order. Memory stays bounded: of the first twenty
/// thousand tasks the wording is compared, and the first ten thousand findings are kept.
class Lint {
 public:
  explicit Lint(const LintBasis& basis);
  void add(const PlanRow& row);
  /// What the rows do not show: names that the reader left out as doubled, and how many sections
  /// it saw. To be called once, after the rows.
  void add(const PlanSummary& summary);

  /// Everything that was found, in the order of the document.
  std::vector<LintFinding> finish();
  std::size_t total() const { return total_; }
  std::int64_t tasks() const { return tasks_; }

 private:
  /// The wording of a task: its smallest hashes of two neighbouring characters.
  struct Sketch {
    std::vector<std::uint32_t> grams;
    std::string lead;
    std::string number;
  };

  void found(std::string_view check, Severity severity, const PlanRow* row, Message message);
  void check_lead(const PlanRow& row);
  void check_co(const PlanRow& row);
  void check_promise(const PlanRow& row);
  void check_deadline(const PlanRow& row);
  void check_number(const PlanRow& row);
  void check_twin(const PlanRow& row);
  bool is_nobody(const std::string& name) const;

  const LintBasis& basis_;
  std::vector<LintFinding> findings_;
  std::size_t total_ = 0;
  std::int64_t tasks_ = 0;
  std::map<std::string, std::int64_t> led_;
  std::optional<Date> one_day_;
  std::int64_t on_one_day_ = 0;
  bool several_days_ = false;
  std::size_t missing_sections_ = 0;
  std::map<std::string, int> last_number_;  ///< by the number of the heading
  std::vector<Sketch> sketches_;
  std::map<std::uint64_t, std::vector<std::uint32_t>> buckets_;
};

}  // namespace duban::intake
