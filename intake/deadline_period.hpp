// Periods of the calendar as deadlines name them: years, quarters, months, days.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "engine/base/date.hpp"

namespace duban::intake {

using Text = std::u32string_view;

/// Why a period that was read may not be what was meant.
enum class Ambiguity : std::uint8_t { none, before, range, lost_zero, five_years, whole_year };

/// A period as a text names it, by its last day.
struct Period {
  Date last;
  int year = 0;
  bool exact = false;  ///< a day was named: 前 is then no question
  Ambiguity doubt = Ambiguity::none;
};

/// Walks over one clause of a deadline, which must outlive it. The text is squeezed.
class PeriodReader {
 public:
  PeriodReader(Text text, std::optional<Date> issued) : text_(text), issued_(issued) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }
  /// A period was asked for that needs the year of issue, and there is none.
  bool lacks_year() const { return lacks_year_; }

  bool take(Text word);
  bool take_any(std::initializer_list<Text> words);
  /// A number of `least` to `most` Arabic digits, or a Chinese number.
  std::optional<int> number(std::size_t least, std::size_t most);
  /// 2018, 二〇一八, 今年, 明年; a number only from 1990 to 2099.
  std::optional<int> year();
  /// The year of the document's issue, for a text without one.
  std::optional<int> issued_year();
  /// `inherited`: the year of a range's beginning, for an end that names none.
  std::optional<Period> period(std::optional<int> inherited);

 private:
  std::optional<int> relative_year(int later);
  std::optional<Period> within(int year);
  std::optional<Period> numeric(int year);
  std::optional<Period> month_of(int year, int month, bool spelled);
  std::optional<Period> five_year_plan();

  Text text_;
  std::size_t at_ = 0;
  std::optional<Date> issued_;
  bool lacks_year_ = false;
  bool relative_ = false;
};

}  // namespace duban::intake
