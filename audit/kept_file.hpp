// What the bytes of a kept file tell, whether or not they are still those of its name. Internal to
// audit.
#pragma once

#include <optional>
#include <string>

#include "engine/operations/ports.hpp"

namespace duban::audit {

struct KeptFile {
  std::string sha256;  ///< of what lies there now
  std::int64_t size = 0;
  /// Hash of a text of at most a mebibyte without its blanks and line ends; empty for other files.
  std::string words;
};
Result<KeptFile> look_at(Vault& vault, const std::string& sha256);

/// The size that the file had when it was given the name `sha256`, if nothing but its line ends has
/// changed since (those of one kind turned into another, the last one added or taken away):
/// programs that copy texts from one system to another do that. Nothing when it was changed
/// otherwise, or is larger than 16 MiB.
std::optional<std::int64_t> size_with_other_line_ends(Vault& vault, const std::string& sha256);

}  // namespace duban::audit
