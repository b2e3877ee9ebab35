// How urgent a row says it is: 急, 特急, 一般 … in a column that few documents have.
#pragma once

#include <optional>
#include <string_view>

namespace duban::intake {

/// Whether the cell marks an urgent matter (急件); nothing when it cannot be told. An empty cell
/// does not.
std::optional<bool> read_urgency(std::string_view cell);

}  // namespace duban::intake
