// An entry's body looked over in one pass, for whoever reads millions of them.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/entry.hpp"

namespace duban {

/// The members of a valid entry. Texts are views into the body, as they stand there, escapes and
/// all; empty for null.
struct EntryGlance {
  std::int64_t seq = 0;
  std::optional<std::int64_t> prev;
  Instant recorded;
  Instant effective;
  std::string_view actor;
  std::string_view via;
  std::string_view department;
  std::optional<Role> role;
  std::string_view plan;
  std::string_view task;       ///< "hn135/1.3.11"
  std::optional<TaskKey> key;  ///< the same, read
  Event event = Event::remark;
  std::optional<TaskState> from;
  std::optional<TaskState> to;
  std::string_view basis;
  std::string_view data;     ///< JSON: an object or null
  bool names_files = false;  ///< `data` may name files of the vault
};

/// Nothing for a body that is not valid by the list in entry_text.hpp, and for a few that are but
/// seldom occur (names of `data` beyond ASCII): parse_entry decides there, and says what is wrong.
/// Whatever this takes, parse_entry takes, and reads the same.
std::optional<EntryGlance> glance(std::string_view body);

/// The entry itself; the body must still be there.
Entry entry_of(const EntryGlance& seen);

/// Whether the entry is `entry`, without making one; and the same but for its data.
bool is_same(const EntryGlance& seen, const Entry& entry);
bool is_same_but_for_data(const EntryGlance& seen, const Entry& entry);

}  // namespace duban
