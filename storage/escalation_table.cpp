#include "storage/escalation_table.hpp"

#include "engine/base/value.hpp"
#include "engine/model/rules.hpp"
#include "storage/row_reader.hpp"

namespace duban::storage {
namespace {

/// JSON array of texts.
std::vector<std::string> names_in(RowReader& row, int column) {
  std::vector<std::string> names;
  const Result<Value> list = parse_value(row.view(column));
  if (!list || !list->array()) {
    row.blame(column);
    return names;
  }
  for (const Value& name : *list->array()) {
    if (name.text())
      names.push_back(*name.text());
    else
      row.blame(column);
  }
  return names;
}

Result<Escalation> escalation_in(const Query& query) {
  RowReader row(query, "escalation", 7);
  Escalation escalation;
  escalation.task = row.key();
  escalation.rung = row.text(4);
  escalation.generation = row.number(5);
  escalation.occurrence = static_cast<int>(row.integer(6, 0, occurrence_max));
  escalation.level = row.number(7);
  escalation.anchor = row.view(8);
  if (!is_anchor_text(escalation.anchor)) row.blame(8);
  escalation.fires = row.date(9);
  escalation.raised = row.instant(10);
  escalation.recorded = row.instant(11);
  escalation.late_armed = row.flag(12);
  escalation.notify = names_in(row, 13);
  escalation.entry = row.seq(14);
  if (!row.fits()) return row.damaged();
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
                       const std::function<Result<bool>(const Escalation&)>& visit,
                       const RowFault& told) try {
  Query query = connection.query(task ? select_task : select_all);
  if (task) query.bind(task->plan, task->part, task->section, task->no);
  while (query.step()) {
    const Result<Escalation> escalation = escalation_in(query);
    if (!escalation) {
      DUBAN_TRY(pass_by(escalation.error(), told));
      continue;
    }
    DUBAN_TRY(const bool more, visit(*escalation));
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
