// What a step would be judged on, for whoever explains its refusal.
#pragma once

#include "engine/operations/step.hpp"

namespace duban {

struct Attempt {
  Task task;
  Plan plan;
  std::shared_ptr<const Basis> basis;
  People people;
  Command command;
  Instant now;
};
/// The request with its names and files found, and its time taken, as `step` has them before it
/// decides; writes nothing.
Result<Attempt> attempt(const World& world, const StepRequest& request);

}  // namespace duban
