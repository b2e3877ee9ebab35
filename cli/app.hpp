// The command line as a whole: parse, run one command, answer with an exit status.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace duban {

struct Context;

/// Runs `duban` with these arguments (without the program's name) and returns its exit status.
int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
        std::ostream& err);

/// All options and commands, for run() and for tests that walk through them.
/// With `only`, that command alone: declaring them all is a fifth of what a short one costs.
void build(CLI::App& app, Context& context, std::string_view only = {});

/// --help of `app` or of one of its commands, in the context's language.
std::string help_text(const CLI::App& app, const Context& context);

}  // namespace duban
