// The engine's word beside the model's, and the log's beside the tables'.
#include <algorithm>
#include <set>
#include <tuple>

#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/entry_text.hpp"
#include "tests/sim/must.hpp"
#include "tests/sim/picture.hpp"
#include "tests/sim/story.hpp"
#include "tests/support/past_again.hpp"

namespace duban::sim {
std::string Story::of_engine(Reading& reading, const TaskKey& key) {
  const TaskView view = must(reading.task(key));
  std::vector<Said> said;
  for (const Escalation& each : must(reading.escalations(view))) said.push_back(said_by(each));
  return picture(view.task, view.standing, std::move(said));
}

std::string Story::of_model(const TaskKey& key, Instant now) const {
  Model model = models_.at(key);
  model.wait(now);
  return picture(model, basis_->zone.date_of(now));
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
