#include <algorithm>

#include "tests/sim/picture.hpp"

namespace duban::sim {
namespace {

std::string joined(const Names& names) {
  std::string out = "[";
  for (const std::string& name : names) out += (out.size() > 1 ? " " : "") + name;
  return out + "]";
}

std::string lines_of(std::vector<Said> rungs) {
  std::sort(rungs.begin(), rungs.end());
  std::string out;
  for (const Said& each : rungs) {
    out += "\n    " + each.rung + " " + std::to_string(each.generation) + "." +
           std::to_string(each.occurrence) + " for " + to_text(each.fires) + " at " +
           to_text(each.raised) + (each.late_armed ? " late armed" : "");
  }
  return out;
}

std::string cycle_text(Date first, Date last) { return to_text(first) + ".." + to_text(last); }
std::string day_text(std::optional<Date> day) { return day ? to_text(*day) : "none"; }

/// What one task is like, in one line and a line for each rung.
struct Picture {
  std::string_view state, light;
  std::string lead;
  Names co, missing, owing, excused;
  std::string waits_for, schedule, cycle, final;
  Date due, original_due;
  int late_days, overdue_days, extensions, closed, missed;
  bool started;
  std::vector<Said> said;

  std::string text() const {
    return std::string(state) + " " + std::string(light) + " due " + to_text(due) + " (" +
           to_text(original_due) + ") final " + final + " " + schedule + " " + cycle + " closed " +
           std::to_string(closed) + " missed " + std::to_string(missed) + " late " +
           std::to_string(late_days) + " overdue " + std::to_string(overdue_days) + " extensions " +
           std::to_string(extensions) + (started ? " started" : "") + " lead " + lead + " co " +
           joined(co) + " missing " + joined(missing) + " owing " + joined(owing) + " excused " +
           joined(excused) + " waits:" + waits_for + lines_of(said);
  }
};

}  // namespace

Said said_by(const Escalation& each) {
  return {each.rung, each.generation, each.occurrence, each.fires, each.raised, each.late_armed};
}

std::string picture(const Task& task, const Standing& standing, std::vector<Said> said) {
  Picture it{};
  it.state = to_text(task.state);
  it.light = to_text(standing.light);
  it.lead = task.lead;
  it.co = {task.co.begin(), task.co.end()};
  it.missing = {standing.missing.begin(), standing.missing.end()};
  it.owing = {task.owing.begin(), task.owing.end()};
  it.excused = {task.excused.begin(), task.excused.end()};
  for (const Role role : standing.waits_for)
    it.waits_for += (it.waits_for.empty() ? "" : " ") + std::string(to_text(role));
  it.schedule = to_text(task.kind());
  if (task.cycle) it.cycle = cycle_text(task.cycle->first, task.cycle->last);
  it.due = task.due();
  it.original_due = task.original_due;
  it.final = day_text(standing.final_due);
  it.late_days = standing.late_days;
  it.overdue_days = standing.overdue_days;
  it.extensions = task.extensions;
  it.closed = static_cast<int>(task.cycles.size());
  for (const CycleRecord& cycle : task.cycles) it.missed += cycle.missed ? 1 : 0;
  it.started = task.started.has_value();
  it.said = std::move(said);
  return it.text();
}

std::string picture(const Model& model, Date today) {
  Picture it{};
  it.state = to_text(model.state);
  it.light = to_text(model.light(today));
  it.lead = model.lead;
  it.co = model.co;
  it.missing = model.missing();
  it.owing = model.owing;
  it.excused = model.excused;
  it.waits_for = model.waits_for();
  it.schedule = to_text(model.kind());
  if (model.kind() != ScheduleKind::once)
    it.cycle = cycle_text(model.cycle.first, model.cycle.last);
  it.due = model.due;
  it.original_due = model.original_due;
  it.final = day_text(model.final_due());
  it.late_days = model.late_days(today);
  it.overdue_days = static_cast<int>(model.overdue_on.size());
  it.extensions = model.extensions;
  it.closed = model.cycles_closed;
  it.missed = model.cycles_missed;
  it.started = model.started;
  it.said = model.said;
  return it.text();
}

}  // namespace duban::sim
