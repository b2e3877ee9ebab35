// Timers behind and ahead of a task, with how each day was counted: the tables of `explain`.
#pragma once

#include "cli/explanation.hpp"
#include "cli/table.hpp"

namespace duban {

/// "due 2018-12-31 + 10wd", for a repetition "… + 1 × 1mo". Rungs go by their names in `rules`.
std::string sum_text(Lang lang, const At& at, const std::vector<SpanWalk>& walks, const Rung* rung,
                     int occurrence, const RuleLayer* rules = nullptr);
/// "skips 12-30…01-01, works 12-29"; nothing where nothing was skipped or made up for.
std::string skipped_text(Lang lang, const std::vector<SpanWalk>& walks);

Sheet sheet_of(Lang lang, const std::vector<TimerAhead>& timers, const Task& task,
               const Basis& basis);
Sheet sheet_of(Lang lang, const std::vector<TimerBehind>& timers, const Task& task,
               const Basis& basis);

Value json_of(const TimerAhead& timer, const Basis& basis);
Value json_of(const TimerBehind& timer);

}  // namespace duban
