// Playing the scenarios of rule authors through the engine's own operations, in memory.
#pragma once

#include "engine/operations/ports.hpp"
#include "rehearsal/coverage.hpp"
#include "rules/scenario.hpp"

namespace duban {

/// Something that did not come as a scenario says.
struct ScenarioFailure {
  std::string scenario;
  std::string at;    ///< the step's moment as it stands there
  std::string what;  ///< "state", "raised", "refused.code"; "verify" when the step itself failed
  Value expected;    ///< null where nothing but a pass was expected
  Value got;         ///< null for nothing
  std::optional<Error> refusal = {};  ///< what the step was refused with, where that matters
  Place where;
};

struct ScenarioReport {
  std::size_t scenarios = 0;
  std::vector<ScenarioFailure> failures;
  std::vector<RulePoint> points;  ///< of the rule file, in its order
};

/// Plays each scenario in a workspace of its own under `texts`; `text` is the file itself, for
/// messages. Checked: commands that are none and moments that are none, each with its place.
Checked<ScenarioReport> run_scenarios(const ScenarioFile& file, std::string_view text,
                                      const BasisTexts& texts, const DirectoryFile& people,
                                      BasisCompiler& compiler);

}  // namespace duban
