#include "storage/task_table.hpp"

#include "engine/model/coherence.hpp"
#include "engine/model/task_fields.hpp"
#include "storage/path_text.hpp"
#include "storage/row_reader.hpp"

namespace duban::storage {
namespace {

constexpr std::string_view select_cos =
    "SELECT plan, path, position, name FROM task_co "
    "WHERE plan = ? AND path = ? ORDER BY position";

/// `cos`: of select_cos.
Result<std::vector<std::string>> cos_of(Query& cos, const TaskKey& key) {
  const std::string path = path_text(key);
  cos.again().bind(key.plan, path);
  std::vector<std::string> names;
  while (cos.step()) {
    RowReader row = RowReader::of_task(cos, "task_co", 1);
    const auto next = static_cast<std::int64_t>(names.size());
    row.integer(2, next, next);
    names.push_back(row.text(3));
    if (!row.fits()) return row.damaged();
  }
  return names;
}

void insert_cos(Connection& connection, const Task& task, const std::string& path) {
  for (std::size_t i = 0; i < task.co.size(); ++i) {
    connection.query("INSERT INTO task_co (plan, path, position, name) VALUES (?, ?, ?, ?)")
        .bind(task.key.plan, path, static_cast<int>(i), task.co[i])
        .run();
  }
}

Status replace_cos(Connection& connection, const Task& task, const std::string& path) {
  Query cos = connection.query(select_cos);
  DUBAN_TRY(const std::vector<std::string> known, cos_of(cos, task.key));
  if (known == task.co) return {};
  connection.query("DELETE FROM task_co WHERE plan = ? AND path = ?")
      .bind(task.key.plan, path)
      .run();
  insert_cos(connection, task, path);
  return {};
}

/// Of the first two columns.
Result<TaskKey> key_in(const Query& query) {
  RowReader row = RowReader::of_task(query, "task");
  TaskKey key = row.key();
  if (!row.fits()) return row.damaged();
  return key;
}

/// Of all rows; those that cannot be read are told of.
Result<std::vector<TaskKey>> keys_in(Query& query, const RowFault& told) {
  std::vector<TaskKey> keys;
  while (query.step()) {
    Result<TaskKey> key = key_in(query);
    if (key)
      keys.push_back(*std::move(key));
    else
      DUBAN_TRY(pass_by(key.error(), told));
  }
  return keys;
}

#define TASK_COLUMNS "SELECT plan, path, lead, state, last_entry, detail "
#define SELECT_TASK TASK_COLUMNS "FROM task"

Result<Task> task_in(const Query& query, Query& cos) {
  constexpr int detail = 5;
  RowReader row = RowReader::of_task(query, "task");
  Task task;
  task.key = row.key();
  task.lead = row.text(2);
  task.state = row.word<TaskState>(3, parse_state);
  task.last_entry = row.seq(4);
  DUBAN_TRY(task.co, cos_of(cos, task.key));
  if (!read_detail(row.view(detail), task) || !is_coherent(task)) row.blame(detail);
  if (!row.fits()) return row.damaged();
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
  Query query = connection.query(SELECT_TASK " WHERE plan = ? AND path = ?");
  const std::string path = path_text(key);
  if (!query.bind(key.plan, path).step()) return std::nullopt;
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
                 const std::function<Result<bool>(Task&)>& visit, const RowFault& told) try {
  const std::string leads = name_list(wanted.lead);
  const std::string involved = name_list(wanted.involved);
  const std::string above = path_text(wanted.below);
  // The few that a department is involved in lead to their rows; the other way round, by IN, every
  // task would be looked at.
  std::string sql = wanted.involved.empty() ? SELECT_TASK
                                            : TASK_COLUMNS
                        "FROM (SELECT plan, path FROM task "
                        "WHERE lead IN (SELECT value FROM json_each(:involved)) "
                        "UNION SELECT plan, path FROM task_co "
                        "WHERE name IN (SELECT value FROM json_each(:involved))) "
                        "CROSS JOIN task USING (plan, path)";
  sql += " WHERE TRUE";
  if (!wanted.plan.empty()) sql += " AND plan = :plan";
  if (!wanted.below.empty()) sql += " AND path > :above AND path < :above || 'Z'";
  if (!wanted.lead.empty()) sql += " AND lead IN (SELECT value FROM json_each(:lead))";
  sql += " ORDER BY plan, path";
  Query query = connection.query(sql);
  if (!wanted.plan.empty()) query.bind_named(":plan", wanted.plan);
  if (!wanted.below.empty()) query.bind_named(":above", above);
  if (!wanted.lead.empty()) query.bind_named(":lead", leads);
  if (!wanted.involved.empty()) query.bind_named(":involved", involved);
  Query cos = connection.query(select_cos);
  while (query.step()) {
    Result<Task> task = task_in(query, cos);
    if (!task) {
      DUBAN_TRY(pass_by(task.error(), told));
      continue;
    }
    DUBAN_TRY(const bool more, visit(*task));
    if (!more) break;
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::vector<TaskKey>> keys_with_number(Connection& connection, const TaskKey& number,
                                              const RowFault& told) try {
  // Each question has an index of its own: that of last numbers scatters a plan's tasks.
#define WITH_LAST "FROM task WHERE substr(path, length(rtrim(path, '0123456789'))) = ?1 "
  static constexpr std::string_view in_any_plan =
      "SELECT plan, path " WITH_LAST "AND path = ?2 ORDER BY plan";
  static constexpr std::string_view at_the_end =
      "SELECT plan, path " WITH_LAST "AND path GLOB '?*' || ?2 ORDER BY plan, path";
#undef WITH_LAST
  static constexpr std::string_view in_its_plan =
      "SELECT plan, path FROM task WHERE plan = ?1 AND path = ?2";
  const std::string path = path_text(number);
  if (!number.plan.empty()) {
    Query query = connection.query(in_its_plan);
    query.bind(number.plan, path);
    return keys_in(query, told);
  }
  const std::string last = path_text(number.numbers().last(1));
  for (const std::string_view sql : {in_any_plan, at_the_end}) {
    Query query = connection.query(sql);
    query.bind(last, path);
    DUBAN_TRY(std::vector<TaskKey> keys, keys_in(query, told));
    if (!keys.empty()) return keys;
  }
  return std::vector<TaskKey>();
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::optional<Instant>> next_timer(Connection& connection, const TaskKey& key) try {
  Query query = connection.query(
      "SELECT plan, path, next_timer FROM task "
      "WHERE plan = ? AND path = ?");
  const std::string path = path_text(key);
  if (!query.bind(key.plan, path).step()) return std::nullopt;
  RowReader row = RowReader::of_task(query, "task");
  const std::optional<Instant> timer = row.maybe_instant(2);
  if (!row.fits()) return row.damaged();
  return timer;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<std::vector<TaskKey>> ripe_tasks(Connection& connection, Instant until,
                                        const RowFault& told) try {
  Query query = connection.query(
      "SELECT plan, path FROM task INDEXED BY task_by_timer "
      "WHERE next_timer IS NOT NULL AND next_timer <= ? ORDER BY plan, path");
  query.bind(until.seconds);
  return keys_in(query, told);
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Result<TimerShare> compare_timers(Connection& connection, std::int64_t from,
                                  std::int64_t most) try {
  // The tasks as they lie in the table itself; then the two indexes that lead a night to them.
  Query tasks = connection.query(
      "SELECT plan, path, next_timer, rowid FROM task NOT INDEXED "
      "WHERE rowid > ? ORDER BY rowid LIMIT ?");
  Query in_timers = connection.query(
      "SELECT rowid FROM task INDEXED BY task_by_timer WHERE next_timer IS NOT NULL AND "
      "next_timer = ? AND plan = ? AND path = ?");
  Query in_keys = connection.query(
      "SELECT rowid FROM task INDEXED BY sqlite_autoindex_task_1 "
      "WHERE plan = ? AND path = ?");
  tasks.bind(from, most);
  TimerShare share;
  while (tasks.step()) {
    ++share.tasks;
    RowReader row = RowReader::of_task(tasks, "task");
    const TaskKey key = row.key();
    const std::optional<Instant> timer = row.maybe_instant(2);
    share.next = tasks.integer(3);
    if (!row.fits()) {
      share.unread.push_back(row.damaged().value());
      continue;
    }
    const auto leads_here = [&](Query& index) {
      return index.step() && index.integer(0) == share.next;
    };
    const std::string path = path_text(key);
    in_keys.again().bind(key.plan, path);
    if (timer) in_timers.again().bind(timer->seconds, key.plan, path);
    if (!leads_here(in_keys) || (timer && !leads_here(in_timers))) share.lost.push_back(key);
  }
  if (share.tasks < most) share.next = 0;
  return share;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_task(Connection& connection, const Task& task, std::optional<Instant> timer,
                Row row) try {
  const TaskKey& key = task.key;
  const std::string path = path_text(key);
  const std::string detail = detail_text(task);
  const std::string state(to_text(task.state));
  std::optional<std::int64_t> next;
  if (timer) next = timer->seconds;
  if (row == Row::unknown) {
    const int added = connection
                          .query(
                              "INSERT INTO task (plan, path, lead, state, next_timer, last_entry, "
                              "detail) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                          .bind(key.plan, path, task.lead, state, next, task.last_entry, detail)
                          .run();
    if (added == 1) {
      insert_cos(connection, task, path);
      return {};
    }
  }
  // The lead seldom changes: naming it here would rewrite its index each time.
  const int changed =
      connection
          .query(
              "UPDATE task SET state = ?, next_timer = ?, last_entry = ?, detail = ? "
              "WHERE plan = ? AND path = ? AND lead = ?")
          .bind(state, next, task.last_entry, detail, key.plan, path, task.lead)
          .run();
  if (changed == 0) {
    connection
        .query(
            "UPDATE task SET state = ?, next_timer = ?, last_entry = ?, detail = ?, lead = ? "
            "WHERE plan = ? AND path = ?")
        .bind(state, next, task.last_entry, detail, task.lead, key.plan, path)
        .run();
  }
  if (row == Row::same_co) return {};
  return replace_cos(connection, task, path);
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
