// One thing that a rule file asks of a step, and the rules without it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// What of a step's rule: that it is listed at all, and each thing that it may ask.
enum class RuleLeaf : std::uint8_t {
  listed,
  in,
  by,
  forbid,
  note,
  evidence,
  any,
  contributions,
  without,
  limit,
  max,
};
inline constexpr RuleLeaf all_rule_leaves[] = {
    RuleLeaf::listed,  RuleLeaf::in,       RuleLeaf::by,  RuleLeaf::forbid,
    RuleLeaf::note,    RuleLeaf::evidence, RuleLeaf::any, RuleLeaf::contributions,
    RuleLeaf::without, RuleLeaf::limit,    RuleLeaf::max};
/// As the rule file calls it: "in", "forbid", …; "transitions" for the list.
std::string_view to_text(RuleLeaf leaf);

/// An admin's change of the rules: the leaf asks nothing any more; the step is listed, or its `by`
/// lengthened, for `role`.
struct RuleChange {
  Event event = Event::remark;
  RuleLeaf leaf = RuleLeaf::listed;
  Role role = Role::coordinator;
  Place rule;  ///< the line that asks today; line 0 where none does
  bool operator==(const RuleChange&) const = default;
};

/// The changes of the rule of `event` that make a difference on `task`.
std::vector<RuleChange> rule_changes(Event event, Role role, const Task& task, const Basis& basis);
/// The same basis under the changed rules, its overrides changed too.
std::unique_ptr<const Basis> with(const Basis& basis, const RuleChange& change);

}  // namespace duban
