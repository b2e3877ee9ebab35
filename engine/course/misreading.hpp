// `amend --error`: the document was misread, and what it says holds from the beginning.
#pragma once

#include "engine/course/changes.hpp"
#include "engine/model/command.hpp"

namespace duban::misreading {

/// Another led from the beginning: everything is armed for it from now on, and the days until then
/// are nobody's.
void lead(changes::Step& step, const Command& command);

/// The due of the task if its deadline had been read so and it were assigned today.
DueDay due(const Task& task, const Setting& setting, const Deadline& deadline, Date today);
/// The task is due by the schedule of the command, and days under the one that no document named
/// are nobody's. No cycle may be over.
void deadline(changes::Step& step, const Command& command);

}  // namespace duban::misreading
