// The detail of a task's row, which a database's owner may have edited.
#include "engine/base/utf8.hpp"
#include "engine/model/task_fields.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(task_detail) {
  Task task;
  const Status read = read_detail(input, task);
  if (!read) {
    DUBAN_ASSERT(read.error().code == Errc::corrupt);
    return check_sentence(read.error());
  }
  // What was read can be written and read again, and every text in it printed.
  const std::string text = detail_text(task);
  DUBAN_ASSERT(is_utf8(text));
  Task again;
  DUBAN_ASSERT(read_detail(text, again) && again == task);
}

}  // namespace duban::fuzz
