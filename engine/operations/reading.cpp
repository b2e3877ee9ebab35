#include "engine/operations/reading.hpp"

#include <algorithm>

#include "engine/log/entry_text.hpp"
#include "engine/policy/rules_for.hpp"
#include "engine/policy/timers.hpp"

namespace duban {

Result<std::unique_ptr<Reading>> Reading::open(std::unique_ptr<View> view, BasisCompiler& compiler,
                                               Instant now) {
  std::unique_ptr<Reading> reading(new Reading());
  reading->view_ = std::move(view);
  reading->now_ = now;
  DUBAN_TRY(reading->meta_, reading->view_->meta());
  DUBAN_TRY(reading->basis_, basis_in_force(*reading->view_, compiler));
  DUBAN_TRY(reading->people_, reading->view_->people());
  DUBAN_TRY(reading->plans_, reading->view_->plans());
  return reading;
}

Result<TaskView> Reading::hold(Task task) const {
  const auto plan = std::find_if(plans_.begin(), plans_.end(),
                                 [&](const Plan& each) { return each.id == task.key.plan; });
  if (plan == plans_.end()) return plan_is_gone(task.key);
  TaskView view;
  Course course = wait_until(std::move(task), {*plan, *basis_}, now_);
  view.task = std::move(course.task);
  view.happened = std::move(course.entries);
  view.unwritten = std::move(course.escalations);
  view.standing =
      standing(view.task, *basis_, basis_->zone.date_of(std::max(now_, view.task.updated)));
  return view;
}

Status Reading::each_task(const TaskQuery& query,
                          const std::function<Result<bool>(TaskView&)>& visit) {
  return view_->each_task(query, [&](Task& task) -> Result<bool> {
    DUBAN_TRY(TaskView view, hold(std::move(task)));
    return visit(view);
  });
}

Result<TaskView> Reading::task(const TaskKey& key) {
  DUBAN_TRY(std::optional<Task> task, view_->task(key));
  if (!task) {
    return failed(Errc::not_found, "no task {task} in plan {plan}",
                  {{"task", number_text(key)}, {"plan", key.plan}});
  }
  return hold(std::move(*task));
}

Result<TaskText> Reading::text(const TaskKey& key) {
  DUBAN_TRY(std::optional<TaskText> text, view_->text(key));
  if (!text) return failed(Errc::corrupt, "the words of {task} are gone", {{"task", to_text(key)}});
  return std::move(*text);
}

Result<std::vector<Escalation>> Reading::escalations(const TaskView& view) {
  std::vector<Escalation> list;
  DUBAN_TRY(view_->each_escalation(view.task.key, [&](const Escalation& each) -> Result<bool> {
    list.push_back(each);
    return true;
  }));
  list.insert(list.end(), view.unwritten.begin(), view.unwritten.end());
  return list;
}

Result<std::vector<Entry>> Reading::history(const TaskView& view) {
  std::vector<Entry> entries(view.happened.rbegin(), view.happened.rend());
  for (std::int64_t seq = view.task.last_entry; seq >= 0;) {
    DUBAN_TRY(const std::string body, view_->entry_body(seq));
    DUBAN_TRY(Entry entry, parse_entry(body));
    const std::int64_t before = entry.prev.value_or(-1);
    if (before >= seq)
      return failed(Errc::corrupt, "entry {seq} points forward", {{"seq", std::to_string(seq)}});
    seq = before;
    entries.push_back(std::move(entry));
  }
  std::reverse(entries.begin(), entries.end());
  return entries;
}

bool is_open(const Escalation& escalation, const Task& task, const Basis& basis) {
  for (const Rung& rung : rules_for(basis, task).rungs) {
    if (rung.id != escalation.rung) continue;
    const AnchorValue anchor = anchor_of(task, rung);
    const auto& states = rung.in->value;
    if (!anchor.day || anchor.generation != escalation.generation) return false;
    if (std::find(states.begin(), states.end(), task.state) == states.end()) return false;
    for (const RaisedRung& raised : task.raised) {
      if (raised.rung == rung.id && raised.generation == escalation.generation)
        return raised.occurrence == escalation.occurrence;
    }
  }
  return false;
}

}  // namespace duban
