// Commands that differ from another in one option. Internal to engine/course.
#pragma once

#include <vector>

#include "engine/course/course.hpp"

namespace duban::variants {

/// One option left out, shortened or replaced by something that the task itself suggests: what
/// might serve where an argument, or that it was given at all, was wrong. The nearest first.
std::vector<Command> of(const Command& command, const Task& task, const Setting& setting,
                        Date today);

}  // namespace duban::variants
