// The values of a rule file one by one: to take one away, or to loosen it, and see what changes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/model/basis.hpp"

namespace duban::proof {

/// One value that the file sets: in the base, or in an override.
struct LeafSpot {
  int layer = -1;    ///< index of the override, -1 for the base
  std::string path;  ///< "transitions.report.by", "escalations.silent.off"
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::function<void(RuleLayer&)> remove;
  /// Lets through what it holds back; empty where nothing can be loosened.
  std::function<void(RuleLayer&)> loosen;
};

std::vector<LeafSpot> leaves_of(const Rules& rules);

/// Another basis with the rules changed.
Basis with_rules(const Basis& basis, Rules rules);
Basis without(const Basis& basis, const LeafSpot& leaf);
Basis loosened(const Basis& basis, const LeafSpot& leaf);

/// Whether two folded layers judge alike, wherever their values stand.
bool same_judgement(const RuleLayer& a, const RuleLayer& b);

/// The place of the first of these leaves that stands in the file.
template <class... Leaves>
Place place_of(const Rules& rules, const Leaves&... leaves) {
  Place place{rules.file, 0, 0};
  const auto offer = [&](const auto& leaf) {
    if (place.line == 0 && leaf && leaf->line > 0) place = {rules.file, leaf->line, leaf->column};
  };
  (offer(leaves), ...);
  return place;
}

}  // namespace duban::proof
