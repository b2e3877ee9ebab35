#include "engine/course/smallest_change.hpp"

namespace duban {

std::vector<Edit> edits(const Command& from, const Command& to) {
  const Value before = data_of(from);
  const Value after = data_of(to);
  std::vector<Edit> all;
  for (const auto& [option, value] : *after.object()) {
    if (option == "schedule") continue;  // `deadline` has it in words
    const Value* old = before.find(option);
    if (old && *old == value) continue;
    Edit edit{option, {}};
    if (value.text()) {
      edit.values = {*value.text()};
    } else if (value.array()) {
      for (const Value& item : *value.array()) {
        const Value* name = item.find("name");
        edit.values.push_back(name ? *name->text() : *item.text());
      }
    } else {
      edit.values = {""};  // a flag
    }
    all.push_back(std::move(edit));
  }
  for (const auto& [option, value] : *before.object()) {
    if (!after.find(option) && option != "schedule") all.push_back({option, {}});
  }
  return all;
}

}  // namespace duban
