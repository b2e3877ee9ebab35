#include "intake/draft.hpp"

#include <algorithm>
#include <array>

namespace duban::intake {
namespace {

constexpr std::array<std::string_view, 8> names{"row",  "number", "titles",   "content",
                                                "lead", "co",     "deadline", "urgent"};

}  // namespace

std::string_view to_text(Field field) { return names[static_cast<std::size_t>(field)]; }

std::optional<Field> parse_field(std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Field>(found - names.begin());
}

}  // namespace duban::intake
