#include "engine/model/task_fields.hpp"

#include <concepts>
#include <type_traits>

namespace duban {
namespace {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

// The description: each struct of task.hpp once, const to write, not const to read.
// A member that is not described here would be lost; a test alters each in turn.

template <class A>
void fields(A& a, Is<AnchorValue> auto& v) {
  a("count", v.count);
  a("day", v.day);
  a("generation", v.generation);
  a("since", v.since);
}

template <class A>
void fields(A& a, Is<DueVersion> auto& v) {
  a("actor", v.actor);
  a("cause", v.cause);
  a("due", v.due);
  a("made", v.made);
}

template <class A>
void fields(A& a, Is<Contribution> auto& v) {
  a("actor", v.actor);
  a("at", v.at);
  a("department", v.department);
  a("full", v.full);
}

template <class A>
void fields(A& a, Is<Evidence> auto& v) {
  a("actor", v.actor);
  a("at", v.at);
  a("counts", v.counts);
  a("department", v.department);
  a("name", v.name);
  a("sha256", v.sha256);
  a("size", v.size);
}

template <class A>
void fields(A& a, Is<ExtensionRequest> auto& v) {
  a("at", v.at);
  a("dated", v.dated);
  a("requester", v.requester);
  a("wanted", v.wanted);
}

template <class A>
void fields(A& a, Is<Report> auto& v) {
  a("at", v.at);
  a("claim_verified", v.claim_verified);
  a("dated", v.dated);
  a("reporter", v.reporter);
}

template <class A>
void fields(A& a, Is<Suspension> auto& v) {
  a("ended", v.ended);
  a("from", v.from);
  a("until", v.until);
}

template <class A>
void fields(A& a, Is<LeftState> auto& v) {
  a("entered", v.entered);
  a("state", v.state);
}

template <class A>
void fields(A& a, Is<DayRange> auto& v) {
  a("first", v.first);
  a("last", v.last);
}

template <class A>
void fields(A& a, Is<RaisedRung> auto& v) {
  a("generation", v.generation);
  a("occurrence", v.occurrence);
  a("rung", v.rung);
}

template <class A>
void fields(A& a, Is<RungFloor> auto& v) {
  a("after", v.after);
  a("generation", v.generation);
  a("rung", v.rung);
}

template <class A>
void fields(A& a, Is<Remark> auto& v) {
  a("actor", v.actor);
  a("at", v.at);
  a("note", v.note);
  a("to", v.to);
  a("until", v.until);
}

template <class A>
void fields(A& a, Is<Cycle> auto& v) {
  a("first", v.first);
  a("last", v.last);
  a("name", v.name);
}

template <class A>
void fields(A& a, Is<CycleRecord> auto& v) {
  a("cycle", v.cycle);
  a("due", v.due);
  a("extensions", v.extensions);
  a("late_days", v.late_days);
  a("light", v.light);
  a("missed", v.missed);
  a("original_due", v.original_due);
  a("reported", v.reported);
  a("verified", v.verified);
}

template <class A>
void detail_fields(A& a, Is<Task> auto& v) {
  a("anchors", v.anchors);
  a("assigned", v.assigned);
  a("contributions", v.contributions);
  a("cycle", v.cycle);
  a("cycle_overdue_from", v.cycle_overdue_from);
  a("cycles", v.cycles);
  a("due_floor", v.due_floor);
  a("dues", v.dues);
  a("every", v.every);
  a("evidence", v.evidence);
  a("excused", v.excused);
  a("extensions", v.extensions);
  a("floors", v.floors);
  a("forgiven", v.forgiven);
  a("last_note", v.last_note);
  a("left", v.left);
  a("ongoing", v.ongoing);
  a("opened_late", v.opened_late);
  a("original_due", v.original_due);
  a("overdue", v.overdue);
  a("overdue_since", v.overdue_since);
  a("owing", v.owing);
  a("raised", v.raised);
  a("remarks", v.remarks);
  a("report", v.report);
  a("request", v.request);
  a("started", v.started);
  a("stopped", v.stopped);
  a("suspensions", v.suspensions);
  a("updated", v.updated);
  a("verified", v.verified);
}

template <class A>
void fields(A& a, Is<Task> auto& v) {
  a("key", v.key);
  a("lead", v.lead);
  a("co", v.co);
  a("state", v.state);
  detail_fields(a, v);
  a("last_entry", v.last_entry);
}

// Writing.

template <class T>
Value write(const T& struct_value, bool omit);

/// Makes an object of the members it is shown; `omit`: without those that hold their default.
class Writer {
 public:
  explicit Writer(bool omit) : omit_(omit) {}
  Value take() { return Value(std::move(members_)); }

  template <class T>
  void operator()(const char* name, const T& member) {
    if (omit_ && member == T{}) return;
    members_.emplace_back(name, value(member));
  }
  void operator()(const char* name, const std::array<AnchorValue, anchor_count>& anchors) {
    Writer inner(omit_);
    for (std::size_t i = 0; i < anchor_count; ++i)
      inner(to_text(static_cast<Anchor>(i)).data(), anchors[i]);
    if (!omit_ || !inner.members_.empty()) members_.emplace_back(name, inner.take());
  }

 private:
  Value value(bool flag) const { return flag; }
  Value value(int number) const { return number; }
  Value value(std::int64_t number) const { return number; }
  Value value(const std::string& text) const { return text; }
  Value value(Date date) const { return to_text(date); }
  Value value(Instant instant) const { return to_text(instant); }
  Value value(const TaskKey& key) const { return to_text(key); }
  template <class T>
  requires std::is_enum_v<T> Value value(T word)
  const { return to_text(word); }
  template <class T>
  Value value(const std::optional<T>& maybe) const {
    return maybe ? value(*maybe) : Value();
  }
  template <class T>
  Value value(const std::vector<T>& items) const {
    Value::Array out;
    out.reserve(items.size());
    for (const T& item : items) out.push_back(value(item));
    return Value(std::move(out));
  }
  template <class T>
  requires std::is_class_v<T> Value value(const T& record)
  const {
    Writer inner(omit_);
    fields(inner, record);
    return inner.take();
  }

  bool omit_;
  Value::Object members_;
};

// Reading.

bool read(const Value& value, bool& out) {
  if (value.boolean()) out = *value.boolean();
  return value.boolean();
}
bool read(const Value& value, int& out) {
  const std::int64_t* number = value.integer();
  if (!number || !std::in_range<int>(*number)) return false;
  out = static_cast<int>(*number);
  return true;
}
bool read(const Value& value, std::int64_t& out) {
  if (value.integer()) out = *value.integer();
  return value.integer();
}
bool read(const Value& value, std::string& out) {
  if (value.text()) out = *value.text();
  return value.text();
}
template <class T>
bool assign(T& out, const auto& parsed) {
  if (parsed) out = *parsed;
  return parsed.has_value();
}
bool read(const Value& value, Date& out) {
  return value.text() && assign(out, parse_date(*value.text()));
}
bool read(const Value& value, Instant& out) {
  return value.text() && assign(out, parse_instant(*value.text()));
}
bool read(const Value& value, TaskState& out) {
  return value.text() && assign(out, parse_state(*value.text()));
}
bool read(const Value& value, Event& out) {
  return value.text() && assign(out, parse_event(*value.text()));
}
bool read(const Value& value, Light& out) {
  return value.text() && assign(out, parse_light(*value.text()));
}
bool read(const Value& value, CycleUnit& out) {
  return value.text() && assign(out, parse_cycle_unit(*value.text()));
}
template <class T>
bool read(const Value& value, std::optional<T>& out) {
  return read(value, out.emplace());
}
template <class T>
bool read(const Value& value, std::vector<T>& out);
bool read(const Value& value, std::array<AnchorValue, anchor_count>& out);
template <class T>
requires std::is_class_v<T>
bool read(const Value& value, T& out);

/// Fills the members it is shown from an object; what the object does not have keeps its default.
/// `wrong` is the first member that could not be read.
class Reader {
 public:
  explicit Reader(const Value::Object& members) : members_(members) {}

  template <class T>
  void operator()(const char* name, T& member) {
    for (const auto& [key, value] : members_) {
      if (key != name) continue;
      ++known_;
      if (!read(value, member) && wrong_.empty()) wrong_ = name;
      return;
    }
  }

  /// The first member that could not be read or that nobody asked for; empty when all is well.
  std::string wrong() const {
    if (!wrong_.empty() || known_ == members_.size()) return wrong_;
    return "?";
  }

 private:
  const Value::Object& members_;
  std::size_t known_ = 0;
  std::string wrong_;
};

template <class T>
bool read(const Value& value, std::vector<T>& out) {
  const Value::Array* items = value.array();
  if (!items) return false;
  out.reserve(items->size());
  for (const Value& item : *items) {
    if (!read(item, out.emplace_back())) return false;
  }
  return true;
}

bool read(const Value& value, std::array<AnchorValue, anchor_count>& out) {
  if (!value.object()) return false;
  Reader reader(*value.object());
  for (std::size_t i = 0; i < anchor_count; ++i)
    reader(to_text(static_cast<Anchor>(i)).data(), out[i]);
  return reader.wrong().empty();
}

template <class T>
requires std::is_class_v<T>
bool read(const Value& value, T& out) {
  if (!value.object()) return false;
  Reader reader(*value.object());
  fields(reader, out);
  return reader.wrong().empty();
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

Value detail_of(const Task& task) {
  Writer writer(true);
  detail_fields(writer, task);
  return writer.take();
}

Status read_detail(const Value& detail, Task& task) {
  if (!detail.object()) return failed(Errc::corrupt, "a task's detail is no JSON object");
  Reader reader(*detail.object());
  detail_fields(reader, task);
  if (reader.wrong().empty()) return {};
  return failed(Errc::corrupt, "a task's detail has a member '{member}' that cannot be read",
                {{"member", reader.wrong()}});
}

std::string first_difference(const Task& a, const Task& b) {
  if (a == b) return {};
  Writer left(false), right(false);
  fields(left, a);
  fields(right, b);
  return difference(left.take(), right.take(), "");
}

}  // namespace duban
