#include "engine/operations/entries.hpp"

#include "engine/log/entry_text.hpp"

namespace duban {

namespace {

/// The machine's time, which is behind what stands in the log, and is to be believed.
Result<Instant> time_behind(Transaction& tx, const Meta& meta, const World& world,
                            const Zone& zone) {
  if (meta.rehearsal)
    return failed(Errc::time, "a rehearsal has its clock from --at; there is none to accept");
  if (world.at) {
    return failed(Errc::time,
                  "--at sets the clock of a rehearsal; in this workspace only readings take it");
  }
  const Instant now = world.clock.now();
  const Values values{{"now", zone.local_text(now)}, {"last", zone.local_text(meta.judged)}};
  if (!is_behind(meta, now)) {
    return failed(Errc::conflict,
                  "the machine's clock says {now} and is not behind the last step ({last}); there "
                  "is nothing to accept",
                  values);
  }
  DUBAN_TRY(const std::string body, tx.entry_body(0));
  DUBAN_TRY(const Entry init, parse_entry(body));
  if (now < init.recorded) {
    return failed(Errc::clock,
                  "the machine's clock says {now}, before this workspace was made; set it right",
                  values);
  }
  return now;
}

}  // namespace

Result<Office> open_office(const World& world, const std::vector<Role>& roles,
                           std::string_view plan, std::string_view what, bool accepts_clock) {
  Office office;
  DUBAN_TRY(office.tx, world.store.write());
  DUBAN_TRY(office.meta, office.tx->meta());
  DUBAN_TRY(office.basis, basis_in_force(*office.tx, world.compiler));
  DUBAN_TRY(office.people, office.tx->people());
  DUBAN_TRY(office.person, resolve_person(world, office.meta, office.people,
                                          office.basis->directory, plan, *office.tx));
  DUBAN_TRY(office.now, accepts_clock
                            ? time_behind(*office.tx, office.meta, world, office.basis->zone)
                            : step_time(office.meta, world, office.basis->zone));
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
  entry.recorded = office.moment().recorded;
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
