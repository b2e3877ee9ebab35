// The kinds of tasks that a rule file tells apart: one task stands for each.
#pragma once

#include <vector>

#include "engine/model/basis.hpp"
#include "rules/proof/budget.hpp"
#include "rules/proof/cast.hpp"

namespace duban::proof {

/// A representative task, before it is assigned.
struct Shape {
  PlanRow row;
  Plan plan;
  std::vector<bool> chosen;  ///< which overrides match it
};

struct Shapes {
  std::vector<Shape> all;
  bool complete = true;  ///< false: too many overrides to try all combinations
};

/// One task for each set of overrides that can match together, ongoing or not, with a co and
/// without, as far as the overrides leave that open. `day` is the day of assignment.
Shapes shapes_of(const Basis& basis, const Cast& cast, const std::string& plan, Date day,
                 Budget& budget);

/// How far due lies from the assignment of a dated task: beyond whatever the rungs count from the
/// other anchors, so that no rung is out of reach for want of time.
int days_to_due(const Rules& rules);

}  // namespace duban::proof
