// `duban rules show --cites`: which rules rest on what (文件依据), and which on nothing.
#pragma once

#include "cli/context.hpp"
#include "engine/model/rules.hpp"

namespace duban {

/// A row for the file, each step, rung and override, in the order of its lines.
void print_cites(Context& context, const Rules& rules);

}  // namespace duban
