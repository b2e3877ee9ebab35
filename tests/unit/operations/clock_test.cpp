// A machine whose clock was ahead once: until an admin accepts the right one nothing is done, then
// steps go by the machine, and nothing is recorded before what precedes it.
#include <boost/test/unit_test.hpp>

#include "audit/check.hpp"
#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/operations/activation.hpp"
#include "engine/operations/reading.hpp"
#include "tests/support/office.hpp"
#include "tests/unit/audit/damaged_log.hpp"

namespace duban::test {
namespace {

struct Scene {
  MemoryStore store;
  Office office{store};

  Scene() {
    office.rehearsal = false;
    office.init("2017-02-20");
    office.import("2017-03-01", "p1",
                  {row(1, 1, "省经信委", {}, {false, make_date(2017, 3, 10), {}}),
                   row(1, 2, "省安监局", {}, {false, make_date(2017, 3, 20), {}}),
                   row(1, 3, "省教育厅", {}, {false, make_date(2017, 9, 30), {}})});
  }

  std::string remark(const char* at, const char* task) {
    const Result<Receipt> done =
        step(office.world(at, "督查一处"), {.event = Event::remark, .task = task, .note = "正常"});
    if (!done) return to_text(done.error().message);
    const Entry entry = last();
    return "effective " + to_text(entry.effective) + ", recorded " + to_text(entry.recorded) +
           ", " + canonical(entry.data);
  }
  std::string accept(const char* at, const char* note = "重启后快了") {
    const Result<ClockReceipt> done = accept_clock(office.world(at, "root"), note);
    if (!done) return to_text(done.error().message);
    return to_text(done->now) + " until " + to_text(done->until);
  }
  Entry last() {
    const std::unique_ptr<View> view = must(store.read());
    return must(parse_entry(must(view->entry_body(must(view->meta()).size - 1))));
  }
  TaskState state(const TaskKey& key) { return must(must(store.read())->task(key))->state; }
  std::string findings(View& view) {
    audit::Replay replay = must(audit::replay(view, office.compiler, std::nullopt));
    must(audit::compare(view, *replay.derived, replay.findings));
    std::string out;
    for (const audit::Finding& finding : replay.findings.first()) out += to_text(finding) + "\n";
    return out;
  }
  std::string findings() { return findings(*must(store.read())); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(clock_tests)

BOOST_AUTO_TEST_CASE(refuses_steps_until_it_is_accepted) {
  Scene s;
  s.office.night("2017-04-10");
  const std::string said = s.remark("2017-03-03", "1.1.3");
  BOOST_TEST(said ==
             "the machine's clock says 2017-03-03 00:00, but steps were taken up to 2017-04-10 "
             "00:00; if the clock is behind, set it right; if it is right, it was ahead then, and "
             "an admin goes on with: duban clock --accept --note '...'");
  const Result<NightReport> night = nightly(s.office.world("2017-03-03"));
  BOOST_TEST(static_cast<int>(night.error().code) == static_cast<int>(Errc::clock));
}

BOOST_AUTO_TEST_CASE(goes_by_the_machine_once_it_is_accepted) {
  Scene s;
  s.remark("2017-04-10", "1.1.1");  // its deadline and rungs fell, of days that had not come
  BOOST_TEST(s.accept("2017-03-03") == "2017-03-02T16:00:00Z until 2017-04-09T16:00:00Z");
  BOOST_TEST(s.remark("2017-03-04", "1.1.3") ==
             "effective 2017-03-03T16:00:00Z, recorded 2017-04-09T16:00:00Z, {\"note\":\"正常\"}");
  // A task that had lived ahead is never acted on before its own last entry.
  BOOST_TEST((s.state({"p1", {1, 1, 1}}) == TaskState::overdue));
  const Instant lived = must(must(s.store.read())->task({"p1", {1, 1, 1}}))->updated;
  BOOST_TEST(s.remark("2017-03-05", "1.1.1") ==
             "effective " + to_text(lived) +
                 ", recorded 2017-04-09T16:00:00Z, "
                 "{\"clock\":\"2017-03-04T16:00:00Z\",\"note\":\"正常\"}");
  // It does not run back a second time without a word.
  BOOST_TEST(s.remark("2017-03-04", "1.1.3").starts_with("the machine's clock says"));
  BOOST_TEST(s.remark("2017-04-11", "1.1.3") ==
             "effective 2017-04-10T16:00:00Z, recorded 2017-04-10T16:00:00Z, {\"note\":\"正常\"}");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(lets_nights_fire_by_the_machine) {
  Scene s;
  s.remark("2017-04-10", "1.1.3");  // only this task lived ahead
  BOOST_TEST(s.accept("2017-03-03") == "2017-03-02T16:00:00Z until 2017-04-09T16:00:00Z");
  NightReport night = s.office.night("2017-03-12");
  BOOST_TEST(night.deadlines == 1);
  BOOST_TEST(night.recorded);
  BOOST_TEST((s.last().recorded == must(parse_instant("2017-04-09T16:00:00Z"))));
  BOOST_TEST((s.last().effective == must(parse_instant("2017-03-11T16:00:00Z"))));
  BOOST_TEST((s.state({"p1", {1, 1, 2}}) == TaskState::assigned));
  night = s.office.night("2017-03-13");
  BOOST_TEST(night.recorded);  // each day's first run leaves its mark
  BOOST_TEST(to_text(*must(must(s.store.read())->meta()).last_night) == "2017-03-13");
  s.office.night("2017-03-25");
  BOOST_TEST((s.state({"p1", {1, 1, 2}}) == TaskState::overdue));
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(lets_the_workspace_itself_be_kept) {
  Scene s;
  s.office.night("2017-04-10");
  s.accept("2017-03-03");
  must(add_actor(s.office.world("2017-03-04", "root"), {"陈亮", "省教育厅", {}, {}}));
  s.office.import("2017-03-05", "p2",
                  {row(1, 1, "省经信委", {}, {true, {}, CycleUnit::month}),
                   row(1, 2, "省经信委", {}, {false, make_date(2017, 3, 1), {}})});
  must(set_plan_end(s.office.world("2017-03-06", "root"), "p2", make_date(2017, 3, 20)));
  std::string calmer = s.office.texts.rules;
  const std::size_t at = calmer.find("due - 30d");
  calmer.replace(at, 9, "due - 20d");
  must(activate(s.office.world("2017-03-07", "root"), BasisPart::rules, calmer, {}, Event::activate,
                {}));
  s.office.night("2017-03-22");
  s.remark("2017-03-23", "p2/1.1.1");
  s.office.night("2017-04-20");
  BOOST_TEST(s.findings() == "");
}

BOOST_AUTO_TEST_CASE(reads_at_the_time_of_the_machine) {
  Scene s;
  s.remark("2017-04-10", "1.1.3");
  s.accept("2017-03-03");
  s.remark("2017-03-05", "1.1.2");
  const auto read = [&](const char* at) {
    const World world = s.office.world(at);
    std::unique_ptr<View> view = must(s.store.read());
    const Meta meta = must(view->meta());
    const Instant now =
        must(reading_time(meta, world, must(zone_in_force(*view, s.office.compiler))));
    const std::unique_ptr<Reading> reading =
        must(Reading::open(std::move(view), s.office.compiler, now));
    TaskView task = must(reading->task({"p1", {1, 1, 1}}));
    return to_text(now) + " " + std::string(to_text(task.task.state));
  };
  BOOST_TEST(read("2017-03-06") == "2017-03-05T16:00:00Z assigned");
  BOOST_TEST(read("2017-03-12") == "2017-03-11T16:00:00Z overdue");
}

/// What had been written by a moment, told again: that moment came twice, and the second counts.
BOOST_AUTO_TEST_CASE(gives_the_board_of_a_moment_after_it) {
  Scene s;
  const auto now = [&] { return must(must(s.store.read())->meta()).size; };
  const std::int64_t before = now();
  s.remark("2017-04-10", "1.1.3");
  s.accept("2017-03-03");
  const std::int64_t accepted = now();
  s.remark("2017-03-05", "1.1.2");
  const std::int64_t first = now();
  s.remark("2017-03-09", "1.1.2");
  const auto by = [&](const char* at) {
    const auto past =
        must(audit::board_at(must(s.store.read()), s.office.compiler, must(parse_instant(at))));
    return must(past->meta()).size;
  };
  BOOST_TEST(by("2017-03-02T00:00:00Z") == before);
  BOOST_TEST(by("2017-03-03T00:00:00Z") == accepted);
  BOOST_TEST(by("2017-03-06T00:00:00Z") == first);
  BOOST_TEST(by("2017-03-10T00:00:00Z") == now());
}

BOOST_AUTO_TEST_CASE(is_for_an_admin_with_a_reason) {
  Scene s;
  s.office.night("2017-04-10");
  BOOST_TEST(s.accept("2017-03-03", " ") == "'clock' lacks: note");
  BOOST_TEST(s.accept("2017-01-01") ==
             "the machine's clock says 2017-01-01 00:00, before this workspace was made; set it "
             "right");
  const Result<ClockReceipt> other =
      accept_clock(s.office.world("2017-03-03", "督查一处"), "时钟已校准");
  BOOST_TEST(to_text(other.error().message) ==
             "'clock --accept' is for the admin (root); 督查一处 is none");
  BOOST_TEST(s.accept("2017-04-11") ==
             "the machine's clock says 2017-04-11 00:00 and is not behind the last step "
             "(2017-04-10 00:00); there is nothing to accept");
}

BOOST_AUTO_TEST_CASE(is_none_in_a_rehearsal) {
  MemoryStore store;
  Office office(store);
  office.init("2017-01-03");
  const Result<ClockReceipt> done = accept_clock(office.world("2016-03-03", "root"), "时钟已校准");
  BOOST_TEST(to_text(done.error().message) ==
             "a rehearsal has its clock from --at; there is none to accept");
}

/// An auditor sees the jump, and an entry that was made to look earlier than the clock allows.
BOOST_AUTO_TEST_CASE(is_audited) {
  Scene s;
  s.remark("2017-04-10", "1.1.3");
  s.accept("2017-03-03");
  s.remark("2017-03-05", "1.1.2");
  DamagedLog log(s.store);
  const auto replayed = [&] {
    std::string out;
    const audit::Replay replay = must(audit::replay(log, s.office.compiler));
    for (const audit::Finding& finding : replay.findings.first()) out += to_text(finding) + "\n";
    return out;
  };
  BOOST_TEST(replayed() == "");
  const Entry remark = log.find([](const Entry& entry) {
    return entry.event == Event::remark && entry.task == TaskKey{"p1", {1, 1, 2}};
  });
  Entry forged = remark;
  forged.effective = must(parse_instant("2017-03-02T08:00:00Z"));  // before the clock was accepted
  log.replace(forged);
  const std::string said = "entry " + std::to_string(remark.seq) +
                           ", p1/1.1.2: 'effective' is 2017-03-02T08:00:00Z, but "
                           "2017-03-02T16:00:00Z follows";
  BOOST_TEST(replayed().find(said) != std::string::npos, replayed());
  log.replace(remark);
  Entry clock = log.find([](const Entry& entry) { return entry.event == Event::clock; });
  clock.data.set("before", "2017-04-01T00:00:00Z");
  log.replace(clock);
  BOOST_TEST(replayed() ==
             "entry " + std::to_string(clock.seq) +
                 ": 'data.before' is \"2017-04-01T00:00:00Z\", but \"2017-04-09T16:00:00Z\" "
                 "follows from what came before\n");
}

/// After an accepted clock `recorded` tells nothing of when a night was there; what it fired does.
BOOST_AUTO_TEST_CASE(lets_no_timer_fall_early) {
  Scene s;
  s.remark("2017-04-10", "1.1.3");
  s.accept("2017-03-03");
  s.office.night("2017-03-12");
  DamagedLog log(s.store);
  Entry night = log.find([](const Entry& entry) { return entry.event == Event::nightly; });
  night.effective = must(parse_instant("2017-03-09T16:00:00Z"));
  night.data.set("until", to_text(night.effective));
  night.data.set("business_date", "2017-03-10");
  log.replace(night);
  const audit::Replay replay = must(audit::replay(log, s.office.compiler));
  BOOST_TEST(!replay.findings.none());
  BOOST_TEST(to_text(replay.findings.first().front())
                 .ends_with("it fell at 2017-03-10T16:00:00Z, when the clock said "
                            "2017-03-09T16:00:00Z"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::test
