// In spite of what a rule file was put in force (docs/proof.md): said in the data of its entry, and
// bound to the text of the rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/value.hpp"

namespace duban {

/// A property of docs/proof.md that rules lack: broken, or not explored to its end.
struct LackedProperty {
  int property = 0;
  bool unexplored = false;
  bool operator==(const LackedProperty&) const = default;
};

struct Despite {
  std::vector<LackedProperty> lacks;  ///< in order, each property once
  std::string note;
  bool operator==(const Despite&) const = default;
};

/// Whether an admin may put rules in force in spite of it: what is stuck, silent or unheard helps
/// nobody, the other properties are an office's own to weigh; what was not explored always.
bool may_be_taken(const LackedProperty& lack);

/// Adds `despite` and `note` to the data of an `activate`.
void add_to(Value& data, const Despite& despite);
/// What the data says; nothing where it says nothing, or nothing that could have been taken.
std::optional<Despite> despite_in(const Value& data);

}  // namespace duban
