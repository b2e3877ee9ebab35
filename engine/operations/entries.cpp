#include "engine/operations/entries.hpp"

namespace duban {

Result<Office> open_office(const World& world, const std::vector<Role>& roles,
                           std::string_view plan, std::string_view what) {
  Office office;
  DUBAN_TRY(office.tx, world.store.write());
  DUBAN_TRY(office.meta, office.tx->meta());
  DUBAN_TRY(office.basis, basis_in_force(*office.tx, world.compiler));
  DUBAN_TRY(office.people, office.tx->people());
  DUBAN_TRY(office.person, resolve_person(world, office.meta, office.people,
                                          office.basis->directory, plan, *office.tx));
  DUBAN_TRY(office.now, step_time(office.meta, world, office.basis->zone));
  std::string names;
  for (const Role role : roles) {
    const bool holds = (role == Role::coordinator && office.person.coordinator) ||
                       (role == Role::admin && office.person.admin);
    if (holds) {
      office.role = role;
      if (gap_is_accepted(office.meta, world, office.now) && !office.person.admin) {
        return failed(Errc::role, "--accept-gap is for an admin; {actor} is none",
                      {{"actor", office.person.actor.id}});
      }
      return office;
    }
    names += (names.empty() ? "" : ", ") + std::string(to_text(role));
  }
  return failed(Errc::role, "'{what}' is for the {roles}; {actor} is none",
                {{"what", std::string(what)}, {"roles", names}, {"actor", office.person.actor.id}});
}

Entry office_entry(const Office& office, const World& world, Event event, Value data) {
  Entry entry;
  entry.recorded = office.now;
  entry.effective = office.now;
  entry.actor = office.person.actor.id;
  entry.via = world.account;
  entry.department = office.person.actor.department;
  entry.role = office.role;
  entry.event = event;
  entry.basis = office.basis->hash;
  entry.data = std::move(data);
  if (gap_is_accepted(office.meta, world, office.now)) entry.data.set("accept-gap", true);
  return entry;
}

}  // namespace duban
