#include "engine/log/entry_glance.hpp"

#include "engine/base/utf8.hpp"
#include "engine/base/value.hpp"
#include "engine/log/sha256.hpp"
#include "engine/model/plan.hpp"
#include "engine/model/words.hpp"

namespace duban {
namespace {

/// Hears the names of inner objects.
struct Nobody {
  void operator()(std::string_view) const {}
};

/// Takes canonical JSON from the front of a text. After the first thing that is not as it must be,
/// `ok` stays false and the rest means nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

  void literal(std::string_view text) {
    if (rest_.substr(0, text.size()) != text) return fail();
    rest_.remove_prefix(text.size());
  }

  /// A string; its bytes as they stand, escapes and all.
  std::string_view string() {
    literal("\"");
    const std::string_view whole = rest_;
    for (;;) {
      rest_.remove_prefix(plain_prefix(rest_));
      if (rest_.empty()) break;
      if (rest_[0] == '"') {
        const std::string_view text = whole.substr(0, whole.size() - rest_.size());
        rest_.remove_prefix(1);
        return text;
      }
      if (rest_[0] != '\\') break;
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
    const bool negative = !rest_.empty() && rest_[0] == '-';
    if (negative) rest_.remove_prefix(1);
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits) {
      value = value * 10 + (rest_[digits] - '0');
      if (value >= safe_integer) break;
    }
    if (digits == 0 || value >= safe_integer) fail();
    if (ok_ && rest_[0] == '0' && (digits > 1 || negative)) fail();
    if (ok_) rest_.remove_prefix(digits);
    return negative ? -value : value;
  }

  std::optional<std::int64_t> integer_or_null() {
    if (take_null()) return std::nullopt;
    return integer();
  }

  /// "2018-03-01T02:30:00Z", and no other way to write it.
  Instant time() {
    const std::string_view text = string();
    const Result<Instant> instant = parse_instant(text);
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z' || !instant) fail();
    return instant.value_or(Instant{});
  }

  /// Any value; `visit` hears the names of the members of the outermost object.
  template <class Visit>
  void value(int depth, const Visit& visit) {
    if (rest_.empty() || depth > json_depth_max) return fail();
    switch (rest_[0]) {
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
    while (ok_ && !rest_.empty() && rest_[0] != '}') {
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
    if (rest_.empty() || rest_[0] != 'n') return false;
    literal("null");
    return true;
  }

  void fail() { ok_ = false; }

 private:
  /// The shortest escape of a character that needs one.
  void escape() {
    if (rest_.size() < 2) return fail();
    const char letter = rest_[1];
    if (std::string_view("\"\\bfnrt").find(letter) != std::string_view::npos) {
      rest_.remove_prefix(2);
      return;
    }
    if (letter != 'u' || rest_.size() < 6 || rest_.substr(2, 2) != "00") return fail();
    if (rest_[4] != '0' && rest_[4] != '1') return fail();
    const std::size_t low = std::string_view("0123456789abcdef").find(rest_[5]);
    if (low == std::string_view::npos) return fail();
    const std::size_t code = static_cast<std::size_t>(rest_[4] - '0') * 16 + low;
    if (code == '\b' || code == '\f' || code == '\n' || code == '\r' || code == '\t') return fail();
    rest_.remove_prefix(6);
  }

  void array(int depth) {
    literal("[");
    bool first = true;
    while (ok_ && !rest_.empty() && rest_[0] != ']') {
      if (!first) literal(",");
      first = false;
      if (ok_) value(depth + 1, Nobody());
    }
    literal("]");
  }

  std::string_view rest_;
  bool ok_ = true;
};

template <class Word>
bool is_word(std::string_view text, std::optional<Word> (*parse)(std::string_view)) {
  return text.empty() || parse(text).has_value();
}

bool is_key_of(std::string_view task, std::string_view plan) {
  const std::optional<TaskKey> key = parse_task_key(task);
  return key && key->plan == plan && to_text(*key) == task;
}

}  // namespace

std::optional<EntryGlance> glance(std::string_view body) {
  if (!is_utf8(body)) return std::nullopt;
  EntryGlance entry;
  Scanner scan(body);
  // The names of canonical(Entry), in its order.
  scan.literal("{\"actor\":");
  scan.text_or_null();
  scan.literal(",\"basis\":");
  if (!is_hash_text(scan.text_or_null())) return std::nullopt;
  scan.literal(",\"data\":");
  if (!scan.take_null()) {
    scan.object(1, [&](std::string_view name) {
      if (name == "evidence" || name == "sha256" || name == "basis") entry.names_files = true;
    });
  }
  scan.literal(",\"department\":");
  scan.text_or_null();
  scan.literal(",\"effective\":");
  entry.effective = scan.time();
  scan.literal(",\"event\":");
  const std::string_view event = scan.string();
  scan.literal(",\"from\":");
  const std::string_view from = scan.text_or_null();
  scan.literal(",\"plan\":");
  const std::string_view plan = scan.text_or_null();
  scan.literal(",\"prev\":");
  entry.prev = scan.integer_or_null();
  scan.literal(",\"recorded\":");
  entry.recorded = scan.time();
  scan.literal(",\"role\":");
  const std::string_view role = scan.text_or_null();
  scan.literal(",\"seq\":");
  entry.seq = scan.integer();
  scan.literal(",\"task\":");
  entry.task = scan.text_or_null();
  scan.literal(",\"to\":");
  const std::string_view to = scan.text_or_null();
  scan.literal(",\"v\":1,\"via\":");
  scan.text_or_null();
  scan.literal("}");
  if (!scan.ok() || !scan.at_end()) return std::nullopt;

  const bool numbers =
      entry.seq >= 0 && (!entry.prev || (*entry.prev >= 0 && *entry.prev < entry.seq));
  const bool words = parse_event(event) && is_word<Role>(role, parse_role) &&
                     is_word<TaskState>(from, parse_state) && is_word<TaskState>(to, parse_state);
  const bool task =
      entry.task.empty() ? !entry.prev && from.empty() && to.empty() : is_key_of(entry.task, plan);
  if (!numbers || !words || !task) return std::nullopt;
  return entry;
}

}  // namespace duban
