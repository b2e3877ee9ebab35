// `rules diagram`, a command of its own file among those of cli/rules.cpp.
#pragma once

#include "cli/command.hpp"

namespace duban {

void add_diagram(CLI::App& rules, Context& context);

}  // namespace duban
