// When timers fall: the resumption, the deadline, the rungs of the ladder (design §4, §10).
#pragma once

#include <optional>

#include "engine/model/basis.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// The next thing that time alone does to a task.
struct Timer {
  enum class Kind : std::uint8_t { resume, deadline, rung } kind = Kind::rung;
  const Rung* rung = nullptr;  ///< of the folded rules; lives as long as the basis
  int occurrence = 0;
  Date day;    ///< it falls on 00:00 local of this day
  Instant at;  ///< the later of that, the task's last entry and the last activation
};

/// The earliest timer in the present state, whenever it falls; of those at one instant resume
/// first, then the deadline, then rungs in the file's order. Of a repeating rung that is ripe more
/// than once at that instant, the latest occurrence. Nothing when nothing is armed.
std::optional<Timer> next_timer(const Task& task, const Basis& basis);

/// What a rung of the folded rules is counted from. The raising of another rung counts while it is
/// of the present generation of that rung's own anchor (a resumption goes on with the one before),
/// and has the generation in which that rung was raised.
AnchorValue anchor_of(const Task& task, const Rung& rung);
/// Day of the k-th occurrence of a rung counted from the anchor's present day; nothing when the
/// anchor is unset or the rung has no such occurrence.
std::optional<Date> rung_day(const Task& task, const Rung& rung, int occurrence,
                             const Calendar& calendar);
/// The first occurrence of the present generation that is neither raised nor lapsed.
std::optional<int> pending_occurrence(const Task& task, const Rung& rung, const Basis& basis);
/// Highest occurrence raised in the present generation, -1 for none.
int raised_until(const Task& task, const Rung& rung);
/// Its state is in `in` and its `when` holds.
bool is_listening(const Task& task, const Rung& rung, const Basis& basis);
/// Of the present generation and the task still in one of the rung's states: what was raised last.
bool is_open(const Task& task, const Rung& rung);

/// Days of a suspension from `from` to `to` in the unit of `max` (design §10.17).
int suspension_days(Date from, Date to, SpanUnit unit, const Calendar& calendar);

}  // namespace duban
