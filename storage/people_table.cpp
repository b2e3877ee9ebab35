#include "storage/people_table.hpp"

#include <algorithm>

namespace duban::storage {

Result<People> all_people(Connection& connection) try {
  People people;
  Query actors = connection.query("SELECT id, department, name, account FROM actor");
  while (actors.step()) {
    Actor actor{actors.text(0), actors.text(1), actors.text(2), actors.text(3)};
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
      .query("INSERT OR REPLACE INTO actor (id, department, name, account) VALUES (?, ?, ?, ?)")
      .bind(actor.id, actor.department, actor.name, actor.account)
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
