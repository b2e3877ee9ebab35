// What the coming months bring: a copy of the live tasks, in memory, under rules of one's choice.
#pragma once

#include "engine/operations/reading.hpp"
#include "rehearsal/habits.hpp"

namespace duban {

/// Which future is asked for.
struct Future {
  Instant until;
  /// Put in force at the reading's time as an activation would; none: what is in force stays.
  std::shared_ptr<const Basis> basis = nullptr;
  const Behaviour* behaviour = nullptr;  ///< none: nobody acts
  unsigned seed = 0;
};

/// What the future holds for one task.
struct Outlook {
  Task before;    ///< as it stands at the reading's time
  Course course;  ///< the task at the end, and all that happened on the way
  std::vector<RefusedHabit> refused;
};

/// The future of one task, as `reading.task` gave it. The one function behind `forecast`,
/// `rules simulate` and the timers ahead in `explain`.
Outlook outlook(const Reading& reading, const TaskView& view, const Plan& plan,
                const Future& future);

/// Task by task in key order, so that no more than one is ever held: a task's future does not need
/// the others. The visitor returns false to stop.
Status forecast(Reading& reading, const TaskQuery& query, const Future& future,
                const std::function<Result<bool>(const Outlook&)>& visit);

/// A rung that comes at another time under other rules, or under one of the two only.
struct Difference {
  std::string rung;
  int occurrence = 0;
  int generation = 0;
  std::optional<Date> before;  ///< the day on which it is raised; none: it is not
  std::optional<Date> after;
  int level = 0;  ///< under `after`, else under `before`
  bool relevelled = false;
};
/// What differs between two courses of one task, by day.
std::vector<Difference> differences(const std::vector<Escalation>& before,
                                    const std::vector<Escalation>& after, const Zone& zone);

}  // namespace duban
