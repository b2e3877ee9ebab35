// Parsed rules as text, for tests that compare whole pictures.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/rules.hpp"

namespace duban::tests {

/// Every leaf that is set, with the line that set it behind @.
std::string picture(const Rules& rules);

/// What load_rules says of `text` as file "r": a line for each problem, or "no problem".
std::string problems_of(std::string_view text);

/// The first six lines of a rule file in which nothing is wrong.
inline const std::string right_start =
    "rules: r\nversion: 1\ntimezone: Asia/Shanghai\ncalendar: cn\n"
    "transitions:\n  start: { by: [lead] }\n";

}  // namespace duban::tests
