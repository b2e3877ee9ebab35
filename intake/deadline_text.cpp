#include "intake/deadline_text.hpp"

#include <algorithm>
#include <vector>

#include "intake/cell_text.hpp"
#include "intake/deadline_period.hpp"

namespace duban::intake {
namespace {

/// What may follow a period: 底, 前, 内, 完成.
struct Tail {
  bool end = false;
  bool before = false;
};
Tail tail_of(PeriodReader& read) {
  Tail tail;
  read.take(U"年");  // 2018年年底
  tail.end = read.take_any({U"底", U"末"});
  tail.before = read.take_any({U"之前", U"以前", U"前"});
  if (!tail.before) read.take_any({U"以内", U"之内", U"内", U"止", U"期间"});
  for (bool more = true; more;) {
    more = read.take_any({U"基本", U"全面", U"全部", U"力争", U"完成", U"办结", U"落实", U"到位",
                          U"见效", U"并", U"任务", U"建成"});
  }
  return tail;
}

bool is_forever(Text text) {
  PeriodReader read(text, std::nullopt);
  if (!read.take_any(
          {U"持续", U"长期", U"常态化", U"经常性", U"经常", U"常年", U"常抓不懈", U"日常"})) {
    return false;
  }
  while (
      read.take_any({U"持续", U"长期", U"常态化", U"经常性", U"坚持", U"推进", U"推动", U"实施",
                     U"开展", U"落实", U"进行",   U"工作",   U"任务", U"深化", U"加强", U"抓好",
                     U"保持", U"管理", U"执行",   U"性",     U"地",   U"不断", U"做好", U"完善"})) {
  }
  return read.done();
}

std::optional<CycleUnit> cycle_of(PeriodReader& read) {
  if (!read.take(U"每")) return std::nullopt;
  if (read.take_any({U"个月", U"月度", U"月", U"一个月"})) return CycleUnit::month;
  if (read.take_any({U"个季度", U"季度", U"季", U"一季度"})) return CycleUnit::quarter;
  if (read.take_any({U"半年度", U"半年"})) return CycleUnit::half_year;
  if (read.take_any({U"一年", U"年度", U"年"})) return CycleUnit::year;
  return std::nullopt;
}

/// What one clause of the cell says.
struct Clause {
  enum class Kind { unread, forever, cycle, date, no_year } kind = Kind::unread;
  Period period = {};
  CycleUnit every = CycleUnit::year;
};

Clause range(Text text, std::optional<Date> issued) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    std::size_t width = 0;
    for (const Text sign : {Text(U"——"), Text(U"—"), Text(U"–"), Text(U"-"), Text(U"~"),
                            Text(U"～"), Text(U"至"), Text(U"到")}) {
      if (text.substr(i, sign.size()) == sign) {
        width = sign.size();
        break;
      }
    }
    if (width == 0) continue;
    PeriodReader first(text.substr(0, i), issued);
    PeriodReader second(text.substr(i + width), issued);
    auto from = first.period(std::nullopt);
    if (!from) {
      // 6-9月: the beginning is a number alone.
      PeriodReader bare(text.substr(0, i), issued);
      const auto year = bare.year();
      bare.take(U"年");
      const auto month = bare.number(1, 2);
      const auto base = year ? year : bare.issued_year();
      if (!month || !bare.done()) continue;
      if (!base) return {Clause::Kind::no_year};
      from = Period{make_date(*base, 1, 1), *base};
    } else {
      tail_of(first);
      if (first.number(1, 2)) from->last = make_date(from->year, 1, 1);  // 2018年6-9月
      if (!first.done()) continue;
    }
    auto to = second.period(from->year);
    if (!to) continue;
    tail_of(second);
    if (!second.done() || to->last < from->last) continue;
    to->doubt = Ambiguity::range;
    return {Clause::Kind::date, *to};
  }
  return {};
}

Clause read_clause(Text text, std::optional<Date> issued) {
  if (is_forever(text)) return {Clause::Kind::forever};
  PeriodReader cycle(text, issued);
  if (const auto every = cycle_of(cycle)) {
    Clause clause{Clause::Kind::cycle};
    clause.every = *every;
    cycle.take_any({U"底", U"末"});
    cycle.take_any({U"前"});
    cycle.take_any({U"开展", U"至少", U"报告", U"进行", U"组织"});
    cycle.take_any({U"一次", U"1次"});
    cycle.take_any({U"坚持", U"推进", U"完成", U"开展", U"持续推进", U"报告", U"更新"});
    return cycle.done() ? clause : Clause{};
  }
  PeriodReader date(text, issued);
  date.take_any({U"于", U"在", U"截至", U"截止到", U"截止", U"到", U"力争"});
  if (auto found = date.period(std::nullopt)) {
    const std::size_t after = date.at();
    const Tail tail = tail_of(date);
    if (date.done() && after > 0) {
      if (tail.before && !tail.end && !found->exact) found->doubt = Ambiguity::before;
      return {Clause::Kind::date, *found};
    }
  } else if (date.lacks_year()) {
    return {Clause::Kind::no_year};
  }
  return range(text, issued);
}

std::vector<Text> clauses_of(Text text) {
  std::vector<Text> clauses;
  constexpr Text ends = U",;。()、";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(ends), text.size());
    if (end > 0) clauses.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return clauses;
}

std::optional<Message> doubt_of(Ambiguity why, const Values& values) {
  switch (why) {
    case Ambiguity::none:
      return std::nullopt;
    case Ambiguity::before:
      return Message{"{text} may mean before or within that time; taken as its end, {due}", values};
    case Ambiguity::range:
      return Message{"{text} is a stretch of time; taken as its end, {due}", values};
    case Ambiguity::lost_zero:
      return Message{"{text} may stand for October, with a zero lost; taken as {due}", values};
    case Ambiguity::five_years:
      return Message{"{text} is a five-year plan; taken as its end, {due}", values};
    case Ambiguity::whole_year:
      return Message{"{text} may mean all year long; taken as {due}", values};
  }
  DUBAN_ASSERT(false);
}

}  // namespace

Result<ReadDeadline> read_deadline(std::string_view text, std::optional<Date> issued) {
  std::u32string plain = squeezed(text);
  std::erase_if(plain, [](char32_t c) { return c == U'“' || c == U'”' || c == U'"'; });
  const Values named{{"text", to_utf8(plain)}};
  std::optional<Period> period;
  std::optional<CycleUnit> every;
  bool forever = false;
  if (plain.empty()) return failed(Errc::bad_file, "there is no deadline");
  for (Text clause : clauses_of(plain)) {
    for (const Text joint : {Text(U"并"), Text(U"且")}) {
      if (clause.starts_with(joint)) clause.remove_prefix(joint.size());
    }
    const Clause read = read_clause(clause, issued);
    switch (read.kind) {
      case Clause::Kind::forever:
        forever = true;
        break;
      case Clause::Kind::cycle:
        every = read.every;
        break;
      case Clause::Kind::no_year:
        return failed(Errc::bad_file,
                      "{text} names no year; give the day of the document with --issued", named);
      case Clause::Kind::date:
        if (period && !(period->last == read.period.last)) {
          return failed(Errc::bad_file, "{text} names more than one deadline", named);
        }
        period = read.period;
        break;
      case Clause::Kind::unread:
        return failed(
            Errc::bad_file,
            "{text} cannot be read as a deadline; write it like 2018年6月30日 or 持续推进", named);
    }
  }
  ReadDeadline result;
  if (period) {
    result.deadline.due = period->last;
    Values values = named;
    values.emplace_back("due", to_text(period->last));
    if (forever || every) {
      result.doubt =
          Message{"{text} has a last day and goes on after it; taken as due on {due}", values};
    } else {
      result.doubt = doubt_of(period->doubt, values);
    }
    return result;
  }
  if (!forever && !every) return failed(Errc::bad_file, "there is no deadline");
  result.deadline.ongoing = true;
  result.deadline.every = every;
  return result;
}

}  // namespace duban::intake
