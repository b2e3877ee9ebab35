// Steps as words: what each event is called and takes.
#pragma once

#include <span>
#include <string_view>

#include "engine/model/words.hpp"

namespace duban {

/// How a step appears on the command line.
struct StepWords {
  Event event;
  const char* what;     ///< a clause for --help
  const char* example;  ///< from the real plan
  /// The options that it takes beside TASK, --note, --evidence and --dry-run, without dashes,
  /// blanks between them.
  const char* options;
};
/// Every step that people take, in the order of the lifecycle.
std::span<const StepWords> all_steps();
bool takes(const StepWords& step, std::string_view option);

}  // namespace duban
