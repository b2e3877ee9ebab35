// What co-departments add to a task, and how it stops counting. Internal to engine/course.
#pragma once

#include "engine/course/changes.hpp"

namespace duban::contributions {

/// A contribution of `department`; it ends what the department, or its group, owes.
void add(changes::Step& step, const std::string& department, const Command& command);
/// The named co's need not contribute, and owe nothing; with `--undo` they must again.
void excuse(changes::Step& step, const Command& command);
/// The contributions of these names and of their members no longer count.
void drop(Task& task, const std::vector<std::string>& names, const Directory& directory);
/// The same, and what only these contributions brought counts as new again.
void strike(changes::Step& step, const std::vector<std::string>& names);

}  // namespace duban::contributions
