// Who could act on a task at all, by department or by grant.
#pragma once

#include <string>
#include <vector>

#include "engine/model/person.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// Everybody who might be `role` on this task, a department's own account before its persons.
std::vector<Person> cast_of(Role role, const Task& task, const People& people,
                            const Directory& directory);

}  // namespace duban
