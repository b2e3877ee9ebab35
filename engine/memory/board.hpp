// All that the log says at one moment, as plain maps: the tables of a store without the store.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/log/merkle.hpp"
#include "engine/operations/ports.hpp"

namespace duban {

/// A value: copying it is cheap (rows are shared, never changed), and the copy stays as it is.
struct Board {
  struct Row {
    Task task;
    std::optional<Instant> next_timer;
  };

  Meta meta;  ///< all but the root, which `tree` has
  Frontier tree;
  std::map<std::string, Plan> plans;
  People people;
  std::map<std::string, std::shared_ptr<const BasisTexts>> bases;  ///< by hash
  std::map<TaskKey, std::shared_ptr<const Row>> tasks;
  std::map<TaskKey, std::shared_ptr<const TaskText>> texts;
  std::map<TaskKey, std::shared_ptr<const std::vector<Escalation>>> escalations;

  /// Counts an entry: size, root and what `note` takes of it.
  void count(const Entry& entry, std::string_view leaf_hash);
  /// Last time; an `init` entry names the workspace.
  void note(const Entry& entry);
  void put(const Task& task, std::optional<Instant> next_timer);
  /// Errc::corrupt when (task, rung, generation, occurrence) is there already.
  Status put(const Escalation& escalation);
  void put(const Grant& grant);
  void remove(const Grant& grant);
  void remove_plan(const std::string& id);
  RowCounts rows() const;
};

/// Where the bodies of a board's entries lie.
class Bodies {
 public:
  virtual ~Bodies() = default;
  /// Asked only for entries that the board counts.
  virtual Result<std::string> body(std::int64_t seq) = 0;
};

/// What `View` asks, answered from a board; a mixin for View and for Transaction.
template <class Port>
class BoardReader : public Port {
 public:
  /// Memory has no rows that somebody could damage, nor a layout or an index.
  void pass_by(RowFault) override {}
  Result<Meta> meta() override;
  Result<std::vector<Plan>> plans() override;
  Result<std::optional<Plan>> plan(const std::string& id) override;
  Result<People> people() override;
  Result<std::optional<BasisTexts>> basis_texts(const std::string& hash) override;
  Result<std::optional<Task>> task(const TaskKey& key) override;
  Result<std::optional<TaskText>> text(const TaskKey& key) override;
  Result<std::vector<TaskKey>> keys_with_number(const TaskKey& number) override;
  Result<bool> is_involved(const std::string& name) override;
  Status each_task(const TaskQuery& query,
                   const std::function<Result<bool>(Task& task)>& visit) override;
  Status each_stored_task(const std::function<Result<bool>(const StoredTask&)>& visit) override;
  Status each_stored_text(const std::function<Result<bool>(const StoredText&)>& visit) override;
  Result<std::optional<Instant>> next_timer(const TaskKey& key) override;
  Result<std::vector<TaskKey>> ripe_tasks(Instant until) override;
  Status each_escalation(const std::optional<TaskKey>& task,
                         const std::function<Result<bool>(const Escalation&)>& visit) override;
  Result<std::string> entry_body(std::int64_t seq) override;
  Status each_entry(
      std::int64_t first, std::int64_t last,
      const std::function<Result<bool>(std::int64_t seq, std::string_view body)>& visit) override;
  /// Tiles are not kept but made anew from the bodies.
  Result<std::string> tile(int level, std::int64_t number) override;
  Result<RowCounts> row_counts() override;
  Result<std::vector<LayoutFault>> layout_faults() override { return std::vector<LayoutFault>(); }
  Result<std::vector<Message>> damage() override { return std::vector<Message>(); }
  Result<TimerShare> compare_timers(std::int64_t, std::int64_t) override { return TimerShare(); }

 protected:
  virtual const Board& board() const = 0;
  /// Asked only for seqs that the board counts.
  virtual Result<std::string> body(std::int64_t seq) = 0;
};

/// A board that stays as it is, and its log.
class BoardView final : public BoardReader<View> {
 public:
  BoardView(std::shared_ptr<const Board> board, std::shared_ptr<Bodies> bodies)
      : board_(std::move(board)), bodies_(std::move(bodies)) {}

 private:
  const Board& board() const override { return *board_; }
  Result<std::string> body(std::int64_t seq) override { return bodies_->body(seq); }
  std::shared_ptr<const Board> board_;
  std::shared_ptr<Bodies> bodies_;
};

}  // namespace duban
