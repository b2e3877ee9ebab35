#include "engine/policy/cast.hpp"

namespace duban {

std::vector<Person> cast_of(Role role, const Task& task, const People& people,
                            const Directory& directory) {
  std::vector<Person> persons;
  const auto add = [&](const Actor& actor) {
    if (actor.ended) return;
    for (const Person& known : persons) {
      if (known.actor.id == actor.id) return;
    }
    persons.push_back(person_of(actor, task.key.plan, people, directory));
  };
  const auto add_department = [&](const std::string& name) {
    const std::string department = directory.canonical(name);
    const auto own = people.actors.find(department);
    add(own != people.actors.end() ? own->second : Actor{department, department, {}, {}});
    for (const auto& [id, actor] : people.actors) {
      if (directory.same(actor.department, name)) add(actor);
    }
  };
  if (role == Role::lead) {
    add_department(task.lead);
  } else if (role == Role::co) {
    for (const std::string& co : task.co) add_department(co);
  } else {
    for (const Grant& grant : people.grants) {
      if (grant.role != role || !(grant.plan.empty() || grant.plan == task.key.plan)) continue;
      const auto actor = people.actors.find(grant.subject);
      if (actor != people.actors.end()) {
        add(actor->second);
      } else {
        add_department(grant.subject);
      }
    }
  }
  return persons;
}

}  // namespace duban
