// `audit replay`: everything that the log says, derived anew from its beginning.
//
// Of an entry only what people brought is believed: who came, from which account, when it was
// written down, and the options in `data`. All else is derived by the same course that steps use,
// from what came before and the basis in force, and compared: seq, prev, effective, department,
// role, plan, from, to, basis, and what `data` says that could be derived.
#pragma once

#include <memory>
#include <optional>

#include "audit/derived.hpp"
#include "audit/finding.hpp"

namespace duban::audit {

struct Replay {
  std::unique_ptr<Derived> derived;  ///< what the log says at its end, or at `until`
  std::int64_t entries = 0;
  Findings findings;
};

/// Reads the entries recorded up to `until` (all without it), in order. Every field that differs is
/// a finding; so is a timer that had fallen when its task took a step, a night was recorded or a
/// basis changed, and that no entry tells of. What can be derived after a difference still is; only
/// a basis whose texts are lost or altered ends it early, and a finding says so. Texts are taken
/// from `log` by their hash. An error is only what keeps it from reading at all.
Result<Replay> replay(View& log, BasisCompiler& compiler, std::optional<Instant> until = {});

/// The past, for a Reading: what the entries recorded up to `at` say. Errc::corrupt when the log
/// does not replay up to there; Errc::time when nothing had been recorded by then.
Result<std::unique_ptr<View>> board_at(std::unique_ptr<View> log, BasisCompiler& compiler,
                                       Instant at);

}  // namespace duban::audit
