#include "engine/policy/parties.hpp"

#include <algorithm>

namespace duban {
namespace {

bool acts_for(std::string_view name, std::string_view department, const Directory& directory) {
  if (department.empty()) return false;
  return directory.same(name, department) || directory.is_member(department, name);
}

}  // namespace

bool is_lead(const Task& task, std::string_view department, const Directory& directory) {
  return acts_for(task.lead, department, directory);
}

bool is_co(const Task& task, std::string_view department, const Directory& directory) {
  return std::any_of(task.co.begin(), task.co.end(),
                     [&](const std::string& co) { return acts_for(co, department, directory); });
}

bool is_owing(const Task& task, std::string_view department, const Directory& directory) {
  return std::any_of(task.owing.begin(), task.owing.end(),
                     [&](const std::string& co) { return acts_for(co, department, directory); });
}

bool has_part_in(const Contribution& contribution, std::string_view name,
                 const Directory& directory) {
  return acts_for(name, contribution.department, directory);
}

bool contains(const std::vector<std::string>& names, std::string_view name,
              const Directory& directory) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& each) { return directory.same(each, name); });
}

bool is_co_name(const Task& task, std::string_view name, const Directory& directory) {
  return contains(task.co, name, directory);
}

bool has_role(const Task& task, const Person& person, Role role, const Directory& directory) {
  switch (role) {
    case Role::lead:
      return is_lead(task, person.actor.department, directory);
    case Role::co:
      return is_co(task, person.actor.department, directory);
    case Role::coordinator:
      return person.coordinator;
    case Role::auditor:
      return person.auditor;
    case Role::admin:
      return person.admin;
    case Role::scheduler:
      return false;
  }
  DUBAN_ASSERT(false);
}

const std::string* co_of_house(const Task& task, const Actor& actor, const Directory& directory) {
  const auto same_house = [&](std::string_view name) {
    return directory.same_house(actor.department, name);
  };
  for (const std::string& co : task.co) {
    const auto members = directory.members(co);
    if (same_house(co) || std::any_of(members.begin(), members.end(), same_house)) return &co;
  }
  return nullptr;
}

bool is_party(const Task& task, Party party, const Actor& actor, const Directory& directory) {
  switch (party) {
    case Party::lead:
      // Whoever may act as the lead is of its house: a group leads through any member.
      return directory.same_house(actor.department, task.lead) ||
             is_lead(task, actor.department, directory);
    case Party::co:
      return co_of_house(task, actor, directory) != nullptr;
    case Party::reporter:
      return task.report && task.report->reporter == actor.id;
    case Party::requester:
      return task.request && task.request->requester == actor.id;
  }
  DUBAN_ASSERT(false);
}

bool has_contributed(const Task& task, std::string_view co, Need groups,
                     const Directory& directory) {
  const auto given = [&](std::string_view department) {
    return std::any_of(task.contributions.begin(), task.contributions.end(),
                       [&](const Contribution& contribution) {
                         return contribution.full &&
                                directory.same(contribution.department, department);
                       });
  };
  if (given(co)) return true;
  if (!directory.is_group(co)) return false;
  std::vector<std::string> members = directory.members(co);
  std::erase_if(members, [&](const std::string& m) { return directory.same(m, task.lead); });
  if (members.empty()) return false;
  return groups == Need::all ? std::all_of(members.begin(), members.end(), given)
                             : std::any_of(members.begin(), members.end(), given);
}

Need groups_need(const RuleLayer& rules) {
  const TransitionRule* report = rules.transition(Event::report);
  return report && report->groups ? report->groups->value : Need::any;
}

std::vector<std::string> missing_cos(const Task& task, const RuleLayer& rules,
                                     const Directory& directory) {
  std::vector<std::string> missing;
  const Need groups = groups_need(rules);
  for (const std::string& co : task.co) {
    if (contains(task.excused, co, directory)) continue;
    if (has_contributed(task, co, groups, directory)) continue;
    if (directory.is_group(co)) {
      std::vector<std::string> members = directory.members(co);
      std::erase_if(members, [&](const std::string& m) { return directory.same(m, task.lead); });
      if (members.empty()) continue;
    }
    missing.push_back(co);
  }
  return missing;
}

}  // namespace duban
