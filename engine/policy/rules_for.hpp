// The rules that hold for one task: the base and the overrides that match it, folded leaf by leaf.
#pragma once

#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// Which overrides match the task.
std::vector<bool> overrides_for(const Basis& basis, const Task& task);
/// Folded rules for `task`; for each leaf the first override that matches and sets it wins.
/// The reference lives as long as the basis.
const RuleLayer& rules_for(const Basis& basis, const Task& task);
/// The same as if the override of that index were not there.
const RuleLayer& rules_without(const Basis& basis, const Task& task, std::size_t override_index);

}  // namespace duban
