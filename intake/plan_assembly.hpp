// From the lines of a plan to its tasks: levels, paths, and all that is wrong.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "intake/outline.hpp"
#include "intake/plan_lines.hpp"
#include "intake/task_draft.hpp"

namespace duban::intake {

/// Settles what is doubtful in a task: corrects its row and takes findings away. False: the row is
/// to be left out. What cannot be settled is added to the errors.
using SettleDraft = std::function<bool(Draft&, Errors&)>;

/// Takes lines in order and hands finished tasks to `sink`. Errors do not stop it: all of them come
/// at the end, so that a document is settled once. After an error no more rows reach the sink.
class Assembly {
 public:
  Assembly(const Outline& outline, const NumbersBelow& printed, const DepartmentReader& names,
           const DocumentRules& rules, const SettleDraft& settle,
           const std::function<Status(const PlanRow&)>& sink)
      : outline_(outline),
        paths_(outline, &printed),
        tasks_(names, rules),
        settle_(settle),
        sink_(sink),
        sequence_([this](Line& line) { return heading(line); },
                  [this](Line& line) { return leaf(line); },
                  [this](Line& line) { return task(line); },
                  [this](Line& line) { return left_out(line); }) {}
  Assembly(const Assembly&) = delete;
  Assembly& operator=(const Assembly&) = delete;

  /// Fails only when the sink does.
  Status add(Line& line) { return sequence_.add(line); }
  /// Ends the last task. `walk` is what the walk over the lines found.
  Status finish(const Walk& walk, const std::string& file);
  void doubt(const std::string& place, Message message);
  void fault(const std::string& place, Message message);
  /// Errors of what settles, after the last row.
  void fault(Errors errors);
  /// The first thousand errors and a count of the rest, or what the reading gives.
  Checked<PlanSummary> result();
  /// The names that the directory lacks, whatever is wrong with the rows.
  std::vector<Stranger> strangers() const { return tasks_.strangers(); }

 private:
  /// A task that may go on in the next line.
  struct Pending {
    Line line;
    Draft draft;
    bool shares = false;   ///< its number stands for other tasks, too
    bool extends = false;  ///< it takes its number from the task before
  };

  /// A doubt that may be the way of the whole document: told once, not at every task.
  struct Told {
    std::vector<std::pair<std::size_t, Doubt>> each;  ///< the first thousand, and what precedes it
    std::size_t tasks = 0;
    std::string first;  ///< places of the first tasks, as people type them
  };

  /// Whether the doubt is such, and kept for the end.
  bool is_habit(const Draft& draft, const Finding& finding);
  Status heading(Line& line);
  Status leaf(Line& line);
  Status task(Line& line);
  Status left_out(Line& line);
  void hold(Line line, bool shares, bool extends);
  void extend(Line& task, const Line& line);
  void count(Kind kind);
  void place_task(Pending& task);
  Status finish_task();
  Status emit(Draft& draft);
  void fold_habits(const std::string& file);

  const Outline& outline_;
  Paths paths_;
  TaskDraft tasks_;
  const SettleDraft& settle_;
  const std::function<Status(const PlanRow&)>& sink_;
  Sequence sequence_;

  std::optional<Pending> pending_;
  NumberPath whole_;  ///< of the number that several tasks may share
  Errors errors_;
  std::size_t errors_total_ = 0;
  bool too_many_ = false;
  bool overrun_ = false;
  /// Of the task before. Tasks of one row count on, T2.R3 and T2.R3.2: a correction meets one task.
  std::string address_;
  int at_address_ = 0;
  PlanSummary summary_;
  Told told_[2];  ///< the first leads; 责任单位 beside 牵头单位
};

}  // namespace duban::intake
