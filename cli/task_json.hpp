// JSON of tasks and escalations, as design §7 fixes it; its names never change.
#pragma once

#include "engine/base/value.hpp"
#include "engine/operations/reading.hpp"

namespace duban {

Value json_of(const TaskView& view, const TaskText& text, const Basis& basis);
Value json_of(const Escalation& escalation);

}  // namespace duban
