#include "audit/replay.hpp"

#include <boost/test/data/test_case.hpp>

#include "audit/compare.hpp"
#include "engine/log/basis_hash.hpp"
#include "engine/model/despite.hpp"
#include "tests/unit/audit/told.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::test;

namespace {

std::string replayed(View& log) {
  return shown(must(audit::replay(log, told().office.compiler)).findings);
}

/// The first three lines: one lie early in a task's life shows in all that follows.
std::string beginning(const std::string& text) {
  std::size_t end = 0;
  for (int line = 0; line < 3 && end < text.size(); ++line) end = text.find('\n', end) + 1;
  return text.substr(0, end);
}

/// The first entry of this event, of this task when one is given.
Entry first(const DamagedLog& log, Event event, std::optional<TaskKey> task = {}) {
  return log.find(
      [&](const Entry& entry) { return entry.event == event && (!task || entry.task == task); });
}

const TaskKey first_task{"p1", {1, 1, 1}};
const TaskKey third_task{"p1", {1, 1, 3}};

struct Case {
  const char* why;
  void (*damage)(DamagedLog& log);
  const char* said;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

/// Changes one field of an entry, and nothing else.
template <class Change>
void forge(DamagedLog& log, Entry entry, Change change) {
  change(entry);
  log.replace(entry);
}

const Case cases[] = {
    {"a role",
     [](DamagedLog& log) {
       forge(log, first(log, Event::verify), [](Entry& e) { e.role = Role::admin; });
     },
     "entry 68, p1/1.1.1: 'role' is admin, but coordinator follows from what came before\n"},
    {"a state before",
     [](DamagedLog& log) {
       forge(log, first(log, Event::report), [](Entry& e) { e.from = TaskState::overdue; });
     },
     "entry 30, p1/1.1.1: 'from' is overdue, but in_progress follows from what came before\n"},
    {"a state after",
     [](DamagedLog& log) {
       forge(log, first(log, Event::report), [](Entry& e) { e.to = TaskState::verified; });
     },
     "entry 30, p1/1.1.1: 'to' is verified, but reported follows from what came before\n"},
    {"when a timer fell",
     [](DamagedLog& log) {
       forge(log, first(log, Event::deadline, third_task), [](Entry& e) { --e.effective.seconds; });
     },
     "entry 71, p1/1.1.3: 'effective' is 2017-05-31T15:59:59Z, but 2017-05-31T16:00:00Z follows "
     "from what came before\n"},
    {"when a step was taken",
     [](DamagedLog& log) {
       forge(log, first(log, Event::verify), [](Entry& e) { e.effective.seconds -= 86400; });
     },
     "entry 68, p1/1.1.1: 'effective' is 2017-05-23T16:00:00Z, but 2017-05-24T16:00:00Z follows "
     "from what came before\n"},
    {"the actor",
     [](DamagedLog& log) {
       forge(log, first(log, Event::verify), [](Entry& e) { e.actor = "省教育厅"; });
     },
     "entry 68, p1/1.1.1: it could not have been taken: 'verify' is for the coordinator; 省教育厅 "
     "is not that on p1/1.1.1\n"
     "entry 89, p1/1.1.1: 'escalate unverified' fell at 2017-06-11T16:00:00Z, and up to here no "
     "entry tells of it\n"
     "entry 89, p1/1.1.1: 'escalate unverified' fell at 2017-06-25T16:00:00Z, and up to here no "
     "entry tells of it\n"},
    {"the department",
     [](DamagedLog& log) {
       forge(log, first(log, Event::verify), [](Entry& e) { e.department = "省教育厅"; });
     },
     "entry 68, p1/1.1.1: 'department' is 省教育厅, but 省政府督查室 follows from what came "
     "before\n"},
    {"the entry before",
     [](DamagedLog& log) { forge(log, first(log, Event::verify), [](Entry& e) { --*e.prev; }); },
     "entry 68, p1/1.1.1: 'prev' is 66, but 67 follows from what came before\n"},
    {"the basis",
     [](DamagedLog& log) {
       forge(log, first(log, Event::verify), [&](Entry& e) { e.basis = log.entry(0).basis; });
     },
     "entry 68, p1/1.1.1: 'basis' is "
     "<hash>, but "
     "<hash> follows from what came "
     "before\n"},
    {"the level of an escalation",
     [](DamagedLog& log) {
       forge(log, first(log, Event::escalate), [](Entry& e) { e.data.set("level", 3); });
     },
     "entry 9, p1/1.2.3: 'data.level' is 3, but 1 follows from what came before\n"},
    {"a night whose setting no file can have",
     [](DamagedLog& log) {
       forge(log, first(log, Event::nightly), [](Entry& e) { e.data.set("max_gap", 4000); });
     },
     "entry 16: 'max_gap' is 4000 days, which no setting allows\n"},
    {"more timers than numbers can count",
     [](DamagedLog& log) {
       forge(log, first(log, Event::nightly), [](Entry& e) {
         for (const char* count : {"deadlines", "escalations", "resumed"})
           e.data.set(count, safe_integer - 1);
       });
     },
     "entry 16: 'data.fired' is 6, but 27021597764222973 follows from what came before\n"},
    {"an import of more rows than an int holds",
     [](DamagedLog& log) {
       forge(log, first(log, Event::import), [](Entry& e) {
         e.data.set("tasks", *e.data.find("tasks")->integer() + (std::int64_t{1} << 32));
       });
     },
     "entry 10: the import of p1 announces 2147483647 tasks, and 6 were assigned\n"},
    {"a row with something that no document has",
     [](DamagedLog& log) {
       forge(log, first(log, Event::assign), [](Entry& e) { e.data.set("colour", "red"); });
     },
     "entry 2, p1/1.1.1: 'data.colour' is \"red\", but nothing follows from what came before\n"},
    {"who imported a row",
     [](DamagedLog& log) {
       forge(log, first(log, Event::assign), [](Entry& e) { e.actor = "督查九处"; });
     },
     "entry 2, p1/1.1.1: 'actor' is 督查九处, but 督查一处 follows from what came before\n"},
    {"an option that nobody has",
     [](DamagedLog& log) {
       forge(log, first(log, Event::verify), [](Entry& e) { e.data.set("colour", "red"); });
     },
     "entry 68, p1/1.1.1: 'data.colour' is \"red\", but nothing follows from what came before\n"},
    {"the reporter's evidence",
     [](DamagedLog& log) {
       forge(log, first(log, Event::report),
             [](Entry& e) { e.data.set("evidence", Value::Array{}); });
     },
     "entry 30, p1/1.1.1: it could not have been taken: 'report' of p1/1.1.1 lacks: evidence\n"
     "entry 31, p1/1.1.1: it could not have been taken: a task that is in_progress cannot take "
     "'withdraw'\n"},
    {"an escalation is gone",
     [](DamagedLog& log) { log.forge_out(first(log, Event::escalate, third_task).seq); },
     "entry 15, p1/1.1.3: 'escalate unstarted' fell at 2017-01-18T16:00:00Z, and up to here no "
     "entry tells of it\n"},
    {"a deadline is gone",
     [](DamagedLog& log) { log.forge_out(first(log, Event::deadline, third_task).seq); },
     "entry 71, p1/1.1.3: 'deadline' fell at 2017-05-31T16:00:00Z, and up to here no entry tells "
     "of it\n"},
    {"what time did just before a step is gone",
     [](DamagedLog& log) {
       const Entry step = log.find([&](const Entry& e) {
         return e.prev && e.role != Role::scheduler && log.entry(*e.prev).role == Role::scheduler;
       });
       log.forge_out(*step.prev);
     },
     "entry 17, p1/1.1.1: 'escalate unstarted' fell at 2017-01-31T16:00:00Z, and up to here no "
     "entry tells of it\n"},
    {"the last entry of a plan is gone",
     [](DamagedLog& log) {
       log.forge_out(first(log, Event::assign, TaskKey{"p1", {1, 2, 1}}).seq);
     },
     "entry 9: the import of p1 announces 6 tasks, and 5 were assigned\n"
     "entry 12, p1/1.2.1: the task of this 'escalate' was never assigned\n"
     "entry 47, p1/1.2.1: the task of this 'escalate' was never assigned\n"},
    {"an entry was dropped",
     [](DamagedLog& log) { log.bodies.erase(first(log, Event::excuse).seq); },
     "entry 21: it is gone\n"
     "entry 22, p1/1.1.1: 'prev' is 21, but 20 follows from what came before\n"
     "entry 30, p1/1.1.1: it could not have been taken: 'report' of p1/1.1.1 lacks: contributions "
     "(of 省教育厅)\n"},
    {"two entries changed places",
     [](DamagedLog& log) {
       const std::int64_t seq = first(log, Event::excuse).seq;
       std::swap(log.bodies[seq], log.bodies[seq - 1]);
     },
     "entry 21, p1/1.1.1: 'seq' is 21, but 20 follows from what came before\n"
     "entry 20, p1/1.1.1: 'prev' is 20, but 19 follows from what came before\n"
     "entry 20, p1/1.1.1: 'seq' is 20, but 21 follows from what came before\n"},
    {"a grant",
     [](DamagedLog& log) {
       forge(log, first(log, Event::grant), [](Entry& e) { e.data.set("role", "admin"); });
     },
     "entry 61: what it revokes was never granted\n"
     "entry 122: 'data.grants' is [], but "
     "[{\"plan\":\"p1\",\"role\":\"admin\",\"subject\":\"张三\"}] "
     "follows from what came before\n"},
    {"what a change of rules moved",
     [](DamagedLog& log) {
       forge(log, first(log, Event::activate), [](Entry& e) { e.data.set("moved", 99); });
     },
     "entry 64: 'data.moved' is 99, but 1 follows from what came before\n"},
    {"that rules were taken in spite of what nobody may take",
     [](DamagedLog& log) {
       forge(log, first(log, Event::activate), [](Entry& e) {
         add_to(e.data, {{{1, false}}, "就这样"});
       });
     },
     "entry 64: 'data.despite' is [{\"lack\":\"broken\",\"property\":1}], but nothing follows from "
     "what came before\n"},
    {"that they were taken without a reason",
     [](DamagedLog& log) {
       forge(log, first(log, Event::activate), [](Entry& e) {
         add_to(e.data, {{{2, false}}, ""});
       });
     },
     "entry 64: 'data.despite' is [{\"lack\":\"broken\",\"property\":2}], but nothing follows from "
     "what came before\n"},
    {"that a calendar was",
     [](DamagedLog& log) {
       const Entry entry = log.find([](const Entry& e) {
         return e.event == Event::activate && *e.data.find("part")->text() == "calendar";
       });
       forge(log, entry, [](Entry& e) { add_to(e.data, {{{2, false}}, "就这样"}); });
     },
     "entry 65: 'data.despite' is [{\"lack\":\"broken\",\"property\":2}], but nothing follows from "
     "what came before\n"},
    {"how far a night looked",
     [](DamagedLog& log) {
       forge(log, first(log, Event::nightly),
             [](Entry& e) { e.data.set("until", "2019-01-01T00:00:00Z"); });
     },
     "entry 16: 'data.until' is 2019-01-01T00:00:00Z, but 2017-01-24T16:00:00Z follows from what "
     "came before\n"},
    {"a plan's end",
     [](DamagedLog& log) {
       forge(log, first(log, Event::plan), [](Entry& e) { e.data.set("ends", "2018-06-01"); });
     },
     "entry 102, p1/1.1.2: 'data.due' is \"2018-05-31\", but \"2018-06-01\" follows from what came "
     "before\n"},
    {"the texts of a basis",
     [](DamagedLog& log) {
       auto texts = *log.bases().at(log.entry(0).basis);
       texts.rules += "# nothing\n";
       log.bases().at(log.entry(0).basis) = std::make_shared<const BasisTexts>(texts);
     },
     "entry 0: the texts of the basis "
     "<hash> were altered\n"
     "entry 0: without its basis nothing after it can be judged\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(replay_tests)

BOOST_AUTO_TEST_CASE(tells_the_whole_story_again) {
  const auto view = must(told().store.read());
  audit::Replay replay = must(audit::replay(*view, told().office.compiler));
  must(audit::compare(*view, *replay.derived, replay.findings));
  BOOST_TEST(shown(replay.findings) == "");
  BOOST_TEST(replay.entries == must(view->meta()).size);
}

BOOST_AUTO_TEST_CASE(the_story_meets_every_event) {
  std::map<Event, int> met;
  const auto view = must(told().store.read());
  must(view->each_entry(0, 1 << 20, [&](std::int64_t, std::string_view body) -> Result<bool> {
    ++met[parse_entry(body)->event];
    return true;
  }));
  for (int event = 0; event <= static_cast<int>(Event::plan); ++event)
    BOOST_TEST(met[static_cast<Event>(event)] > 0, to_text(static_cast<Event>(event)));
}

BOOST_DATA_TEST_CASE(names_what_was_altered, data::make(cases), c) {
  DamagedLog log(told().store);
  c.damage(log);
  BOOST_TEST(beginning(replayed(log)) == c.said);
}

/// In a normal workspace an actor acts from its own account; in a rehearsal from any.
BOOST_AUTO_TEST_CASE(names_an_account_that_is_not_the_actors) {
  MemoryStore store;
  Office office(store);
  office.rehearsal = false;
  office.init("2017-01-03");
  office.import("2017-01-05", "p1",
                {row(1, 1, "省经信委", {}, {false, make_date(2017, 6, 30), {}})});
  must(add_actor(office.world("2017-01-06", "root"), {"省经信委", "省经信委", {}, "root"}));
  office.step("2017-01-07", "省经信委", {.event = Event::start, .task = "1.1.1"});
  office.night("2017-01-08");
  DamagedLog log(store);
  BOOST_TEST(shown(must(audit::replay(log, office.compiler)).findings) == "");
  forge(log, first(log, Event::start), [](Entry& entry) { entry.via = "zhang"; });
  forge(log, first(log, Event::import), [](Entry& entry) { entry.via = "zhang"; });
  BOOST_TEST(shown(must(audit::replay(log, office.compiler)).findings) ==
             "entry 1: 'via' is zhang, but root follows from what came before\n"
             "entry 4, p1/1.1.1: 'via' is zhang, but root follows from what came before\n");
}

BOOST_AUTO_TEST_CASE(gives_the_board_of_each_moment) {
  const auto whole = must(told().store.read());
  for (const char* at : {"2017-01-25T00:00:00Z", "2017-04-12T00:00:00Z", "2017-10-05T00:00:00Z"}) {
    const Instant moment = must(parse_instant(at));
    const auto past =
        must(audit::board_at(must(told().store.read()), told().office.compiler, moment));
    const Meta meta = must(past->meta());
    BOOST_TEST((meta.last_time <= moment));
    BOOST_TEST((parse_entry(must(whole->entry_body(meta.size)))->recorded > moment));
    BOOST_TEST(past->entry_body(meta.size).has_value() == false);
    int steps = 0;
    must(past->each_task({}, [&](Task& task) -> Result<bool> {
      BOOST_TEST(task.last_entry < meta.size);
      BOOST_TEST((task.updated <= moment));
      ++steps;
      return true;
    }));
    BOOST_TEST(steps == 6);
  }
}

BOOST_AUTO_TEST_CASE(has_no_past_before_the_beginning) {
  const auto past = audit::board_at(must(told().store.read()), told().office.compiler,
                                    must(parse_instant("2000-01-01T00:00:00Z")));
  BOOST_TEST(to_text(past.error().message) == "nothing had been recorded by 2000-01-01T00:00:00Z");
}

BOOST_AUTO_TEST_SUITE_END()
