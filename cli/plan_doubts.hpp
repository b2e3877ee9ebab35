// What was doubtful when a plan was read, and what became of it.
#pragma once

#include <string>

#include "cli/context.hpp"
#include "cli/words.hpp"

namespace duban {

/// The name of a field of a row (intake/draft.hpp), for people.
std::string field_word(Lang lang, const std::string& field);
/// `plan doubts ID`
Result<int> plan_doubts(Context& context, const std::string& id);

}  // namespace duban
