// Actors and grants as the data of entries has them.
#pragma once

#include <optional>

#include "engine/base/value.hpp"
#include "engine/model/directory.hpp"

namespace duban {

Value value_of(const Actor& actor);
Value value_of(const Grant& grant);
/// What is missing is empty.
Actor actor_from(const Value& value);
/// Nothing for a role that there is not.
std::optional<Grant> grant_from(const Value& value);

}  // namespace duban
