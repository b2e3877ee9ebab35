// Commands as people write them down: a line of `apply`, a step of a scenario.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/operations/step.hpp"

namespace duban {

/// One of them.
struct StreamCommand {
  bool nightly = false;
  StepRequest step;
  std::optional<std::string> at;
  std::string as;
};
/// One JSON object: `do`, and the options by their names on the command line; a list may be a
/// single string, a flag is true or false, null is left out. Errc::usage for whatever else.
Result<StreamCommand> read_command(std::string_view line);

/// The member `key` of such an object, for who has them one by one. Errc::usage when there is no
/// such key, or `value` does not fit it; null changes nothing.
Status take_member(const std::string& key, const Value& value, StreamCommand& command);

}  // namespace duban
