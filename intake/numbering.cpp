#include "intake/numbering.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_chinese_numeral(char32_t c) {
  return chinese_digit(c) >= 0 || c == U'十' || c == U'百' || c == U'千' || c == U'廿';
}
/// Signs that end a number and belong to it.
bool is_end_sign(char32_t c) {
  return c == U'、' || c == U'.' || c == U',' || c == U'。' || c == U':' || c == U'．';
}

/// Reads a number out of code points, from the left.
class Scanner {
 public:
  /// Reads in half-width forms; what follows the number stays as it is written.
  explicit Scanner(std::u32string written) : written_(std::move(written)), text_(written_) {
    for (char32_t& c : text_) {
      if (!is_blank(c)) c = half_width(c);
    }
    skip_blanks();
  }

  bool done() const { return at_ >= text_.size(); }
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool take(char32_t c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool take(std::u32string_view word) {
    if (text_.compare(at_, word.size(), word) != 0) return false;
    at_ += word.size();
    return true;
  }
  bool skip_blanks() {
    const std::size_t before = at_;
    while (!done() && is_blank(text_[at_])) ++at_;
    return at_ > before;
  }
  std::optional<int> arabic() {
    int value = 0;
    std::size_t digits = 0;
    while (is_digit(peek(digits)) && digits < 8) {
      value = value * 10 + static_cast<int>(peek(digits) - U'0');
      ++digits;
    }
    if (digits == 0 || digits > 7 || value == 0) return std::nullopt;
    at_ += digits;
    return value;
  }
  std::optional<int> chinese() {
    std::size_t length = 0;
    while (is_chinese_numeral(peek(length))) ++length;
    const auto value = chinese_number(std::u32string_view(text_).substr(at_, length));
    if (value) at_ += length;
    return value;
  }
  /// After a number without brackets: its sign or a blank; false when the word goes on.
  bool ends() {
    const bool blank = skip_blanks();
    bool sign = false;
    while (is_end_sign(peek())) {
      ++at_;
      sign = true;
    }
    skip_blanks();
    return blank || sign || done();
  }
  std::string rest() {
    skip_blanks();
    while (is_end_sign(peek())) ++at_;
    skip_blanks();
    return clean_cell(to_utf8(std::u32string_view(written_).substr(at_)));
  }

 private:
  std::u32string written_;
  std::u32string text_;
  std::size_t at_ = 0;
};

std::optional<Number> made(NumberForm form, std::vector<int> values, Scanner& scan) {
  return Number{form, std::move(values), scan.rest()};
}

std::optional<Number> after_di(Scanner& scan) {
  const auto value = is_digit(scan.peek()) ? scan.arabic() : scan.chinese();
  if (!value) return std::nullopt;
  scan.skip_blanks();
  if (scan.take(U"部分") || scan.take(U"篇")) return made(NumberForm::di_part, {*value}, scan);
  if (scan.take(U"章")) return made(NumberForm::di_chapter, {*value}, scan);
  if (scan.take(U"节") || scan.take(U"条")) return made(NumberForm::di_section, {*value}, scan);
  return std::nullopt;
}

std::optional<Number> in_brackets(Scanner& scan) {
  scan.skip_blanks();
  const bool arabic = is_digit(scan.peek());
  const auto value = arabic ? scan.arabic() : scan.chinese();
  scan.skip_blanks();
  if (!value || !scan.take(U')')) return std::nullopt;
  return made(arabic ? NumberForm::arabic_bracket : NumberForm::chinese_bracket, {*value}, scan);
}

constexpr int decimal_max = 999;  // 2018.6.30 is a day

std::optional<Number> decimal(Scanner& scan) {
  std::vector<int> values;
  const auto first = scan.arabic();
  if (!first) return std::nullopt;
  values.push_back(*first);
  while ((scan.peek() == U'.' || scan.peek() == U'-') && is_digit(scan.peek(1))) {
    scan.take(scan.peek());
    const auto next = scan.arabic();
    if (!next) return std::nullopt;
    values.push_back(*next);
  }
  if (values.size() > 5 || (values.size() > 1 && values.front() > decimal_max)) return std::nullopt;
  if (values.size() == 1 && scan.take(U')')) return made(NumberForm::arabic_bracket, values, scan);
  if (!scan.ends()) return std::nullopt;
  return made(values.size() == 1   ? NumberForm::arabic
              : values.size() == 2 ? NumberForm::decimal2
              : values.size() == 3 ? NumberForm::decimal3
                                   : NumberForm::decimal4,
              values, scan);
}

}  // namespace

int chinese_digit(char32_t c) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (c == U'〇' || c == U'○' || c == U'Ｏ') return 0;
  if (c == U'两') return 2;
  const std::size_t at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::optional<int> chinese_number(std::u32string_view text) {
  int sum = 0;
  int digit = -1;
  int last_unit = 10'000;
  for (const char32_t c : text) {
    const int unit = c == U'千' ? 1000 : c == U'百' ? 100 : c == U'十' || c == U'廿' ? 10 : 0;
    if (unit == 0) {
      if (digit > 0 || chinese_digit(c) < 0) return std::nullopt;  // 一二 is no number
      digit = chinese_digit(c);
      continue;
    }
    if (unit >= last_unit || digit == 0) return std::nullopt;
    sum += unit * (c == U'廿' ? 2 : digit < 0 ? 1 : digit);
    last_unit = unit;
    digit = -1;
  }
  if (digit > 0) sum += digit;
  if (sum == 0) return std::nullopt;
  return sum;
}

std::optional<Number> parse_number(std::string_view text) {
  Scanner scan(code_points(text));
  if (scan.done()) return std::nullopt;
  const char32_t first = scan.peek();
  if (scan.take(U'第')) return after_di(scan);
  if (scan.take(U'(') || scan.take(U'〔')) return in_brackets(scan);
  if (is_digit(first)) return decimal(scan);
  if (first >= U'①' && first <= U'⑳') {
    scan.take(first);
    return made(NumberForm::circled, {static_cast<int>(first - U'①') + 1}, scan);
  }
  if (first >= U'⑴' && first <= U'⒇') {
    scan.take(first);
    return made(NumberForm::arabic_bracket, {static_cast<int>(first - U'⑴') + 1}, scan);
  }
  if (first >= U'㈠' && first <= U'㈩') {
    scan.take(first);
    return made(NumberForm::chinese_bracket, {static_cast<int>(first - U'㈠') + 1}, scan);
  }
  if (is_chinese_numeral(first)) {
    const auto value = scan.chinese();
    if (value && scan.ends()) return made(NumberForm::chinese, {*value}, scan);
  }
  return std::nullopt;
}

}  // namespace duban::intake
