#include "storage/people_table.hpp"

#include <algorithm>

#include "engine/log/people_value.hpp"
#include "storage/row_reader.hpp"

namespace duban::storage {

namespace {

Result<Actor> actor_in(const Query& query) {
  RowReader row(query, "actor", 1);
  Actor actor{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)};
  actor.ended = row.maybe_instant(5);
  if (Result<std::vector<FormerActor>> was = parse_former(row.view(6)))
    actor.was = *std::move(was);
  else
    row.blame(6);
  if (!row.fits()) return row.damaged();
  return actor;
}

Result<Grant> grant_in(const Query& query) {
  RowReader row(query, "grant_", 3);
  Grant grant{row.text(0), row.word<Role>(1, parse_role), row.text(2)};
  if (!row.fits()) return row.damaged();
  return grant;
}

}  // namespace

Result<People> all_people(Connection& connection, const RowFault& told) try {
  People people;
  Query actors =
      connection.query("SELECT id, department, name, account, person, ended, was FROM actor");
  while (actors.step()) {
    Result<Actor> actor = actor_in(actors);
    if (actor)
      people.actors.emplace(actor->id, *std::move(actor));
    else
      DUBAN_TRY(pass_by(actor.error(), told));
  }
  Query grants = connection.query("SELECT subject, role, plan FROM grant_");
  while (grants.step()) {
    Result<Grant> grant = grant_in(grants);
    if (grant)
      people.grants.push_back(*std::move(grant));
    else
      DUBAN_TRY(pass_by(grant.error(), told));
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
