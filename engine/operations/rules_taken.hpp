// What the log knows of the rules in force and of whom they are for: read from entries, for the few
// who put rules in force or look after it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/despite.hpp"
#include "engine/operations/ports.hpp"

namespace duban {

/// The departments that lead a task here, or ever led one, sorted.
Result<std::vector<std::string>> leads_ever(View& view);

struct RulesTaken {
  std::int64_t seq = 0;  ///< of the entry
  std::string actor;
  Instant at;
  Despite despite;
};
/// In spite of what the rules in force were taken; nothing when they were not.
Result<std::optional<RulesTaken>> rules_taken_despite(View& view);

}  // namespace duban
