// The parts of the one table of words. Internal to cli/words*.
#pragma once

#include <span>
#include <string_view>

namespace duban {

struct Phrase {
  std::string_view english;  ///< the template as it stands in the source
  std::string_view chinese;  ///< the same holes, in any order
};

std::span<const Phrase> phrases_of_engine();      ///< refusals of steps and rules in force
std::span<const Phrase> phrases_of_store();       ///< database, log, audit, machine
std::span<const Phrase> phrases_of_rule_files();  ///< text/ and rules/
std::span<const Phrase> phrases_of_proof();       ///< what is proved of rule files
std::span<const Phrase> phrases_of_rehearsal();   ///< scenarios, simulation, forecast
std::span<const Phrase> phrases_of_documents();   ///< intake/: plans and directories
std::span<const Phrase> phrases_of_deadlines();   ///< intake/: what is said of deadlines
std::span<const Phrase> phrases_of_lint();        ///< gaps of a plan
std::span<const Phrase> phrases_of_settling();    ///< review sheets, corrections, plans by hand
std::span<const Phrase> phrases_of_commands();    ///< the command line's own sentences
std::span<const Phrase> phrases_of_headings();    ///< headings and single words of answers
std::span<const Phrase> phrases_of_upkeep();      ///< backup, restore, doctor
std::span<const Phrase> phrases_of_explain();     ///< explain, smallest changes, diagrams
std::span<const Phrase> phrases_of_help();        ///< --help

}  // namespace duban
