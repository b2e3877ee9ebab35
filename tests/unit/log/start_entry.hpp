// The entry that tests of its bytes begin with.
#pragma once

#include <string>

#include "engine/model/entry.hpp"

namespace duban::test {

inline const std::string basis(64, 'a');

inline Entry start_entry() {
  Entry entry;
  entry.seq = 59;
  entry.prev = 14;
  entry.recorded = {1488297600};
  entry.effective = {1488297600};
  entry.actor = "省经信委";
  entry.via = "zhang";
  entry.department = "省经信委";
  entry.role = Role::lead;
  entry.plan = "hn135";
  entry.task = TaskKey{"hn135", {1, 3, 11}};
  entry.event = Event::start;
  entry.from = TaskState::assigned;
  entry.to = TaskState::in_progress;
  entry.basis = basis;
  entry.data.set("note", "开始 \"一\"\n");
  return entry;
}

}  // namespace duban::test
