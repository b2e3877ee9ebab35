// The body of a log entry, as an audit reads it.
#include "engine/course/course.hpp"
#include "engine/log/assign_row.hpp"
#include "engine/log/entry_text.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(log_entry) {
  const Result<Entry> entry = parse_entry(input);
  // The quick reader takes nothing that the other refuses, and reads it alike.
  if (const std::optional<EntryGlance> seen = glance(input)) {
    DUBAN_ASSERT(entry && entry_of(*seen) == *entry && is_same(*seen, *entry));
    if (const std::optional<PlanRow> row = row_of(*seen))
      DUBAN_ASSERT(canonical(data_of(*row)) == seen->data);
  }
  if (!entry) {
    DUBAN_ASSERT(entry.error().code == Errc::corrupt || entry.error().code == Errc::newer);
    return check_sentence(entry.error());
  }
  // There is one way to write an entry.
  DUBAN_ASSERT(canonical(*entry) == input);
  DUBAN_ASSERT(entry->seq >= 0 && (!entry->prev || *entry->prev < entry->seq));
  DUBAN_ASSERT(!entry->task || entry->task->plan == entry->plan);
}

}  // namespace duban::fuzz
