// Days counted from another: 印发之日起30日内, 15个工作日内, 5年内.
#include <algorithm>

#include "intake/deadline_items.hpp"

namespace duban::intake {
namespace {

enum class Unit : std::uint8_t { day, working_day, week, month, year, hour };

struct Count {
  int value = 0;
  Unit unit = Unit::day;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_numeral(char32_t c) {
  return (c >= U'0' && c <= U'9') ||
         Text(U"十百廿两半一二三四五六七八九.年月第每上下").find(c) != Text::npos;
}

std::optional<Unit> take_unit(PeriodReader& read) {
  if (read.take_any({U"个工作日", U"工作日"})) return Unit::working_day;
  if (read.take_any({U"个自然日", U"自然日", U"日", U"天"})) return Unit::day;
  if (read.take_any({U"个星期", U"星期", U"周"})) return Unit::week;
  if (read.take(U"个月")) return Unit::month;
  if (read.take(U"年")) return Unit::year;
  if (read.take_any({U"个小时", U"小时"})) return Unit::hour;
  return std::nullopt;
}

/// The first count that is followed by 内.
std::optional<Count> find_count(Text text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_numeral(text[i - 1])) continue;  // 6月30日内 counts nothing
    PeriodReader read(text, std::nullopt);
    read.back_to(i);
    Count count;
    count.begin = i;
    if (read.take(U"半年")) {
      count.value = 6;
      count.unit = Unit::month;
    } else if (read.take(U"半个月")) {
      count.value = 15;
    } else {
      auto value = read.number(1, 3);
      if (!value && read.take(U"两")) value = 2;
      if (!value) continue;
      if (read.take_any({U"-", U"—", U"~", U"至", U"到"})) value = read.number(1, 3);
      if (!value) continue;
      const bool and_half = read.take(U"个半月");
      const auto unit = and_half ? Unit::month : take_unit(read);
      if (!unit || (*unit == Unit::year && *value > 60)) continue;
      count.value = *value;
      count.unit = *unit;
      if (and_half) {
        count.value = *value * 30 + 15;
        count.unit = Unit::day;
      }
    }
    if (!read.take_any({U"之内", U"以内", U"内"})) continue;
    count.end = read.at();
    return count;
  }
  return std::nullopt;
}

bool contains(Text text, std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](Text word) { return text.find(word) != Text::npos; });
}

struct Base {
  enum class Kind : std::uint8_t { issue, assumed, day, event } kind = Kind::assumed;
  Date day = {};
};

/// What the days are counted from, by the words before the number.
Base base_of(Text before, std::optional<Date> issued) {
  while (!before.empty() && Text(U"自从在于,").find(before.front()) != Text::npos)
    before.remove_prefix(1);
  if (before.empty()) return {};
  PeriodReader read(before, issued);
  const std::vector<Period> days = read.periods(nullptr);
  if (days.size() == 1 && days[0].exact && read.at() + 2 >= before.size())
    return {Base::Kind::day, days[0].last};
  constexpr std::size_t own_words_max = 16;
  const bool issues = contains(
      before, {U"印发", U"下发", U"发布", U"公布", U"发文", U"成文", U"颁布", U"之日起", U"即日"});
  const bool elsewhere =
      contains(before, {U"通过", U"收到", U"接到", U"批", U"验收", U"省", U"国家", U"中央", U"上级",
                        U"会议", U"开工", U"签订", U"立项", U"受理", U"结束", U"完成"});
  if (issues && !elsewhere && before.size() <= own_words_max) return {Base::Kind::issue};
  if (elsewhere || contains(before, {U"后", U"起"})) return {Base::Kind::event};
  return {};
}

}  // namespace

std::optional<Counted> counted_days(Text text, const DeadlineContext& context) {
  const auto count = find_count(text);
  if (!count) return std::nullopt;
  Counted counted;
  counted.end = count->end;
  const Base base = base_of(text.substr(0, count->begin), context.issued);
  if (base.kind == Base::Kind::event) {
    counted.lacking = NoDay::event;
    return counted;
  }
  if (base.kind != Base::Kind::day && (!context.issued || context.only_year)) {
    counted.lacking = NoDay::issue;
    return counted;
  }
  const Date from = base.kind == Base::Kind::day ? base.day : *context.issued;
  Period period;
  period.exact = true;
  period.closed = true;
  if (base.kind == Base::Kind::assumed) period.doubt = Ambiguity::counted;
  switch (count->unit) {
    case Unit::day:
      period.last = from + count->value;
      break;
    case Unit::week:
      period.last = from + 7 * count->value;
      break;
    case Unit::hour:
      period.last = from + (count->value + 23) / 24;
      break;
    case Unit::month:
      period.last = add_months(from, count->value);
      break;
    case Unit::year:
      period.last = add_months(from, 12 * count->value);
      break;
    case Unit::working_day: {
      const Calendar weeks;
      const Calendar& calendar = context.calendar ? *context.calendar : weeks;
      const Span span{count->value, SpanUnit::working_day};
      period.last = calendar.add(from, span);
      if (calendar.is_provisional(from, span)) period.doubt = Ambiguity::provisional;
      break;
    }
  }
  const Civil day = civil(period.last);
  period.year = day.year;
  period.month = day.month;
  counted.period = period;
  return counted;
}

}  // namespace duban::intake
