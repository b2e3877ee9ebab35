#include "storage/task_table.hpp"

#include "engine/model/task_fields.hpp"

namespace duban::storage {
namespace {

constexpr std::string_view select_cos =
    "SELECT position, name FROM task_co "
    "WHERE plan = ? AND part = ? AND section = ? AND no = ? ORDER BY position";

/// `cos`: of select_cos.
Result<std::vector<std::string>> cos_of(Query& cos, const TaskKey& key) {
  cos.again().bind(key.plan, key.part, key.section, key.no);
  std::vector<std::string> names;
  while (cos.step()) {
    if (cos.integer(0) != static_cast<std::int64_t>(names.size()))
      return damaged_row({"task_co", &key}, "position");
    names.push_back(cos.text(1));
  }
  return names;
}

void insert_cos(Connection& connection, const Task& task) {
  const TaskKey& key = task.key;
  for (std::size_t i = 0; i < task.co.size(); ++i) {
    connection
        .query(
            "INSERT INTO task_co (plan, part, section, no, position, name) "
            "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(key.plan, key.part, key.section, key.no, static_cast<int>(i), task.co[i])
        .run();
  }
}

Status replace_cos(Connection& connection, const Task& task) {
  const TaskKey& key = task.key;
  Query cos = connection.query(select_cos);
  DUBAN_TRY(const std::vector<std::string> known, cos_of(cos, key));
  if (known == task.co) return {};
  connection.query("DELETE FROM task_co WHERE plan = ? AND part = ? AND section = ? AND no = ?")
      .bind(key.plan, key.part, key.section, key.no)
      .run();
  insert_cos(connection, task);
  return {};
}

TaskKey key_in(const Query& row) { return {row.text(0), row.small(1), row.small(2), row.small(3)}; }

#define TASK_COLUMNS "SELECT plan, part, section, no, lead, state, last_entry, detail "
#define SELECT_TASK TASK_COLUMNS "FROM task"

Result<Task> task_in(const Query& row, Query& cos) {
  Task task;
  task.key = key_in(row);
  task.lead = row.text(4);
  const std::optional<TaskState> state = parse_state(row.view(5));
  if (!state) return damaged_row({"task", &task.key}, "state");
  task.state = *state;
  task.last_entry = row.integer(6);
  DUBAN_TRY(task.co, cos_of(cos, task.key));
  if (!read_detail(row.view(7), task)) return damaged_row({"task", &task.key}, "detail");
  if (task.dues.empty()) return damaged_row({"task", &task.key}, "detail");  // due() needs one
  return task;
}

/// JSON array, for json_each: any number of names in one parameter.
std::string name_list(const std::vector<std::string>& names) {
  Value list{Value::Array{}};
  for (const std::string& name : names) list.push(name);
  return canonical(list);
}

}  // namespace

Result<std::optional<Task>> find_task(Connection& connection, const TaskKey& key) try {
  Query query =
      connection.query(SELECT_TASK " WHERE plan = ? AND part = ? AND section = ? AND no = ?");
  if (!query.bind(key.plan, key.part, key.section, key.no).step()) return std::nullopt;
  Query cos = connection.query(select_cos);
  return task_in(query, cos);
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<bool> is_involved(Connection& connection, const std::string& name) try {
  Query query = connection.query(
      "SELECT EXISTS (SELECT 1 FROM task WHERE lead = ?1) "
      "OR EXISTS (SELECT 1 FROM task_co WHERE name = ?1)");
  query.bind(name).step();
  return query.integer(0) != 0;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status each_task(Connection& connection, const TaskQuery& wanted,
                 const std::function<Result<bool>(Task&)>& visit) try {
  const std::string leads = name_list(wanted.lead);
  const std::string involved = name_list(wanted.involved);
  // The few that a department is involved in lead to their rows; the other way round, by IN, every
  // task would be looked at.
  std::string sql = wanted.involved.empty() ? SELECT_TASK
                                            : TASK_COLUMNS
                        "FROM (SELECT plan, part, section, no FROM task "
                        "WHERE lead IN (SELECT value FROM json_each(:involved)) "
                        "UNION SELECT plan, part, section, no FROM task_co "
                        "WHERE name IN (SELECT value FROM json_each(:involved))) "
                        "CROSS JOIN task USING (plan, part, section, no)";
  sql += " WHERE TRUE";
  if (!wanted.plan.empty()) sql += " AND plan = :plan";
  if (wanted.part) sql += " AND part = :part";
  if (wanted.section) sql += " AND section = :section";
  if (!wanted.lead.empty()) sql += " AND lead IN (SELECT value FROM json_each(:lead))";
  sql += " ORDER BY plan, part, section, no";
  Query query = connection.query(sql);
  if (!wanted.plan.empty()) query.bind_named(":plan", wanted.plan);
  if (wanted.part) query.bind_named(":part", *wanted.part);
  if (wanted.section) query.bind_named(":section", *wanted.section);
  if (!wanted.lead.empty()) query.bind_named(":lead", leads);
  if (!wanted.involved.empty()) query.bind_named(":involved", involved);
  Query cos = connection.query(select_cos);
  while (query.step()) {
    DUBAN_TRY(Task task, task_in(query, cos));
    DUBAN_TRY(const bool more, visit(task));
    if (!more) break;
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::vector<TaskKey>> keys_with_number(Connection& connection, const TaskKey& number) try {
  // Each question has an index of its own: that of numbers scatters a plan's tasks.
  static constexpr std::string_view in_any_plan =
      "SELECT plan, part, section, no FROM task "
      "WHERE part = ?1 AND section = ?2 AND no = ?3 ORDER BY plan";
  static constexpr std::string_view in_its_plan =
      "SELECT plan, part, section, no FROM task "
      "WHERE part = ?1 AND section = ?2 AND no = ?3 AND plan = ?4";
  Query query = connection.query(number.plan.empty() ? in_any_plan : in_its_plan);
  query.bind(number.part, number.section, number.no);
  if (!number.plan.empty()) query.bind_named("?4", number.plan);
  std::vector<TaskKey> keys;
  while (query.step()) keys.push_back(key_in(query));
  return keys;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::optional<Instant>> next_timer(Connection& connection, const TaskKey& key) try {
  Query query = connection.query(
      "SELECT next_timer FROM task WHERE plan = ? AND part = ? AND section = ? AND no = ?");
  query.bind(key.plan, key.part, key.section, key.no);
  if (!query.step() || query.is_null(0)) return std::nullopt;
  return Instant{query.integer(0)};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::vector<TaskKey>> ripe_tasks(Connection& connection, Instant until) try {
  Query query = connection.query(
      "SELECT plan, part, section, no FROM task INDEXED BY task_by_timer "
      "WHERE next_timer IS NOT NULL AND next_timer <= ? ORDER BY plan, part, section, no");
  query.bind(until.seconds);
  std::vector<TaskKey> keys;
  while (query.step()) keys.push_back(key_in(query));
  return keys;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_task(Connection& connection, const Task& task, std::optional<Instant> timer,
                Row row) try {
  const TaskKey& key = task.key;
  const std::string detail = detail_text(task);
  const std::string state(to_text(task.state));
  std::optional<std::int64_t> next;
  if (timer) next = timer->seconds;
  if (row == Row::unknown) {
    const int added =
        connection
            .query(
                "INSERT INTO task (plan, part, section, no, lead, state, next_timer, last_entry, "
                "detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .bind(key.plan, key.part, key.section, key.no, task.lead, state, next, task.last_entry,
                  detail)
            .run();
    if (added == 1) {
      insert_cos(connection, task);
      return {};
    }
  }
  // The lead seldom changes: naming it here would rewrite its index each time.
  const int changed =
      connection
          .query(
              "UPDATE task SET state = ?, next_timer = ?, last_entry = ?, detail = ? "
              "WHERE plan = ? AND part = ? AND section = ? AND no = ? AND lead = ?")
          .bind(state, next, task.last_entry, detail, key.plan, key.part, key.section, key.no,
                task.lead)
          .run();
  if (changed == 0) {
    connection
        .query(
            "UPDATE task SET state = ?, next_timer = ?, last_entry = ?, detail = ?, lead = ? "
            "WHERE plan = ? AND part = ? AND section = ? AND no = ?")
        .bind(state, next, task.last_entry, detail, task.lead, key.plan, key.part, key.section,
              key.no)
        .run();
  }
  if (row == Row::same_co) return {};
  return replace_cos(connection, task);
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
