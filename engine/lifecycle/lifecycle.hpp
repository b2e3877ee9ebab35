// The lifecycle of a task: which steps can ever happen. Rules can forbid a step, never add one.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/model/words.hpp"

namespace duban {

/// What the transitions ask of a task; all dates are judged as they are after the step.
struct Facts {
  bool past_due = false;  ///< the due date in force (after the step) has passed
  bool started = false;   ///< started since it was assigned
  bool ongoing = false;
  bool cycle_begun = true;          ///< the present cycle's first day has come
  bool cycle_to_come = false;       ///< a cycle or stage follows the present one
  bool cycle_ahead = false;         ///< one follows whose due has not passed
  bool owing = false;               ///< the contribution is of a co that owes one since the report
  std::optional<TaskState> left;    ///< the state that the present suspension left
  std::optional<TaskState> undone;  ///< the state before the act that may be taken back
};

/// The state after `event`, or Errc::state when the lifecycle has no such step from `from` (no row,
/// or no row whose conditions hold). Pure; the only door to the state machine.
Result<TaskState> next_state(TaskState from, Event event, const Facts& facts);

/// A row of the table, as data: for docs, `explain`, diagrams and the checker of rule files.
struct Transition {
  TaskState from;
  Event event;
  TaskState to;
  std::string_view condition;  ///< in words, e.g. "past due"; empty for none
};
std::span<const Transition> transitions();

/// Whether the lifecycle has any row for `event` from `from`.
bool has_transition(TaskState from, Event event);

}  // namespace duban
