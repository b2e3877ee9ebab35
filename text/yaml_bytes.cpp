#include "text/yaml_bytes.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace duban::yaml {
namespace {

constexpr std::size_t max_bytes = 1 << 20;

/// False when none of the characters that check_bytes refuses is there, by the bytes that they
/// begin with: below space, U+007F to U+009F, U+061C, and some from U+2000 to U+207F.
bool may_have_controls(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const auto next = static_cast<unsigned char>(i + 1 < line.size() ? line[i + 1] : 0);
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F || byte == 0xD8) return true;
    if ((byte == 0xC2 && next < 0xA0) || (byte == 0xE2 && next < 0x82)) return true;
  }
  return false;
}

}  // namespace

bool check_bytes(std::string_view text, Problems& problems) {
  if (text.size() > max_bytes) {
    problems.at({}, failed(Errc::bad_file, "larger than {limit} bytes",
                           {{"limit", std::to_string(max_bytes)}}));
    return false;
  }
  std::uint32_t number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t good = is_utf8(line) ? line.size() : valid_utf8_prefix(line);
    if (good < line.size()) {
      // One message for the whole file: every line of a GB18030 file would have its own.
      problems.at(problems.spot(number, good, 1),
                  failed(Errc::bad_file, "not UTF-8; save the file as UTF-8"));
      return false;
    }
    const std::size_t indent = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    if (tab < indent && indent != line.npos && line[indent] != '#') {
      problems.at(problems.spot(number, tab, 1),
                  failed(Errc::bad_file, "a tab stands where spaces must indent"));
    }
    std::uint32_t column = 1;
    for (const char32_t c : may_have_controls(line) ? code_points(line) : std::u32string()) {
      if ((is_control(c) && c != '\t') || c == U'\u2028' || c == U'\u2029') {
        problems.at({number, column, 1}, failed(Errc::bad_file, "a control character"));
      }
      ++column;
    }
    begin = end + 1;
  }
  return problems.empty();
}

}  // namespace duban::yaml
