// Several periods at once: enumerations, ranges, numbers that share a unit.
#include <algorithm>

#include "intake/deadline_period.hpp"
#include "intake/numbering.hpp"

namespace duban::intake {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
Period month_end(int year, int month) { return {last_of_month(year, month), year, month}; }
Period in_range(Period period) {
  period.doubt = Ambiguity::range;
  return period;
}

}  // namespace

/// 3、6、9月 and 1-6月 and 一、三季度: numbers before the unit that they share.
std::vector<Period> PeriodReader::bare_numbers(int year, bool known) {
  const std::size_t before = at_;
  struct One {
    int value;
    bool ends_range;
  };
  std::vector<One> numbers;
  bool ends_range = false;
  bool several = false;
  take(U"第");
  for (;;) {
    const auto value = number(1, 2);
    if (!value) break;
    numbers.push_back({*value, ends_range});
    const std::size_t separator = at_;
    if (take_any({U"、", U"和", U"及"})) {
      ends_range = false;
    } else if (take_range()) {
      ends_range = true;
    } else {
      break;
    }
    take(U"第");
    several = true;
    if (done() || (!is_digit(text_[at_]) && text_[at_] != U'十' && chinese_digit(text_[at_]) < 1)) {
      at_ = separator;
      break;
    }
  }
  const bool months = several && numbers.size() > 1 && take_any({U"月份", U"月"});
  const bool quarters = !months && several && numbers.size() > 1 && take_any({U"季度", U"季"});
  const int most = months ? 12 : 4;
  if ((!months && !quarters) || std::any_of(numbers.begin(), numbers.end(), [&](const One& one) {
        return one.value < 1 || one.value > most;
      })) {
    at_ = before;
    return {};
  }
  if (!known) {
    lacks_year_ = true;
    at_ = before;
    return {};
  }
  std::vector<Period> found;
  for (const One& one : numbers) {
    Period next = month_end(year, months ? one.value : one.value * 3);
    if (one.ends_range) {
      if (next.last <= found.back().last) {
        at_ = before;
        return {};
      }
      found.back() = in_range(next);
    } else {
      found.push_back(next);
    }
  }
  if (months && found.back().doubt == Ambiguity::none) {
    if (const auto last = month_of(year, numbers.back().value)) found.back() = *last;
  }
  return found;
}

/// One period, or a range that is taken as its end; or numbers that share a unit.
std::vector<Period> PeriodReader::stretch(const Period* base) {
  const std::size_t before = at_;
  std::optional<int> above;
  if (base) above = base->year;
  const auto named = year(above);
  if (lacks_year_) return {};
  if (named) take_any({U"年度", U"年"});
  const auto known = named ? named : above ? above : issued_ ? issued_year() : std::nullopt;
  auto bare = bare_numbers(known.value_or(2000), known.has_value());
  if (!bare.empty()) {
    close(bare.back());
    return bare;
  }
  if (lacks_year_) return {};
  at_ = before;
  short_year_ = false;
  auto first = period(base);
  if (!first) return {};
  close(*first);
  const std::size_t end = at_;
  if (take_range()) {
    const std::size_t start = at_;
    auto to = period(&*first);
    if (!to && first->month > 0) {  // 2020.7-10
      const auto month = number(1, 2);
      if (month && *month <= 12 && *month > 0 && done()) to = month_end(first->year, *month);
    }
    if (to && at_ > start && to->last >= first->last) {
      close(*to);
      to->doubt = Ambiguity::range;
      return {*to};
    }
    at_ = end;
    if (to) return {};  // backwards: 2019-2017年
  }
  return {*first};
}

std::vector<Period> PeriodReader::periods(const Period* base) {
  std::vector<Period> all = stretch(base);
  while (!all.empty()) {
    const std::size_t end = at_;
    if (!take_any({U"、", U"和", U"及", U"与", U"以及"})) break;
    const bool lacked = lacks_year_;
    Period above = all.back();
    const std::vector<Period> more = stretch(&above);
    if (more.empty()) {
      lacks_year_ = lacked;
      at_ = end;
      break;
    }
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace duban::intake
