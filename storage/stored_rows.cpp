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
                const std::function<void(const Query& query, Row& row)>& fill,
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

/// The rows of `task_co`, read along with those of `task`.
class Cos {
 public:
  explicit Cos(Connection& connection)
      : query_(connection.query("SELECT plan, part, section, no, position, name FROM task_co "
                                "ORDER BY plan, part, section, no, position")) {
    next();
  }
  /// Those of one task, until the next is asked for; tasks must be asked for in the order of keys.
  std::span<const StoredCo> of(const TaskKey& task) {
    while (more_ && key_ < task) next();  // these hang on no task: the number of rows betrays them
    std::size_t count = 0;
    for (; more_ && key_ == task; next()) {
      if (count == room_.size()) room_.emplace_back();
      room_[count].position = query_.integer(4);
      room_[count++].name = query_.view(5);
    }
    return {room_.data(), count};
  }

 private:
  void next() {
    more_ = query_.step();
    if (more_) read_key(query_, key_);
  }

  Query query_;
  TaskKey key_;
  bool more_ = false;
  std::vector<StoredCo> room_;
};

}  // namespace

Status each_stored_task(Connection& connection,
                        const std::function<Result<bool>(const StoredTask&)>& visit) try {
  Cos cos(connection);
  // By key: through the index that everybody else finds a task by.
  return each_row<StoredTask>(
      connection,
      "SELECT plan, part, section, no, lead, state, next_timer, last_entry, detail FROM task "
      "ORDER BY plan, part, section, no",
      [&](const Query& query, StoredTask& task) {
        task.lead = query.view(4);
        task.state = query.view(5);
        task.next_timer.reset();
        if (!query.is_null(6)) task.next_timer = Instant{query.integer(6)};
        task.last_entry = query.integer(7);
        task.detail = query.view(8);
        task.co = cos.of(task.key);
      },
      visit);
} catch (const SQLite::Exception& e) {  // of the co's: each_row has its own
  return connection.failure(e);
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
