#include "storage/task_text_table.hpp"

#include "storage/row_reader.hpp"

namespace duban::storage {

Result<std::optional<TaskText>> find_text(Connection& connection, const TaskKey& key) try {
  Query query = connection.query(
      "SELECT plan, part, section, no, part_title, section_title, content, deadline FROM task_text "
      "WHERE plan = ? AND part = ? AND section = ? AND no = ?");
  if (!query.bind(key.plan, key.part, key.section, key.no).step()) return std::nullopt;
  RowReader row(query, "task_text", 4);
  TaskText text{row.text(4), row.text(5), row.text(6), row.text(7)};
  if (!row.fits()) return row.damaged();
  return text;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status put_text(Connection& connection, const TaskKey& key, const TaskText& text) try {
  connection
      .query(
          "INSERT OR REPLACE INTO task_text (plan, part, section, no, part_title, "
          "section_title, content, deadline) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(key.plan, key.part, key.section, key.no, text.part_title, text.section_title,
            text.content, text.deadline)
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
