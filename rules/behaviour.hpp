// How departments and coordinators behave in a simulation: habits, as people write them down.
//
//     lead:
//       start: assigned + 5wd
//       progress: every 1mo
//       report: { due - 3d: 7, due + 10d: 2, never: 1 }    # seven of ten in time, one never
//     co:
//       contribute: due - 10d
//     coordinator:
//       verify: reported + 10wd
//     departments:
//       省安监局: { report: due - 20d }                      # instead of what `lead` or `co` says
//
// docs/simulate.md explains it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/model/rules.hpp"

namespace duban {

/// When something is done: at one of these moments, drawn by weight; none: never.
struct Habit {
  struct Choice {
    std::optional<At> at;  ///< none: never
    int weight = 1;
  };
  std::vector<Choice> choices;
  std::optional<Span> every;  ///< `progress` only: so long after the lead was last heard
};

struct Behaviour {
  std::map<Event, Habit> habits;  ///< start, progress, report, contribute, verify; others: never
  std::map<std::string, std::map<Event, Habit>> departments;  ///< by name as written
};

/// Reads such a file; fails with every problem, in its order. Departments are not looked up.
Checked<Behaviour> load_behaviour(std::string_view text, const std::string& file);

}  // namespace duban
