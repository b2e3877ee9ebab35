#include "storage/sqlite_transaction.hpp"

#include "engine/log/entry_text.hpp"
#include "storage/meta_table.hpp"
#include "storage/schema.hpp"

namespace duban::storage {

Result<std::unique_ptr<Transaction>> SqliteTransaction::begin(
    std::unique_ptr<Connection> connection, GiveBack give_back) try {
  connection->run("BEGIN IMMEDIATE");
  // Asked anew each time: another program may have changed the layout since the last one.
  DUBAN_TRY(check_schema(*connection));
  DUBAN_TRY(Meta meta, stored_meta(*connection));
  DUBAN_TRY(LogWriter log, LogWriter::open(*connection));
  return std::unique_ptr<Transaction>(new SqliteTransaction(
      std::move(connection), std::move(give_back), std::move(meta), std::move(log)));
} catch (const SQLite::Exception& e) {
  return connection->failure(e);
}

SqliteTransaction::~SqliteTransaction() {
  if (open_) roll_back();
  give_back_(std::move(connection_), !failure_);
}

void SqliteTransaction::roll_back() {
  open_ = false;
  connection_->roll_back();
}

Status SqliteTransaction::write(const std::function<Status()>& change) {
  if (failure_) return tl::make_unexpected(*failure_);
  if (!open_) return failed(Errc::io, "this transaction is over; nothing can be written in it");
  Status status = change();
  if (!status) failure_ = status.error();
  return status;
}

Result<Meta> SqliteTransaction::meta() {
  Meta meta = meta_;
  meta.size = log_.frontier().size();
  meta.root = log_.frontier().root();
  return meta;
}

Result<std::optional<Task>> SqliteTransaction::task(const TaskKey& key) {
  DUBAN_TRY(std::optional<Task> task, find_task(*connection_, key));
  known_.reset();
  if (task) known_ = Known{key, task->co};
  return task;
}

Result<std::int64_t> SqliteTransaction::append(Entry entry) {
  entry.seq = log_.frontier().size();
  DUBAN_TRY(write([&] { return log_.append(canonical(entry)); }));
  meta_.judged = judged_after(entry, meta_.last_time, meta_.judged);
  meta_.last_time = entry.recorded;
  grown_ = meta_changed_ = true;
  return entry.seq;
}

Status SqliteTransaction::put(const Task& task, std::optional<Instant> next_timer) {
  Row row = Row::unknown;
  if (known_ && known_->key == task.key) row = known_->co == task.co ? Row::same_co : Row::there;
  DUBAN_TRY(write([&] { return put_task(*connection_, task, next_timer, row); }));
  known_ = Known{task.key, task.co};
  return {};
}
Status SqliteTransaction::put(const TaskKey& key, const TaskText& text) {
  return write([&] { return put_text(*connection_, key, text); });
}
Status SqliteTransaction::put(const Escalation& escalation) {
  return write([&] { return put_escalation(*connection_, escalation); });
}
Status SqliteTransaction::put(const Plan& plan) {
  return write([&] { return put_plan(*connection_, plan); });
}
Status SqliteTransaction::put(const Actor& actor) {
  return write([&] { return put_actor(*connection_, actor); });
}
Status SqliteTransaction::put(const Grant& grant) {
  return write([&] { return put_grant(*connection_, grant); });
}
Status SqliteTransaction::remove(const Grant& grant) {
  return write([&] { return remove_grant(*connection_, grant); });
}
Status SqliteTransaction::remove_plan(const std::string& id) {
  known_.reset();
  return write([&] { return storage::remove_plan(*connection_, id); });
}

Status SqliteTransaction::put_basis(const std::string& hash, const BasisTexts& texts) {
  DUBAN_TRY(write([&] { return storage::put_basis(*connection_, hash, texts); }));
  meta_.basis = hash;
  meta_changed_ = true;
  return {};
}

Status SqliteTransaction::put_night(Date business_date) {
  DUBAN_TRY(write([] { return Status(); }));
  meta_.last_night = business_date;
  meta_changed_ = true;
  return {};
}

Status SqliteTransaction::put_compared(std::int64_t next) {
  DUBAN_TRY(write([] { return Status(); }));
  meta_.compared = next;
  meta_changed_ = true;
  return {};
}

Status SqliteTransaction::write_rest() {
  if (meta_changed_) DUBAN_TRY(update_meta(*connection_, meta_));
  if (grown_) DUBAN_TRY(log_.finish());
  return {};
}

Status SqliteTransaction::commit() {
  Status status = write([&]() -> Status {
    DUBAN_TRY(write_rest());
    try {
      connection_->run("COMMIT");
    } catch (const SQLite::Exception& e) {
      return connection_->failure(e);
    }
    return {};
  });
  if (status)
    open_ = false;
  else if (open_)
    roll_back();
  return status;
}

}  // namespace duban::storage
