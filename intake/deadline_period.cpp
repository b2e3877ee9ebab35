#include "intake/deadline_period.hpp"

#include <algorithm>
#include <utility>

#include "intake/numbering.hpp"

namespace duban::intake {
namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2099;

std::optional<Period> day_of(int year, int month, int day) {
  const auto date = date_of({year, month, day});
  if (!date) return std::nullopt;
  return Period{*date, year, true};
}

}  // namespace

bool PeriodReader::take(Text word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

bool PeriodReader::take_any(std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(), [this](Text word) { return take(word); });
}

std::optional<int> PeriodReader::number(std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (at_ + digits < text_.size() && text_[at_ + digits] >= U'0' &&
         text_[at_ + digits] <= U'9') {
    if (digits < most) value = value * 10 + static_cast<int>(text_[at_ + digits] - U'0');
    ++digits;
  }
  if (digits >= least && digits <= most) {
    at_ += digits;
    return value;
  }
  if (digits > 0 || least > 1) return std::nullopt;
  std::size_t length = 0;
  while (at_ + length < text_.size() &&
         (text_[at_ + length] == U'十' || chinese_digit(text_[at_ + length]) > 0)) {
    ++length;
  }
  const auto chinese = chinese_number(text_.substr(at_, length));
  if (chinese) at_ += length;
  return chinese;
}

std::optional<int> PeriodReader::year() {
  const std::size_t before = at_;
  if (take_any({U"今年", U"本年", U"当年"})) return relative_year(0);
  if (take_any({U"明年", U"次年"})) return relative_year(1);
  auto value = number(4, 4);
  if (!value && at_ + 4 <= text_.size()) {
    value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const int digit = chinese_digit(text_[at_ + i]);
      if (digit < 0) {
        value.reset();
        break;
      }
      *value = *value * 10 + digit;
    }
    if (value) at_ += 4;
  }
  if (value && *value >= first_year && *value <= last_year) return value;
  at_ = before;
  return std::nullopt;
}

std::optional<int> PeriodReader::issued_year() {
  if (issued_) return civil(*issued_).year;
  lacks_year_ = true;
  return std::nullopt;
}

std::optional<int> PeriodReader::relative_year(int later) {
  take(U"度");
  relative_ = true;
  const auto base = issued_year();
  if (!base) return std::nullopt;
  return *base + later;
}

/// After "2018年6月" or "2018-6": a day, a third of the month, or the month itself.
std::optional<Period> PeriodReader::month_of(int year, int month, bool spelled) {
  if (month < 1 || month > 12) return std::nullopt;
  if (take(U"上旬")) return Period{make_date(year, month, 10), year};
  if (take(U"中旬")) return Period{make_date(year, month, 20), year};
  if (take(U"下旬")) return Period{last_of_month(year, month), year};
  const std::size_t before = at_;
  if (spelled) {
    if (const auto day = number(1, 2)) {
      if (take_any({U"日", U"号"})) return day_of(year, month, *day);
      at_ = before;
    }
  }
  return Period{last_of_month(year, month), year};
}

/// After "2018-": 6, 06-30, with any of - . /.
std::optional<Period> PeriodReader::numeric(int year) {
  const std::size_t before = at_;
  for (const Text separator : {Text(U"-"), Text(U"."), Text(U"/")}) {
    if (!take(separator)) continue;
    const std::size_t digits = at_;
    const auto month = number(1, 2);
    if (!month || *month > 12 || *month < 1) break;
    const bool lone_one = *month == 1 && at_ - digits == 1 && separator == U".";
    if (take(separator)) {
      const auto day = number(1, 2);
      if (!day) return std::nullopt;
      take_any({U"日", U"号"});
      return day_of(year, *month, *day);
    }
    take(U"月");
    auto found = month_of(year, *month, false);
    // In a sheet 2018.10 is the number 2018.1.
    if (found && lone_one && text_[at_ - 1] == U'1') found->doubt = Ambiguity::lost_zero;
    return found;
  }
  at_ = before;
  return std::nullopt;
}

/// After a year: its half, quarter, month or day; or the year itself.
std::optional<Period> PeriodReader::within(int year) {
  if (take(U"上半年")) return Period{make_date(year, 6, 30), year};
  if (take(U"下半年")) return Period{make_date(year, 12, 31), year};
  const std::size_t before = at_;
  take(U"第");
  if (take(U"Q")) {
    const auto quarter = number(1, 1);
    if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
    return Period{last_of_month(year, *quarter * 3), year};
  }
  if (const auto value = number(1, 2)) {
    if (take_any({U"季度", U"季"})) {
      if (*value < 1 || *value > 4) return std::nullopt;
      return Period{last_of_month(year, *value * 3), year};
    }
    if (at_ > before && text_[before] != U'第' && take_any({U"月份", U"月"})) {
      return month_of(year, *value, true);
    }
  }
  at_ = before;
  return Period{make_date(year, 12, 31), year};
}

/// 十三五 is 2016 to 2020.
std::optional<Period> PeriodReader::five_year_plan() {
  const std::size_t before = at_;
  for (const auto& [word, end] : {std::pair{Text(U"十三五"), 2020},
                                  {Text(U"十四五"), 2025},
                                  {Text(U"十五五"), 2030},
                                  {Text(U"十二五"), 2015}}) {
    if (!take(word)) continue;
    if (take_any({U"规划期", U"时期", U"期间", U"期", U""})) {
      return Period{make_date(end, 12, 31), end, false, Ambiguity::five_years};
    }
  }
  at_ = before;
  return std::nullopt;
}

std::optional<Period> PeriodReader::period(std::optional<int> inherited) {
  if (const auto plan = five_year_plan()) return plan;
  const std::size_t before = at_;
  if (const auto compact = number(8, 8)) {  // 20180630
    const int named = *compact / 10000;
    if (named < first_year || named > last_year) return std::nullopt;
    return day_of(named, *compact / 100 % 100, *compact % 100);
  }
  if (const auto named = year()) {
    if (at_ == before + 4 && !relative_) {
      if (const auto found = numeric(*named)) return found;
      if (at_ != before + 4) return std::nullopt;  // a day that does not exist is not the year
    }
    take_any({U"年度", U"年"});
    return within(*named);
  }
  if (lacks_year_) return std::nullopt;

  auto base = inherited;
  if (!base && issued_) base = civil(*issued_).year;
  const auto understood = [&](std::optional<Period> found) {
    lacks_year_ = found.has_value() && !base;
    return base ? found : std::nullopt;
  };
  const int year = base.value_or(2000);
  if (take_any({U"年度", U"年"})) {  // 年底, 年内
    if (done()) return std::nullopt;
    return understood(Period{make_date(year, 12, 31), year});
  }
  if (take(U"全年")) {
    return understood(Period{make_date(year, 12, 31), year, false, Ambiguity::whole_year});
  }
  const std::size_t start = at_;
  const auto found = within(year);
  return at_ == start ? std::nullopt : understood(found);
}

}  // namespace duban::intake
