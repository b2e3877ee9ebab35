// What would have to be given for a step to be taken, found out by trying it: the course answers,
// nothing is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/course/course.hpp"

namespace duban {

/// One thing that a step still lacks, and the line of the rule file that asks for it (none for what
/// the step cannot do without).
struct Lack {
  std::string what;                       ///< note, evidence, contributions, …
  std::vector<std::string> or_else = {};  ///< any of these would do as well
  int count = 1;                          ///< so many files of evidence
  std::vector<std::string> departments;   ///< whose contributions
  Place rule;
};

/// The end of trying: what was lacking on the way, and where it led.
struct Probe {
  std::vector<Lack> lacks;
  std::optional<TaskState> to;   ///< the step is possible once `lacks` are there
  std::optional<Error> refusal;  ///< or what stands in the way whatever is given
  Command command;               ///< with what was given on the way
};

/// Tries `command`, giving one thing after the other that is asked for.
Probe probe(const Task& task, const Setting& setting, Command command, Instant now);

/// Gives `command` the thing that it lacks (a word of Error::missing), as far as whoever acts
/// could; false for what only others can give. Texts and files are placeholders.
bool supply(Command& command, std::string_view what, const Task& task, const Basis& basis,
            Date today);

/// Whether `file` is a placeholder of `supply`.
bool is_placeholder(const Attachment& file);

}  // namespace duban
