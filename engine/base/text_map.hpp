// A hash table by text that is asked with views, without a string made for each question.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace duban {

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

}  // namespace duban
