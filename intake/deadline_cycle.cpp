#include "intake/deadline_cycle.hpp"

#include <algorithm>

namespace duban::intake {
namespace {

int months_of(CycleUnit unit) {
  switch (unit) {
    case CycleUnit::month:
      return 1;
    case CycleUnit::quarter:
      return 3;
    case CycleUnit::half_year:
      return 6;
    case CycleUnit::year:
      return 12;
  }
  DUBAN_ASSERT(false);
}

/// The longest cycle that is not longer than so many months.
Cycle cycle_of_months(int months) {
  for (const CycleUnit unit : {CycleUnit::year, CycleUnit::half_year, CycleUnit::quarter}) {
    if (months >= months_of(unit)) return {unit, {}, months != months_of(unit)};
  }
  return {CycleUnit::month, {}, months != 1};
}

std::optional<Cycle> take_unit(PeriodReader& read) {
  if (read.take_any({U"按月度", U"按月", U"逐月", U"月月"})) return Cycle{CycleUnit::month};
  if (read.take_any({U"按季度", U"按季", U"逐季度", U"逐季"})) return Cycle{CycleUnit::quarter};
  if (read.take_any({U"按半年", U"逐半年"})) return Cycle{CycleUnit::half_year};
  if (read.take_any({U"按年度", U"按年", U"逐年", U"年年"})) return Cycle{CycleUnit::year};
  if (!read.take(U"每")) return std::nullopt;
  read.take(U"个");
  if (read.take_any({U"半年度", U"半年"})) return Cycle{CycleUnit::half_year};
  if (read.take(U"学期")) return Cycle{CycleUnit::half_year, {}, true};
  if (read.take(U"学年")) return Cycle{CycleUnit::year, {}, true};
  const auto count = read.number(1, 2);
  const int times = count.value_or(1);
  if (read.take_any({U"个半年"})) return cycle_of_months(6 * times);
  if (read.take_any({U"个季度", U"季度", U"季"})) return cycle_of_months(3 * times);
  if (read.take_any({U"个月", U"月度", U"月份", U"月"})) return cycle_of_months(times);
  if (read.take_any({U"年度", U"年"})) return cycle_of_months(12 * times);
  if (read.take_any({U"星期", U"周", U"天", U"日", U"旬", U"个工作日", U"个星期"})) {
    read.take_any({U"一", U"二", U"三", U"四", U"五", U"六", U"日"});  // 每周五
    return Cycle{CycleUnit::month, {}, true};
  }
  return std::nullopt;
}

/// The month of the cycle: 末月, 首月, 第二个月. Nothing where none is named.
std::optional<int> take_month(PeriodReader& read, int months) {
  if (read.take_any({U"末月", U"最后一个月", U"最后1个月", U"末的最后一个月"})) return months;
  if (read.take_any({U"首月", U"第一个月", U"第1个月", U"首个月"})) return 1;
  if (read.take_any({U"第二个月", U"第2个月", U"中间月"}) && months > 2) return 2;
  // After a cycle has ended is in the next: its first month.
  if (read.take_any({U"次月", U"下月", U"结束后次月", U"后次月", U"结束后", U"终了后"})) return 1;
  return std::nullopt;
}

/// 每年6月, 每年6月、12月, 每年一季度, 每年年底前.
void take_months_of_year(PeriodReader& read, Cycle& cycle) {
  const std::size_t start = read.at();
  read.take_any({U"的", U"年"});
  if (read.take_any({U"底", U"末", U"终"})) {
    read.take_any({U"之前", U"以前", U"前"});
    return;
  }
  read.back_to(start);
  read.take(U"的");
  constexpr int leap = 2000;  // any year: only months and days are asked for
  PeriodReader inner(read.rest(), make_date(leap, 1, 1));
  const std::vector<Period> found = inner.periods(nullptr);
  const bool within_year =
      !found.empty() && std::all_of(found.begin(), found.end(), [](const Period& each) {
        return each.year == leap && each.doubt != Ambiguity::this_month;
      });
  if (!within_year || inner.at() == 0) {
    read.back_to(start);
    return;
  }
  read.back_to(read.at() + inner.at());
  const auto day_of = [](const Period& period, int months) {
    const Civil day = civil(period.last);
    const bool is_last = !period.exact && period.last == last_of_month(day.year, day.month);
    return CycleDay{(day.month - 1) % months + 1, is_last ? 0 : day.day};
  };
  const Period& last = found.back();
  cycle.vague = last.doubt == Ambiguity::part;
  const auto count = static_cast<int>(found.size());
  const int months = 12 / count;
  const auto spaced = [&] {
    return std::all_of(found.begin(), found.end(), [&](const Period& each) {
      return day_of(each, months) == day_of(found.front(), months);
    });
  };
  if (count == 1) {
    cycle.day = day_of(last, 12);
  } else if ((count == 2 || count == 4 || count == 12) && spaced()) {
    cycle.every = count == 2   ? CycleUnit::half_year
                  : count == 4 ? CycleUnit::quarter
                               : CycleUnit::month;
    cycle.day = day_of(last, months);
  } else {
    cycle.day = day_of(last, 12);
    cycle.inexact = true;
  }
}

}  // namespace

std::optional<Cycle> take_cycle(PeriodReader& read) {
  const std::size_t before = read.at();
  std::optional<Cycle> cycle = take_unit(read);
  if (!cycle) {
    read.back_to(before);
    return std::nullopt;
  }
  if (cycle->inexact) {
    read.take_any({U"之前", U"以前", U"前"});
    return cycle;
  }
  if (cycle->every == CycleUnit::year) {
    take_months_of_year(read, *cycle);
    return cycle;
  }
  const int months = months_of(cycle->every);
  const std::size_t named = read.at();
  auto month = take_month(read, months);
  if (!month && months > 1 && read.take(U"末")) month = months;  // 每季度末25日前
  read.take_any({U"的", U"月"});
  if (read.take(U"上旬")) {
    cycle->day = CycleDay{month.value_or(months), 10};
  } else if (read.take(U"中旬")) {
    cycle->day = CycleDay{month.value_or(months), 20};
  } else if (read.take_any({U"初", U"最后一个工作日", U"最后1个工作日", U"首个工作日", U"中"})) {
    cycle->vague = true;
  } else {
    const std::size_t start = read.at();
    const auto day = read.number(1, 2);
    if (day && *day >= 1 && *day <= 31 && read.take_any({U"日", U"号"})) {
      cycle->day = CycleDay{month.value_or(months), *day};
    } else {
      read.back_to(start);
      if (month && *month != months) cycle->day = CycleDay{*month, 0};  // 每季度首月: its end
      if (!month && read.at() == named) read.take_any({U"度"});
      read.take_any({U"底", U"末", U"下旬"});
    }
  }
  read.take_any({U"之前", U"以前", U"前", U"以内", U"之内", U"内"});
  return cycle;
}

}  // namespace duban::intake
