// What the office does without a task in mind: nights, new rules, a plan that comes twice.
#include <algorithm>

#include "tests/sim/must.hpp"
#include "tests/sim/story.hpp"

namespace duban::sim {

void Story::night(Instant now) {
  ++tally_.nights;
  note(to_text(now) + " nightly");
  const bool accepts = !rehearsal_ && chance(30);
  const std::string code = expected_time(now, accepts);
  const Instant before = last();
  const auto run = [&](Store& store) {
    World at = world(store, now, "root");
    at.accept_gap = accepts;
    return nightly(at);
  };
  if (chance(10)) {
    test::FailingStore failing(*store_, 1 + below(40));
    const auto report = run(failing);
    if (failing.failed_once()) {
      if (report) fail("a night succeeded though the store failed");
      reopen();
      judge_all(last());
    } else if (report && report->recorded) {
      night_ = basis_->zone.date_of(report->at);
    }
  }
  std::size_t said = 0, stored = 0;
  const Instant until = std::max(now, before);
  const auto raised_by = [&](Instant time) {
    std::size_t count = 0;
    for (const auto& [key, model] : models_) {
      Model then = model;
      then.wait(time);
      count += then.said.size();
    }
    return count;
  };
  const auto count_stored = [&] {
    return static_cast<std::size_t>(must(must(seen().read())->row_counts()).escalations);
  };
  stored = count_stored();
  const auto report = run(*store_);
  same("answer to a night", report ? "" : std::string(to_text(report.error().code)), code);
  if (!report) return;
  said = raised_by(until);
  same("rungs raised by the night", std::to_string(report->escalations),
       std::to_string(said - stored));
  same("rungs in the table", std::to_string(count_stored()), std::to_string(said));
  same("tasks left by the night", std::to_string(report->left), "0");
  const Date date = basis_->zone.date_of(until);
  const bool first = !night_ || *night_ < date;
  if (report->recorded) night_ = std::max(date, night_.value_or(date));
  same("the night's own entry", report->recorded ? "written" : "none",
       report->fired > 0 || first ? "written" : "none");
  judge_all(until);
  if (!chance(10)) return;
  const std::int64_t size = must(must(seen().read())->meta()).size;
  const NightReport again = must(run(*store_));
  same("a second night", std::to_string(again.fired) + " " + std::to_string(again.size),
       "0 " + std::to_string(size));
}

namespace {

std::string told(const ActivateReceipt& receipt) {
  std::string text = std::to_string(receipt.fired) + " fired, " + std::to_string(receipt.tasks) +
                     " tasks, " + std::to_string(receipt.moved) + " moved, " +
                     std::to_string(receipt.raised) + " raised";
  for (const auto& [rung, fates] : receipt.rungs) {
    for (const auto& [fate, count] : fates)
      text += ", " + rung + " " + std::string(to_text(fate)) + " " + std::to_string(count);
  }
  return text;
}

}  // namespace

void Story::activate_other_rules(Instant now) {
  if (!expected_time(now, false).empty()) return;
  ++tally_.activations;
  const Country& before = countries_.back();
  Country after = before;
  after.law = amend_law(before.law, [&](int n) { return below(n); });
  if (after.law.text == before.law.text) return;
  note(to_text(now) + " activate");
  const Instant at = std::max(now, last());
  const World office = world(*store_, now, "root");
  const std::string dry = told(must(rehearse_activation(office, BasisPart::rules, after.law.text)));
  same("the dry run before it", dry,
       told(must(activate(office, BasisPart::rules, after.law.text))));
  countries_.push_back(std::move(after));
  for (auto& [key, model] : models_) model.rebase(countries_.back(), at);
  judge_all(at);
}

void Story::import_again(Instant now) {
  if (!expected_time(now, false).empty()) return;
  note(to_text(now) + " import");
  const std::int64_t size = must(must(seen().read())->meta()).size;
  ImportRequest request;
  request.plan = countries_.back().plan.id;
  request.issued = countries_.back().plan.issued;
  request.ends = countries_.back().plan.ends;
  request.path = "plan";
  const ImportReceipt receipt =
      must(import_plan(world(*store_, now, "督查二处"), opener_, request));
  same("the same plan again", receipt.unchanged ? "nothing" : "something", "nothing");
  same("log after the same plan", std::to_string(must(must(seen().read())->meta()).size),
       std::to_string(size));
}

}  // namespace duban::sim
