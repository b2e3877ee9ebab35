#include "storage/upkeep.hpp"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "storage/layout.hpp"
#include "storage/lock_holder.hpp"

namespace duban {

using storage::Connection;
using storage::Query;

namespace {

constexpr int pages_a_step = 1000;

Status copy_pages(Connection& source, const std::string& to, const CopyProgress& progress) try {
  SQLite::Database target(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  target.exec("PRAGMA journal_mode = OFF");  // a copy that fails is thrown away
  target.exec("PRAGMA synchronous = OFF");
  SQLite::Backup backup(target, source.database());
  for (int code = SQLITE_OK; code != SQLITE_DONE;) {
    code = backup.executeStep(pages_a_step);
    if (code != SQLITE_OK && code != SQLITE_DONE) return storage::busy(source.path());
    const int all = backup.getTotalPageCount();
    if (progress) progress(all - backup.getRemainingPageCount(), all);
  }
  return {};
} catch (const SQLite::Exception& e) {
  const int code = e.getErrorCode();
  const bool of_source = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  return storage::failure_at(of_source ? source.path() : to, e);
}

}  // namespace

Status copy_database(const std::string& from, const std::string& to, int busy_timeout_ms,
                     const CopyProgress& progress) {
  DUBAN_TRY(const auto source, Connection::open(from, Connection::Mode::read, busy_timeout_ms));
  try {
    // While this snapshot is held, a writer does not make the copy begin anew.
    source->run("BEGIN");
    source->query("SELECT one FROM meta").step();
  } catch (const SQLite::Exception& e) {
    return source->failure(e);
  }
  return copy_pages(*source, to, progress);
}

Result<DatabaseFaults> database_faults(const std::string& path, int busy_timeout_ms) {
  DUBAN_TRY(const auto connection, Connection::open(path, Connection::Mode::read, busy_timeout_ms));
  DatabaseFaults faults;
  DUBAN_TRY(faults.layout, storage::layout_faults(*connection));
  if (!faults.none()) return faults;
  DUBAN_TRY(faults.broken, storage::integrity_faults(*connection));
  return faults;
}

}  // namespace duban
