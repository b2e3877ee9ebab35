// What was proved of a rule file, as people and machines read it.
#pragma once

#include <optional>
#include <string>

#include "cli/context.hpp"
#include "engine/model/despite.hpp"
#include "engine/model/directory.hpp"
#include "engine/operations/rules_taken.hpp"
#include "rules/prove.hpp"

namespace duban {

/// For whom rules are proved, and by which calendar.
struct ProofOffice {
  std::string directory_file;  ///< "": the workspace's, or the shipped one
  Directory directory;
  People people;
  Calendar calendar;
  std::vector<std::string> leads = {};  ///< departments that lead, or ever led, in a plan there
};

/// The office of the given directory file; without one that of the workspace around, and where
/// there is none, the shipped one.
Checked<ProofOffice> office_of(Context& context, const Rules& rules,
                               const std::string& directory_file);

/// Property by property: what holds, with its bounds, and each flaw with its line and story.
/// `text` is the rule file's, for the lines that are shown.
void print_verdict(Context& context, const Verdict& verdict, const Rules& rules,
                   const std::string& text, const ProofOffice& office);
Value json_of(Context& context, const Verdict& verdict, const Rules& rules,
              const ProofOffice& office);

/// The properties that do not hold, in order.
std::vector<LackedProperty> lacks_of(const Verdict& verdict);
void print_warnings(Context& context, std::ostream& out, const Verdict& verdict);
/// That the rules in force were taken in spite of something, by whom and why.
Message taken_words(const RulesTaken& taken);

/// Says why such rules are not put in force, and gives the exit status.
int refuse_flawed(Context& context, const Verdict& verdict, const Rules& rules,
                  const std::string& text, const ProofOffice& office);

/// The stories as scenarios for `rules test`, for a file at `path`.
std::string scenarios_of(const Verdict& verdict, const Rules& rules, const ProofOffice& office,
                         const std::string& path);

}  // namespace duban
