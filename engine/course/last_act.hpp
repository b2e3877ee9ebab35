// The last act on a task and how `undo` takes it back. Internal to engine/course.
#pragma once

#include "engine/course/changes.hpp"

namespace duban::last_act {

/// The acts that `undo` takes back. The others have a step of their own that answers them.
bool can_be_undone(Event event);

/// After a step of a person: remembers `before` when `undo` may take the step back, keeps what was
/// remembered through a remark, forgets it otherwise.
void remember(changes::Step& step, const Task& before, const Command& command, Role role);

/// The task is as it was before its last act. Numbers of generations used since are not used again,
/// what was raised since stays raised.
void take_back(changes::Step& step);

}  // namespace duban::last_act
