#include "storage/escalation_table.hpp"

#include "engine/base/value.hpp"
#include "engine/model/rules.hpp"

namespace duban::storage {
namespace {

Result<Escalation> escalation_in(const Query& row) {
  Escalation escalation;
  escalation.task = {row.text(0), row.small(1), row.small(2), row.small(3)};
  const RowOf row_of{"escalation", &escalation.task};
  escalation.rung = row.text(4);
  escalation.generation = row.small(5);
  escalation.occurrence = row.small(6);
  escalation.level = row.small(7);
  escalation.anchor = row.view(8);
  if (!is_anchor_text(escalation.anchor)) return damaged_row(row_of, "anchor");
  DUBAN_TRY(escalation.fires, date_column(row, 9, row_of));
  escalation.raised = {row.integer(10)};
  escalation.recorded = Instant{row.integer(11)};
  DUBAN_TRY(escalation.late_armed, flag_column(row, 12, row_of));
  const Result<Value> notify = parse_value(row.view(13));
  if (!notify || !notify->array()) return damaged_row(row_of, "notify");
  for (const Value& name : *notify->array()) {
    if (!name.text()) return damaged_row(row_of, "notify");
    escalation.notify.push_back(*name.text());
  }
  escalation.entry = row.integer(14);
  return escalation;
}

#define COLUMNS                                                                           \
  "plan, part, section, no, rung, generation, occurrence, level, anchor, fires, raised, " \
  "recorded, late_armed, notify, entry"
constexpr std::string_view select_all =
    "SELECT " COLUMNS " FROM escalation ORDER BY plan, part, section, no, entry";
constexpr std::string_view select_task =
    "SELECT " COLUMNS
    " FROM escalation WHERE plan = ? AND part = ? AND section = ? AND no = ? ORDER BY entry";
constexpr std::string_view insert =
    "INSERT INTO escalation (" COLUMNS
    ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
#undef COLUMNS

}  // namespace

Status each_escalation(Connection& connection, const std::optional<TaskKey>& task,
                       const std::function<Result<bool>(const Escalation&)>& visit) try {
  Query query = connection.query(task ? select_task : select_all);
  if (task) query.bind(task->plan, task->part, task->section, task->no);
  while (query.step()) {
    DUBAN_TRY(const Escalation escalation, escalation_in(query));
    DUBAN_TRY(const bool more, visit(escalation));
    if (!more) break;
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_escalation(Connection& connection, const Escalation& e) try {
  DUBAN_ASSERT(e.recorded);
  Value notify{Value::Array{}};
  for (const std::string& name : e.notify) notify.push(name);
  const std::string names = canonical(notify);
  const std::string fires = to_text(e.fires);
  const int added =
      connection.query(insert)
          .bind(e.task.plan, e.task.part, e.task.section, e.task.no, e.rung, e.generation,
                e.occurrence, e.level, e.anchor, fires, e.raised.seconds, e.recorded->seconds,
                int{e.late_armed}, names, e.entry)
          .run();
  if (added == 1) return {};
  return failed(Errc::corrupt,
                "{task} has rung {rung} of generation {generation}, occurrence {occurrence}, "
                "already; nothing is raised twice",
                {{"task", to_text(e.task)},
                 {"rung", e.rung},
                 {"generation", std::to_string(e.generation)},
                 {"occurrence", std::to_string(e.occurrence)}});
} catch (const SQLite::Exception& exception) {
  return connection.failure(exception);
}

}  // namespace duban::storage
