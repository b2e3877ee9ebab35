#include "intake/responsibility_parser.hpp"

#include <algorithm>
#include <utility>

#include "intake/cell_text.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

constexpr std::size_t text_max = std::size_t{64} << 10;  // bytes; more is a text and no names
constexpr std::size_t joined_max = 100;                  // characters of a name in pieces
constexpr std::size_t name_max = 40;  // characters of a name that looks like none
constexpr std::size_t labelled_max = 12;  // of any name under a label: 责任单位：…，乌兰牧骑

bool is_soft(char32_t c) { return c == U'\n' || c == U' '; }
bool is_comma(char32_t c) { return View(U",;\n。").find(c) != View::npos; }
bool is_one_of(View set, char32_t c) { return set.find(c) != View::npos; }

char32_t evened(char32_t c) {
  if (c == U'\n') return c;
  if (is_blank(c)) return U' ';
  if (is_one_of(U"〔【［[", c)) return U'(';
  if (is_one_of(U"〕】］]", c)) return U')';
  return half_width(c);
}

/// What stands in front of a name and is none of it.
void strip_front(std::u32string& text) {
  for (const View word : {View(U"由"), View(U"请"), View(U"会同"), View(U"以及"), View(U"及"),
                          View(U"并由"), View(U"其中")}) {
    if (View(text).starts_with(word) && text.size() > word.size() + 1) {
      text.erase(0, word.size());
      return;
    }
  }
  const bool joint = text.size() > 3 && is_one_of(U"和与", text.front());
  if (joint && begins_like_unit(View(text).substr(1))) text.erase(0, 1);
}

}  // namespace

/// Signs half-width, each character in its place; brackets without a partner are blanks.
void ResponsibilityParser::even_out(std::string_view text) {
  raw_.clear();
  for (const char32_t c : code_points(text)) {
    if (c == U'\n' || !is_invisible(c)) raw_ += c;
  }
  even_.clear();
  for (const char32_t c : raw_) even_ += evened(c);
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < even_.size(); ++at) {
    if (even_[at] == U'(') open.push_back(at);
    if (even_[at] != U')') continue;
    if (open.empty()) {
      even_[at] = U' ';
    } else {
      const std::size_t begin = open.back();
      open.pop_back();
      // A bracket around all of it is the place, not the text.
      if (begin == 0 && at + 1 == even_.size()) even_[begin] = even_[at] = U' ';
    }
  }
  for (const std::size_t at : open) even_[at] = U' ';
}

std::vector<ResponsibilityParser::Token> ResponsibilityParser::tokens() const {
  std::vector<Token> list;
  Token token;
  int depth = 0;
  const auto end_token = [&](std::size_t at, char32_t separator) {
    token.end = at;
    if (!token.text.empty()) list.push_back(std::move(token));
    token = Token{{}, at, at, separator};
  };
  const View text = even_;
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= U'0' && text[at] <= U'9';
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = depth == 0 ? names_.group_at(text, at) : 0; length > 0) {
      end_token(at, token.text.empty() ? token.before : U'\0');
      token.text = text.substr(at, length);
      at += length;
      continue;
    }
    const char32_t c = text[at];
    if (c == U'(') ++depth;
    if (c == U')') --depth;
    const bool in_date = c == U'/' && at > 0 && is_digit(at - 1) && is_digit(at + 1);
    if (depth == 0 && is_separator(c) && !in_date) {
      // A comma with a line break after it is still a comma.
      const bool keep = token.text.empty() && !is_soft(token.before) && token.before != U'\0';
      end_token(at, keep ? token.before : c);
      token.begin = ++at;
      continue;
    }
    if (token.text.empty()) token.begin = at;
    if (!is_soft(c)) token.text += c;
    ++at;
  }
  end_token(text.size(), U'\0');
  return list;
}

/// Whether the blank or line break between two tokens is layout within one name.
bool ResponsibilityParser::is_layout(const Token& left, const Token& right) const {
  const View a = left.text, b = right.text;
  if (b.front() == U'(') return true;
  const std::u32string whole = left.text + right.text;
  if (names_.knows(whole)) return !(names_.knows(a) && names_.knows(b));
  if (names_.knows(a) || names_.knows(b)) return false;
  const auto blanks = static_cast<std::size_t>(left.end - left.begin) + 1;
  const bool is_spaced = blanks >= 2 * a.size();  // 省 财 政
  if (b.size() == 1 && (a.size() == 1 || is_spaced)) {
    return !(a.size() > 2 && ends_like_unit(a) && is_one_of(U"省市县区州", b.front()));
  }
  std::u32string bare = left.text;
  if (strip_part(bare) != Part::none || is_when(a) || is_person(a) || is_telephone(b) ||
      a.find(U':') != View::npos || b.find(U':') != View::npos)
    return false;
  if (a.size() == 3 && is_one_of(U"省市县区州", a.front()) && a.ends_with(U"委")) return false;
  if (a.size() > 1 && ends_like_unit(a)) return false;
  if (begins_like_unit(b) || !with_unit_suffix(a, b).empty()) return false;
  return begins_like_unit(whole) || is_surely_unit(whole);
}

void ResponsibilityParser::join(std::vector<Token>& tokens) const {
  std::vector<Token> joined;
  for (Token& token : tokens) {
    if (!joined.empty()) {
      Token& last = joined.back();
      const bool fits = last.text.size() + token.text.size() <= joined_max;
      std::u32string rest = token.text;
      strip_part(rest);
      if (fits && is_soft(token.before) && is_layout(last, token)) {
        last.text += token.text;
        last.end = token.end;
        continue;
      }
      if (fits && is_one_of(U"、/,", token.before) && group_goes_on(last.text, rest)) {
        last.text += U'、' + token.text;
        last.end = token.end;
        continue;
      }
    }
    joined.push_back(std::move(token));
  }
  tokens = std::move(joined);
}

std::string ResponsibilityParser::written(const Token& token) const {
  return clean_cell(to_utf8(View(raw_).substr(token.begin, token.end - token.begin)));
}

void ResponsibilityParser::remark(const std::string& label, std::string text, const Token& token) {
  auto& extra = result_->extra;
  const bool goes_on =
      !label.empty() && token.before != U'\0' && !extra.empty() && extra.back().first == label;
  if (!goes_on) {
    extra.emplace_back(label, std::move(text));
    return;
  }
  extra.back().second +=
      (is_soft(token.before) ? " " : to_utf8(View(&raw_[token.begin - 1], 1))) + std::move(text);
}

/// Clauses in a row that tell when are one text: 8月底前出台政策，年内持续推进.
void ResponsibilityParser::tell_when(const Token& token) {
  auto& list = result_->deadlines;
  const bool goes_on =
      when_end_ && token.before != U'\0' &&
      std::all_of(even_.begin() + static_cast<std::ptrdiff_t>(*when_end_),
                  even_.begin() + static_cast<std::ptrdiff_t>(token.begin), is_separator);
  if (!goes_on) {
    settle_when();
    when_begin_ = token.begin;
    when_at_ = list.size();
    list.emplace_back();
  }
  when_end_ = token.end;
}

/// The word for a part holds for all names since the last such word.
void ResponsibilityParser::say(Part part) {
  said_ = true;
  std::size_t from = unsaid_;
  const bool is_first = unsaid_ == 0;
  if (part == Part::co && is_first) {
    // 省安监局、省公安厅，省财政厅配合: only what stands behind the comma helps.
    for (std::size_t i = clauses_.size(); i-- > from;) {
      if (!is_comma(clauses_[i].before)) continue;
      from = i;
      break;
    }
  }
  for (std::size_t i = from; i < clauses_.size(); ++i) {
    if (clauses_[i].part == Part::none) clauses_[i].part = part;
  }
  unsaid_ = clauses_.size();
}

/// Takes a label off the front of a token; it holds until the next one.
void ResponsibilityParser::take_label(Token& token) {
  constexpr std::size_t label_max = 12;
  const bool ends_other =
      label_ == Label::person || label_ == Label::when || label_ == Label::other;
  if (ends_other && is_one_of(U";。\n", token.before)) label_ = Label::none;
  const std::size_t colon = token.text.find(U':');
  const bool is_label = colon != token.text.npos && colon > 1 && colon <= label_max &&
                        !is_one_of(U"0123456789", token.text[colon - 1]);
  const std::size_t length = is_label ? colon : bare_label(token.text);
  if (length == 0) return;
  const std::u32string label = token.text.substr(0, length);
  label_ = label_kind(label);
  label_text_ = to_utf8(label);
  token.text.erase(0, length + (is_label ? 1 : 0));
  token.before = U'\0';
  const std::size_t sign = even_.find(is_label ? U':' : label.back(), token.begin);
  if (sign < token.end) token.begin = sign + 1;
  if (label_ != Label::person && label_ != Label::when && label_ != Label::other) said_ = true;
  unsaid_ = clauses_.size();
}

/// Persons, days and remarks under a label of their own.
bool ResponsibilityParser::take_labelled(const Token& token) {
  if (label_ == Label::person) {
    result_->in_charge.push_back(written(token));
  } else if (label_ == Label::when) {
    tell_when(token);
  } else if (label_ == Label::other) {
    remark(label_text_, written(token), token);
  } else {
    return false;
  }
  return true;
}

/// Takes brackets off a name where they say something about it; others are part of it.
void ResponsibilityParser::take_brackets(Token& token, Part& own) {
  std::u32string& text = token.text;
  while (!text.empty() && !names_.knows(text)) {
    const bool leads = text.front() == U'(';
    if (!leads && text.back() != U')') return;
    const std::size_t open = leads ? 0 : text.rfind(U'(');
    const std::size_t close = leads ? text.find(U')') : text.size() - 1;
    if (open == text.npos || close == text.npos) return;
    const std::u32string inside = text.substr(open + 1, close - open - 1);
    const Part said = part_in_bracket(inside);
    if (said != Part::none) {
      own = said;
      said_ = true;
    } else if (!leads &&
               (is_levels(inside) || is_other_end(inside) || ends_like_unit(inside) ||
                names_.knows(inside)) &&
               !is_person(inside)) {
      return;
    } else if (is_person(inside)) {
      result_->in_charge.push_back(to_utf8(inside));
    } else if (is_when(inside)) {
      result_->deadlines.push_back(to_utf8(inside));
    } else if (!inside.empty()) {
      result_->extra.emplace_back("", to_utf8(inside));
      if (!is_telephone(inside)) {
        result_->doubts.push_back({Field::lead,
                                   {},
                                   {"{text} has a note in brackets, which is kept as a remark",
                                    {{"text", to_utf8(text)}}}});
      }
    }
    text.erase(open, close - open + 1);
  }
}

/// A word of a part within the token. Behind it stand other names, a day, or what is to be done.
bool ResponsibilityParser::take_inner(const Token& token, const InnerPart& inner, View next) {
  const std::u32string left = token.text.substr(0, inner.begin);
  Token rest{token.text.substr(inner.end), token.begin, token.end, U'\0'};
  std::u32string bare = left;
  strip_part(bare);
  if (!names_.knows(bare) && !ends_like_unit(bare) && !is_person(bare)) return false;
  take({left, token.begin, token.end, token.before}, rest.text);
  say(inner.part);
  std::u32string name = rest.text;
  const Part part = strip_part(name);
  if (is_when(name)) {
    result_->deadlines.push_back(to_utf8(name));
  } else if (inner.joins || names_.knows(name) || is_surely_unit(name) ||
             (part != Part::none && ends_like_unit(name))) {
    const std::size_t from = clauses_.size();
    take(std::move(rest), next);
    if (!inner.joins) return true;
    for (std::size_t i = from; i < clauses_.size(); ++i) clauses_[i].part = Part::co;
  } else {
    result_->extra.emplace_back("", written(token));
  }
  return true;
}

void ResponsibilityParser::take_name(Token& token, Part part, Part own, View next) {
  std::u32string& text = token.text;
  const bool is_elided = text.size() <= 5 && ends_like_unit(next);
  const bool is_unit = text.size() <= joined_max && ends_like_unit(text);
  const bool is_labelled = label_ != Label::none && text.size() <= labelled_max;
  const bool is_name = names_.knows(text) || is_unit || is_elided || is_labelled ||
                       ((part != Part::none || own != Part::none) && text.size() <= joined_max) ||
                       (!in_bracket_ && text.size() <= name_max) || names_.is_made_of_known(text);
  if (!is_name) {
    result_->extra.emplace_back("", written(token));
    return;
  }
  const Part given = own == Part::none ? part_under(label_) : own;
  clauses_.push_back({{std::move(text)}, given, token.before});
}

void ResponsibilityParser::take(Token token, View next) {
  // 县水利局牵头县水利局牵头…: a piece names a handful of departments; more is kept as a remark.
  constexpr int nested_max = 32;
  if (nested_ >= nested_max) return remark("", to_utf8(token.text), token);
  ++nested_;
  take_piece(std::move(token), next);
  --nested_;
}

void ResponsibilityParser::take_piece(Token token, View next) {
  take_label(token);
  if (token.text.empty() || take_labelled(token)) return;
  std::u32string& text = token.text;
  if (prints_first_leads(to_utf8(text))) {
    result_->first_leads = true;
    return;
  }
  if (result_->first_leads && (text == U"下同" || text == U"以下同" ||
                               (text.starts_with(U"其") && has_any(text, {U"单位", U"部门"}))))
    return;
  if (!names_.knows(text)) strip_front(text);
  if (!names_.knows(text) && is_when(text)) return tell_when(token);
  if (is_telephone(text)) return remark("", written(token), token);

  Part part = Part::none, own = Part::none;
  const std::string whole = to_utf8(text);
  for (std::size_t before = 0; before != text.size() && !names_.knows(text);) {
    before = text.size();
    const Part said = strip_part(text);
    if (said != Part::none) part = said;
    if (strip_open_end(text)) {
      result_->doubts.push_back({Field::co,
                                 {},
                                 {"{text} stands for more departments than it names; add them with "
                                  "amend --add-co",
                                  {{"text", whole}}}});
      while (strip_open_end(text)) continue;
    }
    take_brackets(token, own);
  }
  if (!text.empty() && !names_.knows(text)) {
    if (const std::size_t end = open_end_within(text); end > 0) {
      Token rest{text.substr(end + 1), token.begin, token.end, U'、'};
      text.erase(end);
      take(token, rest.text);
      take(std::move(rest), next);
      if (part != Part::none) say(part);
      return;
    }
    if (is_person(text)) {
      result_->in_charge.push_back(to_utf8(text));
      text.clear();
    } else if (const InnerPart inner = inner_part(text); inner.begin > 0) {
      if (take_inner(token, inner, next)) {
        if (part != Part::none) say(part);
        return;
      }
    }
  }
  if (!text.empty()) take_name(token, part, own, next);
  if (part != Part::none) say(part);
}

std::vector<Clause> ResponsibilityParser::parse(std::string_view text, Responsibility& result) {
  result_ = &result;
  if (text.size() > text_max) {
    result.extra.emplace_back("", std::string(text));
    return {};
  }
  even_out(text);
  std::vector<Token> list = tokens();
  join(list);
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::u32string next = i + 1 < list.size() ? list[i + 1].text : std::u32string();
    strip_part(next);
    take(std::move(list[i]), next);
  }
  settle_when();
  return std::move(clauses_);
}

}  // namespace duban::intake
