// Deadlines as documents write them.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/date.hpp"
#include "engine/model/plan.hpp"

namespace duban::intake {

struct ReadDeadline {
  Deadline deadline;
  std::optional<Message> doubt = {};  ///< why a person should look at it
};

/// Reads the cell of a deadline column. Every form is a row of docs/deadlines.md, and no others are
/// read: Errc::bad_file for the rest, never a guess. What has more than one meaning is taken
/// as the end of the period that it names, with a doubt. A year that the text lacks is that of
/// `issued`; without one that is an error.
Result<ReadDeadline> read_deadline(std::string_view text, std::optional<Date> issued);

}  // namespace duban::intake
