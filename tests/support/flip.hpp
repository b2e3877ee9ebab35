// Applies the smallest change of a refusal and says whether the answer flips.
#pragma once

#include <string>

#include "engine/course/smallest_change.hpp"

namespace duban::testing {

/// "" when every change that is offered for `command`, refused at `now`, lets it pass, and would
/// not with any one of its parts left out; else what is wrong. No offer is right only where the
/// lifecycle has no way: cycles of a task that has none, or none left.
std::string unflipped(const Task& task, const Setting& setting, const People& people,
                      const Command& command, Instant now);

/// The best change in a line: "rule forbid; first report by 省经信委; wait 2018-07-01; as 督查二处;
/// note; -due".
std::string summary(const Change& change, const Command& refused, Instant now);

}  // namespace duban::testing
