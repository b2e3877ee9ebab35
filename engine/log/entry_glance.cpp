#include "engine/log/entry_glance.hpp"

#include <charconv>
#include <cstring>

#include "engine/base/utf8.hpp"
#include "engine/base/value.hpp"
#include "engine/log/sha256.hpp"
#include "engine/model/words.hpp"

namespace duban {
namespace {

/// Hears the names of inner objects.
struct Nobody {
  void operator()(std::string_view) const {}
};

/// Takes canonical JSON from the front of a text. After the first thing that is not as it must be,
/// `ok` stays false, nothing is left to take, and what was taken means nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

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

  /// The name of one of ours, or null.
  template <class Word>
  std::optional<Word> word_or_null(std::optional<Word> (*parse)(std::string_view)) {
    const std::string_view text = text_or_null();
    if (text.empty()) return std::nullopt;
    const std::optional<Word> word = parse(text);
    if (!word) fail();
    return word;
  }

  /// Any value; `visit` hears the names of the members of the outermost object.
  template <class Visit>
  void value(int depth, const Visit& visit) {
    if (at_ == end_ || depth > json_depth_max) return fail();
    switch (*at_) {
      case '{':
        return object(depth, visit);
      case '[':
        return array(depth);
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
    literal("{");
    std::string_view before;
    bool first = true;
    while (at_ != end_ && *at_ != '}') {
      if (!first) literal(",");
      const std::string_view name = string();
      // Plain ASCII sorts alike by bytes and by UTF-16; what is not is left to parse_entry.
      for (const char c : name) {
        if (c == '\\' || static_cast<unsigned char>(c) >= 0x80) fail();
      }
      if (!first && !(before < name)) fail();
      first = false;
      before = name;
      visit(name);
      literal(":");
      if (ok_) value(depth + 1, Nobody());
    }
    literal("}");
  }

  bool take_null() {
    if (!is_next('n')) return false;
    literal("null");
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

  void array(int depth) {
    literal("[");
    bool first = true;
    while (at_ != end_ && *at_ != ']') {
      if (!first) literal(",");
      first = false;
      if (ok_) value(depth + 1, Nobody());
    }
    literal("]");
  }

  const char* at_;
  const char* end_;
  bool ok_ = true;
  std::string_view time_text_;
  Instant time_;
};

/// A full key as to_text writes it: no number begins with a zero.
std::optional<TaskKey> key_of(std::string_view task, std::string_view plan) {
  std::optional<TaskKey> key = parse_task_key(task);
  if (!key || key->plan != plan) return std::nullopt;
  for (std::size_t i = plan.size(); i + 1 < task.size(); ++i) {
    if ((task[i] == '/' || task[i] == '.') && task[i + 1] == '0') return std::nullopt;
  }
  return key;
}

}  // namespace

std::optional<EntryGlance> glance(std::string_view body) {
  if (!is_utf8(body)) return std::nullopt;
  std::optional<EntryGlance> seen(std::in_place);
  EntryGlance& entry = *seen;
  Scanner scan(body);
  // The names of canonical(Entry), in its order.
  scan.literal("{\"actor\":");
  entry.actor = scan.text_or_null();
  scan.literal(",\"basis\":");
  entry.basis = scan.text_or_null();
  scan.literal(",\"data\":");
  const char* const data = scan.at();
  if (!scan.take_null()) {
    scan.object(1, [&](std::string_view name) {
      if (name == "evidence" || name == "sha256" || name == "basis") entry.names_files = true;
    });
  }
  entry.data = {data, static_cast<std::size_t>(scan.at() - data)};
  scan.literal(",\"department\":");
  entry.department = scan.text_or_null();
  scan.literal(",\"effective\":");
  entry.effective = scan.time();
  scan.literal(",\"event\":");
  const std::optional<Event> event = scan.word_or_null<Event>(parse_event);
  scan.literal(",\"from\":");
  entry.from = scan.word_or_null<TaskState>(parse_state);
  scan.literal(",\"plan\":");
  entry.plan = scan.text_or_null();
  scan.literal(",\"prev\":");
  entry.prev = scan.integer_or_null();
  scan.literal(",\"recorded\":");
  entry.recorded = scan.time();
  scan.literal(",\"role\":");
  entry.role = scan.word_or_null<Role>(parse_role);
  scan.literal(",\"seq\":");
  entry.seq = scan.integer();
  scan.literal(",\"task\":");
  entry.task = scan.text_or_null();
  scan.literal(",\"to\":");
  entry.to = scan.word_or_null<TaskState>(parse_state);
  scan.literal(",\"v\":1,\"via\":");
  entry.via = scan.text_or_null();
  scan.literal("}");
  if (!scan.ok() || !scan.at_end() || !event || !is_hash_text(entry.basis)) return std::nullopt;
  entry.event = *event;

  if (entry.seq < 0 || (entry.prev && (*entry.prev < 0 || *entry.prev >= entry.seq)))
    return std::nullopt;
  if (entry.task.empty()) {
    if (entry.prev || entry.from || entry.to) return std::nullopt;
  } else {
    entry.key = key_of(entry.task, entry.plan);
    if (!entry.key) return std::nullopt;
  }
  return seen;
}

namespace {

std::string plain(std::string_view text) {
  if (text.find('\\') == text.npos) return std::string(text);
  std::string quoted = "\"";
  quoted += text;
  quoted += '"';
  return *parse_value(quoted).value().text();
}

/// Takes values from the front of JSON that a Scanner has passed: nothing is asked twice.
class ValueReader {
 public:
  explicit ValueReader(std::string_view json) : rest_(json) {}

  Value value() {
    switch (rest_[0]) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return text();
      case 't':
        return skip(4), Value(true);
      case 'f':
        return skip(5), Value(false);
      case 'n':
        return skip(4), Value();
      default:
        return integer();
    }
  }

 private:
  void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }

  std::string text() {
    skip(1);
    std::size_t size = plain_prefix(rest_);
    while (rest_[size] != '"') {
      size += 2;  // whatever is escaped: the rest of a \u needs no more
      size += plain_prefix(rest_.substr(size));
    }
    std::string text = plain(rest_.substr(0, size));
    skip(size + 1);
    return text;
  }

  std::int64_t integer() {
    std::int64_t number = 0;
    const char* const begin = rest_.data();
    skip(
        static_cast<std::size_t>(std::from_chars(begin, begin + rest_.size(), number).ptr - begin));
    return number;
  }

  Value array() {
    Value::Array items;
    for (skip(1); rest_[0] != ']';) {
      items.push_back(value());
      if (rest_[0] == ',') skip(1);
    }
    skip(1);
    return items;
  }

  Value object() {
    Value::Object members;
    members.reserve(12);  // as many as an `assign` has, and some
    for (skip(1); rest_[0] != '}';) {
      std::string name = text();
      skip(1);
      members.emplace_back(std::move(name), value());
      if (rest_[0] == ',') skip(1);
    }
    skip(1);
    return members;
  }

  std::string_view rest_;
};

}  // namespace

Value data_of(const EntryGlance& seen) { return ValueReader(seen.data).value(); }

Entry entry_of(const EntryGlance& seen) {
  Entry entry;
  entry.seq = seen.seq;
  entry.prev = seen.prev;
  entry.recorded = seen.recorded;
  entry.effective = seen.effective;
  entry.actor = plain(seen.actor);
  entry.via = plain(seen.via);
  entry.department = plain(seen.department);
  entry.role = seen.role;
  entry.plan = plain(seen.plan);
  entry.task = seen.key;
  entry.event = seen.event;
  entry.from = seen.from;
  entry.to = seen.to;
  entry.basis = seen.basis;
  entry.data = data_of(seen);
  return entry;
}

namespace {

/// Whether `raw` is how `text` stands in a body.
bool stands_for(std::string_view raw, const std::string& text) {
  if (plain_prefix(text) == text.size()) return raw == text;
  std::string quoted;
  append_quoted(quoted, text);
  return raw == std::string_view(quoted).substr(1, quoted.size() - 2);
}

}  // namespace

bool is_same_but_for_data(const EntryGlance& seen, const Entry& entry) {
  return seen.seq == entry.seq && seen.prev == entry.prev && seen.recorded == entry.recorded &&
         seen.effective == entry.effective && seen.event == entry.event &&
         seen.role == entry.role && seen.from == entry.from && seen.to == entry.to &&
         seen.key == entry.task && stands_for(seen.actor, entry.actor) &&
         stands_for(seen.via, entry.via) && stands_for(seen.department, entry.department) &&
         stands_for(seen.plan, entry.plan) && stands_for(seen.basis, entry.basis);
}

bool is_same(const EntryGlance& seen, const Entry& entry) {
  return is_same_but_for_data(seen, entry) && canonical(entry.data) == seen.data;
}

}  // namespace duban
