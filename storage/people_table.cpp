#include "storage/people_table.hpp"

#include <algorithm>

#include "engine/log/people_value.hpp"

namespace duban::storage {

Result<People> all_people(Connection& connection) try {
  People people;
  Query actors =
      connection.query("SELECT id, department, name, account, person, ended, was FROM actor");
  while (actors.step()) {
    Actor actor{actors.text(0), actors.text(1), actors.text(2), actors.text(3), actors.text(4)};
    if (!actors.is_null(5)) actor.ended = Instant{actors.integer(5)};
    const Result<std::vector<FormerActor>> was = parse_former(actors.view(6));
    if (!was) return damaged_row({"actor"}, "was");
    actor.was = *was;
    people.actors.emplace(actor.id, std::move(actor));
  }
  Query grants = connection.query("SELECT subject, role, plan FROM grant_");
  while (grants.step()) {
    const std::optional<Role> role = parse_role(grants.view(1));
    if (!role) return damaged_row({"grant_"}, "role");
    people.grants.push_back({grants.text(0), *role, grants.text(2)});
  }
  std::sort(people.grants.begin(), people.grants.end());  // by Role's order, which SQL lacks
  return people;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_actor(Connection& connection, const Actor& actor) try {
  connection
      .query(
          "INSERT OR REPLACE INTO actor (id, department, name, account, person, ended, was) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(actor.id, actor.department, actor.name, actor.account, actor.person,
            actor.ended ? std::optional(actor.ended->seconds) : std::nullopt,
            canonical(former_value(actor)))
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_grant(Connection& connection, const Grant& grant) try {
  connection
      .query("INSERT INTO grant_ (subject, role, plan) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
      .bind(grant.subject, to_text(grant.role), grant.plan)
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status remove_grant(Connection& connection, const Grant& grant) try {
  const int removed =
      connection.query("DELETE FROM grant_ WHERE subject = ? AND role = ? AND plan = ?")
          .bind(grant.subject, to_text(grant.role), grant.plan)
          .run();
  if (removed == 1) return {};
  return failed(Errc::not_found, "{subject} has no grant of {role} to take back",
                {{"subject", grant.subject}, {"role", std::string(to_text(grant.role))}});
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
