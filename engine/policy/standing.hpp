// How a task stands on a day: lateness, light, whom it waits for. Derived on reading, never kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/task.hpp"

namespace duban {

struct Standing {
  int late_days = 0;
  int overdue_days = 0;
  Light light = Light::green;
  std::vector<std::string>
      missing;  ///< co's that have neither contributed in full nor been excused
  std::vector<Role> waits_for;
  std::optional<Date> final_due;
};

/// `task` must have waited until `today` (course::wait_until).
Standing standing(const Task& task, const Basis& basis, Date today);

/// Whether a timer ahead was computed through years whose days off are not announced.
bool is_provisional(const Task& task, const Basis& basis);

/// Calendar days from the due in force to the report (design §10.9); to `today` while there is
/// none.
int late_days(const Task& task, const Zone& zone, Date today);
/// Local days on which the task was in `overdue`, over its life (§10.10).
int overdue_days(const Task& task, Date today);
/// The day on which all is to be done; none where cycles follow. Of a stage that is not open yet
/// it is what its due would be today, off a day off where the rules say so.
std::optional<Date> final_due(const Task& task, const Basis& basis, Date today);
Light light_of(const Task& task, const Basis& basis, Date today);

}  // namespace duban
