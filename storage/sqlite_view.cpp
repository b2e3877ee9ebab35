#include "storage/sqlite_view.hpp"

#include "storage/meta_table.hpp"

namespace duban::storage {

Result<std::unique_ptr<View>> SqliteView::begin(std::unique_ptr<Connection> connection) try {
  connection->run("BEGIN");
  connection->query("SELECT one FROM meta").step();  // the first reading fixes the snapshot
  return std::unique_ptr<View>(new SqliteView(std::move(connection)));
} catch (const SQLite::Exception& e) {
  return connection->failure(e);
}

Result<Meta> SqliteView::meta() {
  DUBAN_TRY(Meta meta, stored_meta(*connection_));
  DUBAN_TRY(const Frontier frontier, stored_frontier(*connection_));
  meta.size = frontier.size();
  meta.root = frontier.root();
  return meta;
}

}  // namespace duban::storage
