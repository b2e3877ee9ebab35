#include "text/brief.hpp"

#include "engine/base/utf8.hpp"

namespace duban {

std::string brief(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = 0;  // in bytes
  for (std::size_t characters = 0; end < text.size(); ++characters) {
    if (characters == most) return std::string(text.substr(0, end)) + "...";
    // A character begins where none goes on.
    for (++end; end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80;) ++end;
  }
  return std::string(text);
}

}  // namespace duban
