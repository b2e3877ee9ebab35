// What every operation is given: the ports, who is at the keyboard, and the time as it was given.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/operations/ports.hpp"

namespace duban {

/// Reads a deadline as a document of the plan would have it; Errc::bad_file says what is wrong.
using DeadlineReader =
    std::function<Result<Deadline>(std::string_view text, const Plan& plan, const Basis& basis)>;

struct World {
  Store& store;
  Vault& vault;
  const Clock& clock;
  BasisCompiler& compiler;
  std::string account;                 ///< of the operating system or network, behind every actor
  std::string as = {};                 ///< `--as`; empty: the account's only actor
  std::optional<std::string> at = {};  ///< `--at` as given; its zone is the workspace's
  bool accept_gap = false;             ///< `--accept-gap`
  int max_gap_days = 45;               ///< `max_gap` of duban.yaml
  DeadlineReader read_deadline = {};   ///< none: `amend --deadline` is refused
};

/// The compiled basis in force.
Result<std::shared_ptr<const Basis>> basis_in_force(View& view, BasisCompiler& compiler);
/// Its time zone, for whoever needs no more of it.
Result<Zone> zone_in_force(View& view, BasisCompiler& compiler);

/// A task's plan has no row: Errc::corrupt.
tl::unexpected<Error> plan_is_gone(const TaskKey& task);

/// The time of a step: the clock of a normal workspace, `--at` or the last time given in a
/// rehearsal; never earlier than what was judged before. Up to two minutes behind counts as that
/// time. Errc::time when --at is wrong, Errc::clock when the machine's clock is, or was.
Result<Instant> step_time(const Meta& meta, const World& world, const Zone& zone);

/// Whether the machine's clock has fallen behind what was judged before, by more than is forgiven.
bool is_behind(const Meta& meta, Instant now);

/// When something is judged, and when it is recorded: never before what stands in the log. They
/// differ only after a clock that was ahead had been accepted (operations/clock.hpp).
struct Moment {
  Instant now;
  Instant recorded;
};
Moment moment_of(const Meta& meta, Instant now);

/// Whether `now` is a jump that `--accept-gap` lets pass; only an admin may, and the entry says so.
bool gap_is_accepted(const Meta& meta, const World& world, Instant now);

/// The time of a reading: `--at` anywhere, else the clock, or in a rehearsal the last time given.
Result<Instant> reading_time(const Meta& meta, const World& world, const Zone& zone);

}  // namespace duban
