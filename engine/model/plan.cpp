#include "engine/model/plan.hpp"

#include <array>
#include <charconv>

namespace duban {

namespace {

void append_number(std::string& out, const TaskKey& key) {
  const auto append = [&](int level) {
    char digits[12];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, level).ptr);
  };
  for (const int level : {key.part, key.section}) {
    if (level <= 0) continue;
    append(level);
    out += '.';
  }
  append(key.no);
}

}  // namespace

std::string number_text(const TaskKey& key) {
  std::string out;
  append_number(out, key);
  return out;
}

std::string to_text(const TaskKey& key) {
  std::string out = key.plan;
  out += '/';
  append_number(out, key);
  return out;
}

std::optional<TaskKey> parse_task_key(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos || slash == 0) return std::nullopt;
  TaskKey key{.plan = std::string(text.substr(0, slash))};
  std::array<int, 3> numbers{};
  std::size_t count = 0;
  for (std::string_view rest = text.substr(slash + 1);;) {
    const std::size_t dot = rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    int number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size() || number < 1) return std::nullopt;
    if (count == numbers.size()) return std::nullopt;
    numbers[count++] = number;
    if (dot == rest.npos) break;
    rest.remove_prefix(dot + 1);
  }
  key.no = numbers[count - 1];
  if (count > 1) key.section = numbers[count - 2];
  if (count > 2) key.part = numbers[0];
  return key;
}

std::string title_of(std::string_view content) {
  constexpr int characters_max = 40;
  std::string out;
  int characters = 0;
  for (std::size_t i = 0; i < content.size();) {
    const auto lead = static_cast<unsigned char>(content[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view character = content.substr(i, length);
    i += length;
    if (character == "\n" || character == "\r") {
      if (out.empty()) continue;
      break;
    }
    if (character == "。" || character == "！" || character == "？" || character == "；") break;
    if (characters == characters_max) break;
    out += character;
    ++characters;
  }
  return out;
}

}  // namespace duban
