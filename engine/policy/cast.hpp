// Who could act on a task at all, by department or by grant.
#pragma once

#include <string>
#include <vector>

#include "engine/model/command.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// `actor` with what is granted to it for the task's plan.
Person person_of(const Actor& actor, const Task& task, const People& people,
                 const Directory& directory);
/// Everybody who might be `role` on this task, a department's own account before its persons.
std::vector<Person> cast_of(Role role, const Task& task, const People& people,
                            const Directory& directory);

}  // namespace duban
