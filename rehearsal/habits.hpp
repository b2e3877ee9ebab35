// Departments that act by habit, on one task. Internal to rehearsal.
#pragma once

#include <set>
#include <tuple>

#include "engine/course/course.hpp"
#include "rules/behaviour.hpp"

namespace duban {

/// Who acts in a simulation, and how.
struct Players {
  const Behaviour& behaviour;
  const People& people;
  unsigned seed = 0;  ///< another one draws other tasks for each choice
};

/// Something that a player wanted and the rules refused.
struct RefusedHabit {
  Event event = Event::report;
  std::string actor;
  Instant at;
  Error error;
};

/// What happens to `task` from `now` to `until` if the players act. Deterministic: what is drawn
/// depends on the task's key, the event and the seed alone.
Course live(Task task, const Setting& setting, const Players& players, Instant now, Instant until,
            std::vector<RefusedHabit>& refused);

}  // namespace duban
