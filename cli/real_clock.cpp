#include "cli/real_clock.hpp"

#include <chrono>

namespace duban {

Instant RealClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::floor<std::chrono::seconds>(since).count()};
}

}  // namespace duban
