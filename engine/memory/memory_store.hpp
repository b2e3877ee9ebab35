// A whole Store in memory, for property tests, simulation and tries.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "engine/memory/board.hpp"

namespace duban {

/// Answers as the database does: views are snapshots, there is one writer, what is not committed
/// never happened. Not to be shared between threads. Views and transactions may outlive it.
class MemoryStore final : public Store {
 public:
  MemoryStore();
  ~MemoryStore() override;
  Result<std::unique_ptr<View>> read() override;
  /// Errc::busy at once while another transaction is open: nobody here could end it meanwhile.
  Result<std::unique_ptr<Transaction>> write() override;

  /// What was committed last.
  const Board& board() const;

  struct Shared;  ///< what views and transactions hold in common

 private:
  std::shared_ptr<Shared> shared_;
};

}  // namespace duban
