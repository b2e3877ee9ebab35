#include "engine/model/rules.hpp"

#include <algorithm>

namespace duban {

bool is_whole(const Rung& rung) { return rung.at && rung.in && rung.level && rung.notify; }

const Rung* RuleLayer::rung(std::string_view id) const {
  const auto found =
      std::find_if(rungs.begin(), rungs.end(), [&](const Rung& each) { return each.id == id; });
  return found == rungs.end() ? nullptr : &*found;
}

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
