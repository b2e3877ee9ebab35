// All that replay derives from a log: a board (engine/memory/board.hpp) for a million tasks.
#pragma once

#include <deque>
#include <memory>
#include <memory_resource>
#include <optional>
#include <vector>

#include "audit/task_map.hpp"
#include "audit/tree.hpp"
#include "engine/log/sha256.hpp"
#include "engine/memory/board.hpp"

namespace duban::audit {

struct DerivedTask {
  Task task;
  std::size_t number = 0;  ///< its place in Derived::tasks
  std::optional<Instant> next_timer;
  Digest words{};                      ///< digest_of its text
  std::int64_t assigned_by = -1;       ///< seq of the entry that has its text
  std::int64_t rewritten_by = -1;      ///< and of the last that gave it other content; -1: none
  std::int64_t rewritten_before = -1;  ///< of the last but one: what `undo` brings back
  std::vector<Escalation> escalations;
  bool acted = false;  ///< a department has, itself or through a coordinator
  /// Of a plan that was made void: no task any more.
  bool gone() const { return task.key.plan.empty(); }
};

/// In the order of keys.
inline bool comes_before(const DerivedTask* a, const DerivedTask* b) {
  return a->task.key < b->task.key;
}

/// The bytes of a text, with no doubt where one part of it ends. What the texts of tasks are
/// compared by is the digest of these: nobody holds those of a million tasks.
void put_framed(std::string& out, const StoredText& text);
Digest digest_of(const TaskText& text);
Digest digest_of(const PlanRow& row);

class Derived {
 public:
  /// `log` must outlive it.
  explicit Derived(View& log) : tree(log, tree_findings) {}

  Board board;             ///< all but tasks, their texts and escalations
  Findings tree_findings;  ///< of the tiles that the leaves fill
  TreeCheck tree;          ///< over the entries read

  const std::pmr::deque<DerivedTask>& tasks() const { return tasks_; }
  std::pmr::deque<DerivedTask>& tasks() { return tasks_; }
  DerivedTask* find(const TaskKey& key) {
    DerivedTask* const* known = by_key_.find(key);
    return known ? *known : nullptr;
  }
  const DerivedTask* find(const TaskKey& key) const {
    return const_cast<Derived*>(this)->find(key);
  }
  /// A new one; nothing when there is one already.
  DerivedTask* add(const TaskKey& key) {
    DerivedTask*& place = by_key_.of(key);
    if (place) return nullptr;
    place = &tasks_.emplace_back();
    place->number = tasks_.size() - 1;
    return place;
  }
  /// A voided plan with its tasks; their keys may come again.
  void remove_plan(const std::string& id);
  std::vector<const DerivedTask*> in_key_order() const;
  RowCounts rows() const;

  /// The text that the log gives a task.
  static Result<TaskText> text(const DerivedTask& task, View& log) {
    return text(task.assigned_by, task.rewritten_by, task.task.key, log);
  }
  /// The text given by one entry, with the content that another gave it since, if any.
  static Result<TaskText> text(std::int64_t assigned_by, std::int64_t rewritten_by,
                               const TaskKey& key, View& log);
  /// The whole as a board; texts are read from the log again.
  Result<Board> whole(View& log) const;

 private:
  std::pmr::monotonic_buffer_resource memory_;  // a piece of its own for each would cost
  // In the order of their assignment; they stay where they are.
  std::pmr::deque<DerivedTask> tasks_{&memory_};
  TaskMap<DerivedTask*> by_key_;
};

}  // namespace duban::audit
