// Steps that somebody could take on a task now, complete with what they need. Internal to
// engine/course.
#pragma once

#include <vector>

#include "engine/course/smallest_change.hpp"

namespace duban::moves {

/// Each event that the state and the rules have, by the first who may and whom nothing keeps from
/// it, with placeholders for what it needs; where it matters in several ways (who contributes, what
/// is amended) each of them. `wanted` is the step for which the way is to be made.
std::vector<Move> of(const Task& task, const Setting& setting, const People& people,
                     const Command& wanted, Instant now);

/// How much a step weighs against the change of an option: those that end a task or hand it over
/// are no small change.
int weight(Event event);

}  // namespace duban::moves
