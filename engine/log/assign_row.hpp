// The row of the plan in the bytes of its `assign` entry, for whoever reads millions of them.
#pragma once

#include <optional>

#include "engine/log/entry_glance.hpp"
#include "engine/model/plan.hpp"

namespace duban {

/// The row of an `assign` whose data are data_of(row) (engine/course/course.hpp) in every byte;
/// nothing for any other data.
std::optional<PlanRow> row_of(const EntryGlance& seen);

}  // namespace duban
