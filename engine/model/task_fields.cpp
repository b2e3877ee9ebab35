#include "engine/model/task_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <type_traits>

#include "engine/base/json_scanner.hpp"
#include "engine/base/utf8.hpp"
#include "engine/model/task_members.hpp"

namespace duban {
namespace {

// Writing.

/// Anchors in the order of their names, as canonical JSON has them.
constexpr std::array<Anchor, anchor_count> anchors_by_name{
    Anchor::assigned, Anchor::due,       Anchor::entered, Anchor::heard,
    Anchor::reported, Anchor::requested, Anchor::started};

/// A text put together of hundreds of pieces of a few letters: a string would look for room, and
/// call for help, at each.
class Pieces {
 public:
  Pieces() : text_(1024, '\0') {}

  std::string_view text() const { return {text_.data(), size_}; }
  void clear() { size_ = 0; }

  void put(char c) {
    if (size_ == text_.size()) grow(1);
    text_[size_++] = c;
  }
  void put(std::string_view piece) {
    if (text_.size() - size_ < piece.size()) grow(piece.size());
    std::memcpy(text_.data() + size_, piece.data(), piece.size());
    size_ += piece.size();
  }
  void put(std::int64_t number) {
    if (text_.size() - size_ < 20) grow(20);
    char* const at = text_.data() + size_;
    size_ = static_cast<std::size_t>(std::to_chars(at, at + 20, number).ptr - text_.data());
  }
  void put(Date date) { put(date_.of(date)); }
  void put(Instant instant) { put(instant_.of(instant)); }
  void put_quoted(std::string_view text) {
    if (plain_prefix(text) == text.size()) {
      put('"');
      put(text);
      put('"');
      return;
    }
    std::string escaped;
    append_quoted(escaped, text);
    put(escaped);
  }

 private:
  /// The same few moments stand in a task again and again.
  template <class T>
  class Known {
   public:
    const std::string& of(T value) {
      if (text_.empty() || value != value_) text_ = to_text(value_ = value);
      return text_;
    }

   private:
    T value_;
    std::string text_;
  };

  /// Apart, so that the rest of `put` is short enough to stand where it is called.
  [[gnu::noinline]] void grow(std::size_t bytes) { text_.resize(2 * (text_.size() + bytes)); }

  std::string text_;  // and room behind it
  std::size_t size_ = 0;
  Known<Date> date_;
  Known<Instant> instant_;
};

/// Writes an object of the members of one struct, without those that are as in `like` where there
/// is one. Straight to text: a tree of values costs as much as the rest of a nightly task.
template <class T>
class Writer {
 public:
  Writer(const T& from, const T* like, Pieces& out) : from_(from), like_(like), out_(out) {
    out_.put('{');
  }
  static const T* defaults() {
    static const T values{};
    return &values;
  }
  void finish() { out_.put('}'); }

  template <class M>
  void operator()(const char* name, M T::*member) {
    if (like_ && from_.*member == like_->*member) return;
    open(name);
    write(from_.*member);
  }

  /// The task before its last act is written as what differs in it from the task.
  void operator()(const char* name, std::optional<LastAct> T::*member) {
    const std::optional<LastAct>& act = from_.*member;
    if (!act && like_) return;
    open(name);
    if (!act) return out_.put(std::string_view("null"));
    out_.put(std::string_view("{\"actor\":"));
    write(act->actor);
    out_.put(std::string_view(",\"before\":"));
    if constexpr (std::is_same_v<T, Task>) {
      Writer<Task> before(*act->before.task, like_ ? &from_ : nullptr, out_);
      detail_fields(before, true);
      before.finish();
    }
    out_.put(std::string_view(",\"content\":"));
    write(act->content);
    out_.put(std::string_view(",\"event\":"));
    write(act->event);
    out_.put('}');
  }

 private:
  void open(std::string_view name) {
    if (!first_) out_.put(',');
    first_ = false;
    plain(name);
    out_.put(':');
  }
  /// Words of ours and numbers need no escape.
  template <class Word>
  void plain(Word word) {
    out_.put('"');
    out_.put(word);
    out_.put('"');
  }
  void write(bool flag) { out_.put(std::string_view(flag ? "true" : "false")); }
  void write(int number) { out_.put(std::int64_t{number}); }
  void write(std::int64_t number) { out_.put(number); }
  void write(const std::string& text) { out_.put_quoted(text); }
  void write(Date date) { plain(date); }
  void write(Instant instant) { plain(instant); }
  void write(const TaskKey& key) { out_.put_quoted(to_text(key)); }
  template <class E>
  requires std::is_enum_v<E>
  void write(E word) { plain(to_text(word)); }
  template <class M>
  void write(const std::optional<M>& maybe) {
    if (maybe)
      write(*maybe);
    else
      out_.put(std::string_view("null"));
  }
  template <class M>
  void write(const std::vector<M>& items) {
    out_.put('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_.put(',');
      write(items[i]);
    }
    out_.put(']');
  }
  void write(const std::array<AnchorValue, anchor_count>& anchors) {
    char before = '{';
    for (const Anchor anchor : anchors_by_name) {
      const AnchorValue& value = anchors[static_cast<std::size_t>(anchor)];
      if (like_ && value == AnchorValue{}) continue;
      out_.put(before);
      before = ',';
      plain(to_text(anchor));
      out_.put(':');
      write(value);
    }
    out_.put(std::string_view(before == '{' ? "{}" : "}"));
  }
  template <class M>
  requires std::is_class_v<M>
  void write(const M& record) {
    Writer<M> inner(record, like_ ? Writer<M>::defaults() : nullptr, out_);
    fields(inner, &record);
    inner.finish();
  }

  const T& from_;
  const T* like_;
  Pieces& out_;
  bool first_ = true;
};

// Reading.

/// Fills the members of one struct from an object whose members stand in the order of their names;
/// what the object lacks is left as it is.
template <class T>
class Reader {
 public:
  Reader(JsonScanner& from, T& to) : from_(from), to_(to) {
    from_.literal("{");
    next();
  }

  template <class M>
  void operator()(const char* name, M T::*member) {
    if (name_ != name) return;
    read(to_.*member);
    if (!from_.ok()) return;
    first_ = false;
    next();
  }

  /// The first member that could not be read or that nobody asked for; empty when all is well.
  std::string wrong() const { return std::string(name_); }
  /// The task before its last act as it stands in the text: it is read over the task itself.
  std::string_view before() const { return before_; }

 private:
  void next() {
    name_ = {};
    if (from_.take('}')) return;
    if (!first_) from_.literal(",");
    name_ = from_.string();
    from_.literal(":");
  }

  void read(LastAct& out) {
    from_.members([&](std::string_view name) {
      if (name == "actor") return read(out.actor);
      if (name == "content") return read(out.content);
      if (name == "event") return read(out.event);
      if (name != "before") return from_.fail();
      const char* const begin = from_.at();
      from_.value(0, Nobody());
      if (from_.ok()) before_ = {begin, static_cast<std::size_t>(from_.at() - begin)};
    });
    if (before_.empty()) from_.fail();
  }
  void read(bool& out) { out = from_.boolean(); }
  void read(std::int64_t& out) { out = from_.integer(); }
  void read(std::string& out) { out = unescaped(from_.string()); }
  void read(int& out) {
    const std::int64_t number = from_.integer();
    if (!std::in_range<int>(number)) return from_.fail();
    out = static_cast<int>(number);
  }
  void read(Date& out) { out = from_.date(); }
  void read(Instant& out) { out = from_.time(); }
  void read(TaskState& out) { read_word(out, parse_state); }
  void read(Event& out) { read_word(out, parse_event); }
  void read(Light& out) { read_word(out, parse_light); }
  void read(CycleUnit& out) { read_word(out, parse_cycle_unit); }
  template <class M>
  void read(std::optional<M>& out) {
    if (from_.take_null()) return out.reset();
    read(out.emplace());
  }
  template <class M>
  void read(std::vector<M>& out) {
    out.clear();
    from_.items([&] { read(out.emplace_back()); });
  }
  void read(std::array<AnchorValue, anchor_count>& out) {
    out = {};
    from_.members([&](std::string_view name) {
      const std::optional<Anchor> anchor = parse_anchor(name);
      if (!anchor) return from_.fail();
      read(out[static_cast<std::size_t>(*anchor)]);
    });
  }
  template <class M>
  requires std::is_class_v<M>
  void read(M& out) {
    out = M{};
    Reader<M> inner(from_, out);
    fields(inner, &out);
    if (!inner.wrong().empty()) from_.fail();
  }

  template <class Word>
  void read_word(Word& out, std::optional<Word> (*parse)(std::string_view)) {
    if (const std::optional<Word> word = from_.word(parse)) out = *word;
  }

  JsonScanner& from_;
  T& to_;
  std::string_view name_;  // of the member that comes next
  std::string_view before_;
  bool first_ = true;
};

/// Reads the task before the last act of `task`, which is whole but for that.
Status read_before(std::string_view text, Task& task) {
  Task before = task;
  before.last_act.reset();
  before.last_entry = -1;
  JsonScanner scan(text);
  Reader<Task> reader(scan, before);
  detail_fields(reader, true);
  if (!scan.at_end() || !scan.ok() || !reader.before().empty() || before.dues.empty())
    return failed(Errc::corrupt, "a task's detail has a member '{member}' that cannot be read",
                  {{"member", "last_act"}});
  task.last_act->before.task = std::make_shared<const Task>(std::move(before));
  return {};
}

// Comparing.

std::string difference(const Value& a, const Value& b, const std::string& path) {
  if (a == b) return {};
  if (a.object() && b.object()) {
    for (const auto& [name, value] : *a.object()) {
      const Value* other = b.find(name);
      const std::string inner = path.empty() ? name : path + "." + name;
      std::string found = difference(value, other ? *other : Value(), inner);
      if (!found.empty()) return found;
    }
  }
  if (a.array() && b.array()) {
    static const Value none;
    const auto item = [](const Value::Array& items, std::size_t i) -> const Value& {
      return i < items.size() ? items[i] : none;
    };
    for (std::size_t i = 0; i < std::max(a.array()->size(), b.array()->size()); ++i) {
      std::string found = difference(item(*a.array(), i), item(*b.array(), i),
                                     path + "[" + std::to_string(i) + "]");
      if (!found.empty()) return found;
    }
  }
  return path + ": " + canonical(a) + " != " + canonical(b);
}

}  // namespace

std::string detail_text(const Task& task) {
  thread_local Pieces out;
  out.clear();
  Writer<Task> writer(task, Writer<Task>::defaults(), out);
  detail_fields(writer);
  writer.finish();
  return std::string(out.text());
}

Status read_detail(std::string_view text, Task& task) {
  const auto no_object = [] { return failed(Errc::corrupt, "a task's detail is no JSON object"); };
  if (!is_utf8(text)) return no_object();
  JsonScanner scan(text);
  Reader<Task> reader(scan, task);
  detail_fields(reader);
  if (scan.at_end() && scan.ok())
    return reader.before().empty() ? Status() : read_before(reader.before(), task);
  if (reader.wrong().empty()) return no_object();
  return failed(Errc::corrupt, "a task's detail has a member '{member}' that cannot be read",
                {{"member", reader.wrong()}});
}

std::string first_difference(const Task& a, const Task& b) {
  if (a == b) return {};
  const auto whole = [](const Task& task) {
    Pieces text;
    Writer<Task> writer(task, nullptr, text);
    fields(writer, &task);
    writer.finish();
    Result<Value> value = parse_value(text.text());
    DUBAN_ASSERT(value);
    return *std::move(value);
  };
  return difference(whole(a), whole(b), "");
}

}  // namespace duban
