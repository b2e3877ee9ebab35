#include "intake/deadline_words.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/deadline_clause.hpp"

namespace duban::intake {
namespace {

/// Each line of the cell tells a time of its own: the break parts them. Else it is layout.
bool lines_are_clauses(std::string_view text) {
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (duban::is_blank(line)) continue;
    if (!looks_like_deadline(line)) return false;
    ++lines;
  }
  return lines > 1;
}

char32_t plain_form(char32_t c) {
  constexpr Text from = U"壹贰叁肆伍陆柒捌玖拾零○號;:〔〕【】﹣―‐‑−〜∼";
  constexpr Text to = U"一二三四五六七八九十〇〇号;:()()-—---~~";
  const char32_t narrow = half_width(c);
  const std::size_t at = from.find(narrow);
  return at == Text::npos ? narrow : to[at];
}

}  // namespace

Squeezed squeeze(std::string_view text) {
  Squeezed out;
  out.original = code_points(text);
  const bool lines = lines_are_clauses(text);
  for (std::size_t i = 0; i < out.original.size(); ++i) {
    const char32_t c = out.original[i];
    const bool parts = (c == U'\n' && lines) || (c >= U'①' && c <= U'⑳');
    if (!parts && (is_blank(c) || is_invisible(c) || Text(U"“”\"‘’'「」").find(c) != Text::npos))
      continue;
    const auto digit = [](char32_t each) { return each >= U'0' && each <= U'9'; };
    const bool point = c == U'。' && !out.plain.empty() && digit(out.plain.back()) &&
                       i + 1 < out.original.size() && digit(half_width(out.original[i + 1]));
    out.plain += parts ? U';' : point ? U'.' : plain_form(c);
    out.at.push_back(i);
  }
  return out;
}

std::optional<Message> doubt_of(Ambiguity why, Values values) {
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
    case Ambiguity::short_year:
      return Message{"{text} names a year by two figures; taken as {due}", values};
    case Ambiguity::part:
      return Message{"{text} names no exact day; taken as {due}", values};
    case Ambiguity::this_month:
      return Message{
          "{text} leaves the month or the year to the day of the document; taken as {due}", values};
    case Ambiguity::weekday:
      return Message{"{text}: the day of the week does not fit; taken as {due}", values};
    case Ambiguity::hour:
      return Message{"{text}: there is no such hour; taken as {due}", values};
    case Ambiguity::next_year:
      return Message{
          "{text}: a month before the one named first is taken as the next year's, {due}", values};
    case Ambiguity::counted:
      return Message{"{text} is counted from the day of the document; taken as {due}", values};
    case Ambiguity::provisional:
      return Message{"{text} runs through a year whose holidays are not known; taken as {due}",
                     values};
    case Ambiguity::holiday:
      return Message{"{text}: the calendar does not have that holiday; taken as {due}", values};
    case Ambiguity::clock:
      return Message{"{text} is a moment beside midnight; taken as {due}", values};
    case Ambiguity::serial:
      return Message{
          "{text} looks like a date that a spreadsheet keeps as a number; taken as {due}", values};
  }
  DUBAN_ASSERT(false);
}

}  // namespace duban::intake
