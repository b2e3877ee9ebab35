// Are the tables what the log says? Every row of a store beside the one that replay derived.
#pragma once

#include "audit/finding.hpp"
#include "engine/memory/board.hpp"

namespace duban::audit {

/// Names every row too many or too few and every field that differs: tasks with their timers and
/// words, plans, people, escalations, texts of bases, the row about the workspace, the tree and its
/// tiles. `stored` is one snapshot; `derived` what `replay` made of the same snapshot's log. An
/// error is only what keeps it from reading at all.
Status compare(View& stored, const Board& derived, Findings& findings);

}  // namespace duban::audit
