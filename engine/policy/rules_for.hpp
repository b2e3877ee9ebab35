// The rules that hold for one task: the base and the overrides that match it, folded leaf by leaf.
#pragma once

#include "engine/model/basis.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// Folded rules for `task`; for each leaf the first override that matches and sets it wins.
/// The reference lives as long as the basis.
const RuleLayer& rules_for(const Basis& basis, const Task& task);

}  // namespace duban
