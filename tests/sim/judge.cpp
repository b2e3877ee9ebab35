// The engine's word beside the model's, and the log's beside the tables'.
#include <algorithm>
#include <set>
#include <tuple>

#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/entry_text.hpp"
#include "tests/sim/must.hpp"
#include "tests/sim/story.hpp"
#include "tests/support/past_again.hpp"

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

/// What one task is like, in one line and a line for each rung.
struct Picture {
  std::string_view state, light;
  std::string lead;
  Names co, missing, owing, excused;
  std::string waits_for, cycle;
  Date due, original_due;
  int late_days, overdue_days, extensions, closed, missed;
  bool started;
  std::vector<Said> said;

  std::string text() const {
    return std::string(state) + " " + std::string(light) + " due " + to_text(due) + " (" +
           to_text(original_due) + ") " + cycle + " closed " + std::to_string(closed) + " missed " +
           std::to_string(missed) + " late " + std::to_string(late_days) + " overdue " +
           std::to_string(overdue_days) + " extensions " + std::to_string(extensions) +
           (started ? " started" : "") + " lead " + lead + " co " + joined(co) + " missing " +
           joined(missing) + " owing " + joined(owing) + " excused " + joined(excused) +
           " waits:" + waits_for + lines_of(said);
  }
};

}  // namespace

std::string Story::of_engine(Reading& reading, const TaskKey& key) {
  const TaskView view = must(reading.task(key));
  const Task& task = view.task;
  Picture picture{};
  picture.state = to_text(task.state);
  picture.light = to_text(view.standing.light);
  picture.lead = task.lead;
  picture.co = {task.co.begin(), task.co.end()};
  picture.missing = {view.standing.missing.begin(), view.standing.missing.end()};
  picture.owing = {task.owing.begin(), task.owing.end()};
  picture.excused = {task.excused.begin(), task.excused.end()};
  for (const Role role : view.standing.waits_for)
    picture.waits_for += (picture.waits_for.empty() ? "" : " ") + std::string(to_text(role));
  if (task.cycle) picture.cycle = to_text(task.cycle->first) + ".." + to_text(task.cycle->last);
  picture.due = task.due();
  picture.original_due = task.original_due;
  picture.late_days = view.standing.late_days;
  picture.overdue_days = view.standing.overdue_days;
  picture.extensions = task.extensions;
  picture.closed = static_cast<int>(task.cycles.size());
  for (const CycleRecord& cycle : task.cycles) picture.missed += cycle.missed ? 1 : 0;
  picture.started = task.started.has_value();
  for (const Escalation& each : must(reading.escalations(view))) {
    picture.said.push_back(
        {each.rung, each.generation, each.occurrence, each.fires, each.raised, each.late_armed});
  }
  return picture.text();
}

std::string Story::of_model(const TaskKey& key, Instant now) const {
  Model model = models_.at(key);
  model.wait(now);
  const Date today = basis_->zone.date_of(now);
  Picture picture{};
  picture.state = to_text(model.state);
  picture.light = to_text(model.light(today));
  picture.lead = model.lead;
  picture.co = model.co;
  picture.missing = model.missing();
  picture.owing = model.owing;
  picture.excused = model.excused;
  picture.waits_for = model.waits_for();
  if (model.ongoing) picture.cycle = to_text(model.cycle.first) + ".." + to_text(model.cycle.last);
  picture.due = model.due;
  picture.original_due = model.original_due;
  picture.late_days = model.late_days(today);
  picture.overdue_days = static_cast<int>(model.overdue_on.size());
  picture.extensions = model.extensions;
  picture.closed = model.cycles_closed;
  picture.missed = model.cycles_missed;
  picture.started = model.started;
  picture.said = model.said;
  return picture.text();
}

void Story::judge(const TaskKey& key, Instant now) {
  const auto reading = must(Reading::open(must(seen().read()), compiler_, now));
  same(to_text(key) + " as of " + to_text(now), of_engine(*reading, key), of_model(key, now));
}

void Story::judge_all(Instant now) {
  const auto reading = must(Reading::open(must(seen().read()), compiler_, now));
  for (const auto& [key, model] : models_)
    same(to_text(key) + " as of " + to_text(now), of_engine(*reading, key), of_model(key, now));
}

void Story::judge_log() {
  const auto view = must(seen().read());
  std::set<std::tuple<TaskKey, std::string, std::string>> raised;
  must(view->each_entry(
      0, must(view->meta()).size, [&](std::int64_t seq, std::string_view body) -> Result<bool> {
        const Entry entry = must(parse_entry(body));
        if (entry.event != Event::escalate) return true;
        const std::string rung = *entry.data.find("rung")->text();
        ++tally_.rungs[rung];
        const std::string times = std::to_string(*entry.data.find("generation")->integer()) + "." +
                                  std::to_string(*entry.data.find("occurrence")->integer());
        if (!raised.insert({*entry.task, rung, times}).second)
          fail("entry " + std::to_string(seq) + " raises " + rung + " " + times + " of " +
               to_text(*entry.task) + " a second time");
        return true;
      }));
}

void Story::judge_replay() {
  ++tally_.replays;
  const auto view = must(seen().read());
  std::string found;
  const audit::CheckReport report = must(audit::check(*view, vault_));
  for (const audit::Finding& each : report.findings.first())
    found += "\n    " + audit::to_text(each);
  audit::Replay replay = must(audit::replay(*view, compiler_, {}));
  must(audit::compare(*view, *replay.derived, replay.findings));
  for (const audit::Finding& each : replay.findings.first())
    found += "\n    " + audit::to_text(each);
  if (!found.empty()) fail("the audit finds:" + found);
  const std::string past = testing::past_differs(seen(), compiler_, must(view->meta()).last_time);
  if (!past.empty()) fail("the past does not happen again: " + past);
}

void Story::same(const std::string& what, const std::string& engine, const std::string& model) {
  if (engine != model) fail(what + "\n  engine: " + engine + "\n  model:  " + model);
}

void Story::fail(const std::string& what) const {
  std::string out;
  for (const std::string& line : journal_) out += "  " + line + "\n";
  throw Difference{day_, out + what};
}

}  // namespace duban::sim
