#include "engine/model/plan.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace duban {

std::size_t TaskKey::depth() const {
  std::size_t count = 0;
  while (count < path_max && path[count] > 0) ++count;
  return count;
}

TaskKey TaskKey::parent() const {
  TaskKey above = *this;
  if (const std::size_t count = depth(); count > 0) above.path[count - 1] = 0;
  return above;
}

bool TaskKey::starts_with(std::span<const int> beginning) const {
  return beginning.size() <= depth() &&
         std::equal(beginning.begin(), beginning.end(), path.begin());
}

namespace {

void append_number(std::string& out, const TaskKey& key) {
  bool first = true;
  for (const int number : key.numbers()) {
    char digits[12];
    if (!std::exchange(first, false)) out += '.';
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
}

}  // namespace

std::string number_text(const TaskKey& key) {
  std::string out;
  append_number(out, key);
  return out;
}

std::string to_text(const TaskKey& key) {
  std::string out = key.plan;
  if (key.depth() == 0) return out;
  out += '/';
  append_number(out, key);
  return out;
}

std::optional<std::array<int, path_max>> parse_path(std::string_view text) {
  std::array<int, path_max> path{};
  for (int& number : path) {
    const std::size_t dot = text.find('.');
    const std::string_view digits = text.substr(0, dot);
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc() || stop != end || number < 1) return std::nullopt;
    if (dot == text.npos) return path;
    text.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

std::optional<TaskKey> parse_task_key(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos || slash == 0) return std::nullopt;
  const auto path = parse_path(text.substr(slash + 1));
  if (!path) return std::nullopt;
  return TaskKey{std::string(text.substr(0, slash)), *path};
}

std::string part_title(const std::vector<std::string>& titles) {
  return titles.size() > 1 ? titles.front() : std::string();
}

std::string section_title(const std::vector<std::string>& titles) {
  return titles.empty() ? std::string() : titles.back();
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
