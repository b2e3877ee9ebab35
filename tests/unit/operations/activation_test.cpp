// What another basis changes for live tasks, and that a dry run says just that.
#include "engine/operations/activation.hpp"

#include "audit/replay.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/operations/rules_taken.hpp"
#include "tests/support/office.hpp"
#include "tests/support/shipped.hpp"

namespace duban::test {
namespace {

struct Workspace {
  MemoryStore store;
  Office office{store};

  Workspace() {
    office.init("2018-01-03");
    office.import("2018-01-05", "p",
                  {row(1, 1, "省经信委", {"省安监局"}, {false, make_date(2018, 12, 31), {}}),
                   row(1, 2, "省教育厅", {}, {false, make_date(2018, 6, 29), {}}),
                   row(1, 3, "省教育厅", {}, {true, {}, CycleUnit::half_year}),
                   row(1, 4, "省安监局", {}, {false, make_date(2018, 3, 30), {}})});
    office.step("2018-01-08", "省经信委", {.event = Event::start, .task = "1.1.1"});
    office.step(
        "2018-01-08", "督查一处",
        {.event = Event::suspend, .task = "1.1.2", .note = "等待", .until = make_date(2018, 4, 2)});
    office.night("2018-02-01");
  }

  std::string rules(const std::string& from, const std::string& to) const {
    return duban::testing::replaced(office.texts.rules, from, to);
  }
  std::int64_t size() { return must(must(store.read())->meta()).size; }
  Task task(int no) { return *must(must(store.read())->task({"p", {1, 1, no}})); }
  std::string raised(int no) {
    std::string names;
    must(must(store.read())
             ->each_escalation(TaskKey{"p", {1, 1, no}}, [&](const Escalation& e) -> Result<bool> {
               names += e.rung + "/" + std::to_string(e.occurrence + 1) + " ";
               return true;
             }));
    return names;
  }
  std::string differences() {
    std::string found;
    const std::unique_ptr<View> log = must(store.read());
    const audit::Replay replay = must(audit::replay(*log, office.compiler));
    for (const audit::Finding& finding : replay.findings.first()) found += to_text(finding) + "\n";
    return found;
  }
};

std::string picture(const TaskChange& change) {
  std::string text = to_text(change.task) + (change.moved ? " moved" : "");
  for (const TaskChange::Rung& rung : change.rungs) {
    text += " " + rung.id + ":" + std::string(to_text(rung.fate));
    if (rung.before) text += " " + to_text(*rung.before);
    if (rung.after) text += " -> " + to_text(*rung.after);
  }
  for (const TaskChange::Step& step : change.steps)
    text += std::string(step.opens ? " +" : " -") + std::string(to_text(step.event));
  for (const Escalation& each : change.raised) text += " !" + each.rung;
  return text + "\n";
}

std::string picture(const ActivateReceipt& receipt) {
  std::string text = "fired " + std::to_string(receipt.fired) + " tasks " +
                     std::to_string(receipt.tasks) + " moved " + std::to_string(receipt.moved) +
                     " raised " + std::to_string(receipt.raised) + "\n";
  for (const auto& [rung, fates] : receipt.rungs) {
    text += rung;
    for (const auto& [fate, count] : fates)
      text += " " + std::string(to_text(fate)) + " " + std::to_string(count);
    text += "\n";
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(activation_tests)

BOOST_AUTO_TEST_CASE(a_dry_run_says_what_the_activation_then_does_and_writes_nothing) {
  Workspace at;
  std::string rules = at.rules("at: due + 10wd,", "at: due + 15wd,");
  rules = duban::testing::replaced(rules, "id: remind-30,  at: due - 30d,",
                                   "id: remind-60,  at: due - 60d,");
  rules = duban::testing::replaced(rules, "at: assigned + 10wd, in: [assigned], level: 1",
                                   "at: assigned + 10wd, in: [assigned], level: 2");
  rules = duban::testing::replaced(rules, "  withdraw:", "  # withdraw:");
  rules =
      duban::testing::replaced(rules, "in: [assigned, in_progress]\n    require: { note: true }",
                               "in: [in_progress]\n    require: { note: true }");
  std::string rehearsed, done;
  const std::int64_t before = at.size();
  const ActivateReceipt dry =
      must(rehearse_activation(at.office.world("2018-02-20", "root"), BasisPart::rules, rules,
                               [&](const TaskChange& change) { rehearsed += picture(change); }));
  BOOST_TEST(at.size() == before);
  const ActivateReceipt real = must(
      activate(at.office.world("2018-02-20", "root"), BasisPart::rules, rules, {}, Event::activate,
               {}, [&](const TaskChange& change) { done += picture(change); }));
  BOOST_TEST(rehearsed == done);
  BOOST_TEST(picture(dry) == picture(real));
  BOOST_TEST(dry.after == real.after);
  BOOST_TEST(done ==
             "p/1.1.1 remind-30:lapsed 2018-12-01 overdue-10:moved 2019-01-14 -> 2019-01-21 "
             "remind-60:armed -> 2018-11-01\n"
             "p/1.1.2 remind-30:lapsed 2018-05-30 overdue-10:moved 2018-07-13 -> 2018-07-20 "
             "remind-60:armed -> 2018-04-30\n"
             "p/1.1.3 unstarted:changed 2018-03-02 -> 2018-03-02 remind-30:lapsed 2018-06-10 "
             "overdue-10:moved 2018-07-24 -> 2018-07-31 remind-60:armed -> 2018-05-11 "
             "-request-extension\n"
             "p/1.1.4 moved unstarted:changed 2018-03-02 -> 2018-03-02 remind-30:lapsed 2018-02-28 "
             "overdue-10:moved 2018-04-13 -> 2018-04-20 -request-extension\n");
  BOOST_TEST(at.differences() == "");
}

BOOST_AUTO_TEST_CASE(a_withdrawn_rung_lapses_and_what_was_raised_stays_raised) {
  Workspace at;
  BOOST_TEST(at.raised(4) == "unstarted/1 ");
  const std::string without = at.rules(
      "  - { id: unstarted,  at: assigned + 10wd, in: [assigned], level: 1, notify: [lead, "
      "coordinator],\n      name: 迟迟不签收, repeat: { every: 10wd, times: 5 } }\n",
      "");
  must(activate(at.office.world("2018-02-05", "root"), BasisPart::rules, without));
  at.office.night("2018-03-15");
  BOOST_TEST(at.raised(4) == "unstarted/1 unstarted/2 remind-30/1 ");  // /3 and /4 lapsed
  // Back again: nothing of the time between, nothing twice, only what lies ahead.
  must(activate(at.office.world("2018-03-15", "root"), BasisPart::rules, at.office.texts.rules));
  at.office.night("2018-03-30");
  BOOST_TEST(at.raised(4) ==
             "unstarted/1 unstarted/2 remind-30/1 unstarted/5 remind-5/1 unstarted/6 ");
  BOOST_TEST(at.differences() == "");
}

BOOST_AUTO_TEST_CASE(suspended_tasks_stay_suspended_until_their_day) {
  Workspace at;
  must(activate(at.office.world("2018-02-20", "root"), BasisPart::rules,
                at.rules("moves_due: calendar-days", "moves_due: none")));
  BOOST_TEST(to_text(at.task(2).state) == "suspended");
  at.office.night("2018-04-02");
  BOOST_TEST(to_text(at.task(2).state) == "assigned");
  BOOST_TEST(to_text(at.task(2).due()) == "2018-06-29");  // resumed under the new rules
  BOOST_TEST(at.differences() == "");
}

BOOST_AUTO_TEST_CASE(the_entry_names_both_bases_and_old_entries_keep_theirs) {
  Workspace at;
  const std::int64_t before = at.size();
  const ActivateReceipt receipt =
      must(activate(at.office.world("2018-02-01", "root"), BasisPart::rules,
                    at.rules("warning: 30d", "warning: 60d")));
  at.office.step("2018-02-02", "省经信委",
                 {.event = Event::progress, .task = "1.1.1", .note = "n"});
  const std::unique_ptr<View> log = must(at.store.read());
  const Entry entry = must(parse_entry(must(log->entry_body(before))));
  BOOST_TEST(*entry.data.find("before")->text() == receipt.before);
  BOOST_TEST(*entry.data.find("after")->text() == receipt.after);
  BOOST_TEST(must(parse_entry(must(log->entry_body(before - 1)))).basis == receipt.before);
  BOOST_TEST(must(parse_entry(must(log->entry_body(before + 1)))).basis == receipt.after);
  BOOST_TEST(at.differences() == "");
}

BOOST_AUTO_TEST_CASE(in_spite_of_what_rules_were_taken_is_known_as_long_as_they_are_in_force) {
  Workspace at;
  const auto taken = [&] {
    const std::unique_ptr<View> log = must(at.store.read());
    const std::optional<RulesTaken> found = must(rules_taken_despite(*log));
    return found ? found->actor + " " + std::to_string(found->despite.lacks.front().property) +
                       " " + found->despite.note
                 : std::string("nothing");
  };
  BOOST_TEST(taken() == "nothing");
  Value data;
  add_to(data, {{{2, false}, {5, true}}, "只此一家"});
  must(activate(at.office.world("2018-02-01", "root"), BasisPart::rules,
                at.rules("warning: 30d", "warning: 60d"), {}, Event::activate, data));
  BOOST_TEST(taken() == "root 2 只此一家");
  // Another calendar changes nothing of it, other rules do.
  must(activate(at.office.world("2018-02-02", "root"), BasisPart::calendar,
                Calendar("cn", {}).text()));
  BOOST_TEST(taken() == "root 2 只此一家");
  must(activate(at.office.world("2018-02-03", "root"), BasisPart::rules, at.office.texts.rules));
  BOOST_TEST(taken() == "nothing");
  BOOST_TEST(at.differences() == "");
}

BOOST_AUTO_TEST_CASE(whoever_once_led_is_known) {
  Workspace at;
  at.office.step("2018-02-02", "督查一处",
                 {.event = Event::reassign, .task = "1.1.1", .note = "n", .to = "省教育厅"});
  const std::unique_ptr<View> log = must(at.store.read());
  const std::vector<std::string> leads = must(leads_ever(*log));
  BOOST_TEST((std::find(leads.begin(), leads.end(), "省教育厅") != leads.end()));
  BOOST_TEST((std::find(leads.begin(), leads.end(), "省经信委") != leads.end()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::test
