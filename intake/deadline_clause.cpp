#include "intake/deadline_clause.hpp"

#include <algorithm>
#include <initializer_list>

#include "intake/cell_text.hpp"
#include "intake/numbering.hpp"

namespace duban::intake {
namespace {

using Text = std::u32string_view;

bool take(Text& text, Text word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_any(Text& text, std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(), [&](Text word) { return take(text, word); });
}

bool begins(Text text, std::initializer_list<Text> words) {
  return std::any_of(words.begin(), words.end(), [&](Text word) { return text.starts_with(word); });
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_number(char32_t c) {
  return is_digit(c) || c == U'十' || c == U'两' || c == U'半' || chinese_digit(c) >= 0;
}

/// After a year: the end, a smaller period, or what is said of a year's end.
bool goes_on_as_time(Text rest) {
  return rest.empty() || is_number(rest[0]) ||
         begins(rest, {U"年",   U"底",   U"末",   U"内",   U"前",   U"之前", U"以前", U"度",
                       U"上半", U"下半", U"第",   U"Q",    U"初",   U"中",   U"全年", U"至",
                       U"到",   U"-",    U"—",    U"–",    U"~",    U"、",   U"和",   U"起",
                       U"完成", U"建成", U"持续", U"实现", U"期间", U"以内", U"每",   U"春",
                       U"国庆", U"元旦", U"汛期", U"秋",   U"夏",   U"冬"});
}

/// After 6 of "6月底前", "6个月内", "6-9月", "一季度", "2026.6.30".
bool number_tells_time(Text number, Text rest) {
  const bool is_year = number.size() == 4 && !begins(number, {U"0"});
  if (is_year && take(rest, U"年")) return goes_on_as_time(rest);
  if (is_digit(number[0])) {
    if (is_year && (rest.empty() || goes_on_as_time(rest))) return true;
    if (number.size() == 4 && begins(rest, {U".", U"/"})) return true;
    if (number.size() == 8 && begins(number, {U"19", U"20"})) return true;
    if (number.size() <= 2 && (take(rest, U".") || take(rest, U"/"))) {  // 6.30前
      std::size_t digits = 0;
      while (digits < rest.size() && is_digit(rest[digits])) ++digits;
      rest.remove_prefix(digits);
      return digits > 0 && digits <= 2 && (rest.empty() || begins(rest, {U"前", U"日"}));
    }
  }
  if (begins(rest, {U"月", U"季度", U"个月", U"个工作日", U"日", U"号", U"天", U"周内", U"年内",
                    U"年之内", U"年以内", U"小时内", U"时前"}))
    return true;
  if (number.size() == 2 && take(rest, U"年"))
    return !rest.empty() && is_number(rest[0]);  // 18年6月
  // 6-9月, 3、6、9月
  if (take_any(rest, {U"-", U"—", U"–", U"~", U"至", U"到", U"、", U"."})) {
    std::size_t count = 0;
    while (count < rest.size() && is_number(rest[count])) ++count;
    return count > 0 && count < rest.size() &&
           number_tells_time(rest.substr(0, count), rest.substr(count));
  }
  return false;
}

bool is_office(Text text) {
  for (const Text end : {Text(U"局"),   Text(U"委"),   Text(U"厅"),   Text(U"办"),   Text(U"府"),
                         Text(U"部"),   Text(U"院"),   Text(U"室"),   Text(U"处"),   Text(U"中心"),
                         Text(U"公司"), Text(U"队"),   Text(U"会"),   Text(U"站"),   Text(U"所"),
                         Text(U"单位"), Text(U"部门"), Text(U"小组"), Text(U"集团"), Text(U"司")}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

/// 印发之日起30日内, 审议通过后15个工作日内, 国庆节前
bool ends_as_time(Text text) {
  if (text.ends_with(U"。")) text.remove_suffix(1);
  if (text.ends_with(U"完成")) text.remove_suffix(2);
  for (const Text end :
       {Text(U"节前"),   Text(U"五一前"), Text(U"七一前"), Text(U"八一前"), Text(U"六一前"),
        Text(U"十一前"), Text(U"国庆前"), Text(U"元旦前"), Text(U"中秋前"), Text(U"端午前"),
        Text(U"清明前"), Text(U"汛期前"), Text(U"开学前"), Text(U"高考前"), Text(U"两会前"),
        Text(U"季前"),   Text(U"耕前"),   Text(U"下班前"), Text(U"汛前"),   Text(U"日内"),
        Text(U"天内"),   Text(U"月内"),   Text(U"年内"),   Text(U"周内"),   Text(U"小时内"),
        Text(U"月底前"), Text(U"年底前"), Text(U"月前"),   Text(U"年前"),   Text(U"日前"),
        Text(U"年底"),   Text(U"月底")}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

}  // namespace

bool names_an_office(std::string_view text) { return is_office(squeezed(text)); }

bool looks_like_deadline(std::string_view piece) {
  constexpr std::size_t bytes_max = 600;  // a sentence of a plan is no deadline
  if (piece.size() > bytes_max) return false;
  std::u32string plain = squeezed(piece);
  std::erase_if(plain, [](char32_t c) {
    return c == U'“' || c == U'”' || c == U'"' || c == U'「' || c == U'」';
  });
  Text text = plain;
  while (take_any(
      text, {U"于",   U"在",   U"自",   U"从",   U"截至", U"截止到", U"截止", U"到",     U"至",
             U"力争", U"争取", U"确保", U"计划", U"预计", U"原则上", U"最迟", U"不迟于", U"不晚于",
             U"务必", U"须",   U"应",   U"拟",   U"并",   U"且",     U"第"})) {
  }
  if (text.empty()) return false;
  std::size_t count = 0;
  while (count < text.size() && is_number(text[count])) ++count;
  if (count > 0 && number_tells_time(text.substr(0, count), text.substr(count))) return true;
  if (begins(text,
             {U"年底", U"年内", U"年末", U"年度内", U"年初",   U"年中", U"今年", U"明年", U"次年",
              U"本年", U"当年", U"全年", U"上半年", U"下半年", U"每月", U"每季", U"每年", U"每半年",
              U"每周", U"每日", U"每天", U"每两",   U"每个",   U"每旬", U"月底", U"月末", U"本月",
              U"下月", U"本季", U"本周", U"下周",   U"即日",   U"立行", U"立即", U"即知", U"即行",
              U"适时", U"尽快", U"尽早", U"待定",   U"元月",   U"印发"})) {
    return !is_office(text) || begins(text, {U"每", U"年底", U"年内"});
  }
  for (const Text plan : {Text(U"十二五"), Text(U"十三五"), Text(U"十四五"), Text(U"十五五")}) {
    if (take(text, plan)) return begins(text, {U"期", U"末", U"时期", U"规划期"});
  }
  if (is_office(text)) return false;
  constexpr std::size_t words_max = 14;  // 持续推进 is a time, 持续推进…体系建设 a task
  if (text.size() <= words_max &&
      begins(text, {U"持续", U"长期", U"常态", U"经常", U"常年", U"常抓", U"日常", U"不间断",
                    U"后续", U"近期", U"按月", U"按季", U"逐月", U"逐季"}))
    return true;
  return ends_as_time(text);
}

}  // namespace duban::intake
