#include "engine/model/rules.hpp"

namespace duban {

const TransitionRule* RuleLayer::transition(Event event) const {
  const auto found = transitions.find(event);
  if (found == transitions.end()) return nullptr;
  const TransitionRule& rule = found->second;
  return rule.off && rule.off->value ? nullptr : &rule;
}

}  // namespace duban
