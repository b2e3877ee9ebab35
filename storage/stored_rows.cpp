#include "storage/stored_rows.hpp"

namespace duban::storage {
namespace {

/// The first four columns; plans come in runs, whose name is not made anew for each row.
void read_key(const Query& row, TaskKey& key) {
  const std::string_view plan = row.view(0);
  if (key.plan != plan) key.plan = plan;
  key.part = row.small(1);
  key.section = row.small(2);
  key.no = row.small(3);
}

/// `fill` takes over what comes after the key.
template <class Row>
Status each_row(Connection& connection, std::string_view sql,
                void (*fill)(const Query& query, Row& row),
                const std::function<Result<bool>(const Row&)>& visit) try {
  Query query = connection.query(sql);
  Row row;
  while (query.step()) {
    read_key(query, row.key);
    fill(query, row);
    DUBAN_TRY(const bool more, visit(row));
    if (!more) break;
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace

Status each_stored_task(Connection& connection,
                        const std::function<Result<bool>(const StoredTask&)>& visit) {
  // By key: through the index that everybody else finds a task by.
  return each_row<StoredTask>(
      connection,
      "SELECT plan, part, section, no, lead, state, next_timer, last_entry, detail FROM task "
      "ORDER BY plan, part, section, no",
      [](const Query& query, StoredTask& task) {
        task.lead = query.view(4);
        task.state = query.view(5);
        task.next_timer.reset();
        if (!query.is_null(6)) task.next_timer = Instant{query.integer(6)};
        task.last_entry = query.integer(7);
        task.detail = query.view(8);
      },
      visit);
}

Status each_stored_co(Connection& connection,
                      const std::function<Result<bool>(const StoredCo&)>& visit) {
  return each_row<StoredCo>(
      connection, "SELECT plan, part, section, no, position, name FROM task_co",
      [](const Query& query, StoredCo& co) {
        co.position = query.integer(4);
        co.name = query.view(5);
      },
      visit);
}

Status each_stored_text(Connection& connection,
                        const std::function<Result<bool>(const StoredText&)>& visit) {
  return each_row<StoredText>(
      connection,
      "SELECT plan, part, section, no, part_title, section_title, content, deadline "
      "FROM task_text",
      [](const Query& query, StoredText& text) {
        text.part_title = query.view(4);
        text.section_title = query.view(5);
        text.content = query.view(6);
        text.deadline = query.view(7);
      },
      visit);
}

}  // namespace duban::storage
