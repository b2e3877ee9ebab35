// What was proved of a rule file, as people and machines read it.
#pragma once

#include <optional>
#include <string>

#include "cli/context.hpp"
#include "engine/model/directory.hpp"
#include "rules/prove.hpp"

namespace duban {

/// For whom rules are proved, and by which calendar.
struct ProofOffice {
  std::string directory_file;  ///< "": the workspace's, or the shipped one
  Directory directory;
  People people;
  Calendar calendar;
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

/// Says why such rules are not put in force, and gives the exit status.
int refuse_flawed(Context& context, const Verdict& verdict, const Rules& rules,
                  const std::string& text, const ProofOffice& office);

/// The stories as scenarios for `rules test`, for a file at `path`.
std::string scenarios_of(const Verdict& verdict, const Rules& rules, const ProofOffice& office,
                         const std::string& path);

}  // namespace duban
