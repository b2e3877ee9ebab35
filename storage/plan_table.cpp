#include "storage/plan_table.hpp"

#include "storage/row_reader.hpp"

namespace duban::storage {
namespace {

constexpr std::string_view columns =
    "SELECT id, title, file, sha256, digest, issued, ends, imported, tasks, settled, number, "
    "issuer "
    "FROM plan";

Result<Plan> plan_in(const Query& query) {
  RowReader row(query, "plan", 1);
  Plan plan;
  plan.id = row.text(0);
  plan.title = row.text(1);
  plan.file = row.text(2);
  plan.sha256 = row.text(3);
  plan.digest = row.text(4);
  plan.issued = row.maybe_date(5);
  plan.ends = row.maybe_date(6);
  plan.imported = row.instant(7);
  plan.tasks = row.number(8);
  plan.settled = row.text(9);
  plan.number = row.text(10);
  plan.issuer = row.text(11);
  if (!row.fits()) return row.damaged();
  return plan;
}

}  // namespace

Result<std::vector<Plan>> all_plans(Connection& connection, const RowFault& told) try {
  Query query = connection.query(std::string(columns) + " ORDER BY id");
  std::vector<Plan> plans;
  while (query.step()) {
    Result<Plan> plan = plan_in(query);
    if (plan)
      plans.push_back(*std::move(plan));
    else
      DUBAN_TRY(pass_by(plan.error(), told));
  }
  return plans;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::optional<Plan>> find_plan(Connection& connection, const std::string& id) try {
  Query query = connection.query(std::string(columns) + " WHERE id = ?");
  if (!query.bind(id).step()) return std::nullopt;
  return plan_in(query);
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_plan(Connection& connection, const Plan& plan) try {
  const std::optional<std::string> issued = maybe_text(plan.issued);
  const std::optional<std::string> ends = maybe_text(plan.ends);
  // Not REPLACE: that would delete the row, which tasks refer to.
  connection
      .query(
          "INSERT INTO plan (id, title, file, sha256, digest, issued, ends, imported, tasks, "
          "settled, number, issuer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO "
          "UPDATE SET "
          "title = excluded.title, file = excluded.file, sha256 = excluded.sha256, "
          "digest = excluded.digest, issued = excluded.issued, ends = excluded.ends, "
          "imported = excluded.imported, tasks = excluded.tasks, "
          "settled = excluded.settled, number = excluded.number, issuer = excluded.issuer")
      .bind(plan.id, plan.title, plan.file, plan.sha256, plan.digest, issued, ends,
            plan.imported.seconds, plan.tasks, plan.settled, plan.number, plan.issuer)
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status remove_plan(Connection& connection, const std::string& id) try {
  for (const std::string_view rows :
       {"DELETE FROM escalation WHERE plan = ?", "DELETE FROM task_text WHERE plan = ?",
        "DELETE FROM task_co WHERE plan = ?", "DELETE FROM task WHERE plan = ?",
        "DELETE FROM plan WHERE id = ?"})
    connection.query(rows).bind(id).run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
