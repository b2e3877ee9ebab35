// A log entry as people read it: who, what, with which words.
#pragma once

#include <string>

#include "cli/words.hpp"
#include "engine/base/date.hpp"
#include "engine/model/entry.hpp"

namespace duban {

/// "督查一处（代省安监局）": the actor, and for whom it was recorded; "system" for the scheduler.
std::string actor_text(Lang lang, const Entry& entry);
/// "in_progress -> reported"; one word where the state stays, nothing without a task.
std::string change_text(Lang lang, const Entry& entry);
/// The options of the step but its note, or what the engine wrote beside: "due 2018-12-31; …".
/// A rung goes by its name in `rules`, in the log by its id.
std::string details_text(Lang lang, const Entry& entry, const RuleLayer* rules = nullptr);
std::string note_of(const Entry& entry);

}  // namespace duban
