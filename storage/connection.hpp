// One SQLite connection: how it is opened, its cached statements, and its failures as errors.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/error.hpp"
#include "engine/base/text_map.hpp"
#include "engine/model/plan.hpp"

namespace duban::storage {

/// A prepared statement in use; goes back into its connection's cache when it dies. May throw
/// SQLite::Exception, which the table that uses it catches.
class Query {
 public:
  using Idle = std::vector<std::unique_ptr<SQLite::Statement>>;

  Query(Idle& home, std::unique_ptr<SQLite::Statement> statement)
      : home_(&home), statement_(std::move(statement)) {}
  Query(Query&&) = default;
  Query& operator=(Query&&) = delete;
  ~Query();

  /// Binds the parameters in order. Texts are not copied: they must live until the last step.
  template <class... Parameters>
  Query& bind(const Parameters&... parameters) {
    int index = 0;
    (bind_one(++index, parameters), ...);
    return *this;
  }
  /// For texts put together of clauses, by the parameter's name.
  template <class Parameter>
  void bind_named(const char* name, const Parameter& parameter) {
    bind_one(statement_->getIndex(name), parameter);
  }
  bool step() { return statement_->executeStep(); }
  /// Ready to be asked again, with all its parameters bound anew: for a question within a scan.
  Query& again() {
    statement_->reset();
    return *this;
  }
  /// For statements that return no rows: how many they changed.
  int run() { return statement_->exec(); }

  bool is_null(int column) const { return statement_->getColumn(column).isNull(); }
  /// Of what SQLite itself computes; rows of tables are read by RowReader (storage/row_reader.hpp).
  std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
  std::string text(int column) const { return std::string(view(column)); }
  /// The bytes of a column, whatever its type. Valid until the next step.
  std::string_view view(int column) const;
  /// Nothing for a column of another type.
  std::optional<std::int64_t> integer_in(int column) const;
  std::optional<std::string_view> text_in(int column) const;
  /// How the statement calls the column.
  std::string name(int column) const { return statement_->getColumnName(column); }

 private:
  void bind_one(int index, int value) { statement_->bind(index, value); }
  void bind_one(int index, std::int64_t value) { statement_->bind(index, value); }
  void bind_one(int index, const std::string& value) { statement_->bindNoCopy(index, value); }
  void bind_one(int index, std::string_view value) { statement_->bind(index, std::string(value)); }
  template <class T>
  void bind_one(int index, const std::optional<T>& value) {
    if (value)
      bind_one(index, *value);
    else
      statement_->bind(index);
  }

  Idle* home_;
  std::unique_ptr<SQLite::Statement> statement_;
};

/// Not to be shared between threads.
class Connection {
 public:
  enum class Mode { read, write };

  /// Opens an existing database and checks that it is ours, of this version, and what belongs to
  /// the -wal beside it. Reading works on a read-only file system too, unless a -wal lies there
  /// without its -shm. A link, a pipe, a folder in the place of one of the files is refused.
  /// Errc::io, corrupt, newer or busy.
  static Result<std::unique_ptr<Connection>> open(const std::string& path, Mode mode,
                                                  int busy_timeout_ms);
  /// The file alone, whatever lies beside it. Nobody may be about to change it, or what is read may
  /// be torn. May throw.
  static Result<std::unique_ptr<Connection>> open_alone(const std::string& path);
  /// Lays the schema into an empty file that the caller has made.
  static Result<std::unique_ptr<Connection>> create(const std::string& path, int busy_timeout_ms);

  const std::string& path() const { return path_; }
  /// For what a statement cannot do.
  SQLite::Database& database() { return database_; }
  /// A statement prepared once per connection. One that is in use is prepared a second time, so
  /// whoever is called in the middle of a query may make the same one.
  Query query(std::string_view sql);
  void run(const char* sql) { database_.exec(sql); }
  /// Ends a transaction whatever state it is in.
  void roll_back() noexcept { database_.tryExec("ROLLBACK"); }

  /// What an exception of the library means to people.
  tl::unexpected<Error> failure(const SQLite::Exception& exception);
  /// Whether a sync of the file or its log has failed. What the disk has is not known then, and a
  /// second sync that succeeds would prove nothing: the process must write no more.
  bool sync_failed() const { return sync_failed_; }
  /// Whether anything has failed on it.
  bool has_failed() const { return has_failed_; }

 private:
  Connection(const std::string& path, const std::string& name, int flags, int busy_timeout_ms);
  /// From now on what was written ahead may be moved into the file when the last one leaves.
  void trust();
  static int after_commit(void* self, sqlite3* database, const char* name, int pages);

  std::string path_;
  bool sync_failed_ = false;
  bool has_failed_ = false;
  SQLite::Database database_;
  // Dies before the database, as statements must.
  TextMap<Query::Idle> idle_;
};

/// The same where there is no connection (yet).
tl::unexpected<Error> failure_at(const std::string& path, const SQLite::Exception& exception);

inline std::optional<std::string> maybe_text(const std::optional<Date>& date) {
  return date ? std::optional(to_text(*date)) : std::nullopt;
}

/// What becomes of a connection that has served: `whole`, it can serve again; after a failure it
/// cannot, because what it has in memory may not be what the disk has.
using GiveBack = std::function<void(std::unique_ptr<Connection>, bool whole)>;

}  // namespace duban::storage
