// The life of one drawn task without an office around it: no store, no nights, thousands in the
// time of a few stories.
#pragma once

#include "tests/sim/story.hpp"

namespace duban::sim {

/// Lives `steps` commands. Throws Difference, whose `day` is the number of the command.
void live_alone(std::uint32_t seed, int steps, Tally& tally);

}  // namespace duban::sim
