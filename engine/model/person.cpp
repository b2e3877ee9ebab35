#include "engine/model/person.hpp"

namespace duban {

Person person_of(Actor actor, std::string_view plan, const People& people,
                 const Directory& directory) {
  const auto holds = [&](Role role) { return people.holds(actor, role, plan, directory); };
  Person person{{}, holds(Role::coordinator), holds(Role::auditor), holds(Role::admin)};
  person.changes = people.changes();
  for (const auto& [id, other] : people.actors) {
    if (id != actor.id && is_one_person(actor, other)) person.others.push_back(other);
  }
  person.actor = std::move(actor);
  return person;
}

}  // namespace duban
