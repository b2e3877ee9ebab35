// The derivation behind audit/replay.hpp, entry by entry. Internal to audit.
#pragma once

#include <map>
#include <queue>
#include <set>
#include <string>
#include <vector>

#include "audit/derived.hpp"
#include "audit/finding.hpp"
#include "engine/course/course.hpp"
#include "engine/log/entry_glance.hpp"

namespace duban::audit {

class Replayer {
 public:
  Replayer(View& log, BasisCompiler& compiler)
      : log_(log),
        compiler_(compiler),
        derived_(std::make_unique<Derived>(log)),
        board_(derived_->board) {}

  /// What an entry's bytes tell by themselves; any core may ask.
  struct Looked {
    Digest leaf;
    std::optional<EntryGlance> seen;  ///< nothing where parse_entry decides
    /// Nothing where a glance does: of a timer, and of an `assign` that its row gives whole.
    std::optional<Result<Entry>> entry;
    std::optional<Result<PlanRow>> row;  ///< of `assign`
    Digest words;                        ///< of the row
  };
  static Looked look(std::int64_t seq, std::string_view body);
  /// When the entry was recorded; nothing for one that cannot be read.
  static std::optional<Instant> recorded(const Looked& found);
  /// The next entry as it stands in the log. False: nothing after it can be judged.
  Result<bool> take(std::int64_t seq, Looked& found);
  /// After the last entry.
  void finish();

  std::int64_t entries() const { return entries_; }
  /// What was derived; the last question.
  std::unique_ptr<Derived> derived();
  Findings& findings() { return findings_; }

 private:
  void go_on(Instant recorded) {
    if (recorded <= recorded_) return;
    if (recorded_ != Instant{}) before_ = recorded_;
    recorded_ = recorded;
  }
  /// What is left to do with an entry that was parsed.
  Result<bool> take_parsed(std::int64_t seq, Looked& found);

  // Entries of the workspace (replay_keeping.cpp).
  Result<bool> init(const Entry& stored);
  Result<bool> activate(const Entry& stored);
  void check_despite(const Entry& stored, const std::string& part, Entry& derived);
  void import(const Entry& stored);
  void plan(const Entry& stored);
  void void_plan(const Entry& stored);
  void actor(const Entry& stored);
  void grant(const Entry& stored);
  void clock(const Entry& stored);
  void nightly(const Entry& stored);
  /// What an entry by an admin or coordinator must be like; its data is the stored one.
  Entry office(const Entry& stored, const std::vector<Role>& roles, std::string_view plan);
  /// Takes over the texts of `hash`; false when they are lost or altered.
  Result<bool> load_basis(std::int64_t seq, const std::string& hash);

  // Entries of one task (replay_task.cpp).
  void assign(const Entry& stored, const std::optional<Result<PlanRow>>& row, const Digest& words);
  /// An `assign` that no import began.
  void added(const Entry& stored, const PlanRow& row, const Digest& words, DerivedTask& task);
  void step(const Entry& stored);
  /// The content that an `undo` brings back is the one before the act, whatever its entry says.
  void restore_content(Command& undo, const DerivedTask& task);
  void timer(const Entry& stored);
  /// The same from a glance. False, with nothing done: it is not the timer that falls next.
  bool is_next_timer(std::int64_t seq, const EntryGlance& seen);
  /// As assign, from a glance. False, with nothing done: it is not what follows from the row.
  bool is_assigned(std::int64_t seq, const Looked& found);
  void cut(const Entry& stored);
  /// The course becomes what holds, with `stored` as its only entry; the entry is compared.
  void adopt(const Entry& stored, DerivedTask& task, Course course);
  /// The same once the entry has been compared.
  void keep(std::int64_t seq, Instant recorded, DerivedTask& task, Course course);
  /// The entry could not be derived: the task stays, but the entry is its last.
  void pass_over(const Entry& stored, DerivedTask& task);
  DerivedTask* task_of(const Entry& stored);

  // What time and the entries before demand (replay_duties.cpp).
  /// Whether the entry belongs to what an entry before it began.
  static bool continues(const Entry& entry);
  /// Deadlines, rungs and resumptions of the scheduler, which have nothing from people.
  static bool is_timer(Event event, std::string_view actor);
  /// What the entries up to here should have brought with them and did not.
  void settle(std::int64_t seq);
  /// Its timers up to `until` must follow before anything else does.
  void owe(DerivedTask& task, Instant until);
  /// Every timer of the task up to `until` has fallen; those that no entry tells of are named.
  void demand_timers(DerivedTask& task, Instant until, std::int64_t seq);
  void demand_all_timers(Instant until, std::int64_t seq);
  void say_missing(const Entry& timer, std::int64_t seq);

  void put(DerivedTask& known, Task task);
  Setting setting(const TaskKey& key) const { return {board_.plans.at(key.plan), *basis_}; }
  /// Who `id` is; with `department`s' own accounts in a rehearsal.
  std::optional<Actor> actor_named(const std::string& id) const;
  Person person(const Entry& stored, std::string_view plan);
  std::string account_behind(const Entry& stored) const;
  void check_gap(const Entry& stored, const Person& person);
  /// Whether a night came within the `max_gap` that it says was in force.
  void check_max_gap(const Entry& stored);
  /// What the clock said when somebody made this entry: when it was recorded; after an accepted
  /// clock, while `recorded` stands still, what the entry says, which never runs back.
  Instant judged_at(const Entry& stored);
  bool is_behind() const { return board_.meta.judged < board_.meta.last_time; }
  /// After an accepted clock no timer falls before the clock says so.
  void note_timer(std::int64_t seq, const Task& before, Instant at);

  void compare(const Entry& stored, Entry derived);
  void compare_data(const Entry& stored, const Value& derived);
  void differs(const Entry& stored, const std::string& what, std::string is, std::string should);
  void say(std::int64_t seq, const std::optional<TaskKey>& task, std::string what, Message message);

  struct NextTimer {
    Instant at;
    DerivedTask* task;
  };
  struct Later {
    bool operator()(const NextTimer& a, const NextTimer& b) const {
      return a.at != b.at ? a.at > b.at : a.task->task.key > b.task->task.key;
    }
  };

  View& log_;
  BasisCompiler& compiler_;
  std::unique_ptr<Derived> derived_;
  Board& board_;  ///< of derived_: what does not belong to one task
  Findings findings_;
  std::shared_ptr<const Basis> basis_;
  std::int64_t entries_ = 0;
  std::int64_t next_seq_ = 0;
  Instant recorded_;               ///< of the last entry
  std::optional<Instant> before_;  ///< of the last that was recorded at another time
  std::optional<Instant> acted_;   ///< of the last by somebody, who could accept a gap
  Instant now_;                    ///< judged_at of the entry in hand, unless it is a timer's
  Instant made_;                   ///< the workspace
  std::optional<std::pair<Instant, std::int64_t>> fell_ahead_;  ///< the latest timer, and its entry

  /// Next timers of all tasks, soonest first, and some that are none any more.
  std::priority_queue<NextTimer, std::vector<NextTimer>, Later> timers_;
  /// Timers up to then belong to the same writing.
  std::vector<std::pair<DerivedTask*, Instant>> owed_;
  std::optional<Instant> all_owed_;
  std::map<std::string, By> keeper_of_;             // by plan: who imported it, or set its end last
  std::map<std::string, std::int64_t> unassigned_;  // by plan: rows not yet read since its import
  std::set<TaskKey> uncut_;                         // cycles that a new end cuts
};

}  // namespace duban::audit
