// What becomes of a task that was read: settled by people, listed as doubtful, or refused.
#include "intake/plan_assembly.hpp"

namespace duban::intake {

Status Assembly::finish_task() {
  if (!pending_) return {};
  const Pending task = std::move(*pending_);
  pending_.reset();
  Draft draft;
  draft_ = &draft;
  read_task(task, draft);
  draft_ = nullptr;
  return settle(draft);
}

Status Assembly::settle(Draft& draft) {
  if (options_.seen) DUBAN_TRY(options_.seen(draft));
  Errors wrong;
  const bool stays = settler_.settle(draft, wrong);
  for (Error& error : wrong) {
    const std::string place = error.where.file;
    fault(place, tl::make_unexpected(std::move(error)));
  }
  if (!stays) return {};
  for (const Finding& finding : draft.findings) {
    if (finding.blocks)
      fault(finding.place.file, tl::make_unexpected(Error{Errc::bad_file, finding.message}));
    else
      doubt(finding.place.file, finding.message);
  }
  if (errors_total_ > 0) return {};
  ++summary_.tasks;
  summary_.mentions += 1 + static_cast<int>(draft.row.co.size());
  return sink_(draft.row);
}

}  // namespace duban::intake
