// Actors and grants as the data of entries has them.
#pragma once

#include <optional>

#include "engine/base/value.hpp"
#include "engine/model/directory.hpp"

namespace duban {

Value value_of(const Actor& actor);
Value value_of(const Grant& grant);
/// The data of an entry that ends an actor, and the grants that end with it.
Value end_value(const std::string& id, const std::vector<Grant>& grants);
bool is_end(const Value& value);
/// What the actor was, for whoever keeps it, and back.
Value former_value(const Actor& actor);
Result<std::vector<FormerActor>> parse_former(std::string_view text);
/// What is missing is empty.
Actor actor_from(const Value& value);
/// Nothing for a role that there is not.
std::optional<Grant> grant_from(const Value& value);

}  // namespace duban
