// May this actor take this step now, as the rules stand? Everything but the lifecycle's own no.
#pragma once

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// Options that make no sense with this event, or without each other: Errc::usage.
Status check_usage(const Command& command);

/// The role in which `command.by` may act, or the first refusal in the order of docs/refusals.md
/// from `disabled` on: disabled, role, forbidden, argument, missing, limit, conflict. It names the
/// line of the rule file that asks. `today` is the local day of the step.
Result<Role> permission(const Task& task, const Plan& plan, const Basis& basis,
                        const Command& command, Date today);

/// Whether the task has this content already; what was struck does not count.
bool has_content(const Task& task, std::string_view sha256);
/// New contents that this command's evidence adds to the task, each once.
std::vector<Attachment> new_contents(const Task& task, const Command& command);
/// How many contents count for the report so far in this round.
int counted_evidence(const Task& task);
/// Days of suspension used so far, in the unit of `max`.
int suspension_used(const Task& task, SpanUnit unit, const Calendar& calendar);

inline constexpr std::size_t note_bytes_max = 65536;

}  // namespace duban
