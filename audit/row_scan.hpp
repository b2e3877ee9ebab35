// The rows of all tasks passed by in one go: which of them need a closer look? Internal to audit.
#pragma once

#include <set>

#include "audit/derived.hpp"

namespace duban::audit {

struct Doubtful {
  std::set<TaskKey> tasks;  ///< with a row too many, too few, or other than the log says
  Errors unread;            ///< of tables that could not be read to their end
};

/// A task is not among them only if each of its rows in `task`, `task_co` and `task_text` is there
/// with every byte that `derived` asks for.
Result<Doubtful> doubtful_rows(View& stored, const Derived& derived);

}  // namespace duban::audit
