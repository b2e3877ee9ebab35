// Deadlines as documents write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/plan.hpp"

namespace duban::intake {

/// What an office means by words for a time of its own: 汛期前 is 31 March.
struct Season {
  std::string words;
  int month = 1;
  int day = 1;
};

/// What a text needs beside itself. Everything may be missing: what then cannot be read is refused
/// with a sentence that says what would help.
struct DeadlineContext {
  std::optional<Date> issued = {};     ///< the day of the document
  bool only_year = false;              ///< of `issued` no more than the year is known
  const Calendar* calendar = nullptr;  ///< working days and holidays
  const Zone* zone = nullptr;          ///< of instants with Z; else Beijing's
  const std::vector<Season>* seasons = nullptr;
  std::optional<Date> otherwise = {};  ///< --due: for a text that names no day
  enum class Cell : std::uint8_t { text, dated_1900, dated_1904 } cell = Cell::text;
};

struct ReadDeadline {
  Deadline deadline;
  std::vector<Message> doubts = {};  ///< why a person should look at it
};

/// Reads the cell of a deadline column, the part of a bracket or the line of a label. Every form is
/// a row of docs/deadlines.md. What has more than one meaning is taken as the end of the period
/// that it names, with a doubt; words beside a clear day are a doubt too. What names no day (尽快,
/// 待定) and what cannot be read is Errc::bad_file, never a guess; the former only where the
/// context has no day for such. Messages repeat the text as it stands.
Result<ReadDeadline> read_deadline(std::string_view text, const DeadlineContext& context);
/// The same with nothing but a day of issue.
Result<ReadDeadline> read_deadline(std::string_view text, std::optional<Date> issued);

}  // namespace duban::intake
