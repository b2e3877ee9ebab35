#include "text/caret.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"

namespace duban {
namespace {

/// The line as it is shown, and the display column (from 0) at which its character `column` stands.
struct Shown {
  std::string line;
  std::size_t indent = 0;
};
Shown shown(std::string_view excerpt, std::uint32_t column) {
  Shown out;
  std::uint32_t at = 0;
  std::size_t pos = 0;
  for (const char32_t c : code_points(excerpt)) {
    const bool invalid = c == U'\uFFFD' && excerpt.substr(pos, 3) != "\uFFFD";
    const std::size_t length = invalid ? 1 : c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    const std::string_view bytes = excerpt.substr(pos, length);
    pos += length;
    const bool replaced = invalid || is_control(c);
    const std::string_view text = c == U'\t' ? " " : replaced ? "\uFFFD" : bytes;
    if (++at < column) out.indent += static_cast<std::size_t>(display_width(text));
    out.line += text;
  }
  return out;
}

}  // namespace

std::string to_text(const Place& place) {
  std::string out = place.file;
  if (out.empty() || place.line == 0) return out;
  out += ':' + std::to_string(place.line);
  if (place.column != 0) out += ':' + std::to_string(place.column);
  return out;
}

std::string with_caret(const Error& error, std::string_view label, std::string_view sentence) {
  std::string out = to_text(error.where);
  if (!out.empty()) out += ": ";
  out.append(label).append(": ").append(sentence).append("\n");
  if (error.excerpt.empty() || error.where.line == 0) return out;

  const std::string number = std::to_string(error.where.line);
  const Shown line = shown(error.excerpt, error.where.column);
  out += "  " + number + " | " + line.line + "\n";
  if (error.where.column == 0) return out;
  const std::size_t rest = std::max<std::uint32_t>(error.width, 1) - 1;
  out += "  " + std::string(number.size(), ' ') + " | " + std::string(line.indent, ' ') + "^" +
         std::string(rest, '~') + "\n";
  return out;
}

std::string with_caret(const Error& error) {
  return with_caret(error, "error", to_text(error.message));
}

}  // namespace duban
