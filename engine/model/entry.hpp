// One immutable line of the log (流转记录), as values; engine/log has its bytes.
#pragma once

#include <optional>
#include <string>

#include "engine/base/value.hpp"
#include "engine/model/plan.hpp"
#include "engine/model/words.hpp"

namespace duban {

struct Entry {
  std::int64_t seq = -1;             ///< from 0, without holes
  std::optional<std::int64_t> prev;  ///< the task's previous entry
  Instant recorded;                  ///< when it was written
  Instant effective;                 ///< when it took effect
  std::string actor;                 ///< empty only for entries nobody made: `nightly`
  std::string via;                   ///< the account behind the actor; empty for the scheduler
  std::string department;            ///< the actor's; empty for none
  std::optional<Role> role;          ///< in which the actor acted
  std::string plan;                  ///< empty for entries of the whole workspace
  std::optional<TaskKey> task;
  Event event = Event::remark;
  std::optional<TaskState> from;
  std::optional<TaskState> to;
  std::string basis;  ///< hash of rules, calendar and directory in force
  Value data;         ///< all that replay needs
  bool operator==(const Entry&) const = default;
};

/// An act of a lead or co, or one that was recorded for it.
bool is_department_act(const Entry& entry);

/// The latest time that a step was judged at, once `entry` is in the log: the time it was recorded
/// at; but after a clock that was ahead had been accepted (`clock`), `recorded` stands still, and
/// the machine's time is what a step was effective at, or names beside it (`data.clock`).
Instant judged_after(const Entry& entry, Instant last_recorded, Instant judged);

}  // namespace duban
