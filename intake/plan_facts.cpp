#include "intake/plan_facts.hpp"

#include <algorithm>
#include <utility>

#include "intake/cell_text.hpp"
#include "intake/numbering.hpp"
#include "intake/plan_line.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

constexpr std::size_t line_max = 400;   // bytes; a longer line is text
constexpr std::size_t title_max = 60;   // characters
constexpr std::size_t issuer_max = 30;  // characters

bool contains_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](View word) { return text.find(word) != View::npos; });
}

bool ends_with_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(), [&](View word) { return text.ends_with(word); });
}

std::optional<int> digits(View text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  bool chinese = false;
  for (const char32_t c : text) {
    const int digit = c >= U'0' && c <= U'9' ? static_cast<int>(c - U'0') : chinese_digit(c);
    if (digit < 0) return std::nullopt;
    chinese = chinese || c < U'0' || c > U'9';
    value = value * 10 + digit;
  }
  if (chinese && text.size() < 4) return std::nullopt;
  return value;
}

std::optional<int> day_number(View text) {
  if (const auto value = chinese_number(text)) return value;
  return digits(text);
}

/// The end of 〔2019〕3号 that begins at `open`, or npos.
std::size_t number_end(View text, std::size_t open) {
  constexpr View opening = U"〔[(【";
  constexpr View closing = U"〕])】";
  if (opening.find(text[open]) == View::npos) return View::npos;
  std::size_t at = open + 1;
  while (at < text.size() && text[at] >= U'0' && text[at] <= U'9') ++at;
  if (at - open != 5 || at >= text.size() || closing.find(text[at]) == View::npos) {
    return View::npos;
  }
  const std::size_t from = ++at;
  if (at < text.size() && text[at] == U'第') ++at;
  while (at < text.size() && text[at] >= U'0' && text[at] <= U'9') ++at;
  if (at == from || at >= text.size() || text[at] != U'号') return View::npos;
  return at + 1;
}

struct FoundNumber {
  std::size_t begin = 0, end = 0;
};

/// 国发〔2019〕3号: letters of the office, the year in brackets, a number and 号.
std::optional<FoundNumber> find_number(View text) {
  for (std::size_t open = 1; open < text.size(); ++open) {
    const std::size_t end = number_end(text, open);
    if (end == View::npos) continue;
    std::size_t begin = open;
    while (begin > 0 && !contains_any(text.substr(begin - 1, 1),
                                      {U"(", U")", U"《", U"》", U":", U",", U"。", U"、", U"“"})) {
      --begin;
    }
    if (begin < open && open - begin <= 12) return FoundNumber{begin, end};
  }
  return std::nullopt;
}

bool looks_like_title(View text) {
  if (contains_any(text, {U"。", U"；", U";", U"，", U","})) return false;
  return (text.find(U"关于") != View::npos &&
          contains_any(text, {U"意见", U"通知", U"方案", U"决定", U"措施", U"分工", U"办法",
                              U"规定", U"报告"})) ||
         ends_with_any(text,
                       {U"方案",   U"清单",   U"台账",   U"分工",   U"分解表", U"计划",   U"要点",
                        U"意见",   U"通知",   U"分工表", U"任务表", U"一览表", U"进度表", U"责任表",
                        U"措施",   U"任务书", U"明细表", U"安排表", U"项目表", U"任务",   U"汇总表",
                        U"推进表", U"销号表", U"整改表", U"总表"});
}

}  // namespace

std::optional<Date> read_day(std::string_view line) {
  if (line.size() > 80) return std::nullopt;
  const std::u32string text = squeezed(line);
  const View all = text;
  const std::size_t year = all.find_first_of(U"年-./");
  if (year == View::npos || year == 0) return std::nullopt;
  const std::size_t month = all.find_first_of(U"月-./", year + 1);
  if (month == View::npos) return std::nullopt;
  View last = all.substr(month + 1);
  const bool spelled = all[year] == U'年';
  if (spelled != (all[month] == U'月') || spelled != last.ends_with(U"日")) return std::nullopt;
  if (spelled) last.remove_suffix(1);
  const auto y = digits(all.substr(0, year));
  const auto m = day_number(all.substr(year + 1, month - year - 1));
  const auto d = day_number(last);
  if (!y || !m || !d || *y < 1900 || *y > 2999) return std::nullopt;
  const auto date = date_of({*y, *m, *d});
  if (!date) return std::nullopt;
  return *date;
}

bool is_furniture(std::string_view line) {
  if (line.size() > line_max) return false;
  const std::u32string text = squeezed(line);
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return false;
  for (const View word :
       {View(U"分享到"),   View(U"责任编辑"),     View(U"上一篇"),   View(U"下一篇"),
        View(U"扫一扫"),   View(U"打印本页"),     View(U"关闭窗口"), View(U"相关链接"),
        View(U"相关附件"), View(U"浏览次数"),     View(U"字号:"),    View(U"【打印"),
        View(U"版权所有"), View(U"信息来源"),     View(U"来源:"),    View(U"当前位置"),
        View(U"返回顶部"), View(U"收藏本页"),     View(U"[打印"),    View(U"点击数"),
        View(U"阅读次数"), View(U"您现在的位置"), View(U"(此件"),    View(U"相关稿件"),
        View(U"相关阅读"), View(U"附件下载"),     View(U"网站地图")}) {
    if (View(text).starts_with(word)) return true;
  }
  return text == U"打印" || text == U"关闭" || text == U"收藏" || text == U"分享";
}

bool ends_a_page(std::string_view line) {
  const std::u32string text = squeezed(line.substr(0, std::min(line.size(), line_max)));
  for (const View word : {View(U"分享到"), View(U"上一篇"), View(U"下一篇"), View(U"相关稿件"),
                          View(U"相关阅读"), View(U"相关链接"), View(U"版权所有"), View(U"扫一扫"),
                          View(U"责任编辑"), View(U"返回顶部")}) {
    if (View(text).starts_with(word)) return true;
  }
  return false;
}

void PlanFacts::see_title(std::string_view line) {
  const std::u32string all = squeezed(line);
  View text = all;
  if (text.empty() || text.size() > title_max + 20 || text.back() == U':') return;
  std::string shown(line);
  if (const auto found = find_number(text); found && found->begin > 0) {
    // The number stands in brackets behind the title.
    const std::size_t bracket = shown.rfind("（");
    if (bracket != std::string::npos) shown.resize(bracket);
    text = text.substr(0, found->begin - 1);
  } else if (found) {
    return;
  }
  if (text.size() > title_max || annex_number(shown) || is_note(shown)) return;
  Line probe;
  probe.content.text = shown;
  if (is_beside_the_plan(probe)) return;
  // A line of a title that has several.
  const bool is_whole =
      std::count(text.begin(), text.end(), U'《') == std::count(text.begin(), text.end(), U'》');
  if (!is_whole) return;
  const int rank = looks_like_title(text) ? 2 : 1;
  const bool longer = code_points(shown).size() > code_points(title_).size();
  if (rank < title_rank_ || (rank == title_rank_ && !longer)) return;
  title_rank_ = rank;
  title_ = shown;
}

void PlanFacts::see(std::string_view line, bool above) {
  if (line.empty()) return;
  constexpr std::size_t rule_max = 4000;  // bytes
  if (line.size() < rule_max) first_leads_ = first_leads_ || prints_first_leads(line);
  if (line.size() > line_max || is_furniture(line)) {
    before_.clear();
    return;
  }
  const std::u32string all = squeezed(line);
  View text = all;
  if (const auto found = find_number(text); found && number_.empty()) {
    // Alone in its line, or behind the title; what stands within a sentence is another paper's.
    const bool alone = found->begin == 0 && found->end == text.size();
    const bool behind_title = above && found->end + 1 >= text.size() && found->begin > 8 &&
                              text.find(U"《") == View::npos;
    const bool in_brackets = found->begin == 1 && found->end + 1 == text.size();
    if (alone || behind_title || in_brackets) {
      number_ = to_utf8(text.substr(found->begin, found->end - found->begin));
    }
  }
  for (const View label : {View(U"文号:"), View(U"发文字号:"), View(U"发文号:")}) {
    if (!text.starts_with(label) || !number_.empty()) continue;
    const auto found = find_number(text.substr(label.size()));
    if (!found || found->begin > 0) continue;
    number_ = to_utf8(text.substr(label.size(), found->end));
    return;
  }
  for (const View label : {View(U"成文日期:"), View(U"发文日期:"), View(U"印发日期:"),
                           View(U"发布日期:"), View(U"发布时间:")}) {
    if (!text.starts_with(label)) continue;
    const View rest = text.substr(label.size());
    const auto day =
        read_day(to_utf8(rest.substr(0, rest.find(U'日') == View::npos ? 10 : View::npos)));
    // The day on which a page appeared holds where nothing tells that of the document.
    std::optional<Date>& known = label.starts_with(U"发布") ? published_ : issued_;
    if (!known) known = day;
  }
  for (const View label : {View(U"发文机关:"), View(U"发布机构:"), View(U"发文单位:"),
                           View(U"印发机关:"), View(U"制发单位:")}) {
    if (text.starts_with(label) && text.size() > label.size()) {
      issuer_ = to_utf8(text.substr(label.size()));
    }
  }
  // 某县人民政府办公室　2024年3月6日印发
  if (const std::size_t year = text.find(U'年');
      text.ends_with(U"印发") && year != View::npos && year >= 4 && !published_) {
    published_ = read_day(to_utf8(text.substr(year - 4, text.size() - year + 2)));
  }
  View day = text;
  while (!day.empty() && (day.front() == U'(' || day.back() == U')')) {
    if (day.front() == U'(') day.remove_prefix(1);
    if (!day.empty() && day.back() == U')') day.remove_suffix(1);
  }
  if (const auto date = read_day(to_utf8(day))) {
    if (!issued_) issued_ = date;
    // Above the plan it signs the letter with which the plan is sent.
    const bool signs = !above || (issuer_.empty() && ends_like_unit(squeezed(before_)));
    if (!before_.empty() && signs) issuer_ = before_;
    before_.clear();
    return;
  }
  const bool signs = text.size() <= issuer_max && !contains_any(text, {U"。", U":", U",", U"、"});
  const std::string before = std::exchange(before_, signs ? std::string(line) : std::string());
  if (!above) return;
  // The issuer in a line of its own, the title below it.
  const std::u32string unit = squeezed(before);
  const bool is_office = ends_with_any(
      unit, {U"政府", U"委员会", U"办公室", U"办公厅", U"领导小组", U"指挥部", U"公司", U"大学"});
  if (issuer_.empty() && ((text.starts_with(U"关于") && ends_like_unit(unit)) ||
                          (is_office && looks_like_title(text)))) {
    issuer_ = before;
  }
  see_title(line);
  const std::size_t about = text.find(U"关于");
  if (issuer_.empty() && about != View::npos && about >= 3 && about <= issuer_max &&
      ends_with_any(text.substr(0, about), {U"政府", U"国务院", U"办公厅", U"办公室", U"委员会",
                                            U"局", U"厅", U"委", U"部", U"党委", U"政府办"})) {
    issuer_ = to_utf8(text.substr(0, about));
  }
}

void PlanFacts::forget_title() {
  title_.clear();
  title_rank_ = 0;
}

std::optional<int> PlanFacts::year() const {
  for (const std::string* text : {&title_, &number_}) {
    const std::u32string plain = squeezed(*text);
    for (std::size_t at = 0; at + 4 <= plain.size(); ++at) {
      const auto value = digits(View(plain).substr(at, 4));
      const char32_t after = at + 4 < plain.size() ? plain[at + 4] : U'\0';
      const bool begins = at == 0 || plain[at - 1] < U'0' || plain[at - 1] > U'9';
      const bool closed = after == U'年' || after == U'〕' || after == U']' || after == U'】' ||
                          (text == &number_ && after == U')');
      if (value && begins && closed && *value >= 1990 && *value <= 2099) return value;
    }
  }
  return std::nullopt;
}

}  // namespace duban::intake
