// When work is due: once, in calendar periods, in stages; and what is moved off days off.
#include "tests/sim/model.hpp"

namespace duban::sim {

ScheduleKind Model::kind_of(Cycle each) const {
  if (each.stage > 0) return ScheduleKind::staged;
  if (!ongoing && stages() == 0) return ScheduleKind::once;
  return paper_.every ? ScheduleKind::periodic : ScheduleKind::ongoing;
}
Exception Model::terms(ScheduleKind kind) const {
  Exception terms{kind, in_->law.roll, in_->law.limit, in_->law.warning, {}};
  for (const Exception& each : in_->law.exceptions) {
    if (each.kind != kind) continue;
    if (each.roll) terms.roll = each.roll;
    if (each.limit) terms.limit = each.limit;
    if (each.warning) terms.warning = each.warning;
    if (!each.silenced.empty()) terms.silenced = each.silenced;
  }
  return terms;
}
bool Model::applies(const RungLaw& rung) const {
  return (rung.when_ongoing || !ongoing) && rung.id != terms(kind()).silenced;
}

/// Off a day off; but nothing that is still to come is due before it was set.
Date Model::rolled(Date day, ScheduleKind kind) const {
  const Roll roll = *terms(kind).roll;
  if (roll == Roll::none) return day;
  Date moved = day;
  while (!in_->calendar.is_workday(moved)) moved = moved + (roll == Roll::next ? 1 : -1);
  return moved < today_ && day >= today_ ? day : moved;
}

/// Of calendar periods: the plan's end, or the document's own before it.
std::optional<Date> Model::end() const {
  const std::optional<Date> given = in_->plan.ends;
  return given && paper_.ends ? std::min(given, paper_.ends) : given ? given : paper_.ends;
}
std::optional<Date> Model::named_day(Cycle each) const {
  if (!paper_.day || each.stage > 0) return {};
  const Date month = add_months(each.first, paper_.day->month - 1);
  const Date last = last_of_month(civil(month).year, civil(month).month);
  return paper_.day->day == 0 ? last : std::min(last, month + paper_.day->day - 1);
}
Date Model::due_of(Cycle each) const {
  if (each.stage > 0) return rolled(each.last, ScheduleKind::staged);
  const std::optional<Date> named = named_day(each), given = in_->plan.ends;
  Date day = named ? *named : in_->calendar.add(each.last, in_->law.grace);
  if (is_last(each)) day = named ? std::min(*named, *end()) : *end();
  if (day == given) return day;
  day = rolled(day, paper_.every ? ScheduleKind::periodic : ScheduleKind::ongoing);
  return is_last(each) && given && *given <= each.last ? std::min(day, *given) : day;
}

Cycle Model::stage(int number) const {
  return {today_, paper_.stages.at(static_cast<std::size_t>(number) - 1).due, number};
}
/// With which calendar periods begin on a day: its own while a third of the days to its due are
/// left, or no other comes.
Cycle Model::cycle_from(Date day) const {
  const Cycle first = cycle_at(std::min(day, end().value_or(day)));
  const Date until = named_day(first).value_or(first.last);
  const bool is_short = (until - day + 1) * 3 < until - first.first + 1;
  return is_short && !is_last(first) ? cycle_at(first.last + 1) : first;
}
std::optional<Cycle> Model::next(Cycle each) const {
  if (each.stage == 0 && (!ongoing && stages() == 0)) return {};
  if (each.stage == 0) return is_last(each) ? std::nullopt : std::optional(cycle_at(each.last + 1));
  if (each.stage < stages()) return stage(each.stage + 1);
  const Date from = std::max(today_, each.last + 1);
  if (!paper_.then_ongoing || (end() && *end() < from)) return {};
  return cycle_from(from);
}
std::optional<Cycle> Model::cycle_ahead() const {
  std::optional<Cycle> ahead = next(cycle);
  while (ahead && due_of(*ahead) < today_) ahead = next(*ahead);
  return ahead;
}
std::optional<Date> Model::final_due() const {
  if (ongoing || paper_.then_ongoing) return {};
  return cycle.stage == stages() ? due : due_of(stage(stages()));
}

}  // namespace duban::sim
