// What `forecast` and `rules simulate` share: which future is asked for, and how it is shown.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "rehearsal/forecast.hpp"

namespace duban {

/// The options of a future as they were typed.
struct FutureOptions {
  std::string until, department, plan, behaviour;
  int seed = 0;
  bool list = false;
};
void add_future_options(CLI::App* command, FutureOptions& options);

/// A future ready to be looked at; of the tasks of one plan or department, or all.
struct FutureView {
  std::unique_ptr<Reading> reading;
  TaskQuery query;
  Future future;
  Behaviour behaviour;  ///< `future` refers to it
  Date until;

  /// By which the future is judged.
  const Basis& basis() const { return future.basis ? *future.basis : reading->basis(); }
};
/// Which tasks --plan and --department leave.
Status limit_to(Reading& reading, const FutureOptions& options, TaskQuery& query);
/// All that is wrong with the file of habits at once.
Checked<std::unique_ptr<FutureView>> open_future(Context& context, const FutureOptions& options);
/// Other rules for the future: this file's, with the calendar and directory in force.
Checked<std::shared_ptr<const Basis>> basis_with(Context& context, Reading& reading,
                                                 const std::string& rules_file);

/// The summary of a future: by month, by rung, and how it ends. Holds counts only.
class Prospect {
 public:
  void add(const Outlook& outlook, const Basis& basis);
  void print(Context& context, const FutureView& view) const;
  Value json(const FutureView& view) const;

 private:
  struct Month {
    std::int64_t deadlines = 0;
    std::int64_t resumed = 0;
    std::int64_t steps = 0;
    std::int64_t levels[4] = {};
  };
  struct Ladder {
    std::string name;  ///< "": none
    int level = 0;
    std::int64_t tasks = 0;
    std::int64_t raised = 0;
    Date first;
  };
  struct Refusal {
    std::int64_t count = 0;
    Error first;
  };
  std::int64_t tasks_ = 0;
  std::int64_t touched_ = 0;
  std::map<std::string, Month> months_;
  std::map<std::string, Ladder> rungs_;
  std::map<TaskState, std::int64_t> states_;
  std::map<std::pair<Event, Errc>, Refusal> refused_;
};

/// The future itself: the summary, or with --list, CSV and JSON lines each happening in it.
Result<int> print_future(Context& context, FutureView& view, bool list);

}  // namespace duban
