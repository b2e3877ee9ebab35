// How a day was counted: a sum of days with what was skipped on the way.
#pragma once

#include <vector>

#include "engine/model/calendar.hpp"
#include "engine/model/rules.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// `from + span = to`. Only working days skip anything.
struct SpanWalk {
  Date from;
  Span span;
  Date to;
  std::vector<DayRange> off;  ///< days off that holidays made, whole, weekends beside them too
  std::vector<Date> work;     ///< weekend days that were worked, and counted
  bool provisional = false;   ///< through years that the calendar does not know
};
SpanWalk walk(Date from, Span span, const Calendar& calendar);

/// How the k-th occurrence of a rung comes about, from the anchor's day: its offset, and for a
/// repetition the way from the first.
std::vector<SpanWalk> walks_of(const Rung& rung, Date anchor, int occurrence,
                               const Calendar& calendar);

}  // namespace duban
