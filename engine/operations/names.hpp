// Short names as people type them: tasks, departments, actors.
#pragma once

#include "engine/operations/world.hpp"

namespace duban {

/// Whether `text` has the shape of a task's name: `hn135/1.3.11`, `1.3.11`, `一（三）11`.
bool is_task_name(std::string_view text);
/// The task of such a name; not_found or ambiguous.
Result<TaskKey> resolve_task(View& view, std::string_view text);

/// A department of the directory, or a name that only this task's plan has.
Result<std::string> resolve_department(std::string_view text, const Directory& directory,
                                       const Task* task);

/// A department of the directory, or exactly the name of a lead or co that only some plan has.
Result<std::string> resolve_department_anywhere(std::string_view text, const Directory& directory,
                                                View& view);

/// Who acts (design §10, People), with what is granted for `plan`; empty: for every plan. A lead or
/// co outside the directory, which `view` knows, acts through its own account.
Result<Person> resolve_person(const World& world, const Meta& meta, const People& people,
                              const Directory& directory, std::string_view plan, View& view);

}  // namespace duban
