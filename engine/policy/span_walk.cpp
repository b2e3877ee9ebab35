#include "engine/policy/span_walk.hpp"

#include <algorithm>

namespace duban {

SpanWalk walk(Date from, Span span, const Calendar& calendar) {
  SpanWalk result{.from = from,
                  .span = span,
                  .to = calendar.add(from, span),
                  .off = {},
                  .work = {},
                  .provisional = calendar.is_provisional(from, span)};
  if (span.unit != SpanUnit::working_day || span.count == 0) return result;
  // The day itself is not counted, whichever way.
  const Date first = std::min(from + 1, result.to);
  const Date last = std::max(from - 1, result.to);
  for (Date day = first; day <= last; day = day + 1) {
    if (calendar.is_workday(day)) {
      if (weekday(day) >= 5) result.work.push_back(day);
      continue;
    }
    DayRange range{day, day};
    while (!calendar.is_workday(range.first - 1)) range.first = range.first - 1;
    while (!calendar.is_workday(range.last + 1)) range.last = range.last + 1;
    bool holiday = false;
    for (Date each = range.first; each <= range.last; each = each + 1)
      holiday = holiday || weekday(each) < 5;
    if (holiday) result.off.push_back(range);
    day = range.last;
  }
  return result;
}

std::vector<SpanWalk> walks_of(const Rung& rung, Date anchor, int occurrence,
                               const Calendar& calendar) {
  std::vector<SpanWalk> walks{walk(anchor, rung.at->value.offset, calendar)};
  if (occurrence > 0 && rung.every) {
    Span step = rung.every->value;
    step.count *= occurrence;
    walks.push_back(walk(walks.front().to, step, calendar));
  }
  return walks;
}

}  // namespace duban
