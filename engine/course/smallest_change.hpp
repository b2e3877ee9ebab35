// The smallest change that would alter a refusal: what would have to be different for the step to
// be taken. Found by trying candidates through `act`, so every answer is true by construction.
#pragma once

#include <string>
#include <vector>

#include "engine/course/course.hpp"
#include "engine/course/rule_change.hpp"

namespace duban {

/// A step that somebody takes at a time.
struct Move {
  Instant at;
  Command command;
};

/// What has to be different, in the order in which it is to be done: under rules without what
/// `rules` name, and once `grants` are given, the moves of `before` and then `last` are all taken.
/// Notes, contents and files that come in are placeholders (engine/course/probe.hpp).
struct Change {
  std::vector<RuleChange> rules;  ///< only where no step and no option helps
  std::vector<Grant> grants;      ///< roles that nobody has who may act
  std::vector<Move> before;
  Move last;     ///< the refused command, later, by somebody else, or with other options
  int size = 0;  ///< how many things differ; a step that ends a task or hands it over counts thrice
};

/// One option of a command that differs from another's; no values: it is left out.
struct Edit {
  std::string option;  ///< as on the command line, without its dashes
  std::vector<std::string> values;
  bool operator==(const Edit&) const = default;
};
std::vector<Edit> edits(const Command& from, const Command& to);

/// The smallest changes after which `command`, refused at `now`, is taken: the best first, at most
/// three, all of one size and each of its own kind. None when the lifecycle has no way at all, or
/// none of a size that anybody would call small.
std::vector<Change> smallest_changes(const Task& task, const Setting& setting, const People& people,
                                     const Command& command, Instant now);

}  // namespace duban
