// What each step does to a task once it is allowed. Internal to engine/course.
#pragma once

#include "engine/course/changes.hpp"
#include "engine/lifecycle/lifecycle.hpp"

namespace duban::steps {

/// The state that the lifecycle gives after this step, or Errc::state.
Result<TaskState> destination(const Task& task, const Setting& setting, const Command& command,
                              Instant now);

/// Makes the step on `step.task`, which is allowed to `role` and leads to `to`.
void take(changes::Step& step, const Command& command, TaskState to, Role role);

/// What every step of a person leaves: evidence, the note, remarks answered or made.
void record_words(changes::Step& step, const Command& command, Role role);

}  // namespace duban::steps
