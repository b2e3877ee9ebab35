// What an activation did, and the texts of the basis in force; shared by rules, calendar and
// department.
#pragma once

#include "cli/context.hpp"

namespace duban {

void print_activation(Context& context, const ActivateReceipt& receipt);

/// The texts in force now, to build new ones on.
Result<BasisTexts> texts_in_force(const World& world);

}  // namespace duban
