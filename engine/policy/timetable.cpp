#include "engine/policy/timetable.hpp"

#include <algorithm>

#include "engine/policy/cycles.hpp"

namespace duban {

DueDay rolled(Date day, Roll roll, const Calendar& calendar, Date today) {
  if (roll == Roll::none || calendar.is_workday(day)) return {day};
  const Date moved = roll == Roll::next ? calendar.add(day, {1, SpanUnit::working_day})
                                        : calendar.last_workday_until(day);
  if (moved < today && day >= today) return {day};
  return {moved, day};
}

Timetable::Timetable(const Task& task, std::optional<Date> ends, const RuleLayer& rules,
                     const Calendar& calendar, Date today)
    : task_(task),
      plan_ends_(ends),
      ends_(ends),
      rules_(rules),
      calendar_(calendar),
      today_(today) {
  const std::optional<Date> own = task.schedule.ends;
  if (own && (!ends_ || *own < *ends_)) ends_ = own;
}

CycleUnit Timetable::unit() const { return cycle_unit(task_, rules_); }

std::optional<Cycle> Timetable::first() const {
  if (task_.ongoing) return period_from(today_);
  if (!task_.schedule.stages.empty()) return stage(1);
  return std::nullopt;
}

Cycle Timetable::stage(int number) const {
  const std::vector<Stage>& stages = task_.schedule.stages;
  return {std::to_string(number) + "/" + std::to_string(stages.size()), today_,
          stages[static_cast<std::size_t>(number) - 1].due, number};
}

Cycle Timetable::last_stage() const {
  return stage(static_cast<int>(task_.schedule.stages.size()));
}

/// The rule of the third (design §4): what is nearly over is left out, if another comes.
Cycle Timetable::period_from(Date day) const {
  Cycle cycle = cycle_of(day, unit(), ends_);
  if (is_last(cycle, ends_)) return cycle;
  const Date until = named_day(cycle).value_or(cycle.last);
  const int length = until - cycle.first + 1;
  const int left = until - day + 1;
  return left * 3 < length ? next_cycle(cycle, unit()) : cycle;
}

std::optional<Cycle> Timetable::after(const Cycle& cycle) const {
  if (cycle.stage == 0) {
    if (is_last(cycle, ends_)) return std::nullopt;
    return next_cycle(cycle, unit());
  }
  const std::vector<Stage>& stages = task_.schedule.stages;
  if (static_cast<std::size_t>(cycle.stage) < stages.size()) return stage(cycle.stage + 1);
  // What follows the stages begins behind their last day, however early that was verified.
  const Date from = std::max(today_, stages.back().due + 1);
  if (!task_.schedule.then_ongoing || (ends_ && *ends_ < from)) return std::nullopt;
  return period_from(from);
}

std::optional<Cycle> Timetable::next() const {
  return task_.cycle ? after(*task_.cycle) : std::nullopt;
}

std::optional<Cycle> Timetable::ahead() const {
  std::optional<Cycle> cycle = next();
  while (cycle && due_of(*cycle).due < today_) cycle = after(*cycle);
  return cycle;
}

Cycle Timetable::reopened() const { return cycle_of(today_, unit(), ends_); }

std::optional<Date> Timetable::named_day(const Cycle& cycle) const {
  const std::optional<CycleDay> day = task_.schedule.day;
  if (!day || cycle.stage > 0) return std::nullopt;
  const Civil first = civil(cycle.first);
  const Civil last = civil(cycle.last);
  const int month = std::min(first.month + std::clamp(day->month, 1, 12) - 1, last.month);
  const Date end = last_of_month(first.year, month);
  const int number = std::clamp(day->day, 0, 31);
  return number > 0 ? std::min(end, make_date(first.year, month, 1) + (number - 1)) : end;
}

DueDay Timetable::due_of(const Cycle& cycle) const {
  const auto roll = [&](Date day) { return rolled(day, rules_.roll(), calendar_, today_); };
  if (cycle.stage > 0) return roll(cycle.last);
  const std::optional<Date> named = named_day(cycle);
  Date day = named ? *named : calendar_.add(cycle.last, rules_.grace());
  const bool ends_in_it = ends_ && cycle.first <= *ends_ && *ends_ <= cycle.last;
  if (ends_in_it) day = named ? std::min(day, *ends_) : *ends_;
  if (day == plan_ends_) return {day};  // it was given
  DueDay due = roll(day);
  // Nothing is due after the plan's end but what was so before.
  if (ends_in_it && plan_ends_ && *plan_ends_ <= cycle.last && due.due > *plan_ends_)
    return {*plan_ends_, day};
  return due;
}

}  // namespace duban
