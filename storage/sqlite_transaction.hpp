// The one writer of the database: BEGIN IMMEDIATE to COMMIT, all or nothing.
#pragma once

#include "storage/reading.hpp"

namespace duban::storage {

class SqliteTransaction final : public Reading<Transaction> {
 public:
  /// Waits for the write lock. Errc::busy names its holder when the wait ends.
  static Result<std::unique_ptr<Transaction>> begin(std::unique_ptr<Connection> connection,
                                                    GiveBack give_back);
  ~SqliteTransaction() override;

  Result<Meta> meta() override;
  Result<std::optional<Task>> task(const TaskKey& key) override;
  Result<std::int64_t> append(Entry entry) override;
  Status put(const Task& task, std::optional<Instant> next_timer) override;
  Status put(const TaskKey& key, const TaskText& text) override;
  Status put(const Escalation& escalation) override;
  Status put(const Plan& plan) override;
  Status put(const Actor& actor) override;
  Status put(const Grant& grant) override;
  Status remove(const Grant& grant) override;
  Status remove_plan(const std::string& id) override;
  Status put_basis(const std::string& hash, const BasisTexts& texts) override;
  Status put_night(Date business_date) override;
  Status put_compared(std::int64_t next) override;
  Status commit() override;

 private:
  SqliteTransaction(std::unique_ptr<Connection> connection, GiveBack give_back, Meta meta,
                    LogWriter log)
      : connection_(std::move(connection)),
        give_back_(std::move(give_back)),
        meta_(std::move(meta)),
        log_(std::move(log)) {}
  Connection& connection() override { return *connection_; }
  Status write(const std::function<Status()>& change);
  Status write_rest();
  void roll_back();

  std::unique_ptr<Connection> connection_;
  GiveBack give_back_;
  Meta meta_;
  LogWriter log_;
  // The task last read or put, and its co-departments: nearly always it is the next to be put.
  struct Known {
    TaskKey key;
    std::vector<std::string> co;
  };
  std::optional<Known> known_;
  bool grown_ = false;  // the log
  bool meta_changed_ = false;
  bool open_ = true;
  std::optional<Error> failure_;  // of a write: nothing can be committed after it
};

}  // namespace duban::storage
