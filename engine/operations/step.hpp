// A step on one task: the words that people type become a command, the course decides, one
// transaction keeps it.
#pragma once

#include "engine/course/course.hpp"
#include "engine/operations/world.hpp"

namespace duban {

/// The options of a step as they were typed.
struct StepRequest {
  Event event = Event::remark;
  std::string task = {};
  std::string note = {};
  std::vector<std::string> evidence = {};  ///< paths
  std::optional<Date> due = {};
  std::optional<Date> until = {};
  std::optional<Date> dated = {};
  std::string to = {};
  std::vector<std::string> co = {};
  std::vector<std::string> without = {};
  std::vector<std::string> add_co = {};
  std::vector<std::string> drop_co = {};
  std::string content = {};
  std::string for_department = {};
  bool partial = false;
  bool undo = false;
  bool error = false;
  std::string lead = {};
  std::string deadline = {};
  bool keep_as_co = false;
  bool urgent = false;
  bool not_urgent = false;
};

/// What a step did.
struct Receipt {
  TaskKey task;
  Instant at;
  TaskState from = TaskState::assigned;  ///< before the step's own timers
  TaskState to = TaskState::assigned;
  std::int64_t seq = -1;  ///< of the step's entry; -1 on a dry run
  Task after;
  std::vector<Entry> entries;  ///< all that was written, the timers' too
  std::vector<Escalation> escalations;
  std::shared_ptr<const Basis> basis;  ///< by which it was judged
};

/// What a run of the nightly did.
struct NightReport {
  Instant at;
  Date business_date;
  std::optional<Zone> zone;  ///< of the business date
  std::int64_t fired = 0;    ///< timers' entries
  std::int64_t tasks = 0;    ///< tasks touched
  std::int64_t deadlines = 0;
  std::int64_t escalations = 0;
  std::int64_t resumed = 0;
  std::int64_t left = 0;       ///< due and not done; not 0 means unproved
  std::int64_t damaged = 0;    ///< tasks left because of rows that cannot be read or written
  Errors faults;               ///< of these rows, each once (the first thousand)
  std::int64_t compared = 0;   ///< tasks compared with the index of timers
  std::vector<TaskKey> lost;   ///< whose timers that index does not have
  bool recorded = false;       ///< an entry of its own was written
  std::vector<Entry> entries;  ///< what fired, in order (the first thousand)
  std::int64_t size = 0;       ///< of the log afterwards
  std::string root;            ///< 32 raw bytes
};

/// One write transaction that takes several steps; what is refused undoes only itself.
class Batch {
 public:
  struct Shared;  ///< what its steps have in common
  ~Batch();
  /// Waits for the lock.
  static Result<std::unique_ptr<Batch>> open(const World& world);

  /// Tries the step now; it is durable only after `commit`.
  Result<Receipt> step(const StepRequest& request, const World& world);
  Status commit();

 private:
  explicit Batch(std::unique_ptr<Transaction> tx);
  std::unique_ptr<Transaction> tx_;
  std::unique_ptr<Shared> shared_;
};

/// Options that do not go with the event: Errc::usage, before anything is looked up.
Status check_options(const StepRequest& request);

/// The whole names of all these tasks, or all that is wrong with them: Errc::usage for a task that
/// is named twice and for a word that cannot be the name of one, where there are others or `spill`
/// explains how it came here. One name alone that is none is simply not found; one that may be is
/// left to the step, which looks for it anyhow.
Checked<std::vector<std::string>> find_tasks(
    const World& world, const std::vector<std::string>& names,
    const std::function<std::optional<Error>(const std::string& word)>& spill);

/// One step in a transaction of its own. On a dry run nothing is written, and what would happen is
/// returned.
Result<Receipt> step(const World& world, const StepRequest& request, bool dry_run = false);

/// Fires every timer that is due: tasks in key order, a thousand to a transaction. Safe to repeat,
/// to kill and to run twice at once. A task with a damaged row is named and left, the others are
/// done. Errc::io-like errors end it, and more than a thousand damaged rows; what was committed
/// stays. `progress` hears how many of how many tasks are done. `compare`: some tasks, others each
/// time, are compared with the index that tells what is due.
Result<NightReport> nightly(const World& world,
                            const std::function<void(std::int64_t, std::int64_t)>& progress = {},
                            bool compare = false);
/// Why a night is not whole; nothing when it is.
Errors troubles(const NightReport& night);

/// Writes a course: entries in order, the task, its escalations. Returns the seqs' first.
Result<std::int64_t> write_course(Transaction& tx, Course& course, const Setting& setting,
                                  Moment moment);

}  // namespace duban
