#include "storage/connection.hpp"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>

#include "storage/lock_holder.hpp"
#include "storage/schema.hpp"
#include "storage/write_ahead.hpp"

namespace duban::storage {
namespace {

constexpr auto settings = R"(
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -4096;
)";

// Counting what it has in memory costs SQLite a lock at each allocation, and nobody asks for the
// count. This must be said before the first connection.
const int memory_is_not_counted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

/// A `file:` name; only such names carry `immutable`.
std::string immutable_name(const std::string& path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string name = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#') {
      name += '%';
      name += digits[byte >> 4];
      name += digits[byte & 15];
    } else {
      name += c;
    }
  }
  return name + "?immutable=1";
}

bool has_bytes(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

bool is_there(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

/// Whether the database and what SQLite keeps beside it are files. A pipe would be waited for. A
/// link may lead to a file whose own -wal lies beside it elsewhere, and then whoever cannot write
/// would be shown an older state as if it were all.
Status check_kinds(const std::string& path) {
  if (!is_there(path)) {
    return failed(Errc::io, "there is no database {file}; restore it from a backup",
                  {{"file", path}});
  }
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    const std::string file = path + suffix;
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0 || S_ISREG(status.st_mode)) continue;
    return failed(Errc::io,
                  S_ISLNK(status.st_mode)   ? "{file} is a link; put what it points to in its place"
                  : S_ISDIR(status.st_mode) ? "{file} is a folder, not a file"
                                            : "{file} is a device or a pipe, not a file",
                  {{"file", file}});
  }
  return {};
}

tl::unexpected<Error> no_shm(const std::string& path) {
  return failed(
      Errc::io,
      "{file}-wal holds what is not in {file} yet, and to read it {file}-shm must be made "
      "here, where nothing can be written; copy the whole workspace to a disk that can "
      "be written, and read it there",
      {{"file", path}});
}

/// The failures of a read-only open where -wal and -shm are missing and cannot be made: nobody may,
/// or there is no room for them.
bool needs_immutable(const SQLite::Exception& exception) {
  const int code = exception.getErrorCode();
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY ||
         exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
}

bool is_failed_sync(int extended_code) {
  return extended_code == SQLITE_IOERR_FSYNC || extended_code == SQLITE_IOERR_DIR_FSYNC;
}

/// As many as SQLite takes by itself.
constexpr int checkpoint_pages = 1000;

}  // namespace

Query::~Query() {
  if (!statement_) return;  // moved away
  statement_->tryReset();
  try {
    statement_->clearBindings();  // no pointers into texts that die now
    home_->push_back(std::move(statement_));
  } catch (const std::exception&) {
    statement_.reset();  // it is prepared anew the next time
  }
}

std::string_view Query::view(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const auto* bytes = static_cast<const char*>(value.getBlob());
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(value.getBytes()))
               : std::string_view();
}

std::optional<std::int64_t> Query::integer_in(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  return value.isInteger() ? std::optional(value.getInt64()) : std::nullopt;
}

std::optional<std::string_view> Query::text_in(int column) const {
  return statement_->getColumn(column).isText() ? std::optional(view(column)) : std::nullopt;
}

Connection::Connection(const std::string& path, const std::string& name, int flags,
                       int busy_timeout_ms)
    : path_(path), database_(name, flags | SQLITE_OPEN_NOMUTEX, busy_timeout_ms) {
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // Until it is known whether they belong together, a -wal must not get into the file.
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_wal_hook(database_.getHandle(), after_commit, this);
  run(settings);
}

void Connection::trust() {
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Mode mode,
                                                     int busy_timeout_ms) {
  DUBAN_TRY(check_kinds(path));
  try {
    const int flags = mode == Mode::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    std::unique_ptr<Connection> connection(new Connection(path, path, flags, busy_timeout_ms));
    DUBAN_TRY(check_schema(*connection));
    if (has_bytes(path + "-wal")) DUBAN_TRY(check_write_ahead(*connection));
    connection->trust();
    return connection;
  } catch (const SQLite::Exception& e) {
    if (mode == Mode::write || !needs_immutable(e)) return failure_at(path, e);
    if (has_bytes(path + "-journal")) return failure_at(path, e);
    if (has_bytes(path + "-wal"))
      return is_there(path + "-shm") ? failure_at(path, e) : no_shm(path);
  }
  // Nobody can write here, or has left anything that is not in the file itself: the file alone is
  // the whole truth, and SQLite reads it when told that it will not change.
  try {
    return open_alone(path);
  } catch (const SQLite::Exception& e) {
    return failure_at(path, e);
  }
}

Result<std::unique_ptr<Connection>> Connection::open_alone(const std::string& path) {
  std::unique_ptr<Connection> connection(
      new Connection(path, immutable_name(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, 0));
  DUBAN_TRY(check_schema(*connection));
  return connection;
}

Result<std::unique_ptr<Connection>> Connection::create(const std::string& path,
                                                       int busy_timeout_ms) try {
  std::unique_ptr<Connection> connection(
      new Connection(path, path, SQLITE_OPEN_READWRITE, busy_timeout_ms));
  create_schema(*connection);
  connection->trust();
  return connection;
} catch (const SQLite::Exception& e) {
  return failure_at(path, e);
}

Query Connection::query(std::string_view sql) {
  auto found = idle_.find(sql);
  if (found == idle_.end()) found = idle_.emplace(sql, Query::Idle{}).first;
  Query::Idle& idle = found->second;
  if (idle.empty()) {
    return {idle, std::make_unique<SQLite::Statement>(database_, std::string(sql))};
  }
  std::unique_ptr<SQLite::Statement> statement = std::move(idle.back());
  idle.pop_back();
  return {idle, std::move(statement)};
}

/// What SQLite does by itself after a commit, but for one thing: it forgets when this fails. The
/// commit stands all the same.
int Connection::after_commit(void* self, sqlite3* database, const char* name, int pages) {
  if (pages < checkpoint_pages) return SQLITE_OK;
  const int status =
      sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (status != SQLITE_OK && is_failed_sync(sqlite3_extended_errcode(database)))
    static_cast<Connection*>(self)->sync_failed_ = true;
  return SQLITE_OK;
}

tl::unexpected<Error> Connection::failure(const SQLite::Exception& exception) {
  has_failed_ = true;
  if (is_failed_sync(exception.getExtendedErrorCode())) sync_failed_ = true;
  return failure_at(path_, exception);
}

tl::unexpected<Error> failure_at(const std::string& path, const SQLite::Exception& exception) {
  const Values values{{"file", path}, {"reason", exception.what()}};
  if (is_failed_sync(exception.getExtendedErrorCode())) {
    return failed(Errc::io,
                  "the disk did not confirm what was written to {file}: whether it is kept is not "
                  "certain; check the disk, then see duban log before doing it again",
                  values);
  }
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return busy(path);
    case SQLITE_FULL:
      return failed(Errc::io, "the disk is full: {file} cannot grow; free some space and try again",
                    values);
    case SQLITE_READONLY:
      return failed(Errc::io,
                    "{file} can be read but not written; ask its owner, or whoever "
                    "mounted it, for the right to write",
                    values);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return failed(Errc::io,
                    "{file} cannot be opened ({reason}); check who may read and write it "
                    "and its folder",
                    values);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:  // a table or column that is not there
    case SQLITE_SCHEMA:
      return failed(Errc::corrupt,
                    "the database {file} is damaged ({reason}); restore it from a "
                    "backup",
                    values);
    default:
      return failed(Errc::io,
                    "reading or writing {file} failed ({reason}); check the disk, its "
                    "free space and its quota, then try again",
                    values);
  }
}

}  // namespace duban::storage
