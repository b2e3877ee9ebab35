#include "storage/sqlite_view.hpp"

#include "storage/meta_table.hpp"
#include "storage/schema.hpp"

namespace duban::storage {

Result<std::unique_ptr<View>> SqliteView::begin(std::unique_ptr<Connection> connection,
                                                GiveBack give_back) try {
  connection->run("BEGIN");
  connection->query("SELECT one FROM meta").step();  // the first reading fixes the snapshot
  // Asked anew each time: another program may have changed the layout since the last one.
  DUBAN_TRY(check_schema(*connection));
  return std::unique_ptr<View>(new SqliteView(std::move(connection), std::move(give_back)));
} catch (const SQLite::Exception& e) {
  return connection->failure(e);
}

SqliteView::~SqliteView() {
  connection_->roll_back();
  const bool whole = !connection_->has_failed();
  give_back_(std::move(connection_), whole);
}

Result<Meta> SqliteView::meta() {
  DUBAN_TRY(Meta meta, stored_meta(*connection_));
  DUBAN_TRY(const Frontier frontier, stored_frontier(*connection_));
  meta.size = frontier.size();
  meta.root = frontier.root();
  return meta;
}

}  // namespace duban::storage
