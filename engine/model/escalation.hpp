// The fact that a task has reached a rung of the ladder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"
#include "engine/model/words.hpp"

namespace duban {

/// The highest `times` of a rule file, and so the highest occurrence.
inline constexpr int occurrence_max = 1000;

/// Unique by (task, rung, generation, occurrence).
struct Escalation {
  TaskKey task;
  std::string rung;
  int level = 0;
  int generation = 0;
  int occurrence = 0;
  std::string anchor = "due";       ///< as the rule writes it: "due", "raised(blue)"
  Date fires;                       ///< the day that the rule names
  Instant raised;                   ///< effective: that moment, or when it could first be raised
  std::optional<Instant> recorded;  ///< none while no run has written it
  bool late_armed = false;          ///< its day lies before the day of assignment
  std::vector<std::string> notify;  ///< as the rule has it
  std::int64_t entry = -1;          ///< seq of its entry
  bool operator==(const Escalation&) const = default;
};

}  // namespace duban
