// What can happen to a task next, and who can make it happen: the answers behind `explain`.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/probe.hpp"
#include "engine/operations/reading.hpp"

namespace duban {

/// Somebody whom the rules keep away.
struct Kept {
  std::string who;
  Error why;
};

/// One step that the lifecycle has from the task's state.
struct EventAnswer {
  Event event = Event::remark;
  std::vector<std::pair<Role, std::vector<std::string>>> by;  ///< who may, in the rules' order
  Place rule;                                                 ///< the line that says who
  std::vector<Kept> kept;
  Probe probe;               ///< of the first who may; of anybody where nobody may
  std::optional<Probe> you;  ///< of the actor that was asked about
};
std::vector<EventAnswer> explain_events(const Reading& reading, const TaskView& view,
                                        const Plan& plan, const std::optional<Person>& you);
/// Steps that the lifecycle does not have from here.
std::vector<Event> events_not_from(TaskState state);

/// A timer that is armed, and how its day comes about.
struct TimerAhead {
  Date day;
  std::string what;  ///< resume, deadline, or the rung's id
  const Rung* rung = nullptr;
  std::optional<Date> from;  ///< the anchor's day
  int occurrence = 0;
  bool provisional = false;
  bool listening = true;  ///< the task is in one of its states, and what it asks for holds
};
/// By day; of one day in the order in which they fall. Rungs whose day has passed while the task
/// was not for them are left out.
std::vector<TimerAhead> timers_ahead(const Task& task, const Basis& basis, Date today);

}  // namespace duban
