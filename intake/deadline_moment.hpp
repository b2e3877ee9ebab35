// Dates as machines write them: with a time of day, as an instant, as a spreadsheet's number.
#pragma once

#include <optional>

#include "intake/deadline_items.hpp"

namespace duban::intake {

/// The day of "2026/6/30 0:00", "2026-06-30T16:00:00Z", 45291; nothing for what is none of these.
/// A time other than midnight is left, but within a minute of midnight it is that midnight, with
/// a doubt: seconds are lost where spreadsheets count.
std::optional<Period> machine_day(std::u32string_view text, const DeadlineContext& context);

}  // namespace duban::intake
