// The description of a task's structs: their members in the order of their names, which is that of
// canonical JSON. Only task_fields.cpp needs it.
#pragma once

#include <cstddef>

#include "engine/model/task.hpp"

namespace duban {

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
  a("generation", &DueVersion::generation);
  a("made", &DueVersion::made);
  a("rolled", &DueVersion::rolled);
}

constexpr void fields(auto& a, const CycleDay*) {
  a("day", &CycleDay::day);
  a("month", &CycleDay::month);
}

constexpr void fields(auto& a, const Stage*) {
  a("due", &Stage::due);
  a("words", &Stage::words);
}

constexpr void fields(auto& a, const Schedule*) {
  a("day", &Schedule::day);
  a("ends", &Schedule::ends);
  a("stages", &Schedule::stages);
  a("then_ongoing", &Schedule::then_ongoing);
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
  a("contributed", &Evidence::contributed);
  a("counts", &Evidence::counts);
  a("department", &Evidence::department);
  a("name", &Evidence::name);
  a("sha256", &Evidence::sha256);
  a("size", &Evidence::size);
  a("struck", &Evidence::struck);
}

constexpr void fields(auto& a, const Origin*) {
  a("account", &Origin::account);
  a("changes", &Origin::changes);
  a("co_house", &Origin::co_house);
  a("lead_house", &Origin::lead_house);
  a("name", &Origin::name);
  a("person", &Origin::person);
}

constexpr void fields(auto& a, const ExtensionRequest*) {
  a("at", &ExtensionRequest::at);
  a("dated", &ExtensionRequest::dated);
  a("origin", &ExtensionRequest::origin);
  a("requester", &ExtensionRequest::requester);
  a("wanted", &ExtensionRequest::wanted);
}

constexpr void fields(auto& a, const Report*) {
  a("at", &Report::at);
  a("claim_verified", &Report::claim_verified);
  a("dated", &Report::dated);
  a("due", &Report::due);
  a("origin", &Report::origin);
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
  a("day", &RaisedRung::day);
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
  a("stage", &Cycle::stage);
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

constexpr void fields(auto& a, const LastAct*) {
  a("actor", &LastAct::actor);
  a("before", &LastAct::before);
  a("content", &LastAct::content);
  a("event", &LastAct::event);
}

/// All that a store keeps in a task's detail; with `columns`, also what it keeps beside it.
constexpr void detail_fields(auto& a, bool columns = false) {
  a("anchors", &Task::anchors);
  a("assigned", &Task::assigned);
  if (columns) a("co", &Task::co);
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
  a("last_act", &Task::last_act);
  a("last_note", &Task::last_note);
  if (columns) a("lead", &Task::lead);
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
  a("schedule", &Task::schedule);
  a("started", &Task::started);
  if (columns) a("state", &Task::state);
  a("stopped", &Task::stopped);
  a("suspensions", &Task::suspensions);
  a("updated", &Task::updated);
  a("urgent", &Task::urgent);
  a("verified", &Task::verified);
}

constexpr void fields(auto& a, const Task*) {
  a("key", &Task::key);
  detail_fields(a, true);
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

static_assert(
    all_described<Task, AnchorValue, DueVersion, Contribution, Evidence, Origin, ExtensionRequest,
                  Report, Suspension, LeftState, DayRange, RaisedRung, RungFloor, Remark, Cycle,
                  CycleRecord, LastAct, CycleDay, Stage, Schedule>());

}  // namespace duban
