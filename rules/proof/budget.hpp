// What a proof may cost. It is counted, not measured: the same file is proved alike on every
// machine.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/model/rules.hpp"
#include "engine/model/task.hpp"

namespace duban::proof {

/// Work that may still be done; once it is used up the proof goes no further there.
class Budget {
 public:
  Budget(const Rules& rules, std::int64_t work);

  /// One call of the engine, or what costs as much as so many. False: nothing is left.
  bool spend(std::int64_t calls = 1) {
    left_ -= calls * call_;
    return left_ > 0;
  }
  /// Copying, listing or folding all that the file says.
  bool spend_on_file() {
    left_ -= file_;
    return left_ > 0;
  }
  bool is_spent() const { return left_ <= 0; }

 private:
  std::int64_t call_;  ///< the engine looks at every rung and at what every override is for
  std::int64_t file_;
  std::int64_t left_;
};

/// About what a task takes in memory.
std::size_t bytes_of(const Task& task);
/// So many bytes of tasks are kept at a time.
inline constexpr std::size_t bytes_max = std::size_t{96} << 20U;

}  // namespace duban::proof
