// Whom a rung's `notify` means on one task, found out when it is asked.
#pragma once

#include <string>
#include <vector>

#include "engine/operations/reading.hpp"

namespace duban {

/// Departments, each once, in the order of `notify`: roles and `missing` as the task stands now,
/// `superior` of the lead or else the coordinators; what was granted to a person means its
/// department.
std::vector<std::string> recipients_of(const std::vector<std::string>& notify, const TaskView& view,
                                       const Reading& reading);

}  // namespace duban
