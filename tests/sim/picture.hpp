// What one task is like, told by the engine and by the model in the same words.
#pragma once

#include <string>

#include "engine/model/escalation.hpp"
#include "engine/policy/standing.hpp"
#include "tests/sim/model.hpp"

namespace duban::sim {

Said said_by(const Escalation& escalation);
/// A line, and one for each rung.
std::string picture(const Task& task, const Standing& standing, std::vector<Said> said);
/// Of a model that has waited.
std::string picture(const Model& model, Date today);

}  // namespace duban::sim
