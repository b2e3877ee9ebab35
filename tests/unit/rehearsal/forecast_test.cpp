#include "rehearsal/forecast.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "engine/log/entry_text.hpp"
#include "tests/support/office.hpp"
#include "tests/support/shipped.hpp"
#include "text/caret.hpp"

using namespace duban;
using test::must;

namespace {

struct Workspace {
  MemoryStore store;
  test::Office office{store};
  std::unique_ptr<Reading> reading;

  Workspace() {
    office.init("2018-01-03");
    office.import("2018-01-05", "p",
                  {test::row(1, 1, "省经信委", {"省安监局"}, {false, make_date(2018, 12, 31), {}}),
                   test::row(1, 2, "省教育厅", {}, {true, {}, CycleUnit::half_year})});
    office.step("2018-01-08", "省经信委", {.event = Event::start, .task = "1.1.1"});
    look("2018-02-01");
  }
  void look(const std::string& day) {
    reading = must(Reading::open(must(store.read()), office.compiler, at(day)));
  }
  Instant at(const std::string& day) {
    return parse_moment(day, Zone::find("Asia/Shanghai").value()).value();
  }
  std::shared_ptr<const Basis> other(const std::string& rules) {
    BasisTexts texts = office.texts;
    texts.rules = rules;
    return must(office.compiler.compile("other " + rules, texts));
  }
  std::string seen(const Future& future) {
    std::string text;
    must(forecast(*reading, {}, future, [&](const Outlook& outlook) -> Result<bool> {
      text += to_text(outlook.before.key) + " " + std::string(to_text(outlook.before.state)) +
              " -> " + std::string(to_text(outlook.course.task.state));
      for (const Entry& entry : outlook.course.entries) {
        text += "\n  " + reading->basis().zone.local_text(entry.effective) + " " +
                std::string(to_text(entry.event));
        if (const Value* rung = entry.data.find("rung")) text += " " + *rung->text();
        if (entry.role != Role::scheduler) text += " by " + entry.actor;
      }
      for (const RefusedHabit& each : outlook.refused)
        text += "\n  " + each.actor + ": " + to_text(each.error.message);
      text += "\n";
      return true;
    }));
    return text;
  }
};

Behaviour habits(const std::string& text) {
  const Checked<Behaviour> read = load_behaviour(text, "habits.yaml");
  if (!read) BOOST_FAIL(with_caret(read.error().front()));
  return *read;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(forecast_tests)

BOOST_AUTO_TEST_CASE(time_alone_as_a_later_reading_shows_it) {
  Workspace at;
  const Instant until = at.at("2019-06-01");
  std::vector<Escalation> ahead;
  must(forecast(*at.reading, {}, {.until = until}, [&](const Outlook& outlook) -> Result<bool> {
    ahead.insert(ahead.end(), outlook.course.escalations.begin(), outlook.course.escalations.end());
    return true;
  }));
  const std::int64_t size = at.reading->meta().size;
  std::vector<Escalation> now, later;
  const auto unwritten = [&](std::vector<Escalation>& list) {
    must(at.reading->each_task({}, [&](TaskView& view) -> Result<bool> {
      list.insert(list.end(), view.unwritten.begin(), view.unwritten.end());
      return true;
    }));
  };
  unwritten(now);
  at.look("2019-06-01");
  unwritten(later);
  BOOST_TEST(at.reading->meta().size == size);  // nothing was written
  BOOST_TEST(now.size() + ahead.size() == later.size());
}

BOOST_AUTO_TEST_CASE(stages_and_cycles_go_as_the_nights_then_take_them) {
  for (const char* roll : {"none", "next", "previous"}) {
    MemoryStore store;
    test::Office office{store};
    office.texts.rules = testing::replaced(office.texts.rules, "deadlines:\n",
                                           std::string("deadlines:\n  roll: ") + roll + "\n");
    office.init("2018-01-03");
    Deadline staged{false, make_date(2018, 12, 29)};  // both days are Saturdays
    staged.stages = {{make_date(2018, 3, 31), ""}, {staged.due, ""}};
    Deadline monthly{true, {}, CycleUnit::month, CycleDay{1, 10}};
    office.import(
        "2018-01-05", "p",
        {test::row(1, 1, "省经信委", {}, staged), test::row(1, 2, "省教育厅", {}, monthly),
         test::row(1, 3, "省安监局", {}, staged)});
    office.step("2018-01-30", "省安监局",
                {.event = Event::report, .task = "1.1.3", .note = "已办", .evidence = {"a"}});
    office.step("2018-01-31", "督查一处",
                {.event = Event::verify, .task = "1.1.3", .note = "已核"});
    office.night("2018-02-01");
    const auto now = must(store.read());
    const std::int64_t size = must(now->meta()).size;
    const auto line = [](const Entry& entry) {
      return to_text(*entry.task) + " " + to_text(entry.effective) + " " +
             std::string(to_text(entry.event)) + " " + canonical(entry.data);
    };
    const Zone zone = Zone::find("Asia/Shanghai").value();
    const Date last = make_date(2018, 12, 31);
    std::multiset<std::string> ahead, happened;
    const auto reading = must(
        Reading::open(must(store.read()), office.compiler, zone.midnight(make_date(2018, 2, 1))));
    must(forecast(*reading, {}, {.until = zone.midnight(last)},
                  [&](const Outlook& outlook) -> Result<bool> {
                    for (const Entry& entry : outlook.course.entries) ahead.insert(line(entry));
                    return true;
                  }));
    for (Date day = make_date(2018, 2, 2); day <= last; day = day + 1) office.night(to_text(day));
    must(must(store.read())
             ->each_entry(size, 1 << 20, [&](std::int64_t, std::string_view body) -> Result<bool> {
               const Entry entry = must(parse_entry(body));
               if (entry.task) happened.insert(line(entry));
               return true;
             }));
    BOOST_CHECK_MESSAGE((ahead == happened), roll);
    BOOST_TEST(ahead.size() > 20U);
  }
}

BOOST_AUTO_TEST_CASE(the_rules_in_force_as_other_rules_change_nothing) {
  Workspace at;
  const Instant until = at.at("2019-06-01");
  const std::string in_force = at.seen({.until = until});
  BOOST_TEST(at.seen({.until = until, .basis = at.other(at.office.texts.rules)}) == in_force);
}

BOOST_AUTO_TEST_CASE(a_rung_that_is_added_is_not_raised_for_what_has_passed) {
  Workspace at;
  const std::string rules = testing::replaced(
      at.office.texts.rules, "escalations:\n  # Not",
      "escalations:\n  - { id: early, at: assigned + 5d, in: [assigned, in_progress], level: 0, "
      "notify: [lead] }\n  # Not");
  const Instant until = at.at("2019-06-01");
  BOOST_TEST(at.seen({.until = until, .basis = at.other(rules)}) == at.seen({.until = until}));
}

BOOST_AUTO_TEST_CASE(departments_act_by_habit) {
  Workspace at;
  const Behaviour behaviour = habits(
      "lead: { start: assigned + 20wd, report: due - 3d }\n"
      "co: { contribute: due - 10d }\n"
      "coordinator: { verify: reported + 10wd }\n");
  BOOST_TEST(at.seen({.until = at.at("2019-01-31"), .behaviour = &behaviour}) ==
             R"(p/1.1.1 in_progress -> verified
  2018-04-08 00:00 escalate silent
  2018-05-08 00:00 escalate silent
  2018-06-08 00:00 escalate silent
  2018-07-08 00:00 escalate silent
  2018-08-08 00:00 escalate silent
  2018-09-08 00:00 escalate silent
  2018-10-08 00:00 escalate silent
  2018-11-08 00:00 escalate silent
  2018-12-01 00:00 escalate remind-30
  2018-12-08 00:00 escalate silent
  2018-12-17 00:00 escalate owing
  2018-12-21 09:00 contribute by 省安监局
  2018-12-24 00:00 escalate remind-5
  2018-12-28 09:00 report by 省经信委
  2019-01-11 09:00 verify by 省政府督查室
p/1.1.2 assigned -> in_progress
  2018-02-02 00:00 escalate unstarted
  2018-02-02 09:00 start by 省教育厅
  2018-06-10 00:00 escalate remind-30
  2018-07-03 00:00 escalate remind-5
  2018-07-07 09:00 report by 省教育厅
  2018-07-20 09:00 verify by 省政府督查室
  2018-12-11 00:00 escalate remind-30
  2019-01-03 00:00 escalate remind-5
  2019-01-07 09:00 report by 省教育厅
  2019-01-21 09:00 verify by 省政府督查室
)");
}

BOOST_AUTO_TEST_CASE(weights_draw_the_same_tasks_each_time_and_never_is_never) {
  Workspace at;
  const Behaviour never = habits("lead: { report: { due - 3d: 0, never: 1 } }\n");
  BOOST_TEST(at.seen({.until = at.at("2018-08-01"), .behaviour = &never}) ==
             at.seen({.until = at.at("2018-08-01")}));
  const Behaviour mixed =
      habits("lead: { start: assigned + 30wd, report: { due - 3d: 1, never: 1 } }\n");
  const auto seen = [&](unsigned seed) {
    return at.seen({.until = at.at("2019-08-01"), .behaviour = &mixed, .seed = seed});
  };
  BOOST_TEST(seen(1) == seen(1));
  bool differs = false;
  for (unsigned seed = 2; seed < 10; ++seed) differs = differs || seen(seed) != seen(1);
  BOOST_TEST(differs);
}

BOOST_AUTO_TEST_CASE(a_department_may_differ_and_what_the_rules_refuse_is_told) {
  Workspace at;
  const Behaviour behaviour = habits(
      "lead: { report: due - 3d }\n"
      "departments: { 省教育厅: { report: assigned + 1d } }\n");
  const std::string strict = testing::replaced(
      at.office.texts.rules, "groups: any, without: allowed", "groups: any, without: refused");
  const std::string seen =
      at.seen({.until = at.at("2018-12-31"), .basis = at.other(strict), .behaviour = &behaviour});
  BOOST_TEST(seen.find("省经信委: 'report' of p/1.1.1 lacks: contributions") != seen.npos, seen);
  BOOST_TEST(seen.find("2018-02-01 00:00 report by 省教育厅") != seen.npos, seen);
}

BOOST_AUTO_TEST_CASE(what_differs_between_two_ladders) {
  Workspace at;
  const auto escalations = [&](const std::string& rules) {
    std::vector<Escalation> all;
    const Future future{.until = at.at("2019-03-01"), .basis = at.other(rules)};
    must(forecast(*at.reading, {}, future, [&](const Outlook& outlook) -> Result<bool> {
      if (outlook.before.key.last() == 1) all = outlook.course.escalations;
      return true;
    }));
    return all;
  };
  std::string changed =
      testing::replaced(at.office.texts.rules, "at: due + 10wd,", "at: due + 15wd,");
  changed = testing::replaced(changed, "{ id: remind-5, ", "{ id: remind-x, ");
  changed = testing::replaced(changed, "at: due + 1d,        in: [overdue], level: 1",
                              "at: due + 1d,        in: [overdue], level: 2");
  std::string text;
  for (const Difference& each : differences(escalations(at.office.texts.rules),
                                            escalations(changed), at.reading->basis().zone)) {
    text += each.rung + " " + (each.before ? to_text(*each.before) : "-") + " " +
            (each.after ? to_text(*each.after) : "-") + " " + std::to_string(each.level) +
            (each.relevelled ? "!" : "") + "\n";
  }
  BOOST_TEST(text ==
             "remind-5 2018-12-24 - 0\n"
             "remind-x - 2018-12-24 0\n"
             "overdue 2019-01-01 2019-01-01 2!\n"
             "overdue-10 2019-01-14 2019-01-21 2\n");
}

BOOST_AUTO_TEST_CASE(a_file_of_habits_is_read_with_places) {
  const auto problems = [](const char* text) {
    std::string out;
    const Checked<Behaviour> read = load_behaviour(text, "h.yaml");
    if (!read) {
      for (const Error& error : read.error())
        out += to_text(error.where) + " " + to_text(error.message) + "\n";
    }
    return out;
  };
  BOOST_TEST(problems("lead: { start: assigned + 5wd, progress: every 1mo }\n") == "");
  BOOST_TEST(
      problems("lead: { verify: due }\nco: { contribute: sometimes }\n"
               "coordinator: { verify: { reported + 3d: many } }\n") ==
      "h.yaml:1:9 unknown key 'verify'; known here: start, progress, report\n"
      "h.yaml:2:19 unknown anchor 'sometimes'; known: due, assigned, started, heard, reported, "
      "requested, entered, raised(...)\n"
      "h.yaml:3:41 a whole number from 0 to 1000 is wanted here\n");
}

BOOST_AUTO_TEST_SUITE_END()
