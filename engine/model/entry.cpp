#include "engine/model/entry.hpp"

#include <algorithm>

namespace duban {

bool is_department_act(const Entry& entry) {
  return entry.role == Role::lead || entry.role == Role::co || entry.data.find("for");
}

Instant judged_after(const Entry& entry, Instant last_recorded, Instant judged) {
  if (entry.recorded > last_recorded) return entry.recorded;
  if (entry.event == Event::clock) return entry.effective;
  if (entry.role == Role::scheduler && entry.task) return judged;  // of when its timer fell
  const Value* clock = entry.data.find("clock");
  if (clock && clock->text()) {
    if (const Result<Instant> at = parse_instant(*clock->text())) return std::max(judged, *at);
  }
  return std::max(judged, entry.effective);
}

}  // namespace duban
