#include "storage/task_text_table.hpp"

#include "engine/base/value.hpp"
#include "storage/path_text.hpp"
#include "storage/row_reader.hpp"

namespace duban::storage {

Result<std::optional<TaskText>> find_text(Connection& connection, const TaskKey& key) try {
  Query query = connection.query(
      "SELECT plan, path, titles, content, deadline, extra FROM task_text "
      "WHERE plan = ? AND path = ?");
  const std::string path = path_text(key);
  if (!query.bind(key.plan, path).step()) return std::nullopt;
  RowReader row = RowReader::of_task(query, "task_text");
  TaskText text{row.names(2), row.text(3), row.text(4), row.pairs(5)};
  if (!row.fits()) return row.damaged();
  return text;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_text(Connection& connection, const TaskKey& key, const TaskText& text) try {
  connection
      .query(
          "INSERT OR REPLACE INTO task_text (plan, path, titles, content, deadline, extra) "
          "VALUES (?, ?, ?, ?, ?, ?)")
      .bind(key.plan, path_text(key), names_text(text.titles), text.content, text.deadline,
            pairs_text(text.extra))
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
