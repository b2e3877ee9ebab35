#include "engine/policy/cycles.hpp"

#include <cstdio>

namespace duban {

Cycle cycle_holding(Date day, CycleUnit unit) {
  const Civil c = civil(day);
  char name[32];
  int first_month = 1, months = 12;
  switch (unit) {
    case CycleUnit::month:
      first_month = c.month;
      months = 1;
      std::snprintf(name, sizeof name, "%04d-%02d", c.year, c.month);
      break;
    case CycleUnit::quarter:
      first_month = (c.month - 1) / 3 * 3 + 1;
      months = 3;
      std::snprintf(name, sizeof name, "%04dQ%d", c.year, (c.month - 1) / 3 + 1);
      break;
    case CycleUnit::half_year:
      first_month = (c.month - 1) / 6 * 6 + 1;
      months = 6;
      std::snprintf(name, sizeof name, "%04dH%d", c.year, (c.month - 1) / 6 + 1);
      break;
    case CycleUnit::year:
      std::snprintf(name, sizeof name, "%04d", c.year);
      break;
  }
  return {name, make_date(c.year, first_month, 1), last_of_month(c.year, first_month + months - 1)};
}

CycleUnit cycle_unit(const Task& task, const RuleLayer& rules) {
  return task.every.value_or(rules.every());
}

bool is_last(const Cycle& cycle, std::optional<Date> ends) { return ends && *ends <= cycle.last; }

Cycle cycle_of(Date day, CycleUnit unit, std::optional<Date> ends) {
  return cycle_holding(ends && *ends < day ? *ends : day, unit);
}

Cycle next_cycle(const Cycle& cycle, CycleUnit unit) { return cycle_holding(cycle.last + 1, unit); }

}  // namespace duban
