#include "engine/model/task_fields.hpp"

#include <algorithm>
#include <type_traits>

namespace duban {
namespace {

// The description: the members of each struct of task.hpp, in the order of their names.

constexpr void fields(auto& a, const AnchorValue*) {
  a("count", &AnchorValue::count);
  a("day", &AnchorValue::day);
  a("generation", &AnchorValue::generation);
  a("since", &AnchorValue::since);
}

constexpr void fields(auto& a, const DueVersion*) {
  a("actor", &DueVersion::actor);
  a("cause", &DueVersion::cause);
  a("due", &DueVersion::due);
  a("made", &DueVersion::made);
}

constexpr void fields(auto& a, const Contribution*) {
  a("actor", &Contribution::actor);
  a("at", &Contribution::at);
  a("department", &Contribution::department);
  a("full", &Contribution::full);
}

constexpr void fields(auto& a, const Evidence*) {
  a("actor", &Evidence::actor);
  a("at", &Evidence::at);
  a("counts", &Evidence::counts);
  a("department", &Evidence::department);
  a("name", &Evidence::name);
  a("sha256", &Evidence::sha256);
  a("size", &Evidence::size);
}

constexpr void fields(auto& a, const ExtensionRequest*) {
  a("at", &ExtensionRequest::at);
  a("dated", &ExtensionRequest::dated);
  a("requester", &ExtensionRequest::requester);
  a("wanted", &ExtensionRequest::wanted);
}

constexpr void fields(auto& a, const Report*) {
  a("at", &Report::at);
  a("claim_verified", &Report::claim_verified);
  a("dated", &Report::dated);
  a("due", &Report::due);
  a("reporter", &Report::reporter);
}

constexpr void fields(auto& a, const Suspension*) {
  a("ended", &Suspension::ended);
  a("from", &Suspension::from);
  a("until", &Suspension::until);
}

constexpr void fields(auto& a, const LeftState*) {
  a("entered", &LeftState::entered);
  a("state", &LeftState::state);
}

constexpr void fields(auto& a, const DayRange*) {
  a("first", &DayRange::first);
  a("last", &DayRange::last);
}

constexpr void fields(auto& a, const RaisedRung*) {
  a("generation", &RaisedRung::generation);
  a("occurrence", &RaisedRung::occurrence);
  a("rung", &RaisedRung::rung);
}

constexpr void fields(auto& a, const RungFloor*) {
  a("after", &RungFloor::after);
  a("generation", &RungFloor::generation);
  a("rung", &RungFloor::rung);
}

constexpr void fields(auto& a, const Remark*) {
  a("actor", &Remark::actor);
  a("at", &Remark::at);
  a("note", &Remark::note);
  a("to", &Remark::to);
  a("until", &Remark::until);
}

constexpr void fields(auto& a, const Cycle*) {
  a("first", &Cycle::first);
  a("last", &Cycle::last);
  a("name", &Cycle::name);
}

constexpr void fields(auto& a, const CycleRecord*) {
  a("cycle", &CycleRecord::cycle);
  a("due", &CycleRecord::due);
  a("extensions", &CycleRecord::extensions);
  a("late_days", &CycleRecord::late_days);
  a("light", &CycleRecord::light);
  a("missed", &CycleRecord::missed);
  a("original_due", &CycleRecord::original_due);
  a("reported", &CycleRecord::reported);
  a("verified", &CycleRecord::verified);
}

constexpr void detail_fields(auto& a) {
  a("anchors", &Task::anchors);
  a("assigned", &Task::assigned);
  a("contributions", &Task::contributions);
  a("cycle", &Task::cycle);
  a("cycle_overdue_from", &Task::cycle_overdue_from);
  a("cycles", &Task::cycles);
  a("due_floor", &Task::due_floor);
  a("dues", &Task::dues);
  a("every", &Task::every);
  a("evidence", &Task::evidence);
  a("excused", &Task::excused);
  a("extensions", &Task::extensions);
  a("floors", &Task::floors);
  a("forgiven", &Task::forgiven);
  a("judged_since", &Task::judged_since);
  a("last_note", &Task::last_note);
  a("left", &Task::left);
  a("ongoing", &Task::ongoing);
  a("opened_late", &Task::opened_late);
  a("original_due", &Task::original_due);
  a("overdue", &Task::overdue);
  a("overdue_since", &Task::overdue_since);
  a("owing", &Task::owing);
  a("raised", &Task::raised);
  a("remarks", &Task::remarks);
  a("report", &Task::report);
  a("request", &Task::request);
  a("started", &Task::started);
  a("stopped", &Task::stopped);
  a("suspensions", &Task::suspensions);
  a("updated", &Task::updated);
  a("verified", &Task::verified);
}

constexpr void fields(auto& a, const Task*) {
  a("key", &Task::key);
  a("lead", &Task::lead);
  a("co", &Task::co);
  a("state", &Task::state);
  detail_fields(a);
  a("last_entry", &Task::last_entry);
}

// A member that the description forgot would be lost without a word, so the compiler counts.

struct Anything {
  template <class M>
  operator M() const {
    return M();
  }
};

template <class T, class... Members>
constexpr std::size_t member_count() {
  if constexpr (requires { T{Members{}..., Anything{}}; })
    return member_count<T, Members..., Anything>();
  else
    return sizeof...(Members);
}

struct Counter {
  std::size_t count = 0;
  constexpr void operator()(const char*, auto) { ++count; }
};

template <class... T>
constexpr bool all_described() {
  const auto described = []<class One>(const One* none) {
    Counter counter;
    fields(counter, none);
    return counter.count == member_count<One>();
  };
  return (described(static_cast<const T*>(nullptr)) && ...);
}

static_assert(all_described<Task, AnchorValue, DueVersion, Contribution, Evidence, ExtensionRequest,
                            Report, Suspension, LeftState, DayRange, RaisedRung, RungFloor, Remark,
                            Cycle, CycleRecord>());

// Writing.

/// Makes an object of the members of one struct; `omit`: without those that hold their default.
template <class T>
class Writer {
 public:
  Writer(const T& from, bool omit) : from_(from), omit_(omit) {}

  template <class M>
  void operator()(const char* name, M T::*member) {
    static const T defaults{};
    if (omit_ && from_.*member == defaults.*member) return;
    members_.emplace_back(name, value(from_.*member));
  }
  Value take() { return Value(std::move(members_)); }

 private:
  Value value(bool flag) const { return flag; }
  Value value(int number) const { return number; }
  Value value(std::int64_t number) const { return number; }
  Value value(const std::string& text) const { return text; }
  Value value(Date date) const { return to_text(date); }
  Value value(Instant instant) const { return to_text(instant); }
  Value value(const TaskKey& key) const { return to_text(key); }
  template <class E>
  requires std::is_enum_v<E> Value value(E word)
  const { return to_text(word); }
  template <class M>
  Value value(const std::optional<M>& maybe) const {
    return maybe ? value(*maybe) : Value();
  }
  template <class M>
  Value value(const std::vector<M>& items) const {
    Value::Array out;
    out.reserve(items.size());
    for (const M& item : items) out.push_back(value(item));
    return out;
  }
  Value value(const std::array<AnchorValue, anchor_count>& anchors) const {
    Value::Object out;
    for (std::size_t i = 0; i < anchor_count; ++i) {
      if (omit_ && anchors[i] == AnchorValue{}) continue;
      out.emplace_back(to_text(static_cast<Anchor>(i)), value(anchors[i]));
    }
    return out;
  }
  template <class M>
  requires std::is_class_v<M> Value value(const M& record)
  const {
    Writer<M> inner(record, omit_);
    fields(inner, &record);
    return inner.take();
  }

  const T& from_;
  bool omit_;
  Value::Object members_;
};

// Reading.

/// Fills the members of one struct from an object; what the object lacks is left as it is.
template <class T>
class Reader {
 public:
  Reader(const Value::Object& from, T& to) : from_(from), to_(to), known_(from.size()) {}

  template <class M>
  void operator()(const char* name, M T::*member) {
    for (std::size_t i = 0; i < from_.size(); ++i) {
      if (from_[i].first != name) continue;
      known_[i] = read(from_[i].second, to_.*member);
      return;
    }
  }

  /// The first member that could not be read or that nobody asked for; empty when all is well.
  std::string wrong() const {
    for (std::size_t i = 0; i < from_.size(); ++i) {
      if (!known_[i]) return from_[i].first;
    }
    return {};
  }

 private:
  static bool read(const Value& value, bool& out) { return copy(value.boolean(), out); }
  static bool read(const Value& value, std::int64_t& out) { return copy(value.integer(), out); }
  static bool read(const Value& value, std::string& out) { return copy(value.text(), out); }
  static bool read(const Value& value, int& out) {
    const std::int64_t* number = value.integer();
    if (!number || !std::in_range<int>(*number)) return false;
    out = static_cast<int>(*number);
    return true;
  }
  static bool read(const Value& value, Date& out) { return parse(value, out, parse_date); }
  static bool read(const Value& value, Instant& out) { return parse(value, out, parse_instant); }
  static bool read(const Value& value, TaskState& out) { return parse(value, out, parse_state); }
  static bool read(const Value& value, Event& out) { return parse(value, out, parse_event); }
  static bool read(const Value& value, Light& out) { return parse(value, out, parse_light); }
  static bool read(const Value& value, CycleUnit& out) {
    return parse(value, out, parse_cycle_unit);
  }
  template <class M>
  static bool read(const Value& value, std::optional<M>& out) {
    return read(value, out.emplace());
  }
  template <class M>
  static bool read(const Value& value, std::vector<M>& out) {
    const Value::Array* items = value.array();
    if (!items) return false;
    out.clear();
    out.reserve(items->size());
    return std::all_of(items->begin(), items->end(),
                       [&](const Value& item) { return read(item, out.emplace_back()); });
  }
  static bool read(const Value& value, std::array<AnchorValue, anchor_count>& out) {
    const Value::Object* members = value.object();
    return members && std::all_of(members->begin(), members->end(), [&](const auto& member) {
             const std::optional<Anchor> anchor = parse_anchor(member.first);
             return anchor && read(member.second, out[static_cast<std::size_t>(*anchor)]);
           });
  }
  template <class M>
  requires std::is_class_v<M>
  static bool read(const Value& value, M& out) {
    if (!value.object()) return false;
    Reader<M> inner(*value.object(), out);
    fields(inner, &out);
    return inner.wrong().empty();
  }

  template <class M>
  static bool copy(const M* from, M& out) {
    if (from) out = *from;
    return from != nullptr;
  }
  template <class M, class Parse>
  static bool parse(const Value& value, M& out, Parse parse) {
    if (!value.text()) return false;
    const auto parsed = parse(*value.text());
    if (parsed) out = *parsed;
    return parsed.has_value();
  }

  const Value::Object& from_;
  T& to_;
  std::vector<bool> known_;
};

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
  Writer<Task> writer(task, true);
  detail_fields(writer);
  return writer.take();
}

Status read_detail(const Value& detail, Task& task) {
  if (!detail.object()) return failed(Errc::corrupt, "a task's detail is no JSON object");
  Reader<Task> reader(*detail.object(), task);
  detail_fields(reader);
  if (reader.wrong().empty()) return {};
  return failed(Errc::corrupt, "a task's detail has a member '{member}' that cannot be read",
                {{"member", reader.wrong()}});
}

std::string first_difference(const Task& a, const Task& b) {
  if (a == b) return {};
  Writer<Task> left(a, false), right(b, false);
  fields(left, &a);
  fields(right, &b);
  return difference(left.take(), right.take(), "");
}

}  // namespace duban
