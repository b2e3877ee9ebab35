#include "storage/row_counts.hpp"

namespace duban::storage {

Result<RowCounts> count_rows(Connection& connection) try {
  Query query = connection.query(
      "SELECT (SELECT count(*) FROM task), (SELECT count(*) FROM task_co), "
      "(SELECT count(*) FROM task_text), (SELECT count(*) FROM escalation), "
      "(SELECT count(*) FROM plan), (SELECT count(*) FROM actor), "
      "(SELECT count(*) FROM grant_), (SELECT count(*) FROM basis), "
      "(SELECT count(*) FROM tile)");
  query.step();
  return RowCounts{.tasks = query.integer(0),
                   .co = query.integer(1),
                   .texts = query.integer(2),
                   .escalations = query.integer(3),
                   .plans = query.integer(4),
                   .actors = query.integer(5),
                   .grants = query.integer(6),
                   .bases = query.integer(7),
                   .tiles = query.integer(8)};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
