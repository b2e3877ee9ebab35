#include "storage/stored_rows.hpp"

#include "storage/row_reader.hpp"

namespace duban::storage {
namespace {

/// `fill` takes over what comes after the key.
template <class Stored>
Status each_row(Connection& connection, std::string_view table, std::string_view sql,
                const std::function<void(RowReader& row, const Query& query, Stored& stored)>& fill,
                const std::function<Result<bool>(const Stored&)>& visit, const RowFault& told) try {
  Query query = connection.query(sql);
  Stored stored;
  while (query.step()) {
    RowReader row = RowReader::of_task(query, table);
    row.key(stored.key);
    if (row.fits()) fill(row, query, stored);
    if (!row.fits()) {
      DUBAN_TRY(pass_by(row.damaged().value(), told));
      continue;
    }
    DUBAN_TRY(const bool more, visit(stored));
    if (!more) break;
  }
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

/// The rows of `task_co`, read along with those of `task`.
class Cos {
 public:
  Cos(Connection& connection, const RowFault& told)
      : query_(connection.query("SELECT plan, path, position, name FROM task_co "
                                "ORDER BY plan, path, position")),
        told_(told) {}
  /// Those of one task, until the next is asked for; tasks must be asked for in the order of keys.
  Result<std::span<const StoredCo>> of(const TaskKey& task) {
    if (!begun_) DUBAN_TRY(next());
    // These hang on no task: the number of rows betrays them.
    while (more_ && key_ < task) DUBAN_TRY(next());
    std::size_t count = 0;
    while (more_ && key_ == task) {
      if (count == room_.size()) room_.emplace_back();
      room_[count].position = query_.integer(2);
      room_[count++].name = query_.view(3);
      DUBAN_TRY(next());
    }
    return std::span<const StoredCo>{room_.data(), count};
  }

 private:
  Status next() {
    begun_ = true;
    for (;;) {
      more_ = query_.step();
      if (!more_) return {};
      RowReader row = RowReader::of_task(query_, "task_co", 1);
      row.key(key_);
      if (row.fits()) return {};
      DUBAN_TRY(pass_by(row.damaged().value(), told_));
    }
  }

  Query query_;
  const RowFault& told_;
  TaskKey key_;
  bool begun_ = false;
  bool more_ = false;
  std::vector<StoredCo> room_;
};

}  // namespace

Status each_stored_task(Connection& connection,
                        const std::function<Result<bool>(const StoredTask&)>& visit,
                        const RowFault& told) try {
  Cos cos(connection, told);
  const auto with_cos = [&](const StoredTask& row) -> Result<bool> {
    StoredTask task = row;
    DUBAN_TRY(task.co, cos.of(task.key));
    return visit(task);
  };
  // By key: through the index that everybody else finds a task by.
  return each_row<StoredTask>(
      connection, "task",
      "SELECT plan, path, lead, state, next_timer, last_entry, detail FROM task "
      "ORDER BY plan, path",
      [](RowReader& row, const Query& query, StoredTask& task) {
        task.lead = query.view(2);
        task.state = query.view(3);
        task.next_timer = row.maybe_instant(4);
        task.last_entry = row.seq(5);
        task.detail = query.view(6);
      },
      with_cos, told);
} catch (const SQLite::Exception& e) {  // of the co's: each_row has its own
  return connection.failure(e);
}

Status each_stored_text(Connection& connection,
                        const std::function<Result<bool>(const StoredText&)>& visit,
                        const RowFault& told) {
  return each_row<StoredText>(
      connection, "task_text", "SELECT plan, path, titles, content, deadline, extra FROM task_text",
      [](RowReader&, const Query& query, StoredText& text) {
        text.titles = query.view(2);
        text.content = query.view(3);
        text.deadline = query.view(4);
        text.extra = query.view(5);
      },
      visit, told);
}

}  // namespace duban::storage
