// An actor with what was granted to it for one plan.
#pragma once

#include <string_view>

#include "engine/model/command.hpp"
#include "engine/model/directory.hpp"

namespace duban {

/// `actor` with the roles that `people` grant it for `plan`, itself or by its department, and who
/// else it is.
Person person_of(Actor actor, std::string_view plan, const People& people,
                 const Directory& directory);

}  // namespace duban
