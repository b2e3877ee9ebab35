// What every check of a step looks at. Internal to engine/policy.
#pragma once

#include <string>

#include "engine/policy/permission.hpp"

namespace duban {

/// One step under judgement: the task, who wants what, and the rules that hold for it.
struct Check {
  const Task& task;
  const Plan& plan;
  const Basis& basis;
  const Command& command;
  Date today;
  const RuleLayer& layer;
  const TransitionRule* rule;  ///< of the command's event; nullptr when it is not listed

  std::string event() const { return std::string(to_text(command.event)); }
  std::string key() const { return to_text(task.key); }
  template <class T>
  Place place_of(const Leaf<T>& leaf) const {
    return {basis.rules.file, leaf.line, leaf.column};
  }
};

/// Errc::argument: values that cannot be, whatever the rules ask.
Status check_arguments(const Check& check);
/// Errc::missing: what the rules or the event itself ask for and is not there.
Status check_complete(const Check& check);

std::string join(const std::vector<std::string>& names);
/// The same error, naming the line of the rule file that asks.
tl::unexpected<Error> ruled(tl::unexpected<Error> error, Place rule);

}  // namespace duban
