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

/// One task for each set of overrides that can match together, due once, ongoing or staged, with a
/// co and (but for staged ones) without, periodic where an override asks for it; as far as the
/// overrides leave that open. `day` is the day of assignment.
Shapes shapes_of(const Basis& basis, const Cast& cast, const std::string& plan, Date day,
                 Budget& budget);

/// How far due lies from the assignment of a dated task: beyond whatever the rungs count from the
/// other anchors, so that no rung is out of reach for want of time.
int days_to_due(const Rules& rules);

/// Due, or each stage, so many days after the one before, the first after `day`. Nothing for
/// ongoing ones.
void set_days(Deadline& deadline, Date day, int apart);

/// Both ongoing, both staged, or neither.
bool goes_alike(const Deadline& a, const Deadline& b);

}  // namespace duban::proof
