// The numbers (序号) of parts, sections and tasks, as documents write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duban::intake {

/// How a number is written: this tells its level.
enum class NumberForm : std::uint8_t {
  di_part,          ///< 第一部分, 第一篇
  di_chapter,       ///< 第一章
  di_section,       ///< 第一节, 第一条
  chinese,          ///< 一, 一、
  chinese_bracket,  ///< （一）
  arabic,           ///< 1, 1., 1、
  decimal2,         ///< 1.2
  decimal3,         ///< 1.2.3
  decimal4,         ///< 1.2.3.4, 1.2.3.4.5
  arabic_bracket,   ///< （1）, 1）
  circled,          ///< ①
};

struct Number {
  NumberForm form;
  std::vector<int> values;  ///< one; of a decimal number all
  std::string rest;         ///< the text that follows: a title, or empty
  int value() const { return values.back(); }
};

/// The number that a text begins with; full-width digits and blanks do not matter. `一` and `1`
/// want a sign or a blank before the rest (一、主要任务), else they are part of a word.
std::optional<Number> parse_number(std::string_view text);

/// 12 of 十二, 二十一 or 一百零二; nothing for what is no number above 0.
std::optional<int> chinese_number(std::u32string_view text);
/// The value of one Chinese digit (〇 and 零 are 0), or -1.
int chinese_digit(char32_t c);

}  // namespace duban::intake
