#include "intake/urgency.hpp"

#include <algorithm>
#include <array>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

// 特提, 特急, 加急 and 平急 are the degrees of telegrams; the last is the ordinary one.
constexpr std::array<std::u32string_view, 16> urgent_words{
    U"急",   U"特急", U"加急", U"紧急",   U"急件",     U"特急件", U"急办", U"特提",
    U"火急", U"是",   U"√",    U"加急件", U"非常紧急", U"☑",      U"✓",    U"✔"};
constexpr std::array<std::u32string_view, 16> plain_words{
    U"",   U"一般", U"普通", U"平", U"平急", U"平件", U"常规", U"否",
    U"无", U"不急", U"-",    U"/",  U"□",    U"☐",    U"☒",    U"×"};

}  // namespace

std::optional<bool> read_urgency(std::string_view cell) {
  constexpr std::size_t longest = 64;
  if (cell.size() > longest) return std::nullopt;
  const std::u32string word = squeezed(cell);
  const auto is_one = [&](const auto& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (is_one(urgent_words)) return true;
  if (is_one(plain_words)) return false;
  return std::nullopt;
}

}  // namespace duban::intake
