// The cell of a deadline.
#include "intake/deadline_text.hpp"

#include "intake/cell_text.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

namespace {

void check_day(Date day) {
  const int year = civil(day).year;
  DUBAN_ASSERT(year >= 1990 && year <= 2110);
}

void check_deadline(const Deadline& deadline) {
  if (deadline.ongoing) {
    DUBAN_ASSERT(deadline.stages.empty() && !deadline.then_ongoing);
  } else {
    check_day(deadline.due);
    DUBAN_ASSERT(deadline.then_ongoing || (!deadline.every && !deadline.day));
    DUBAN_ASSERT(!deadline.then_ongoing || !deadline.stages.empty());
    DUBAN_ASSERT(deadline.stages.empty() || deadline.stages.back().due == deadline.due);
  }
  for (std::size_t i = 1; i < deadline.stages.size(); ++i)
    DUBAN_ASSERT(deadline.stages[i - 1].due < deadline.stages[i].due);
  if (deadline.ends) check_day(*deadline.ends);
  DUBAN_ASSERT(!deadline.day || deadline.every);
}

}  // namespace

DUBAN_FUZZ_TARGET(deadline_text) {
  intake::DeadlineContext context;
  context.issued = parse_date("2017-01-10").value();
  const auto read = intake::read_deadline(input, context);
  if (!read) {
    DUBAN_ASSERT(read.error().code == Errc::bad_file);
    check_sentence(read.error());
  } else {
    for (const Message& doubt : read->doubts) check_sentence({Errc::bad_file, doubt});
    check_deadline(read->deadline);
  }
  const auto timeless = intake::read_deadline(input, std::nullopt);
  if (timeless) check_deadline(timeless->deadline);
  // A default is for what names no day, and for nothing else.
  context.otherwise = parse_date("2017-12-31").value();
  const auto settled = intake::read_deadline(input, context);
  DUBAN_ASSERT(!read || (settled && settled->deadline == read->deadline));
}

}  // namespace duban::fuzz
