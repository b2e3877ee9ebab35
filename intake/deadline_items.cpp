#include "intake/deadline_items.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/deadline_holiday.hpp"

namespace duban::intake {
namespace {

using Kind = DeadlineItem::Kind;

constexpr std::size_t items_max = 200;  // of a cell; beyond it nobody means days

bool contains(Text text, std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](Text word) { return text.find(word) != Text::npos; });
}

bool take_words(Text& text, std::initializer_list<Text> words) {
  for (const Text word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

bool take_joint(Text& text) {
  return take_words(text, {U"并且", U"并", U"且", U"同时", U"后续", U"此后", U"之后", U"其后",
                           U"然后", U"今后", U"以后", U"随后", U"再", U"后", U"、", U"+"});
}

/// 完成, 办结: what is said of nearly every day.
bool take_completion(PeriodReader& read) {
  bool said = false;
  while (read.take_any({U"基本", U"全面", U"全部", U"力争", U"完成", U"办结", U"落实", U"到位",
                        U"见效", U"任务", U"建成", U"整改", U"销号", U"以前"})) {
    said = true;
  }
  return said;
}

/// Words before a time that do not change it.
void take_lead_in(PeriodReader& read) {
  while (read.take_any(
      {U"完成时限:", U"完成时间:", U"时限要求:", U"办理时限:", U"整改时限:", U"时限:",  U"时间:",
       U"期限:",     U"于",        U"在",        U"截至",      U"截止到",    U"截止",   U"到",
       U"力争",      U"争取",      U"确保",      U"计划",      U"预计",      U"原则上", U"最迟",
       U"最晚",      U"不迟于",    U"不晚于",    U"务必于",    U"务必",      U"应于",   U"须于",
       U"拟于",      U"拟",        U"直至",      U"直到",      U"至",        U"自",     U"从",
       U"限",        U"其中",      U"即日起",    U"即日",      U"起,"})) {
  }
}

/// 1. of "1.6月底前…": no month has a point before it.
void take_item_number(PeriodReader& read) {
  if (!read.number(1, 2) || !read.take(U".")) return read.back_to(0);
  const std::size_t after = read.at();
  const bool time = read.number(1, 4) && read.take_any({U"月", U"年"});
  read.back_to(time ? after : 0);
}

/// What a clause tells that names no day, with what would be needed for one.
bool names_season(Text text) {
  return contains(text, {U"汛",   U"开学", U"放假", U"寒假", U"暑假", U"春耕",   U"秋收",
                         U"秋种", U"供暖", U"采暖", U"高考", U"中考", U"两会",   U"冬",
                         U"春季", U"夏季", U"秋季", U"年初", U"节前", U"党代会", U"防火期"});
}

/// Whether something in it wants to be a day: then it was not understood, while 尽快 names none.
bool has_time(Text text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool number = (text[i] >= U'0' && text[i] <= U'9') || Text(U"十百").find(text[i]) == 0;
    if (number && Text(U"年月日号季周天.-/个").find(text[i + 1]) != Text::npos) return true;
  }
  if (text.size() >= 4 &&
      std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; }))
    return true;
  return contains(text, {U"季度", U"月份", U"#"});
}

class ItemReader {
 public:
  ItemReader(Text text, const DeadlineContext& context) : text_(text), context_(context) {}

  DeadlineItems read() {
    constexpr Text ends = U",;。()[]!";
    std::size_t begin = 0;
    while (begin < text_.size() && out_.items.size() < items_max) {
      const std::size_t end = std::min(text_.find_first_of(ends, begin), text_.size());
      if (end > begin) clause(begin, end, 0);
      begin = end + 1;
    }
    return std::move(out_);
  }

 private:
  DeadlineItem& add(Kind kind, std::size_t begin, std::size_t end) {
    DeadlineItem item;
    item.kind = kind;
    item.begin = begin;
    item.end = end;
    return out_.items.emplace_back(item);
  }

  void lack(NoDay why) {
    if (out_.lacking == NoDay::none) out_.lacking = why;
  }

  void words(std::size_t begin, std::size_t end) {
    const Text text = text_.substr(begin, end - begin);
    if (text == U"前" || text == U"之前") return;
    const std::size_t after = text.rfind(U'后');  // 销号后长期坚持
    const bool goes_on = after != Text::npos && is_forever(text.substr(after + 1));
    constexpr std::size_t phrase_max = 20;
    const bool alone = out_.items.empty() && text.size() <= phrase_max && !has_time(text) &&
                       contains(text, {U"长期", U"持续", U"常态", U"经常性", U"常年"});
    if (goes_on || alone) {
      add(Kind::forever, begin, end).joined = goes_on;
      if (goes_on) return;
    }
    if (has_time(text)) lack(NoDay::unread);
    if (names_season(text)) lack(NoDay::season);
    add(Kind::words, begin, end);
  }

  const Period* base() const { return last_.year > 0 ? &last_ : nullptr; }

  /// A day of the year that the text names, or the year of issue: of a holiday or a season.
  std::optional<int> year_of(PeriodReader& read) {
    if (const auto named = read.year(base() ? std::optional(base()->year) : std::nullopt)) {
      read.take_any({U"年度", U"年"});
      return named;
    }
    if (base()) return base()->year;
    return std::nullopt;
  }

  bool season(PeriodReader& read, std::size_t begin, std::size_t end, int depth) {
    if (!context_.seasons) return false;
    const std::size_t before = read.at();
    auto year = year_of(read);
    for (const Season& each : *context_.seasons) {
      const std::u32string named = squeezed(each.words);
      if (named.empty()) continue;
      const std::size_t at = read.at();
      // 年初 has the 年 of 2027年初.
      const bool shares = year && named[0] == U'年' && at > before &&
                          read.take(std::u32string_view(named).substr(1));
      if (!shares && !read.take(named)) continue;
      read.take_any({U"之前", U"以前", U"前"});
      if (!year) year = read.issued_year();
      if (!year) {
        lack(NoDay::year);
        add(Kind::words, begin, end);
        return true;
      }
      Period period;
      const int most = civil(last_of_month(*year, each.month)).day;
      period.last = make_date(*year, each.month, std::min(each.day, most));
      finish({period}, read, begin, end, depth);
      return true;
    }
    read.back_to(before);
    return false;
  }

  bool holiday(PeriodReader& read, std::size_t begin, std::size_t end, int depth) {
    const std::size_t before = read.at();
    auto year = year_of(read);
    const bool named = year.has_value();
    const auto which = take_holiday(read);
    if (!which) {
      read.back_to(before);
      return false;
    }
    const bool eve = read.take_any({U"之前", U"以前", U"前夕", U"前"});
    if (!year) year = read.issued_year();
    const Calendar weeks;
    const Calendar& calendar = context_.calendar ? *context_.calendar : weeks;
    auto day = year ? first_day(*which, *year, calendar) : std::nullopt;
    const bool in_winter = *which == Holiday::new_year || *which == Holiday::spring ||
                           *which == Holiday::eve || *which == Holiday::lantern;
    if (day && !named && in_winter && context_.issued && day->day < *context_.issued)
      day = first_day(*which, *year + 1, calendar);
    if (!day || read.rest().starts_with(U"后")) {
      lack(year ? NoDay::season : NoDay::year);
      add(Kind::words, begin, end);
      return true;
    }
    Period period;
    period.last = eve ? day->day - 1 : day->day;
    if (!day->announced) period.doubt = Ambiguity::holiday;
    finish({period}, read, begin, end, depth);
    return true;
  }

  /// Days were read up to where `read` is; what follows may go on, repeat, or be words.
  void finish(std::vector<Period> periods, PeriodReader& read, std::size_t begin, std::size_t end,
              int depth) {
    Period& last = periods.back();
    const bool completes = take_completion(read);
    Text rest = read.rest();
    const bool repeats = last.starts || rest.starts_with(U"每");
    const bool to_event =
        !repeats && (rest.ends_with(U"前") || rest.starts_with(U"初") || names_season(rest));
    if (!last.exact && !last.closed && !completes && to_event) {  // 2026年汛期前
      lack(NoDay::season);
      add(Kind::words, begin, end);
      return;
    }
    Text joined = rest;
    bool joint = false;
    while (take_joint(joined)) joint = true;
    PeriodReader cycle(joined, context_.issued);
    const bool stretch = !completes && !joint;
    const bool planned = last.doubt == Ambiguity::five_years && !completes;
    if (stretch && (is_forever(rest) || (planned && rest.size() <= 4))) {
      add(Kind::forever, begin, end).until = last.last;
      out_.items.back().doubt = last.doubt;
      last_ = last;
      return;
    }
    if (stretch && !last.exact && !last.starts) {
      if (const auto every = take_cycle(cycle)) {
        DeadlineItem& item = add(Kind::cycle, begin, end);
        item.until = last.last;
        item.cycle = *every;
        last_ = last;
        return;
      }
    }
    for (Period& period : periods) {
      follow(period);
      if (period.starts) continue;
      DeadlineItem& item = add(Kind::day, begin, end);
      item.due = period.last;
      item.doubt = period.doubt;
      item.several = periods.size() > 1;
      item.completes = completes;
      last_ = period;
    }
    if (rest.empty() || rest == U"间" || rest == U"一次" || rest == U"各一次") return;
    const std::size_t from = end - joined.size();
    const std::size_t had = out_.items.size();
    if (depth < 8) clause(from, end, depth + 1);
    const bool goes_on = had < out_.items.size() && out_.items[had].kind != Kind::words;
    if (goes_on) {
      out_.items[had].joined = out_.items[had].joined || joint || completes;
    } else if (had < out_.items.size()) {
      out_.items[had].begin = end - rest.size();
    }
  }

  /// A month that comes before the one above it and names no year is the next year's.
  void follow(Period& period) {
    const bool shares_year = base() && period.year == last_.year && !names_year_;
    if (!shares_year || period.last >= last_.last || period.doubt != Ambiguity::none) return;
    if (context_.issued && last_.last < *context_.issued) return;
    period.last = add_months(period.last, 12);
    if (period.month > 0 && !period.exact)
      period.last = last_of_month(period.year + 1, period.month);
    ++period.year;
    period.doubt = Ambiguity::next_year;
  }

  bool beside_a_day(PeriodReader& read) {
    DeadlineItem* before = out_.items.empty() ? nullptr : &out_.items.back();
    if (!before || before->kind != Kind::day) return false;
    Period day;
    day.last = before->due;
    day.exact = true;
    read.close(day);
    if (day.doubt != Ambiguity::none) before->doubt = day.doubt;
    return read.done();
  }

  void clause(std::size_t begin, std::size_t end, int depth) {
    Text text = text_.substr(begin, end - begin);
    bool joint = false;
    while (take_joint(text)) joint = true;
    PeriodReader read(text, context_.issued, context_.only_year);
    if (beside_a_day(read)) return;
    read.back_to(0);
    if (is_forever(text)) {
      add(Kind::forever, begin, end).joined = joint;
      return;
    }
    take_item_number(read);
    take_lead_in(read);
    if (const auto every = take_cycle(read)) {
      DeadlineItem& item = add(Kind::cycle, begin, end);
      item.cycle = *every;
      item.joined = joint;
      return;
    }
    if (const auto counted = counted_days(text, context_)) {
      if (!counted->period) {
        lack(counted->lacking);
        add(Kind::words, begin, end);
        return;
      }
      read.back_to(counted->end);
      finish({*counted->period}, read, begin, end, depth);
      return;
    }
    const std::size_t start = read.at();
    if (season(read, begin, end, depth) || holiday(read, begin, end, depth)) return;
    names_year_ = names_year(text.substr(start));
    const std::vector<Period> periods = read.periods(base());
    if (!periods.empty() && read.at() > start) {
      finish(periods, read, begin, end, depth);
      return;
    }
    if (read.lacks_year()) {
      lack(NoDay::year);
      add(Kind::words, begin, end);
      return;
    }
    if (text.starts_with(U"立行立改") || text.starts_with(U"即知即改") ||
        text.starts_with(U"立即") || text.starts_with(U"即时") || text.starts_with(U"立整立改") ||
        text.starts_with(U"即行")) {
      add(Kind::now, begin, end);
      return;
    }
    if (depth == 0 && later_day(text, begin, end)) return;
    words(begin, end);
  }

  static bool names_year(Text text) {
    return text.size() >= 4 && (text.starts_with(U"19") || text.starts_with(U"20") ||
                                text.starts_with(U"二") || text.starts_with(U"一九"));
  }

  /// 方案6月底前出台: a day behind words.
  bool later_day(Text text, std::size_t begin, std::size_t end) {
    constexpr Text numerals = U"0123456789一二三四五六七八九十年";
    for (std::size_t i = 1; i < text.size(); ++i) {
      const Text before = text.substr(i - 1, 1);
      if (numerals.find(text[i]) == Text::npos || numerals.find(before[0]) != Text::npos ||
          Text(U"月第每.-/、").find(before[0]) != Text::npos)
        continue;
      if (text[i] == U'年' && !text.substr(i).starts_with(U"年底") &&
          !text.substr(i).starts_with(U"年内"))
        continue;
      PeriodReader read(text.substr(i), context_.issued, context_.only_year);
      const std::vector<Period> periods = read.periods(base());
      const bool strong = !periods.empty() && (periods.back().closed || periods.back().month > 0);
      if (!strong) continue;
      finish(periods, read, begin, end, 1);
      return true;
    }
    return false;
  }

  Text text_;
  const DeadlineContext& context_;
  DeadlineItems out_;
  Period last_;
  bool names_year_ = false;
};

}  // namespace

bool is_forever(Text text) {
  while (take_joint(text) ||
         take_words(text, {U"转入", U"进入", U"实行", U"实现", U"做到", U"全程", U"并", U"继续"})) {
  }
  PeriodReader read(text, std::nullopt);
  if (!read.take_any({U"持续", U"长期", U"常态化", U"常态", U"经常性", U"经常", U"常年", U"长效",
                      U"常抓不懈", U"日常", U"不断", U"坚持", U"不间断"}))
    return false;
  while (read.take_any({U"持续", U"长期", U"常态化", U"经常性", U"坚持", U"推进", U"推动",
                        U"实施", U"开展", U"落实",   U"进行",   U"工作", U"任务", U"深化",
                        U"加强", U"抓好", U"保持",   U"管理",   U"执行", U"性",   U"地",
                        U"不断", U"做好", U"完善",   U"巩固",   U"整治", U"监管", U"运行",
                        U"跟踪", U"提升", U"下去",   U"化",     U"有效", U"机制", U"抓",
                        U"、",   U"整改", U"优化",   U"更新",   U"更",   U"新"})) {
  }
  return read.done();
}

DeadlineItems deadline_items(Text text, const DeadlineContext& context) {
  return ItemReader(text, context).read();
}

}  // namespace duban::intake
