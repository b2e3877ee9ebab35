// What can happen to a task next, and who can make it happen: the answers behind `explain`.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/change_words.hpp"
#include "engine/course/probe.hpp"
#include "engine/operations/reading.hpp"
#include "engine/policy/span_walk.hpp"

namespace duban {

/// Somebody whom the rules keep away.
struct Kept {
  std::string who;
  Error why;
};

/// One step: from the task's state, or why not.
struct EventAnswer {
  Event event = Event::remark;
  bool from_here = true;  ///< the lifecycle has it from the task's state
  std::vector<std::pair<Role, std::vector<std::string>>> by;  ///< who may, in the rules' order
  Place rule;                                                 ///< the line that says who
  std::vector<Kept> kept;
  Probe probe;               ///< of the first who may; of anybody where nobody may
  std::optional<Probe> you;  ///< of the actor that was asked about
  /// Where `probe` is refused, and where `you` is: what would alter it.
  std::optional<Changes> changes;
  std::optional<Changes> your_changes;
};
/// What is asked about a task: every step, or `only` one; as anybody, and as `you`.
struct Question {
  std::optional<Event> only = {};
  std::optional<Person> you = {};
};
/// First those that the lifecycle has from here.
std::vector<EventAnswer> explain_events(const Reading& reading, const TaskView& view,
                                        const Plan& plan, const Question& question);

/// A timer that is armed, and how its day comes about.
struct TimerAhead {
  Date day;
  std::string what;  ///< resume, deadline, or the rung's id
  const Rung* rung = nullptr;
  std::optional<Date> from;  ///< the anchor's day
  int occurrence = 0;
  bool listening = true;        ///< the task is in one of its states, and what it asks for holds
  bool falls = true;            ///< if nobody acts (rehearsal/forecast)
  std::vector<SpanWalk> walks;  ///< how the day was counted from the anchor's
};
/// By day; of one day in the order in which they fall. Rungs whose day has passed while the task
/// was not for them are left out.
std::vector<TimerAhead> timers_ahead(const Reading& reading, const TaskView& view,
                                     const Plan& plan);

/// A timer that has fallen: an escalation, a deadline, a resumption.
struct TimerBehind {
  Event event = Event::escalate;
  Date day;  ///< on which it fell
  std::optional<Escalation> raised = {};
  std::optional<At> at = {};  ///< of its rung, where `walks` are known
  /// How the day was counted, where the anchor's value of that generation is still known; of a
  /// deadline from its due.
  std::vector<SpanWalk> walks = {};
};
/// In the order in which they fell.
std::vector<TimerBehind> timers_behind(const std::vector<Escalation>& escalations,
                                       const std::vector<Entry>& history, const Task& task,
                                       const Basis& basis);

}  // namespace duban
