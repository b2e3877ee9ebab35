#include "storage/sqlite_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "storage/file.hpp"
#include "storage/meta_table.hpp"
#include "storage/sqlite_transaction.hpp"
#include "storage/sqlite_view.hpp"

namespace duban {

using storage::Connection;

namespace {

/// An empty file with the right mode; SQLite gives -wal and -shm the mode of the database.
Status make_file(const std::string& path, Sharing sharing) {
  const storage::File file(
      ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file && errno == EEXIST)
    return failed(Errc::conflict, "there is a file {file} already", {{"file", path}});
  if (!file || ::fchmod(file.get(), file_mode(sharing)) != 0) {
    return failed(Errc::io, "{file} cannot be made: {reason}",
                  {{"file", path}, {"reason", storage::reason(errno)}});
  }
  return {};
}

Result<std::unique_ptr<Connection>> lay_out(const std::string& path, const Meta& meta,
                                            int busy_timeout_ms) {
  DUBAN_TRY(auto connection, Connection::create(path, busy_timeout_ms));
  DUBAN_TRY(storage::insert_meta(*connection, meta));
  DUBAN_TRY(storage::sync_folder(std::filesystem::path(path).parent_path().string()));
  return connection;
}

}  // namespace

SqliteStore::SqliteStore(std::string path, Mode mode, Options options)
    : path_(std::move(path)), mode_(mode), options_(options), spare_(std::make_shared<Spare>()) {}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::create(const std::string& path,
                                                         const std::string& workspace,
                                                         bool rehearsal, Options options) {
  DUBAN_TRY(make_file(path, options.sharing));
  Meta meta;
  meta.workspace = workspace;
  meta.rehearsal = rehearsal;
  auto connection = lay_out(path, meta, options.busy_timeout_ms);
  if (!connection) {
    for (const char* suffix : {"", "-wal", "-shm"}) ::unlink((path + suffix).c_str());
    return tl::make_unexpected(std::move(connection).error());
  }
  std::unique_ptr<SqliteStore> store(new SqliteStore(path, Mode::write, options));
  store->spare_->connection = *std::move(connection);
  return store;
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path, Mode mode,
                                                       Options options) {
  std::unique_ptr<SqliteStore> store(new SqliteStore(path, mode, options));
  DUBAN_TRY(store->spare_->connection, store->connection());
  return store;
}

Result<std::unique_ptr<Connection>> SqliteStore::connection() {
  if (spare_->connection) return std::move(spare_->connection);
  const auto kind = mode_ == Mode::write ? Connection::Mode::write : Connection::Mode::read;
  return Connection::open(path_, kind, options_.busy_timeout_ms);
}

std::function<void(std::unique_ptr<Connection>, bool whole)> SqliteStore::give_back() const {
  return [spare = spare_](std::unique_ptr<Connection> used, bool whole) {
    if (used->sync_failed())
      spare->sync_failed = true;
    else if (whole)
      spare->connection = std::move(used);
  };
}

Result<std::unique_ptr<View>> SqliteStore::read() {
  DUBAN_TRY(auto connection, this->connection());
  return storage::SqliteView::begin(std::move(connection), give_back());
}

Result<std::unique_ptr<Transaction>> SqliteStore::write() {
  DUBAN_ASSERT(mode_ == Mode::write);
  if (spare_->sync_failed) {
    return failed(Errc::io,
                  "the disk did not confirm what was written to {file}; nothing more is written, "
                  "check the disk and try again",
                  {{"file", path_}});
  }
  DUBAN_TRY(auto connection, this->connection());
  return storage::SqliteTransaction::begin(std::move(connection), give_back());
}

}  // namespace duban
