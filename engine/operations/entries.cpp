#include "engine/operations/entries.hpp"

#include <algorithm>

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
  }
  return tl::make_unexpected(not_theirs(office, roles, plan, what));
}

Error not_theirs(const Office& office, const std::vector<Role>& roles, std::string_view plan,
                 std::string_view what) {
  constexpr std::size_t named_max = 3;
  std::string names;
  for (const Role role : roles) names += (names.empty() ? "" : ", ") + std::string(to_text(role));
  std::vector<std::string> holders;
  for (const Grant& grant : office.people.grants) {
    const bool fits = std::find(roles.begin(), roles.end(), grant.role) != roles.end() &&
                      (grant.plan.empty() || grant.plan == plan);
    if (!fits || std::find(holders.begin(), holders.end(), grant.subject) != holders.end())
      continue;
    if (holders.size() == named_max) break;
    holders.push_back(grant.subject);
  }
  Values values{{"what", std::string(what)}, {"roles", names}, {"actor", office.person.actor.id}};
  if (holders.empty())
    return {Errc::role, {"'{what}' is for the {roles}; {actor} is none", std::move(values)}};
  std::string who;
  for (const std::string& each : holders) who += (who.empty() ? "" : ", ") + each;
  values.emplace_back("who", std::move(who));
  return {Errc::role, {"'{what}' is for the {roles} ({who}); {actor} is none", std::move(values)}};
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
