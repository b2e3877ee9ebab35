#include "rules/proof/cast.hpp"

#include <algorithm>

#include "engine/model/person.hpp"
#include "engine/policy/parties.hpp"
#include "engine/policy/rules_for.hpp"

namespace duban::proof {

Cast::Cast(const Directory& directory, const People& people, std::string plan)
    : directory_(directory), people_(people), plan_(std::move(plan)) {
  const auto add = [this](const Person& found) {
    const bool known = std::any_of(granted_.begin(), granted_.end(), [&](const Person& each) {
      return each.actor.id == found.actor.id;
    });
    if (!known && (found.coordinator || found.auditor || found.admin)) granted_.push_back(found);
  };
  for (const auto& [id, actor] : people_.actors) add(person(actor));
  for (const Grant& grant : people_.grants) {
    if (directory_.find(grant.subject)) add(account_of(directory_.canonical(grant.subject)));
  }
  for (const Person& each : granted_) {
    const auto same = [&](const Person& other) {
      return each.admin == other.admin && each.coordinator == other.coordinator &&
             each.auditor == other.auditor &&
             directory_.same(each.actor.department, other.actor.department);
    };
    if (std::count_if(players_.begin(), players_.end(), same) < 2) players_.push_back(each);
  }
  const bool has_admin =
      std::any_of(granted_.begin(), granted_.end(), [](const Person& each) { return each.admin; });
  if (!has_admin) {
    Person admin;
    admin.actor.id = "admin";
    admin.admin = true;
    granted_.push_back(admin);
    players_.push_back(admin);
  }
  for (const Department& each : directory_.departments()) {
    const bool judged = std::any_of(granted_.begin(), granted_.end(), [&](const Person& someone) {
      return directory_.same_house(someone.actor.department, each.name);
    });
    if (!judged) neutral_.push_back(each.name);
  }
  const auto rank = [&](const std::string& name) {
    return directory_.is_group(name) ? 2 : directory_.find(name)->superior.empty() ? 1 : 0;
  };
  std::stable_sort(neutral_.begin(), neutral_.end(),
                   [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

Person Cast::person(const Actor& actor) const {
  return person_of(actor, plan_, people_, directory_);
}

Person Cast::account_of(const std::string& department) const {
  const auto known = people_.actors.find(department);
  return person(known != people_.actors.end() ? known->second
                                              : Actor{department, department, {}, {}});
}

bool Cast::is_held(Role role) const {
  return std::any_of(granted_.begin(), granted_.end(), [&](const Person& each) {
    return (role == Role::coordinator && each.coordinator) ||
           (role == Role::auditor && each.auditor) || (role == Role::admin && each.admin);
  });
}

std::vector<Person> Cast::hearers(const std::string& word, const Task& task,
                                  const Basis& basis) const {
  std::vector<Person> found;
  const auto holders = [&](Role role) {
    for (const Person& each : granted_) {
      if (has_role(task, each, role, directory_)) found.push_back(each);
    }
  };
  if (word == "missing") {
    for (const std::string& co : missing_cos(task, rules_for(basis, task), directory_))
      found.push_back(account_of(co));
  } else if (word == "superior") {
    const Department* lead = directory_.find(task.lead);
    if (lead && !lead->superior.empty()) {
      found.push_back(account_of(lead->superior));
    } else {
      holders(Role::coordinator);
    }
  } else if (const std::optional<Role> role = parse_role(word)) {
    if (*role == Role::lead) {
      found.push_back(account_of(task.lead));
    } else if (*role == Role::co) {
      for (const std::string& co : task.co) found.push_back(account_of(co));
    } else {
      holders(*role);
    }
  } else if (directory_.find(word)) {
    // The department's account, and those of its people who were granted something.
    found.push_back(account_of(directory_.canonical(word)));
    for (const Person& each : granted_) {
      if (directory_.same(each.actor.department, word)) found.push_back(each);
    }
  }
  return found;
}

}  // namespace duban::proof
