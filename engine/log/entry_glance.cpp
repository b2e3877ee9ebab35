#include "engine/log/entry_glance.hpp"

#include <charconv>

#include "engine/base/json_scanner.hpp"
#include "engine/base/utf8.hpp"
#include "engine/log/sha256.hpp"
#include "engine/model/words.hpp"

namespace duban {
namespace {

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
  JsonScanner scan(body);
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

/// Takes values from the front of JSON that a JsonScanner has passed: nothing is asked twice.
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
    std::string text = unescaped(rest_.substr(0, size));
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

Entry entry_of(const EntryGlance& seen) {
  Entry entry;
  entry.seq = seen.seq;
  entry.prev = seen.prev;
  entry.recorded = seen.recorded;
  entry.effective = seen.effective;
  entry.actor = unescaped(seen.actor);
  entry.via = unescaped(seen.via);
  entry.department = unescaped(seen.department);
  entry.role = seen.role;
  entry.plan = unescaped(seen.plan);
  entry.task = seen.key;
  entry.event = seen.event;
  entry.from = seen.from;
  entry.to = seen.to;
  entry.basis = seen.basis;
  entry.data = ValueReader(seen.data).value();
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
