// The cycles of one task as they stand on a day: calendar periods, or the stages of its document
// (design §4).
#pragma once

#include <optional>

#include "engine/model/calendar.hpp"
#include "engine/model/rules.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// A due day and, where the rules moved it, the day off that was read or computed.
struct DueDay {
  Date due;
  std::optional<Date> rolled = {};
  bool operator==(const DueDay&) const = default;
};

/// `day` as it is, or moved off a day off. Never back before `today`, the day on which it is set,
/// unless it has passed already.
DueDay rolled(Date day, Roll roll, const Calendar& calendar, Date today);

class Timetable {
 public:
  /// All must outlive it; `ends` is the plan's last day.
  Timetable(const Task& task, std::optional<Date> ends, const RuleLayer& rules,
            const Calendar& calendar, Date today);

  /// With which a task assigned today begins; none for work that is due once.
  std::optional<Cycle> first() const;
  /// What follows `cycle` when it is over today; nothing after the last.
  std::optional<Cycle> after(const Cycle& cycle) const;
  /// What follows the present one, if there is one.
  std::optional<Cycle> next() const;
  /// The first after the present one whose due has not passed.
  std::optional<Cycle> ahead() const;
  /// In which a task without a final day is reopened: the period of today, or the last one.
  Cycle reopened() const;
  Cycle last_stage() const;
  DueDay due_of(const Cycle& cycle) const;
  /// The day in `cycle` that the document names, whatever the end; none where it names none.
  std::optional<Date> named_day(const Cycle& cycle) const;

 private:
  CycleUnit unit() const;
  Cycle stage(int number) const;
  Cycle period_from(Date day) const;

  const Task& task_;
  std::optional<Date> plan_ends_;
  std::optional<Date> ends_;  ///< of calendar periods: the plan's, or the document's own before it
  const RuleLayer& rules_;
  const Calendar& calendar_;
  Date today_;
};

}  // namespace duban
