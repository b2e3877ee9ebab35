#include "intake/deadline_moment.hpp"

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

constexpr int seconds_a_day = 86400;

Period on(Date day, Ambiguity doubt) {
  const Civil parts = civil(day);
  return {day, parts.year, parts.month, true, doubt, false, true};
}

/// The day of a moment, `seconds` into `day`.
Period day_of(Date day, int seconds) {
  if (seconds == 0) return on(day, Ambiguity::none);
  // 23:59 and 23:59:59 are how people write the end of a day.
  const bool end_of_day = seconds == seconds_a_day - 60 || seconds == seconds_a_day - 1;
  if (seconds > seconds_a_day - 60 && !end_of_day) return on(day + 1, Ambiguity::clock);
  return on(day, seconds < 60 ? Ambiguity::clock : Ambiguity::none);
}

/// A number of days since the end of 1899, or since 1904.
std::optional<Period> serial(std::u32string_view text, const DeadlineContext& context) {
  using Cell = DeadlineContext::Cell;
  int days = 0;
  std::size_t at = 0;
  while (at < text.size() && at < 6 && text[at] >= U'0' && text[at] <= U'9')
    days = days * 10 + static_cast<int>(text[at++] - U'0');
  double part = 0;
  if (at < text.size() && text[at] == U'.') {
    double scale = 0.1;
    for (++at; at < text.size() && text[at] >= U'0' && text[at] <= U'9'; ++at) {
      part += scale * static_cast<double>(text[at] - U'0');
      scale /= 10;
    }
  }
  if (at == 0 || at != text.size()) return std::nullopt;
  constexpr int first = 32874;  // 1990
  constexpr int last = 73050;   // 2099
  if (days < first || days > last) return std::nullopt;
  const bool said = context.cell != Cell::text;
  if (!said && part > 0) return std::nullopt;
  // 1900 counts from 1, and has a 29 February that never was.
  const Date begin =
      context.cell == Cell::dated_1904 ? make_date(1904, 1, 1) : make_date(1900, 1, 1) - 2;
  Period found = day_of(begin + days, static_cast<int>(part * seconds_a_day + 0.5));
  if (!said) found.doubt = Ambiguity::serial;
  return found;
}

class Moment {
 public:
  explicit Moment(Text text) : read_(text, std::nullopt) {}

  std::optional<Period> read(const Zone* zone) {
    Civil day;
    if (!number(4, day.year) || !separator() || !number(2, day.month) || !same_separator() ||
        !number(2, day.day))
      return std::nullopt;
    const auto date = date_of(day);
    if (!date || day.year < 1990 || day.year > 2099) return std::nullopt;
    if (!read_.take_any({U" ", U"T", U"t"})) return std::nullopt;
    blanks();
    const bool afternoon = read_.take_any({U"下午", U"PM"});
    if (!afternoon) read_.take_any({U"上午", U"AM"});
    blanks();
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!number(2, hour) || !read_.take(U":") || !number(2, minute)) return std::nullopt;
    if (read_.take(U":")) {
      if (!number(2, second)) return std::nullopt;
      int ignored = 0;
      if (read_.take(U".") && !number(9, ignored)) return std::nullopt;
    }
    blanks();
    if (afternoon || read_.take_any({U"PM", U"pm"})) hour = hour % 12 + 12;
    if (read_.take_any({U"AM", U"am"})) hour %= 12;
    if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
      return std::nullopt;
    int local = hour * 3600 + minute * 60 + second;
    std::optional<int> offset;
    if (read_.take_any({U"Z", U"z"})) {
      offset = 0;
    } else if (read_.take(U"+")) {
      offset = this->offset();
    } else if (read_.take(U"-")) {
      if (const auto west = this->offset()) offset = -*west;
      if (!offset) return std::nullopt;
    }
    read_.take_any({U"之前", U"以前", U"前"});
    blanks();
    if (!read_.done()) return std::nullopt;
    if (!offset) return hour == 24 ? on(*date, Ambiguity::none) : day_of(*date, local);
    // An instant is a day only where somebody lives.
    const Instant at{std::int64_t{date->days} * seconds_a_day + local - *offset};
    constexpr int beijing = 8 * 3600;
    const Date there =
        zone ? zone->date_of(at) : Date{static_cast<int>((at.seconds + beijing) / seconds_a_day)};
    const std::int64_t midnight =
        zone ? zone->midnight(there).seconds : std::int64_t{there.days} * seconds_a_day - beijing;
    return day_of(there, static_cast<int>(at.seconds - midnight));
  }

 private:
  void blanks() {
    while (read_.take(U" ")) {
    }
  }
  bool number(std::size_t most, int& value) {
    const auto found = digits(most == 4 ? 4 : 1, most);
    if (found) value = *found;
    return found.has_value();
  }
  std::optional<int> digits(std::size_t least, std::size_t most) {
    const Text rest = read_.rest();
    if (rest.empty() || rest[0] < U'0' || rest[0] > U'9') return std::nullopt;
    return read_.number(least, most);
  }
  bool separator() {
    for (const Text sign : {Text(U"-"), Text(U"/"), Text(U".")}) {
      if (!read_.take(sign)) continue;
      separator_ = sign;
      return true;
    }
    return false;
  }
  bool same_separator() { return read_.take(separator_); }
  std::optional<int> offset() {
    int hours = 0;
    int minutes = 0;
    if (!number(2, hours)) return std::nullopt;
    read_.take(U":");
    number(2, minutes);
    if (hours > 14 || minutes > 59) return std::nullopt;
    return hours * 3600 + minutes * 60;
  }

  PeriodReader read_;
  Text separator_;
};

}  // namespace

std::optional<Period> machine_day(std::u32string_view text, const DeadlineContext& context) {
  std::u32string plain;
  for (const char32_t c : text) {
    const char32_t narrow = is_blank(c) ? U' ' : half_width(c);
    if (narrow == U' ' && (plain.empty() || plain.back() == U' ')) continue;
    if (!is_invisible(narrow)) plain += narrow;
  }
  while (!plain.empty() && plain.back() == U' ') plain.pop_back();
  constexpr std::size_t longest = 60;
  if (plain.empty() || plain.size() > longest) return std::nullopt;
  if (const auto number = serial(plain, context)) return number;
  return Moment(plain).read(context.zone);
}

}  // namespace duban::intake
