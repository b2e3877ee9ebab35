// The derivation behind audit/replay.hpp, entry by entry. Internal to audit.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "audit/finding.hpp"
#include "engine/course/course.hpp"
#include "engine/memory/board.hpp"

namespace duban::audit {

class Replayer {
 public:
  Replayer(View& log, BasisCompiler& compiler) : log_(log), compiler_(compiler) {}

  /// What an entry's bytes tell by themselves; any core may ask.
  struct Looked {
    Result<Entry> entry;
    std::string leaf;  ///< hash
  };
  static Looked look(std::string_view body);
  /// The next entry as it stands in the log. False: nothing after it can be judged.
  Result<bool> take(std::int64_t seq, Looked found);
  /// After the last entry.
  void finish();

  std::int64_t entries() const { return entries_; }
  const Board& board() const { return board_; }
  Board& board() { return board_; }
  Findings& findings() { return findings_; }

 private:
  // Entries of the workspace (replay_keeping.cpp).
  Result<bool> init(const Entry& stored);
  Result<bool> activate(const Entry& stored);
  void import(const Entry& stored);
  void plan(const Entry& stored);
  void actor(const Entry& stored);
  void grant(const Entry& stored);
  void nightly(const Entry& stored);
  /// What an entry by an admin or coordinator must be like; its data is the stored one.
  Entry office(const Entry& stored, const std::vector<Role>& roles, std::string_view plan);
  /// Takes over the texts of `hash`; false when they are lost or altered.
  Result<bool> load_basis(std::int64_t seq, const std::string& hash);
  void rebase(const Basis& before, Instant now);

  // Entries of one task (replay_task.cpp).
  void assign(const Entry& stored);
  void step(const Entry& stored);
  void timer(const Entry& stored);
  void cut(const Entry& stored);
  /// The course becomes what holds, with `stored` as its only entry; the entry is compared.
  void adopt(const Entry& stored, Course course);
  /// The entry could not be derived: the task stays, but the entry is its last.
  void pass_over(const Entry& stored);
  const Task* task_of(const Entry& stored);

  // What time and the entries before demand (replay_duties.cpp).
  /// Whether the entry belongs to what an entry before it began.
  static bool continues(const Entry& entry);
  /// What the entries up to here should have brought with them and did not.
  void settle(std::int64_t seq);
  /// Every timer of the task up to `until` has fallen; those that no entry tells of are named.
  void demand_timers(const TaskKey& key, Instant until, std::int64_t seq);
  void demand_all_timers(Instant until, std::int64_t seq);
  void say_missing(const Entry& timer, std::int64_t seq);

  void put(const Task& task);
  Setting setting(const TaskKey& key) const { return {board_.plans.at(key.plan), *basis_}; }
  /// Who `id` is; with `department`s' own accounts in a rehearsal.
  std::optional<Actor> actor_named(const std::string& id) const;
  Person person(const Entry& stored, std::string_view plan);
  std::string account_behind(const Entry& stored) const;
  void check_gap(const Entry& stored, const Person& person);

  void compare(const Entry& stored, Entry derived);
  void compare_data(const Entry& stored, const Value& derived);
  void differs(const Entry& stored, const std::string& what, std::string is, std::string should);
  void say(std::int64_t seq, const std::optional<TaskKey>& task, std::string what, Message message);

  View& log_;
  BasisCompiler& compiler_;
  Board board_;
  Findings findings_;
  std::shared_ptr<const Basis> basis_;
  std::int64_t entries_ = 0;
  std::int64_t next_seq_ = 0;
  Instant recorded_;

  std::set<std::pair<Instant, TaskKey>> timers_;  // next timers of all tasks
  std::map<TaskKey, Instant> owed_;               // timers up to then belong to the same writing
  std::optional<Instant> all_owed_;
  std::map<std::string, By> keeper_of_;             // by plan: who imported it, or set its end last
  std::map<std::string, std::int64_t> unassigned_;  // by plan: rows not yet read since its import
  std::set<TaskKey> uncut_;                         // cycles that a new end cuts
};

}  // namespace duban::audit
