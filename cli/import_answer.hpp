// What an import answers: the plan as it was read, what is doubtful in it, and who is in it.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "engine/operations/step.hpp"

namespace duban {

/// What was asked of the import, as far as the answer tells it.
struct ImportAsked {
  std::string plan;
  bool dry_run = false;
  bool registers = false;
};

/// The tasks as they would be.
void print_rows(Context& context, const std::vector<PlanRow>& rows);
void print_counts(Context& context, const ImportAsked& asked, const ImportReceipt& receipt);
/// Doubts, names outside the directory, and tasks that nobody may verify.
void print_doubts(Context& context, const ImportAsked& asked, const ImportReceipt& receipt);
Value import_json(Lang lang, const ImportAsked& asked, const ImportReceipt& receipt);

}  // namespace duban
