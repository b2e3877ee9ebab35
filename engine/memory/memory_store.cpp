#include "engine/memory/memory_store.hpp"

#include "engine/log/entry_text.hpp"
#include "engine/log/merkle.hpp"

namespace duban {

/// Committed bodies only grow, so every snapshot shares them and looks no further than its size.
struct MemoryStore::Shared final : Bodies {
  std::shared_ptr<const Board> board = std::make_shared<const Board>();
  std::deque<std::string> log;
  bool writing = false;

  Result<std::string> body(std::int64_t seq) override { return log[static_cast<std::size_t>(seq)]; }
};

namespace {

class MemoryTransaction final : public BoardReader<Transaction> {
 public:
  explicit MemoryTransaction(std::shared_ptr<MemoryStore::Shared> shared)
      : shared_(std::move(shared)), board_(*shared_->board) {
    shared_->writing = true;
  }
  ~MemoryTransaction() override {
    if (open_) shared_->writing = false;
  }
  MemoryTransaction(const MemoryTransaction&) = delete;
  MemoryTransaction& operator=(const MemoryTransaction&) = delete;

  Result<std::int64_t> append(Entry entry) override {
    DUBAN_ASSERT(open_);
    entry.seq = board_.meta.size;
    pending_.push_back(canonical(entry));
    board_.count(entry, leaf_hash(pending_.back()));
    return entry.seq;
  }
  Status put(const Task& task, std::optional<Instant> next_timer) override {
    DUBAN_ASSERT(open_);
    board_.put(task, next_timer);
    return {};
  }
  Status put(const TaskKey& key, const TaskText& text) override {
    board_.texts[key] = std::make_shared<const TaskText>(text);
    return {};
  }
  Status put(const Escalation& escalation) override { return board_.put(escalation); }
  Status put(const Plan& plan) override {
    board_.plans.insert_or_assign(plan.id, plan);
    return {};
  }
  Status put(const Actor& actor) override {
    board_.people.actors.insert_or_assign(actor.id, actor);
    return {};
  }
  Status put(const Grant& grant) override {
    board_.put(grant);
    return {};
  }
  Status remove(const Grant& grant) override {
    board_.remove(grant);
    return {};
  }
  Status remove_plan(const std::string& id) override {
    board_.remove_plan(id);
    return {};
  }
  Status put_basis(const std::string& hash, const BasisTexts& texts) override {
    board_.bases[hash] = std::make_shared<const BasisTexts>(texts);
    board_.meta.basis = hash;
    return {};
  }
  Status put_night(Date business_date) override {
    board_.meta.last_night = business_date;
    return {};
  }
  Status put_compared(std::int64_t next) override {
    board_.meta.compared = next;
    return {};
  }
  Status commit() override {
    DUBAN_ASSERT(open_);
    std::move(pending_.begin(), pending_.end(), std::back_inserter(shared_->log));
    shared_->board = std::make_shared<const Board>(std::move(board_));
    shared_->writing = false;
    open_ = false;
    return {};
  }

 private:
  const Board& board() const override { return board_; }
  Result<std::string> body(std::int64_t seq) override {
    const auto at = static_cast<std::size_t>(seq);
    return at < shared_->log.size() ? shared_->log[at] : pending_[at - shared_->log.size()];
  }

  std::shared_ptr<MemoryStore::Shared> shared_;
  Board board_;  // a copy, so that dropping it is the rollback
  std::deque<std::string> pending_;
  bool open_ = true;
};

}  // namespace

MemoryStore::MemoryStore() : shared_(std::make_shared<Shared>()) {}
MemoryStore::~MemoryStore() = default;

const Board& MemoryStore::board() const { return *shared_->board; }

Result<std::unique_ptr<View>> MemoryStore::read() {
  return std::make_unique<BoardView>(shared_->board, shared_);
}

Result<std::unique_ptr<Transaction>> MemoryStore::write() {
  if (shared_->writing) return failed(Errc::busy, "another transaction is writing");
  return std::make_unique<MemoryTransaction>(shared_);
}

}  // namespace duban
