// What may stand behind a period: 底, 前, 内, a weekday, an hour.
#include "intake/deadline_period.hpp"
#include "intake/numbering.hpp"

namespace duban::intake {

std::optional<int> take_weekday(PeriodReader& read) {
  const std::size_t before = read.at();
  if (read.take_any({U"星期", U"周", U"礼拜"}) && !read.done()) {
    if (read.take_any({U"日", U"天", U"末"})) return 6;
    const auto day = read.number(1, 1);
    if (day && *day >= 1 && *day <= 6) return *day - 1;
  }
  read.back_to(before);
  return std::nullopt;
}

void PeriodReader::check_weekday(Period& period) {
  const std::size_t before = at_;
  const bool bracket = take(U"(");
  const auto day = take_weekday(*this);
  if (!day || (bracket && !take(U")"))) {
    at_ = before;
    return;
  }
  if (*day != weekday(period.last)) period.doubt = Ambiguity::weekday;
}

/// 17:00, 24时, 17时30分, 下午5点, 下班: what is asked for is the day.
void PeriodReader::check_hour(Period& period) {
  const std::size_t before = at_;
  take_any({U"上午", U"下午", U"中午", U"晚上", U"晚", U"早上", U"当日", U"当天"});
  if (take_any({U"下班时", U"下班", U"收市"})) return;
  const auto hour = number(1, 2);
  bool read = false;
  int minute = 0;
  if (hour && take_any({U":", U"时", U"点"})) {
    read = true;
    take(U"整");
    const auto minutes = number(1, 2);
    minute = minutes.value_or(0);
    take(U"分");
    if (minutes && take(U":")) number(1, 2);
  }
  if (!read) {
    if (hour) at_ = before;
    return;
  }
  if (*hour > 24 || minute > 59 || (*hour == 24 && minute > 0)) period.doubt = Ambiguity::hour;
}

void PeriodReader::close(Period& period) {
  if (period.exact) {
    check_weekday(period);
    check_hour(period);
    check_weekday(period);
  }
  take(U"年");  // 2018年年底
  const bool end = take_any({U"底", U"末", U"终"});
  const bool before = take_any({U"之前", U"以前", U"前"});
  if (!before) {
    if (take_any({U"起至", U"起到"})) {
      at_ -= 2;
    } else if (take_any({U"开始", U"起"})) {
      period.starts = true;
    } else {
      take_any({U"以内", U"之内", U"内", U"止", U"期间"});
    }
  }
  if (before && !end && !period.exact && period.doubt == Ambiguity::none)
    period.doubt = Ambiguity::before;
  period.closed = period.exact || end || before;
}

}  // namespace duban::intake
