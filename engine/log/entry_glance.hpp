// An entry's body looked over in one pass, for whoever reads millions of them.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/date.hpp"

namespace duban {

/// What a check of the whole log compares between entries. Texts are views into the body.
struct EntryGlance {
  std::int64_t seq = 0;
  std::optional<std::int64_t> prev;
  Instant recorded;
  Instant effective;
  std::string_view task;     ///< "hn135/1.3.11"; empty where the entry has none
  bool names_files = false;  ///< `data` may name files of the vault
};

/// Nothing for a body that is not valid by the list in entry_text.hpp, and for a few that are but
/// seldom occur (names of `data` beyond ASCII): parse_entry decides there, and says what is wrong.
/// Whatever this takes, parse_entry takes, and reads the same.
std::optional<EntryGlance> glance(std::string_view body);

}  // namespace duban
