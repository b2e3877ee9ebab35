// Steps as words: what each event is called and takes, and a line of `apply` as a request.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/operations/step.hpp"

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

/// A line of `apply`.
struct StreamCommand {
  bool nightly = false;
  StepRequest step;
  std::optional<std::string> at;
  std::string as;
};
/// One JSON object: `do`, and the options by their names on the command line; a list may be a
/// single string, a flag is true or false, null is left out. Errc::usage for whatever else.
Result<StreamCommand> read_command(std::string_view line);

}  // namespace duban
