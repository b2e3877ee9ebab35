// How the manifest and the tar headers of a backup are written and read back: its bytes, nothing
// else. Internal to storage/backup_*; the form is described in storage/backup_file.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/backup_file.hpp"

namespace duban::storage {

inline constexpr std::int64_t tar_block = 512;
inline constexpr std::string_view backup_folder = "duban-backup/";
inline constexpr std::string_view manifest_name = "manifest.jsonl";

std::int64_t padded(std::int64_t size);
/// The size in a header of ustar's own form, with the time behind it; nothing where none stands.
std::optional<std::int64_t> size_in(std::string_view header);
std::optional<Instant> time_in(std::string_view header);

/// Whether a member may come after the one named `before` (empty: first).
bool may_follow(const BackupMember& member, const std::string& before);

std::string head_line(const BackupHead& head);
std::string member_line(const BackupMember& member);
/// nullopt for what is not exactly what the two above give, the line feed left out.
std::optional<BackupHead> parse_head(const std::string& line);
std::optional<BackupMember> parse_member(const std::string& line);

}  // namespace duban::storage
