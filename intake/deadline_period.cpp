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
  return Period{*date, year, month, true};
}

Period month_end(int year, int month) { return {last_of_month(year, month), year, month}; }
Period year_end(int year) { return {make_date(year, 12, 31), year}; }

Period doubtful(Period period, Ambiguity why) {
  period.doubt = why;
  return period;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

bool PeriodReader::take(Text word) {
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

bool PeriodReader::take_any(std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(), [this](Text word) { return take(word); });
}

bool PeriodReader::take_range() {
  return take_any({U"——", U"—", U"–", U"-", U"~", U"起至", U"起到", U"至", U"到", U"起,至"});
}

std::optional<int> PeriodReader::number(std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (at_ + digits < text_.size() && is_digit(text_[at_ + digits])) {
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
         (text_[at_ + length] == U'十' || text_[at_ + length] == U'廿' ||
          chinese_digit(text_[at_ + length]) > 0)) {
    ++length;
  }
  const auto chinese = chinese_number(text_.substr(at_, length));
  if (chinese) at_ += length;
  return chinese;
}

std::optional<int> PeriodReader::issued_year() {
  if (issued_) return civil(*issued_).year;
  lacks_year_ = true;
  return std::nullopt;
}

std::optional<int> PeriodReader::year(std::optional<int> base) {
  const std::size_t before = at_;
  const auto relative = [&](std::optional<int> from, int later) -> std::optional<int> {
    take_any({U"年度", U"度", U"年"});
    if (!from) from = issued_year();
    if (!from) return std::nullopt;
    return *from + later;
  };
  if (take_any({U"今年", U"本年"})) return relative(std::nullopt, 0);
  if (take_any({U"当年", U"同年"})) return relative(base, 0);
  if (take(U"明年")) return relative(std::nullopt, 1);
  if (take_any({U"次年", U"翌年"})) return relative(base, 1);
  auto value = number(4, 4);
  if (!value && at_ + 4 <= text_.size()) {
    value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const char32_t c = text_[at_ + i];
      const int digit = c == U'O' || c == U'o' ? 0 : is_digit(c) ? -1 : chinese_digit(c);
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
  const auto two = number(2, 2);  // 18年6月, but not 10年内
  if (two && *two < 60 && is_digit(text_[before]) && take(U"年") && !done() &&
      (is_digit(text_[at_]) || text_[at_] == U'底' || text_[at_] == U'末' ||
       text_.substr(at_).starts_with(U"年底"))) {
    short_year_ = true;
    return 2000 + *two;
  }
  at_ = before;
  return std::nullopt;
}

/// After "2018年6月" or "2018-6": a day, a third of the month, or the month itself.
std::optional<Period> PeriodReader::month_of(int year, int month) {
  if (month < 1 || month > 12) return std::nullopt;
  if (take(U"上旬")) return Period{make_date(year, month, 10), year, month};
  if (take(U"中旬")) return Period{make_date(year, month, 20), year, month};
  if (take(U"下旬")) return month_end(year, month);
  if (take(U"初")) return doubtful({make_date(year, month, 10), year, month}, Ambiguity::part);
  if (take(U"中")) return doubtful({make_date(year, month, 15), year, month}, Ambiguity::part);
  const std::size_t before = at_;
  if (const auto day = number(1, 2)) {
    if (take_any({U"日", U"号"}) || done() || text_[at_] == U'前') return day_of(year, month, *day);
    if (take_range()) {  // 6月10-20日
      const auto last = number(1, 2);
      if (last && *last > *day && take_any({U"日", U"号"})) {
        auto found = day_of(year, month, *last);
        if (found) found->doubt = Ambiguity::range;
        return found;
      }
    }
    at_ = before;
  }
  return month_end(year, month);
}

/// After "2018": -6, .06.30, with any of - . /.
std::optional<Period> PeriodReader::numeric(int year) {
  const std::size_t before = at_;
  for (const Text separator : {Text(U"-"), Text(U"."), Text(U"/")}) {
    if (!take(separator)) continue;
    const std::size_t digits = at_;
    const auto month = number(1, 2);
    if (!month || *month > 12 || *month < 1 || !is_digit(text_[digits])) break;
    const bool lone_one = *month == 1 && at_ - digits == 1 && separator == U".";
    if (take(separator)) {
      const auto day = number(1, 2);
      if (!day) return std::nullopt;
      take_any({U"日", U"号"});
      return day_of(year, *month, *day);
    }
    take(U"月");
    const std::size_t end = at_;
    auto found = month_of(year, *month);
    // In a sheet 2018.10 is the number 2018.1.
    if (found && lone_one && at_ == end && text_[end - 1] == U'1')
      found->doubt = Ambiguity::lost_zero;
    return found;
  }
  at_ = before;
  return std::nullopt;
}

/// After a year: its half, quarter, month or day; or the year itself.
std::optional<Period> PeriodReader::within(int year) {
  if (take(U"上半年")) return Period{make_date(year, 6, 30), year};
  if (take(U"下半年")) return year_end(year);
  if (take(U"前三季度")) return Period{make_date(year, 9, 30), year};
  if (take(U"全年")) return doubtful(year_end(year), Ambiguity::whole_year);
  if (take_any({U"元月份", U"元月"})) return month_of(year, 1);
  const std::size_t before = at_;
  const bool ordinal = take(U"第");
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
    if (!ordinal && take_any({U"月份", U"月"})) return month_of(year, *value);
  }
  at_ = before;
  return year_end(year);
}

/// 十三五 is 2016 to 2020.
std::optional<Period> PeriodReader::five_year_plan() {
  for (const auto& [word, end] : {std::pair{Text(U"十三五"), 2020},
                                  {Text(U"十四五"), 2025},
                                  {Text(U"十五五"), 2030},
                                  {Text(U"十六五"), 2035},
                                  {Text(U"十二五"), 2015}}) {
    if (!take(word)) continue;
    take_any({U"规划期间", U"规划期", U"时期", U"期间", U"期"});
    Period found = year_end(end);
    const bool is_end = at_ < text_.size() && (text_[at_] == U'末' || text_[at_] == U'底');
    if (!is_end) found.doubt = Ambiguity::five_years;
    return found;
  }
  return std::nullopt;
}

std::optional<Period> PeriodReader::without_year(const Period* base) {
  std::optional<int> known;
  if (base) known = base->year;
  if (!known && issued_) known = civil(*issued_).year;
  const auto understood = [&](std::optional<Period> found) {
    if (found && !known) lacks_year_ = true;
    return known ? found : std::nullopt;
  };
  const int year = known.value_or(2000);
  if (take_any({U"年中", U"年度中"}))
    return understood(doubtful({make_date(year, 6, 30), year, 6}, Ambiguity::part));
  const std::size_t start = at_;
  if (take_any({U"年度", U"年"})) {  // 年底, 年内
    take(U"年");
    for (const Text word : {Text(U"底"), Text(U"末"), Text(U"内"), Text(U"终"), Text(U"前")}) {
      if (rest().starts_with(word)) return understood(year_end(year));
    }
    at_ = start;
    return std::nullopt;
  }
  const int month = base && base->month > 0 ? base->month : issued_ ? civil(*issued_).month : 1;
  const bool month_known = (base && base->month > 0) || (issued_ && !only_year_);
  if (take_any({U"本月", U"当月", U"月底", U"月末"})) {
    if (!month_known) return understood(std::nullopt);
    return understood(doubtful(month_end(year, month), Ambiguity::this_month));
  }
  if (take(U"下月")) {
    if (!month_known) return understood(std::nullopt);
    const Civil next = civil(add_months(make_date(year, month, 1), 1));
    return understood(doubtful(month_end(next.year, next.month), Ambiguity::this_month));
  }
  if (take_any({U"本季度", U"本季"})) {
    if (!month_known) return understood(std::nullopt);
    return understood(doubtful(month_end(year, (month + 2) / 3 * 3), Ambiguity::this_month));
  }
  if (const auto first = number(1, 2)) {
    if (take_any({U"日", U"号"}) && month_known) {  // 20日前: of the month before it
      auto day = day_of(year, month, *first);
      if (day && !(base && base->month > 0)) day->doubt = Ambiguity::this_month;
      return understood(day);
    }
    if (is_digit(text_[start]) && take_any({U".", U"/"})) {  // 6.30前
      const std::size_t digits = at_;
      const auto day = number(1, 2);
      if (day && is_digit(text_[digits]) && (done() || take(U"日") || text_[at_] == U'前'))
        return understood(day_of(year, *first, *day));
    }
  }
  at_ = start;
  const auto found = within(year);
  return at_ == start ? std::nullopt : understood(found);
}

std::optional<Period> PeriodReader::period(const Period* base) {
  if (const auto plan = five_year_plan()) return plan;
  const std::size_t before = at_;
  if (const auto compact = number(8, 8)) {  // 20180630
    const int named = *compact / 10000;
    if (named < first_year || named > last_year) return std::nullopt;
    return day_of(named, *compact / 100 % 100, *compact % 100);
  }
  if (const auto compact = number(6, 6)) {  // 201806
    const int named = *compact / 100;
    if (named < first_year || named > last_year || *compact % 100 < 1 || *compact % 100 > 12)
      return std::nullopt;
    return doubtful(month_end(named, *compact % 100), Ambiguity::part);
  }
  std::optional<int> above;
  if (base) above = base->year;
  if (const auto named = year(above)) {
    if (at_ == before + 4 && is_digit(text_[before])) {
      if (const auto found = numeric(*named)) return found;
      if (at_ != before + 4) return std::nullopt;  // a day that does not exist is not the year
    }
    if (!rest().starts_with(U"年底") && !rest().starts_with(U"年末")) take_any({U"年度", U"年"});
    auto found = within(*named);
    if (found && short_year_) found->doubt = Ambiguity::short_year;
    return found;
  }
  if (lacks_year_) return std::nullopt;
  return without_year(base);
}

}  // namespace duban::intake
