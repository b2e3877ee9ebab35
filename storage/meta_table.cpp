#include "storage/meta_table.hpp"

#include <limits>

#include "storage/row_reader.hpp"

namespace duban::storage {
namespace {

/// `basis` refers to a row, so none is NULL.
std::optional<std::string> maybe_basis(const Meta& meta) {
  return meta.basis.empty() ? std::nullopt : std::optional(meta.basis);
}

}  // namespace

Result<Meta> stored_meta(Connection& connection) try {
  Query query = connection.query(
      "SELECT workspace, rehearsal, last_time, basis, last_night, compared, judged FROM meta "
      "WHERE one = 1");
  if (!query.step()) return row_is_gone("meta");
  RowReader row(query, "meta", 0);
  Meta meta;
  meta.workspace = row.text(0);
  meta.rehearsal = row.flag(1);
  meta.last_time = row.instant(2);
  if (!query.is_null(3)) meta.basis = row.text(3);
  meta.last_night = row.maybe_date(4);
  meta.compared = row.integer(5, 0, std::numeric_limits<std::int64_t>::max());
  meta.judged = row.instant(6);
  if (!row.fits()) return row.damaged();
  return meta;
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status insert_meta(Connection& connection, const Meta& meta) try {
  connection
      .query(
          "INSERT INTO meta (one, workspace, rehearsal, last_time, judged) VALUES (1, ?, ?, ?, ?)")
      .bind(meta.workspace, int{meta.rehearsal}, meta.last_time.seconds, meta.judged.seconds)
      .run();
  connection.query("INSERT INTO frontier (one, size, hashes, commits) VALUES (1, 0, x'', 0)").run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status update_meta(Connection& connection, const Meta& meta) try {
  const std::optional<std::string> basis = maybe_basis(meta);
  const std::optional<std::string> night = maybe_text(meta.last_night);
  connection
      .query("UPDATE meta SET last_time = ?, judged = ?, basis = ?, last_night = ?, compared = ?")
      .bind(meta.last_time.seconds, meta.judged.seconds, basis, night, meta.compared)
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
