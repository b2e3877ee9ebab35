// What the operations need of the world, as small interfaces: a store, a vault for files, and
// somebody who compiles a basis. Nothing here knows which database or file system answers.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/clock.hpp"
#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/entry.hpp"
#include "engine/model/escalation.hpp"
#include "engine/model/plan.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// The highest `max_gap` of duban.yaml: days that a clock may be past the last entry.
inline constexpr int gap_days_max = 3660;

/// One row about the whole workspace.
struct Meta {
  std::string workspace;  ///< its id, 16 hex digits
  bool rehearsal = false;
  Instant last_time;  ///< recorded time of the last entry
  /// The latest time that a step was judged at: `last_time`, but after an accepted clock
  /// (judged_after).
  Instant judged;
  std::string basis;               ///< hash of the basis in force
  std::optional<Date> last_night;  ///< business date of the last `nightly` entry
  std::int64_t compared = 0;       ///< where the next share of the timer index begins
  std::int64_t size = 0;           ///< log entries
  std::string root;                ///< Merkle tree head over them, 32 raw bytes
};

/// Tasks by what never needs a clock; an empty field asks nothing. Names are taken as they stand.
struct TaskQuery {
  std::string plan = {};
  std::vector<int> below = {};             ///< continue these numbers of headings
  std::vector<std::string> lead = {};      ///< any of these
  std::vector<std::string> involved = {};  ///< any of these as lead or among the co's
};

/// How many rows each table of what the log says holds, so that none can hide from a comparison.
struct RowCounts {
  std::int64_t tasks = 0;
  std::int64_t co = 0;  ///< co-departments of all tasks
  std::int64_t texts = 0;
  std::int64_t escalations = 0;
  std::int64_t plans = 0;
  std::int64_t actors = 0;
  std::int64_t grants = 0;
  std::int64_t bases = 0;
  std::int64_t tiles = 0;
  bool operator==(const RowCounts&) const = default;
};

/// Something of the store's own structure (a table, an index, a trigger) that is not as the program
/// makes it. Who takes a safeguard away can change rows that it would have kept.
struct LayoutFault {
  std::string object;    ///< "trigger log_is_never_deleted"
  std::string stored;    ///< how it stands there; empty: it is missing
  std::string expected;  ///< how it is made; empty: nothing of ours
};

/// Hears of a row that cannot be read as what its table holds.
using RowFault = std::function<void(const Error& fault)>;

/// What a comparison of some tasks with the index of timers found.
struct TimerShare {
  std::int64_t tasks = 0;     ///< how many were compared
  std::int64_t next = 0;      ///< where the next share begins; 0: at the beginning again
  std::vector<TaskKey> lost;  ///< whose timer the index does not have
  std::vector<Error> unread;  ///< rows that cannot be read
};

/// One of a task's co's as it lies in the store.
struct StoredCo {
  std::int64_t position = 0;
  std::string name;
};

/// A task as it lies in the store, nothing of it read yet.
struct StoredTask {
  TaskKey key;
  std::string_view lead;
  std::string_view state;
  std::optional<Instant> next_timer;
  std::int64_t last_entry = -1;
  std::string_view detail;       ///< engine/model/task_fields.hpp
  std::span<const StoredCo> co;  ///< by position
};

/// And its words.
struct StoredText {
  TaskKey key;
  std::string_view titles;  ///< JSON array of texts
  std::string_view content;
  std::string_view deadline;
  std::string_view extra;  ///< pairs_text
};

/// A consistent reading of the store: one snapshot, however long it is kept.
class View {
 public:
  virtual ~View() = default;
  /// From now on a row that cannot be read ends no reading of many rows: `told` hears of it, and
  /// the others are read. An empty one: it ends it again, with Errc::corrupt, as from the start.
  virtual void pass_by(RowFault told) = 0;
  virtual Result<Meta> meta() = 0;
  virtual Result<std::vector<Plan>> plans() = 0;  ///< by id
  virtual Result<std::optional<Plan>> plan(const std::string& id) = 0;
  virtual Result<People> people() = 0;
  /// The texts of a basis that was ever in force; nothing for an unknown hash.
  virtual Result<std::optional<BasisTexts>> basis_texts(const std::string& hash) = 0;

  virtual Result<std::optional<Task>> task(const TaskKey& key) = 0;
  virtual Result<std::optional<TaskText>> text(const TaskKey& key) = 0;
  /// The task with this path; in any plan if `number` names none, as `1.3.11` on a command line,
  /// and where no plan has it, those whose paths end with it. By key.
  virtual Result<std::vector<TaskKey>> keys_with_number(const TaskKey& number) = 0;
  /// Whether some task has exactly this name as its lead or among its co's.
  virtual Result<bool> is_involved(const std::string& name) = 0;
  /// In key order; the visitor returns false to stop.
  virtual Status each_task(const TaskQuery& query,
                           const std::function<Result<bool>(Task& task)>& visit) = 0;
  /// Every row of tasks, with those of their co's, and of their words, in any order; for whoever
  /// compares them all. What a visitor is shown lasts until it returns.
  virtual Status each_stored_task(
      const std::function<Result<bool>(const StoredTask& row)>& visit) = 0;
  virtual Status each_stored_text(
      const std::function<Result<bool>(const StoredText& row)>& visit) = 0;
  /// When the task's next timer falls; nothing when none is ahead or there is no such task.
  virtual Result<std::optional<Instant>> next_timer(const TaskKey& key) = 0;
  /// Tasks whose next timer is not later than `until`, sorted by key.
  virtual Result<std::vector<TaskKey>> ripe_tasks(Instant until) = 0;

  /// By task, then in the order of their raising.
  virtual Status each_escalation(const std::optional<TaskKey>& task,
                                 const std::function<Result<bool>(const Escalation&)>& visit) = 0;
  /// The stored bytes of an entry; not_found beyond the end.
  virtual Result<std::string> entry_body(std::int64_t seq) = 0;
  /// Entries [first, last) in order.
  virtual Status each_entry(
      std::int64_t first, std::int64_t last,
      const std::function<Result<bool>(std::int64_t seq, std::string_view body)>& visit) = 0;
  /// A full tile of the tree (engine/log/merkle.hpp): 256 hashes of 32 bytes; not_found for one
  /// that is not full yet.
  virtual Result<std::string> tile(int level, std::int64_t number) = 0;
  virtual Result<RowCounts> row_counts() = 0;
  /// Ours first, by object, then foreign ones; none when the store is as the program lays it out.
  virtual Result<std::vector<LayoutFault>> layout_faults() = 0;
  /// What the store finds wrong with itself when it looks at all of it: pages, indexes that do not
  /// agree with their tables, columns of another type, entries at places that none can have. Not
  /// to be asked of a store whose layout has faults.
  virtual Result<std::vector<Message>> damage() = 0;
  /// Compares at most `most` tasks, from `next` of the share before, with the index that
  /// ripe_tasks() believes.
  virtual Result<TimerShare> compare_timers(std::int64_t from, std::int64_t most) = 0;
};

/// The one writer. What is not committed when it goes away never happened.
class Transaction : public View {
 public:
  /// Gives the entry its `seq` and appends it; the tree grows with it. The caller sets `prev`.
  virtual Result<std::int64_t> append(Entry entry) = 0;
  /// Inserts or replaces the row of a task and its timer.
  virtual Status put(const Task& task, std::optional<Instant> next_timer) = 0;
  virtual Status put(const TaskKey& key, const TaskText& text) = 0;
  /// Errc::corrupt when (task, rung, generation, occurrence) is there already.
  virtual Status put(const Escalation& escalation) = 0;
  virtual Status put(const Plan& plan) = 0;
  virtual Status put(const Actor& actor) = 0;
  virtual Status put(const Grant& grant) = 0;
  virtual Status remove(const Grant& grant) = 0;
  /// The plan with its tasks, their words and escalations; what the log says of them stays.
  virtual Status remove_plan(const std::string& id) = 0;
  /// Keeps the texts under their hash and makes this the basis in force.
  virtual Status put_basis(const std::string& hash, const BasisTexts& texts) = 0;
  virtual Status put_night(Date business_date) = 0;
  /// Where the next share of the timer index begins.
  virtual Status put_compared(std::int64_t next) = 0;
  virtual Status commit() = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  virtual Result<std::unique_ptr<View>> read() = 0;
  /// Waits for the write lock; Errc::busy names the holder when the wait ends.
  virtual Result<std::unique_ptr<Transaction>> write() = 0;
};

/// Files by the SHA-256 of their bytes.
class Vault {
 public:
  virtual ~Vault() = default;
  /// Reads and hashes a file; nothing is stored. Errc::argument for what cannot be read.
  virtual Result<Attachment> inspect(const std::string& path) = 0;
  /// Stores the file durably under `sha256`; Errc::io when its bytes are not those any more.
  virtual Status keep(const std::string& path, const std::string& sha256) = 0;
  /// Stores these bytes durably; returns their hash.
  virtual Result<std::string> keep_bytes(std::string_view bytes) = 0;
  virtual Result<std::string> read(const std::string& sha256) = 0;
  /// Shows the bytes that lie under `sha256`, piece by piece and whatever they are. Several threads
  /// may ask at once.
  virtual Status show_kept(const std::string& sha256,
                           const std::function<Status(std::string_view)>& sink) = 0;
};

/// Turns the texts of a basis into values: rules/ and intake/ behind one door.
class BasisCompiler {
 public:
  virtual ~BasisCompiler() = default;
  /// One that was compiled before, so that nobody has to read its texts; nothing for any other.
  virtual std::shared_ptr<const Basis> known(const std::string&) { return nullptr; }
  virtual Result<std::shared_ptr<const Basis>> compile(const std::string& hash,
                                                       const BasisTexts& texts) = 0;
  /// The time zone of a basis alone: a night with nothing due asks for no more of it.
  virtual Result<Zone> zone(const std::string& hash, const BasisTexts& texts) {
    DUBAN_TRY(const std::shared_ptr<const Basis> basis, compile(hash, texts));
    return basis->zone;
  }
};

}  // namespace duban
