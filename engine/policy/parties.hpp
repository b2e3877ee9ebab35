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
/// What ties a person to those whom `forbid` means: the lead's house, a co's (a group's members
/// included), or whoever recorded the standing report or request.
struct Tie {
  std::string actor;  ///< as which of his actors
  std::string name;   ///< the lead or co whose house it is, or who recorded
  bool then = false;  ///< not now, but when that was recorded which `event` judges
};
/// A person's further actors count as himself. What `event` judges (a report when verifying, a
/// request when granting) is judged by the persons and houses of its own day too.
std::optional<Tie> tie_to(Party party, const Task& task, const Person& person, Event event,
                          const Directory& directory);
/// Who and what houses a report or request comes from that `person` records now.
Origin origin_now(const Task& task, const Person& person, const Basis& basis);
/// Of the report or request that `event` judges; nullptr when it judges none.
const Origin* judged_origin(const Task& task, Event event);

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
