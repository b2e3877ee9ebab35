// Readings: what holds at a time. Nothing is written; ripe timers are applied in memory by the
// same course that steps use.
#pragma once

#include "engine/course/course.hpp"
#include "engine/operations/world.hpp"
#include "engine/policy/standing.hpp"

namespace duban {

/// A task as it holds at the reading's time.
struct TaskView {
  Task task;
  Standing standing;
  std::vector<Escalation> unwritten;  ///< raised by now though no run has recorded them
  std::vector<Entry> happened;        ///< the entries that no run has written yet
};

class Reading {
 public:
  /// `view` is the store, or what a replay made of the past; `now` decides what holds.
  static Result<std::unique_ptr<Reading>> open(std::unique_ptr<View> view, BasisCompiler& compiler,
                                               Instant now);

  Instant now() const { return now_; }
  Date today() const { return basis_->zone.date_of(now_); }
  const Basis& basis() const { return *basis_; }
  const Meta& meta() const { return meta_; }
  const People& people() const { return people_; }
  const std::vector<Plan>& plans() const { return plans_; }
  View& view() { return *view_; }

  /// In key order; the visitor returns false to stop.
  Status each_task(const TaskQuery& query, const std::function<Result<bool>(TaskView&)>& visit);
  Result<TaskView> task(const TaskKey& key);
  Result<TaskText> text(const TaskKey& key);
  /// Recorded and unwritten escalations of a task, in the order of their raising.
  Result<std::vector<Escalation>> escalations(const TaskView& view);
  /// Entries of a task, oldest first, by its back pointers; unwritten ones at the end (seq -1).
  Result<std::vector<Entry>> history(const TaskView& view);

 private:
  Reading() = default;
  Result<TaskView> hold(Task task) const;
  std::unique_ptr<View> view_;
  std::shared_ptr<const Basis> basis_;
  Meta meta_;
  People people_;
  std::vector<Plan> plans_;
  Instant now_;
};

/// Open: of the current generation of its anchor and the task still in one of the rung's states;
/// of a repeated rung the last.
bool is_open(const Escalation& escalation, const Task& task, const Basis& basis);

}  // namespace duban
