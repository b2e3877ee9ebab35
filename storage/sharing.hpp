// Whose a workspace's files are: of one account, or of a group too (design §10, People).
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace duban {

enum class Sharing : std::uint8_t { owner, group };

constexpr mode_t file_mode(Sharing sharing) { return sharing == Sharing::group ? 0660 : 0600; }
/// Set-group-id, so that what is made in the folder later has its group too.
constexpr mode_t folder_mode(Sharing sharing) { return sharing == Sharing::group ? 02770 : 0700; }

}  // namespace duban
