// The answer of `rules activate`, `calendar activate` and `department add`.
#pragma once

#include <vector>

#include "cli/context.hpp"

namespace duban {

/// What an activation did, or on a dry run would do: rungs and steps with the number of live tasks
/// for which each changes; with `changes`, every such task.
void print_activation(Context& context, const ActivateReceipt& receipt,
                      const std::vector<TaskChange>& changes = {}, bool dry_run = false);
/// Keeps what print_activation will list: everything for JSON and with --verbose, else nothing.
ChangeVisitor listed_changes(const Context& context, std::vector<TaskChange>& changes);

/// The texts of the basis in force.
Result<BasisTexts> texts_in_force(const World& world);

}  // namespace duban
