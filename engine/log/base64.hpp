// Base64 (RFC 4648, standard alphabet, padded): how roots and proofs are written for people.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace duban {

std::string to_base64(std::string_view bytes);
/// Strict: padded, no blanks, unused bits zero; nothing for anything else.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace duban
