// A head of the log that somebody kept outside of it, and what it says of a log in hand.
#pragma once

#include <optional>
#include <string>

#include "engine/operations/ports.hpp"

namespace duban {

/// How many entries there were, and the root over them.
struct KnownHead {
  std::int64_t size = 0;
  std::string root;  ///< 32 raw bytes
};

/// "size=849 root=…", as nightly, audit check and backup print it; what stands around it is left
/// out. Errc::usage for anything else.
Result<KnownHead> parse_head(const std::string& text);

/// Whether `log` begins with what the head was made of. A head of more entries than the log has
/// cannot be proved: true.
Result<bool> continues(View& log, const KnownHead& head);

}  // namespace duban
