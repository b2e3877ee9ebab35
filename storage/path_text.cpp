#include "storage/path_text.hpp"

#include <charconv>

namespace duban::storage {

std::string path_text(std::span<const int> numbers) {
  std::string out;
  for (const int number : numbers) {
    char digits[12];
    char* const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out += static_cast<char>('A' + (end - digits) - 1);
    out.append(&digits[0], end);
  }
  return out;
}

bool read_path(std::string_view text, std::array<int, path_max>& path) {
  path = {};
  if (text.empty()) return false;
  for (int& number : path) {
    if (text.empty()) return true;
    if (text[0] < 'A' || text[0] > 'J') return false;
    const auto count = static_cast<std::size_t>(text[0] - 'A' + 1);
    if (text.size() <= count || text[1] == '0') return false;
    const char* const end = text.data() + 1 + count;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, number);
    if (error != std::errc() || stop != end || number < 1) return false;
    text.remove_prefix(1 + count);
  }
  return text.empty();
}

}  // namespace duban::storage
