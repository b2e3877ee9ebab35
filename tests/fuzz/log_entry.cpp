// The body of a log entry, as an audit reads it.
#include "engine/log/entry_text.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(log_entry) {
  const Result<Entry> entry = parse_entry(input);
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
