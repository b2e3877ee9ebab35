// Who is who on a task, and whose contribution is still missing.
#pragma once

#include <string>
#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// The lead itself, or a member of a group that leads.
bool is_lead(const Task& task, std::string_view department, const Directory& directory);
/// Named among the co's, or a member of a group that is.
bool is_co(const Task& task, std::string_view department, const Directory& directory);
/// Named among those who owe a contribution since the report, or a member of a group that is.
bool is_owing(const Task& task, std::string_view department, const Directory& directory);
/// Whether a contribution was made in this cycle under this name, or by a member of the group.
bool has_part_in(const Contribution& contribution, std::string_view name,
                 const Directory& directory);
/// Exactly one of the co names as the task lists them (any spelling of it).
bool is_co_name(const Task& task, std::string_view name, const Directory& directory);
bool contains(const std::vector<std::string>& names, std::string_view name,
              const Directory& directory);
/// Whether `person` is `role` on this task, by department or by grant.
bool has_role(const Task& task, const Person& person, Role role, const Directory& directory);
/// Whether `actor` is of the house of the lead or of a co (a group's members included), or is the
/// person who recorded the standing report or request: whom `forbid` means.
bool is_party(const Task& task, Party party, const Actor& actor, const Directory& directory);
/// The first co whose house that is; nullptr for none.
const std::string* co_of_house(const Task& task, const Actor& actor, const Directory& directory);

/// Whether this co name has contributed in full in the present cycle; a group counts by `groups`.
bool has_contributed(const Task& task, std::string_view co, Need groups,
                     const Directory& directory);
/// Co's that have neither contributed in full nor been excused, as the task lists them. A group
/// without known members blocks nobody and is never missing.
std::vector<std::string> missing_cos(const Task& task, const RuleLayer& rules,
                                     const Directory& directory);
/// How a group counts: as `report` says, any by default.
Need groups_need(const RuleLayer& rules);

}  // namespace duban
