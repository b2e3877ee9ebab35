// What an audit says of the store itself: how it is laid out, and whether it agrees with itself.
#pragma once

#include "audit/finding.hpp"
#include "engine/operations/ports.hpp"

namespace duban::audit {

/// Tables, indexes and triggers that are not as the program makes them. False: there are some.
Result<bool> judge_layout(View& store, Findings& findings);
/// The layout, and where it has no faults, what the store finds wrong with itself.
Status judge_structure(View& store, Findings& findings);

}  // namespace duban::audit
