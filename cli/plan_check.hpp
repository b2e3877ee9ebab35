// The gaps of a plan, as `plan check` and every import tell them.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "engine/base/value.hpp"
#include "intake/lint.hpp"

namespace duban {

/// The words and limits of the checks, from the shipped config/lint.yaml.
Checked<intake::LintWords> lint_words();

/// "gaps: 1 error, 12 warnings, 3 notes", or that there are none.
std::string gap_counts(Lang lang, const std::vector<intake::LintFinding>& findings);

Value gaps_json(const std::vector<intake::LintFinding>& findings);

/// Adds `check` to the commands of `plan`.
void add_plan_check(CLI::App& plan, Context& context);

}  // namespace duban
