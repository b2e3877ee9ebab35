// Canonical JSON (RFC 8785, as value.hpp writes it) taken from the front of a text, without values
// in between: for entries and rows, of which a reading meets millions. Valid UTF-8 is asked of who
// gives the text.
#pragma once

#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/date.hpp"
#include "engine/base/value.hpp"

namespace duban {

/// Hears the names of inner objects.
struct Nobody {
  void operator()(std::string_view) const {}
};

/// Takes canonical JSON from the front of a text. After the first thing that is not as it must be,
/// `ok` stays false, nothing is left to take, and what was taken means nothing.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  bool ok() const { return ok_; }
  bool at_end() const { return at_ == end_; }
  const char* at() const { return at_; }

  /// A template, so that the compiler knows how long each is.
  template <std::size_t size>
  void literal(const char (&text)[size]) {
    constexpr std::size_t length = size - 1;
    if (left() < length || std::memcmp(at_, text, length) != 0) return fail();
    at_ += length;
  }

  /// The same where it may be missing.
  template <std::size_t size>
  bool take_literal(const char (&text)[size]) {
    constexpr std::size_t length = size - 1;
    if (left() < length || std::memcmp(at_, text, length) != 0) return false;
    at_ += length;
    return true;
  }

  /// A string; its bytes as they stand, escapes and all.
  std::string_view string() {
    literal("\"");
    const char* const begin = at_;
    for (;;) {
      at_ += plain_prefix({at_, left()});
      if (at_ == end_) break;
      if (*at_ == '"') return {begin, static_cast<std::size_t>(at_++ - begin)};
      if (*at_ != '\\') break;
      escape();
      if (!ok_) break;
    }
    fail();
    return {};
  }

  /// A text that is not empty, or null as an empty one.
  std::string_view text_or_null() {
    if (take_null()) return {};
    const std::string_view text = string();
    if (text.empty()) fail();
    return text;
  }

  std::int64_t integer() {
    const bool negative = is_next('-');
    if (negative) ++at_;
    const char* const begin = at_;
    std::int64_t value = 0;
    for (; at_ != end_ && *at_ >= '0' && *at_ <= '9' && value < safe_integer; ++at_)
      value = value * 10 + (*at_ - '0');
    const std::ptrdiff_t digits = at_ - begin;
    if (digits == 0 || value >= safe_integer || (*begin == '0' && (digits > 1 || negative))) fail();
    return negative ? -value : value;
  }

  std::optional<std::int64_t> integer_or_null() {
    if (take_null()) return std::nullopt;
    return integer();
  }

  bool boolean() {
    const bool flag = is_next('t');
    if (flag)
      literal("true");
    else
      literal("false");
    return flag;
  }

  /// "2018-03-01".
  Date date() {
    const std::string_view text = string();
    if (!text.empty() && text == date_text_) return date_;  // the same few stand again and again
    const Result<Date> date = parse_date(text);
    if (!date) {
      fail();
      return {};
    }
    date_text_ = text;
    return date_ = *date;
  }

  /// "2018-03-01T02:30:00Z", and no other way to write it.
  Instant time() {
    const std::string_view text = string();
    if (!text.empty() && text == time_text_)
      return time_;  // most entries are recorded when they take effect
    const Result<Instant> instant = parse_instant(text);
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z' || !instant) {
      fail();
      return {};
    }
    time_text_ = text;
    return time_ = *instant;
  }

  /// The name of one of ours; nothing after a failure.
  template <class Word>
  std::optional<Word> word(std::optional<Word> (*parse)(std::string_view)) {
    const std::optional<Word> word = parse(string());
    if (!word) fail();
    return word;
  }
  template <class Word>
  std::optional<Word> word_or_null(std::optional<Word> (*parse)(std::string_view)) {
    if (take_null()) return std::nullopt;
    return word(parse);
  }

  /// An array; `visit` takes each of its items.
  template <class Visit>
  void items(const Visit& visit) {
    literal("[");
    for (bool first = true; ok_ && !take(']'); first = false) {
      if (!first) literal(",");
      if (ok_) visit();
    }
  }
  /// An object; `visit` is told each name and takes its value.
  template <class Visit>
  void members(const Visit& visit) {
    literal("{");
    for (bool first = true; ok_ && !take('}'); first = false) {
      if (!first) literal(",");
      const std::string_view name = string();
      literal(":");
      if (ok_) visit(name);
    }
  }

  /// Any value; `visit` hears the names of the members of the outermost object.
  template <class Visit>
  void value(int depth, const Visit& visit) {
    if (at_ == end_ || depth > json_depth_max) return fail();
    switch (*at_) {
      case '{':
        return object(depth, visit);
      case '[':
        return items([&] { value(depth + 1, Nobody()); });
      case '"':
        string();
        return;
      case 't':
        return literal("true");
      case 'f':
        return literal("false");
      case 'n':
        return literal("null");
      default:
        integer();
    }
  }

  template <class Visit>
  void object(int depth, const Visit& visit) {
    std::optional<std::string_view> before;
    members([&](std::string_view name) {
      // Plain ASCII sorts alike by bytes and by UTF-16; what is not is left to parse_entry.
      for (const char c : name) {
        if (c == '\\' || static_cast<unsigned char>(c) >= 0x80) return fail();
      }
      if (before && !(*before < name)) return fail();
      before = name;
      visit(name);
      value(depth + 1, Nobody());
    });
  }

  bool take_null() {
    if (!is_next('n')) return false;
    literal("null");
    return true;
  }
  bool take(char c) {
    if (!is_next(c)) return false;
    ++at_;
    return true;
  }

  void fail() {
    ok_ = false;
    at_ = end_;
  }

 private:
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  bool is_next(char c) const { return at_ != end_ && *at_ == c; }

  /// The shortest escape of a character that needs one.
  void escape() {
    const std::string_view rest(at_, left());
    if (rest.size() < 2) return fail();
    const char letter = rest[1];
    if (std::string_view("\"\\bfnrt").find(letter) != std::string_view::npos) {
      at_ += 2;
      return;
    }
    if (letter != 'u' || rest.size() < 6 || rest.substr(2, 2) != "00") return fail();
    if (rest[4] != '0' && rest[4] != '1') return fail();
    const std::size_t low = std::string_view("0123456789abcdef").find(rest[5]);
    if (low == std::string_view::npos) return fail();
    const std::size_t code = static_cast<std::size_t>(rest[4] - '0') * 16 + low;
    if (code == '\b' || code == '\f' || code == '\n' || code == '\r' || code == '\t') return fail();
    at_ += 6;
  }

  const char* at_;
  const char* end_;
  bool ok_ = true;
  std::string_view date_text_;
  Date date_;
  std::string_view time_text_;
  Instant time_;
};

/// What stands between the quotes of a JSON string, its escapes undone.
inline std::string unescaped(std::string_view text) {
  if (text.find('\\') == text.npos) return std::string(text);
  std::string quoted = "\"";
  quoted += text;
  quoted += '"';
  return *parse_value(quoted).value().text();
}

}  // namespace duban
