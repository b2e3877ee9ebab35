// The calendar periods in which an ongoing task reports (design §4).
#pragma once

#include <optional>

#include "engine/model/rules.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// The period of `unit` that holds `day`.
Cycle cycle_holding(Date day, CycleUnit unit);
/// The task's own unit from the document, else the rules'.
CycleUnit cycle_unit(const Task& task, const RuleLayer& rules);
/// Whether `cycle` is the last: it holds the plan's end, or begins after it.
bool is_last(const Cycle& cycle, std::optional<Date> ends);
/// The cycle of `day` for a task that is reopened: the last one when `day` is after the end.
Cycle cycle_of(Date day, CycleUnit unit, std::optional<Date> ends);
Cycle next_cycle(const Cycle& cycle, CycleUnit unit);

}  // namespace duban
