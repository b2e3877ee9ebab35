#include "engine/policy/parties.hpp"

#include <algorithm>

#include "engine/policy/rules_for.hpp"

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

namespace {

/// The lead's house, and who may act for it: a group leads through any member.
bool is_of_lead(const Task& task, std::string_view department, const Directory& directory) {
  return directory.same_house(department, task.lead) || is_lead(task, department, directory);
}

const std::string* co_of_house(const Task& task, std::string_view department,
                               const Directory& directory) {
  const auto same_house = [&](std::string_view name) {
    return directory.same_house(department, name);
  };
  for (const std::string& co : task.co) {
    const auto members = directory.members(co);
    if (same_house(co) || std::any_of(members.begin(), members.end(), same_house)) return &co;
  }
  return nullptr;
}

/// Whose house this actor is of now; nullptr for neither's.
const std::string* house_now(Party party, const Task& task, const Actor& actor,
                             const Directory& directory) {
  if (actor.ended) return nullptr;
  if (party == Party::co) return co_of_house(task, actor.department, directory);
  return is_of_lead(task, actor.department, directory) ? &task.lead : nullptr;
}

bool was_of_house(Party party, const Origin& origin, const Actor& then,
                  const Directory& directory) {
  if (then.ended || then.department.empty()) return false;
  return contains(party == Party::co ? origin.co_house : origin.lead_house, then.department,
                  directory);
}

/// The person who recorded it, as he is now or as both were then.
std::optional<Tie> tie_to_recorder(const std::string& id, const Origin& origin,
                                   const std::vector<const Actor*>& selves) {
  const Actor recorder{id, {}, origin.name, origin.account, origin.person};
  for (const Actor* self : selves) {
    if (self->id == id) return Tie{id, id};
  }
  for (const Actor* self : selves) {
    if (is_one_person(as_of(*self, origin.changes), recorder)) return Tie{self->id, id, true};
  }
  return std::nullopt;
}

std::vector<std::string> houses_of(const std::string& name, const Directory& directory) {
  std::vector<std::string> all = directory.house_of(name);
  for (const std::string& member : directory.members(name)) {
    for (std::string& each : directory.house_of(member)) all.push_back(std::move(each));
  }
  return all;
}

}  // namespace

const Origin* judged_origin(const Task& task, Event event) {
  switch (event) {
    case Event::verify:
    case Event::conclude:
    case Event::return_:
      return task.report ? &task.report->origin : nullptr;
    case Event::grant_extension:
    case Event::deny_extension:
      return task.request ? &task.request->origin : nullptr;
    default:
      return nullptr;
  }
}

std::optional<Tie> tie_to(Party party, const Task& task, const Person& person, Event event,
                          const Directory& directory) {
  std::vector<const Actor*> selves{&person.actor};
  for (const Actor& other : person.others) selves.push_back(&other);
  if (party == Party::reporter) {
    if (!task.report) return std::nullopt;
    return tie_to_recorder(task.report->reporter, task.report->origin, selves);
  }
  if (party == Party::requester) {
    if (!task.request) return std::nullopt;
    return tie_to_recorder(task.request->requester, task.request->origin, selves);
  }
  for (const Actor* self : selves) {
    if (const std::string* name = house_now(party, task, *self, directory))
      return Tie{self->id, *name};
  }
  const Origin* origin = judged_origin(task, event);
  if (!origin) return std::nullopt;
  for (const Actor* self : selves) {
    const Actor then = as_of(*self, origin->changes);
    if (was_of_house(party, *origin, then, directory))
      return Tie{self->id, party == Party::lead ? task.lead : then.department, true};
  }
  return std::nullopt;
}

Origin origin_now(const Task& task, const Person& person, const Basis& basis) {
  const Directory& directory = basis.directory;
  const RuleLayer& rules = rules_for(basis, task);
  Origin origin{.account = person.actor.account,
                .name = person.actor.name,
                .person = person.actor.person,
                .changes = person.changes,
                .lead_house = directory.house_of(task.lead),
                .co_house = {}};
  for (const std::string& member : directory.members(task.lead))
    origin.lead_house.push_back(member);
  bool co_is_kept_away = false;
  for (const Event event : {Event::verify, Event::conclude, Event::return_, Event::grant_extension,
                            Event::deny_extension}) {
    const TransitionRule* rule = rules.transition(event);
    if (!rule || !rule->forbid) continue;
    const auto& parties = rule->forbid->value;
    co_is_kept_away |= std::find(parties.begin(), parties.end(), Party::co) != parties.end();
  }
  for (const std::string& co : task.co) {
    if (!co_is_kept_away) break;
    for (std::string& each : houses_of(co, directory)) origin.co_house.push_back(std::move(each));
  }
  return origin;
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
