// Rule files as commands name them: a path, or the name of a shipped one.
#pragma once

#include <string>

#include "engine/base/error.hpp"

namespace duban {

struct RuleText {
  std::string file;  ///< for messages
  std::string text;
  bool shipped = false;  ///< by its name
};

/// The shipped rules called `name`, such as `three-colour`; else what stands in that file (a file
/// with the name of shipped rules is ./three-colour). bad_file, with the names that there are, when
/// it is neither.
Result<RuleText> rule_text(const std::string& name);

}  // namespace duban
