// Whether a task that was read from a store can be one: bytes there may say anything.
#pragma once

#include "engine/model/task.hpp"

namespace duban {

/// Whether the members of a task fit each other as far as whoever judges a task relies on it: what
/// a state needs is there, and what is counted is far from where counting would overflow.
bool is_coherent(const Task& task);

}  // namespace duban
