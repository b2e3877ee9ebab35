// A course of events that the prover found, to be told, lived again and written down as a scenario.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/course/course.hpp"
#include "rules/scenario.hpp"

namespace duban::proof {

/// At one moment: a command, or nothing but time passing until then.
struct Step {
  Instant at;
  std::optional<Command> command = {};
  std::optional<Errc> refused = {};  ///< the engine must say no, with this code
};

/// One task from its assignment on.
struct Story {
  Plan plan;
  PlanRow row;
  Instant assigned;
  std::vector<Step> steps = {};
};

/// What a story comes to.
struct Told {
  Task task;
  std::vector<Entry> entries;
  std::vector<Escalation> escalations;
};

/// Lives the story again through the engine. Fails with the first step that does not go as the
/// story says.
Result<Told> tell(const Story& story, const Basis& basis);

/// The story as authors of rules write one: `rules test` replays it. It expects the state after
/// each step, and at the end all that was raised.
Scenario to_scenario(const Story& story, const Basis& basis, const std::string& name);

}  // namespace duban::proof
