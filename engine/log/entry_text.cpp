#include "engine/log/entry_text.hpp"

#include <array>

#include "engine/log/sha256.hpp"

namespace duban {
namespace {

constexpr std::array<std::string_view, 16> members{
    "actor", "basis",    "data", "department", "effective", "event", "from", "plan",
    "prev",  "recorded", "role", "seq",        "task",      "to",    "v",    "via"};

void append_text(std::string& out, std::string_view text) {
  if (text.empty())
    out += "null";
  else
    append_quoted(out, text);
}

template <class Word>
void append_word(std::string& out, const std::optional<Word>& word) {
  append_text(out, word ? to_text(*word) : std::string_view{});
}

tl::unexpected<Error> invalid(std::string_view member) {
  return failed(Errc::corrupt, "the entry's member '{member}' is missing or not what it must be",
                {{"member", std::string(member)}});
}

/// Takes the members of one entry apart; the first that is wrong is remembered.
class Reader {
 public:
  explicit Reader(const Value& entry) : entry_(entry) {}

  std::string_view wrong() const { return wrong_; }
  void blame(std::string_view member) {
    if (wrong_.empty()) wrong_ = member;
  }

  const Value& member(std::string_view name) {
    static const Value none;
    const Value* found = entry_.find(name);
    if (!found) blame(name);
    return found ? *found : none;
  }

  std::optional<std::int64_t> number_or_null(std::string_view name) {
    const Value& value = member(name);
    const std::int64_t* number = value.integer();
    if (!number && !value.is_null()) blame(name);
    if (number && *number < 0) blame(name);
    return number ? std::optional(*number) : std::nullopt;
  }

  std::string text_or_null(std::string_view name) {
    const Value& value = member(name);
    const std::string* text = value.text();
    if (!value.is_null() && (!text || text->empty())) blame(name);
    return text ? *text : std::string();
  }

  Instant time(std::string_view name) {
    const std::string text = text_or_null(name);
    const Result<Instant> instant = parse_instant(text);
    if (!instant || to_text(*instant) != text) blame(name);
    return instant.value_or(Instant{});
  }

  template <class Word>
  std::optional<Word> word_or_null(std::string_view name,
                                   std::optional<Word> (*parse)(std::string_view)) {
    const std::string text = text_or_null(name);
    const std::optional<Word> word = parse(text);
    if (!text.empty() && !word) blame(name);
    return word;
  }

 private:
  const Value& entry_;
  std::string_view wrong_;
};

/// Sentences 1 to 3 of the list.
Result<Value> parse_members(std::string_view body) {
  Result<Value> value = parse_value(body);
  if (!value) {
    return failed(Errc::corrupt, "the entry cannot be read: {reason}",
                  {{"reason", to_text(value.error().message)}});
  }
  if (!value->object()) return failed(Errc::corrupt, "the entry is no JSON object");
  const Value* version = value->find("v");
  const std::int64_t* number = version ? version->integer() : nullptr;
  if (!number || *number < 1) return invalid("v");
  if (*number > entry_version) {
    return failed(Errc::newer,
                  "the entry has version {version} of the format; use the program that wrote it",
                  {{"version", std::to_string(*number)}});
  }
  for (const auto& [name, ignored] : *value->object()) {
    bool known = false;
    for (const std::string_view member : members) known = known || member == name;
    if (!known) {
      return failed(Errc::corrupt, "the entry has an unknown member '{member}'",
                    {{"member", name}});
    }
  }
  return value;
}

}  // namespace

std::string canonical(const Entry& entry) {
  std::string out;
  out.reserve(512);
  // The order is that of the names, as RFC 8785 sorts them.
  out += "{\"actor\":";
  append_text(out, entry.actor);
  out += ",\"basis\":";
  append_text(out, entry.basis);
  out += ",\"data\":";
  append_canonical(out, entry.data);
  out += ",\"department\":";
  append_text(out, entry.department);
  out += ",\"effective\":\"";
  out += to_text(entry.effective);
  out += "\",\"event\":";
  append_text(out, to_text(entry.event));
  out += ",\"from\":";
  append_word(out, entry.from);
  out += ",\"plan\":";
  append_text(out, entry.plan);
  out += ",\"prev\":";
  out += entry.prev ? std::to_string(*entry.prev) : "null";
  out += ",\"recorded\":\"";
  out += to_text(entry.recorded);
  out += "\",\"role\":";
  append_word(out, entry.role);
  out += ",\"seq\":";
  out += std::to_string(entry.seq);
  out += ",\"task\":";
  append_text(out, entry.task ? to_text(*entry.task) : std::string());
  out += ",\"to\":";
  append_word(out, entry.to);
  out += ",\"v\":1,\"via\":";
  append_text(out, entry.via);
  out += '}';
  return out;
}

Result<Entry> parse_entry(std::string_view body) {
  DUBAN_TRY(const Value value, parse_members(body));
  Reader read(value);
  Entry entry;

  const std::optional<std::int64_t> seq = read.number_or_null("seq");
  if (!seq) read.blame("seq");
  entry.seq = seq.value_or(-1);
  entry.prev = read.number_or_null("prev");
  if (entry.prev && *entry.prev >= entry.seq) read.blame("prev");
  entry.recorded = read.time("recorded");
  entry.effective = read.time("effective");
  entry.actor = read.text_or_null("actor");
  entry.department = read.text_or_null("department");
  entry.via = read.text_or_null("via");
  entry.plan = read.text_or_null("plan");
  entry.basis = read.text_or_null("basis");
  if (!is_hash_text(entry.basis)) read.blame("basis");
  const std::optional<Event> event = read.word_or_null<Event>("event", parse_event);
  if (!event) read.blame("event");
  entry.event = event.value_or(Event::remark);
  entry.role = read.word_or_null<Role>("role", parse_role);
  entry.from = read.word_or_null<TaskState>("from", parse_state);
  entry.to = read.word_or_null<TaskState>("to", parse_state);

  const std::string key = read.text_or_null("task");
  entry.task = parse_task_key(key);
  if (!key.empty() && (!entry.task || to_text(*entry.task) != key)) read.blame("task");
  if (entry.task && entry.task->plan != entry.plan) read.blame("plan");
  if (!entry.task && entry.prev) read.blame("prev");
  if (!entry.task && entry.from) read.blame("from");
  if (!entry.task && entry.to) read.blame("to");

  entry.data = read.member("data");
  if (!entry.data.is_null() && !entry.data.object()) read.blame("data");

  if (!read.wrong().empty()) return invalid(read.wrong());
  if (canonical(entry) != body)
    return failed(Errc::corrupt, "the entry is not written canonically (RFC 8785)");
  return entry;
}

}  // namespace duban
