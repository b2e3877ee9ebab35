// The Store in one SQLite file: many readers, one writer, in any number of processes.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/operations/ports.hpp"
#include "storage/sharing.hpp"

namespace duban {

namespace storage {
class Connection;
}

/// Readings are snapshots and never block a writer, nor a writer them. A write that was committed
/// is on the disk (WAL, synchronous FULL). Once a sync has failed write() refuses for good.
/// Failures: Errc::busy with the holder of the lock, io
/// (disk full, read-only, …) with the file and what to do, corrupt for what is damaged or no
/// database of ours, newer for one of a later program. Not to be shared between threads; it
/// outlives its transactions, but not necessarily its views.
class SqliteStore final : public Store {
 public:
  enum class Mode { read, write };
  struct Options {
    int busy_timeout_ms = 5000;  ///< how long a writer waits for the other
    Sharing sharing = Sharing::owner;
  };

  /// Makes the file, empty but for `workspace`, its id; Errc::conflict when there is one already.
  static Result<std::unique_ptr<SqliteStore>> create(const std::string& path,
                                                     const std::string& workspace, bool rehearsal,
                                                     Options options);
  /// Opens it and checks whose it is. `Mode::read` needs no right to write, not even a file system
  /// that could be written; write() is not for such a store.
  static Result<std::unique_ptr<SqliteStore>> open(const std::string& path, Mode mode,
                                                   Options options);
  static Result<std::unique_ptr<SqliteStore>> create(const std::string& path,
                                                     const std::string& workspace, bool rehearsal) {
    return create(path, workspace, rehearsal, Options{});
  }
  static Result<std::unique_ptr<SqliteStore>> open(const std::string& path, Mode mode) {
    return open(path, mode, Options{});
  }
  ~SqliteStore() override;

  Result<std::unique_ptr<View>> read() override;
  Result<std::unique_ptr<Transaction>> write() override;

 private:
  /// A connection that nobody uses, with its statements: opening one reads the whole schema.
  struct Spare {
    std::unique_ptr<storage::Connection> connection;  // of the store's mode
    bool sync_failed = false;
  };

  SqliteStore(std::string path, Mode mode, Options options);
  Result<std::unique_ptr<storage::Connection>> connection();
  std::function<void(std::unique_ptr<storage::Connection>, bool whole)> give_back() const;

  std::string path_;
  Mode mode_;
  Options options_;
  std::shared_ptr<Spare> spare_;  // shared with views, which may outlive the store
};

}  // namespace duban
