#include "storage/meta_table.hpp"

namespace duban::storage {
namespace {

/// `basis` refers to a row, so none is NULL.
std::optional<std::string> maybe_basis(const Meta& meta) {
  return meta.basis.empty() ? std::nullopt : std::optional(meta.basis);
}

}  // namespace

Result<Meta> stored_meta(Connection& connection) try {
  Query query = connection.query(
      "SELECT workspace, rehearsal, last_time, basis, last_night, judged FROM meta WHERE one = 1");
  if (!query.step()) return damaged_row({"meta"}, "its only row");
  Meta meta;
  meta.workspace = query.text(0);
  DUBAN_TRY(meta.rehearsal, flag_column(query, 1, {"meta"}));
  meta.last_time = {query.integer(2)};
  meta.basis = query.text(3);
  DUBAN_TRY(meta.last_night, maybe_date_column(query, 4, {"meta"}));
  meta.judged = {query.integer(5)};
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
  connection.query("INSERT INTO frontier (one, size, hashes) VALUES (1, 0, x'')").run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

Status update_meta(Connection& connection, const Meta& meta) try {
  const std::optional<std::string> basis = maybe_basis(meta);
  const std::optional<std::string> night = maybe_text(meta.last_night);
  connection.query("UPDATE meta SET last_time = ?, judged = ?, basis = ?, last_night = ?")
      .bind(meta.last_time.seconds, meta.judged.seconds, basis, night)
      .run();
  return {};
} catch (const SQLite::Exception& e) {
  return connection.failure(e);
}

}  // namespace duban::storage
