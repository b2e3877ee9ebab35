// Are the tables what the log says? Every row of a store beside the one that replay derived.
#pragma once

#include "audit/derived.hpp"
#include "audit/finding.hpp"

namespace duban::audit {

/// Names every row too many or too few and every field that differs: tasks with their timers and
/// words, plans, people, escalations, texts of bases, the row about the workspace, the tree and its
/// tiles. `stored` is one snapshot; `derived` what `replay` made of this very view's log. An error
/// is only what keeps it from reading at all.
Status compare(View& stored, Derived& derived, Findings& findings);

}  // namespace duban::audit
