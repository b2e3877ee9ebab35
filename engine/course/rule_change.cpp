#include "engine/course/rule_change.hpp"

#include <algorithm>

#include "engine/policy/rules_for.hpp"

namespace duban {
namespace {

/// Calls `use` with the leaf of `rule`, whatever its type.
template <class Use>
void on_leaf(TransitionRule& rule, RuleLeaf leaf, const Use& use) {
  switch (leaf) {
    case RuleLeaf::listed:
      return use(rule.off);
    case RuleLeaf::in:
      return use(rule.in);
    case RuleLeaf::by:
      return use(rule.by);
    case RuleLeaf::forbid:
      return use(rule.forbid);
    case RuleLeaf::note:
      return use(rule.note);
    case RuleLeaf::evidence:
      return use(rule.evidence);
    case RuleLeaf::any:
      return use(rule.any);
    case RuleLeaf::contributions:
      return use(rule.contributions);
    case RuleLeaf::without:
      return use(rule.without);
    case RuleLeaf::limit:
      return use(rule.limit);
    case RuleLeaf::max:
      return use(rule.max);
  }
}

void change(TransitionRule& rule, const RuleChange& wanted) {
  if (wanted.leaf == RuleLeaf::by) {
    if (!rule.by) return;
    auto& roles = rule.by->value;
    if (std::find(roles.begin(), roles.end(), wanted.role) == roles.end())
      roles.push_back(wanted.role);
    return;
  }
  on_leaf(rule, wanted.leaf, [](auto& leaf) { leaf.reset(); });
}

}  // namespace

std::string_view to_text(RuleLeaf leaf) {
  static constexpr std::string_view names[] = {"transitions", "in",       "by",  "forbid",
                                               "note",        "evidence", "any", "contributions",
                                               "without",     "limit",    "max"};
  return names[static_cast<std::size_t>(leaf)];
}

std::vector<RuleChange> rule_changes(Event event, Role role, const Task& task, const Basis& basis) {
  const RuleLayer& layer = rules_for(basis, task);
  const std::string& file = basis.rules.file;
  const auto listed = layer.transitions.find(event);
  if (!layer.transition(event)) {
    const Place rule = listed == layer.transitions.end()
                           ? Place{file, 0, 0}
                           : Place{file, listed->second.off->line, listed->second.off->column};
    return {{event, RuleLeaf::listed, role, rule}};
  }
  std::vector<RuleChange> changes;
  TransitionRule rule = listed->second;
  for (const RuleLeaf leaf : all_rule_leaves) {
    if (leaf == RuleLeaf::listed) continue;
    on_leaf(rule, leaf, [&](const auto& asked) {
      if (asked) changes.push_back({event, leaf, role, {file, asked->line, asked->column}});
    });
  }
  return changes;
}

std::unique_ptr<const Basis> with(const Basis& basis, const RuleChange& wanted) {
  Rules rules = basis.rules;
  TransitionRule& base = rules.base.transitions[wanted.event];
  if (wanted.leaf == RuleLeaf::listed && !base.by) base.by = Leaf<std::vector<Role>>{{wanted.role}};
  change(base, wanted);
  for (Override& each : rules.overrides) {
    const auto found = each.layer.transitions.find(wanted.event);
    if (found != each.layer.transitions.end()) change(found->second, wanted);
  }
  return std::make_unique<const Basis>(
      Basis{basis.hash, std::move(rules), basis.calendar, basis.directory, basis.zone});
}

}  // namespace duban
