#include "storage/escalation_table.hpp"

#include "engine/base/value.hpp"
#include "engine/model/rules.hpp"
#include "storage/path_text.hpp"
#include "storage/row_reader.hpp"

namespace duban::storage {
namespace {

Result<Escalation> escalation_in(const Query& query) {
  RowReader row = RowReader::of_task(query, "escalation", 3);
  Escalation escalation;
  escalation.task = row.key();
  escalation.rung = row.text(2);
  escalation.generation = row.number(3);
  escalation.occurrence = static_cast<int>(row.integer(4, 0, occurrence_max));
  escalation.level = row.number(5);
  escalation.anchor = row.view(6);
  if (!is_anchor_text(escalation.anchor)) row.blame(6);
  escalation.fires = row.date(7);
  escalation.raised = row.instant(8);
  escalation.recorded = row.instant(9);
  escalation.late_armed = row.flag(10);
  escalation.notify = row.names(11);
  escalation.entry = row.seq(12);
  if (!row.fits()) return row.damaged();
  return escalation;
}

#define COLUMNS                                                              \
  "plan, path, rung, generation, occurrence, level, anchor, fires, raised, " \
  "recorded, late_armed, notify, entry"
constexpr std::string_view select_all =
    "SELECT " COLUMNS " FROM escalation ORDER BY plan, path, entry";
constexpr std::string_view select_task =
    "SELECT " COLUMNS " FROM escalation WHERE plan = ? AND path = ? ORDER BY entry";
constexpr std::string_view insert =
    "INSERT INTO escalation (" COLUMNS
    ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
#undef COLUMNS

}  // namespace

Status each_escalation(Connection& connection, const std::optional<TaskKey>& task,
                       const std::function<Result<bool>(const Escalation&)>& visit,
                       const RowFault& told) try {
  Query query = connection.query(task ? select_task : select_all);
  const std::string path = task ? path_text(*task) : std::string();
  if (task) query.bind(task->plan, path);
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
  const std::string names = names_text(e.notify);
  const std::string fires = to_text(e.fires);
  const int added = connection.query(insert)
                        .bind(e.task.plan, path_text(e.task), e.rung, e.generation, e.occurrence,
                              e.level, e.anchor, fires, e.raised.seconds, e.recorded->seconds,
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
