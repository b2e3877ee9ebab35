#include "engine/model/rules.hpp"

namespace duban {

const TransitionRule* RuleLayer::transition(Event event) const {
  const auto found = transitions.find(event);
  if (found == transitions.end()) return nullptr;
  const TransitionRule& rule = found->second;
  return rule.off && rule.off->value ? nullptr : &rule;
}

namespace {
constexpr std::string_view raised_open = "raised(";
}

std::string anchor_text(const At& at) {
  if (at.anchor != Anchor::raised) return std::string(to_text(at.anchor));
  return std::string(raised_open) + at.rung + ")";
}

bool is_anchor_text(std::string_view text) {
  if (parse_anchor(text)) return true;
  return text.starts_with(raised_open) && text.ends_with(')') &&
         text.size() > raised_open.size() + 1;
}

}  // namespace duban
