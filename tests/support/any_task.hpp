// Tasks drawn at random with every member filled, for round trips.
#pragma once

#include <random>
#include <string>

#include "engine/model/task.hpp"

namespace duban::test {

/// A source of members; the same seed gives the same ones on every machine.
class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}

  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool flip() { return number(2) == 1; }
  Date day() { return {10000 + number(12000)}; }
  Instant moment() { return {std::int64_t{day().days} * 86400 + number(86400)}; }
  std::string text() {
    static constexpr const char* texts[] = {"", "省安委办", "a\"b\\c\n", "各市州人民政府", "x"};
    return texts[number(5)];
  }
  AnchorValue anchor() { return {maybe(day()), number(3), number(3), moment()}; }
  template <class T>
  std::optional<T> maybe(T value) {
    return flip() ? std::optional<T>(std::move(value)) : std::nullopt;
  }
  template <class Make>
  auto some(Make make) {
    std::vector<decltype(make())> out;
    for (int i = number(4); i > 0; --i) out.push_back(make());
    return out;
  }

 private:
  std::mt19937 random_;
};

inline Cycle any_cycle(Draw& draw) { return {draw.text(), draw.day(), draw.day()}; }

inline Task any_task(unsigned seed) {
  Draw draw(seed);
  const auto text = [&] { return draw.text(); };
  const auto days = [&] { return DayRange{draw.day(), draw.day()}; };
  Task task;
  task.key = {"hn135", {1 + draw.number(3), 1 + draw.number(9), 1 + draw.number(99)}};
  task.lead = "省经信委";
  task.co = draw.some(text);
  task.ongoing = draw.flip();
  task.urgent = draw.flip();
  task.schedule.day = draw.maybe(CycleDay{1 + draw.number(12), draw.number(32)});
  task.schedule.ends = draw.maybe(draw.day());
  task.schedule.stages = draw.some([&] { return Stage{draw.day(), text()}; });
  task.schedule.then_ongoing = draw.flip();
  task.every = draw.maybe(static_cast<CycleUnit>(draw.number(4)));
  task.state = static_cast<TaskState>(draw.number(7));
  task.left = draw.maybe(LeftState{static_cast<TaskState>(draw.number(7)), draw.anchor()});
  task.cycle = draw.maybe(any_cycle(draw));
  task.original_due = draw.day();
  task.dues = draw.some([&] {
    return DueVersion{draw.day(),     static_cast<Event>(draw.number(32)),
                      draw.moment(),  text(),
                      draw.number(3), draw.maybe(draw.day())};
  });
  task.dues.push_back({draw.day(), Event::assign, draw.moment(), text()});
  task.due_floor = draw.maybe(draw.moment());
  task.opened_late = draw.flip();
  for (AnchorValue& anchor : task.anchors) anchor = draw.flip() ? draw.anchor() : AnchorValue{};
  task.assigned = draw.moment();
  task.started = draw.maybe(draw.moment());
  const auto origin = [&] {
    return Origin{text(), text(), text(), draw.number(9), draw.some(text), draw.some(text)};
  };
  task.report = draw.maybe(
      Report{draw.moment(), text(), draw.maybe(draw.day()), draw.flip(), draw.day(), origin()});
  task.verified = draw.maybe(draw.moment());
  task.request = draw.maybe(
      ExtensionRequest{draw.day(), draw.moment(), text(), draw.maybe(draw.day()), origin()});
  task.extensions = draw.number(3);
  task.owing = draw.some(text);
  task.excused = draw.some(text);
  task.contributions = draw.some([&] {
    return Contribution{text(), draw.moment(), text(), draw.flip()};
  });
  task.evidence = draw.some([&] {
    return Evidence{text(), text(), draw.number(9), text(), text(), draw.moment(), draw.flip()};
  });
  task.suspensions = draw.some([&] {
    return Suspension{draw.day(), draw.day(), draw.maybe(draw.day())};
  });
  task.stopped = draw.maybe(draw.day());
  task.overdue = draw.some(days);
  task.overdue_since = draw.maybe(draw.day());
  task.cycle_overdue_from = draw.maybe(draw.day());
  task.forgiven = draw.some(days);
  task.raised = draw.some([&] {
    return RaisedRung{text(), draw.number(4), draw.number(4), draw.maybe(draw.day())};
  });
  task.floors = draw.some([&] { return RungFloor{text(), draw.number(4), draw.moment()}; });
  task.remarks = draw.some([&] {
    return Remark{text(), draw.maybe(draw.day()), text(), text(), draw.moment()};
  });
  task.cycles = draw.some([&] {
    return CycleRecord{any_cycle(draw),
                       draw.day(),
                       draw.day(),
                       draw.maybe(draw.moment()),
                       draw.maybe(draw.moment()),
                       draw.number(9),
                       draw.number(3),
                       draw.flip(),
                       static_cast<Light>(draw.number(4))};
  });
  task.last_note = text();
  task.judged_since = draw.moment();
  task.updated = draw.moment();
  task.last_entry = draw.number(99999);
  // Some members need each other (is_coherent).
  if (task.ongoing && !task.cycle) task.cycle = any_cycle(draw);
  const auto stages = static_cast<int>(task.schedule.stages.size());
  if (task.kind() == ScheduleKind::staged) {
    task.cycle = any_cycle(draw);
    task.cycle->stage = 1 + draw.number(stages);
  }
  if (task.state == TaskState::overdue) task.overdue_since = draw.day();
  if (task.state == TaskState::reported) task.report.emplace();
  if (task.state == TaskState::suspended) {
    task.left = LeftState{TaskState::assigned, {draw.day(), 1, 1, draw.moment()}};
    task.suspensions.emplace_back();
  }
  if (const unsigned before = seed / 2; seed % 3 == 0 && seed > 0) {
    auto was = std::make_shared<Task>(any_task(before));
    was->key = task.key;
    was->last_act.reset();
    was->last_entry = -1;
    task.last_act = LastAct{Event::verify, text(), draw.flip(), {std::move(was)}};
  }
  return task;
}

}  // namespace duban::test
