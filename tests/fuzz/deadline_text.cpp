// The cell of a deadline.
#include "intake/deadline_text.hpp"

#include "intake/cell_text.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(deadline_text) {
  const Date issued = parse_date("2017-01-10").value();
  const auto read = intake::read_deadline(input, issued);
  // Blanks, full-width forms and hidden characters never decide.
  const auto plain = intake::read_deadline(intake::to_utf8(intake::squeezed(input)), issued);
  DUBAN_ASSERT(read.has_value() == plain.has_value());
  if (!read) {
    DUBAN_ASSERT(read.error().code == Errc::bad_file);
    return check_sentence(read.error());
  }
  DUBAN_ASSERT(read->deadline == plain->deadline);
  if (read->doubt) check_sentence({Errc::bad_file, *read->doubt});
  if (!read->deadline.ongoing) {
    const int year = civil(read->deadline.due).year;
    DUBAN_ASSERT(!read->deadline.every && year >= 1990 && year <= 2100);
  }
  // Without a year of issue a text is refused or means the same.
  const auto timeless = intake::read_deadline(input, std::nullopt);
  DUBAN_ASSERT(!timeless || timeless->deadline == read->deadline);
}

}  // namespace duban::fuzz
