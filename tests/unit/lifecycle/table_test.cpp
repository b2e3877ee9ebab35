#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "engine/lifecycle/lifecycle.hpp"

using namespace duban;

namespace {

/// One letter a state: Assigned, In_progress, Reported, Verified, Overdue, Suspended, Cancelled;
/// a point for a refusal.
char letter(const Result<TaskState>& state) { return state ? "airvosc"[std::size_t(*state)] : '.'; }

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

/// For each state four letters: in time and never started, in time and started, past due and never
/// started, past due and started.
std::string row(const std::string& title, Event event, Facts facts) {
  std::string line = padded(title, 32);
  for (const TaskState from : all_states) {
    for (const bool past_due : {false, true}) {
      for (const bool started : {false, true}) {
        facts.past_due = past_due;
        facts.started = started;
        line += letter(next_state(from, event, facts));
      }
    }
    line += ' ';
  }
  line.pop_back();
  return line + "\n";
}

/// Every event from every state, and again where a fact beside due and start decides.
std::string picture() {
  std::string out = padded("", 32) + "assi in_p repo veri over susp canc\n";
  for (const Event event : lifecycle_events) out += row(std::string(to_text(event)), event, {});
  Facts facts;
  facts.ongoing = true;
  out += row("conclude, ongoing", Event::conclude, facts);
  facts.cycle_to_come = true;
  out += row("verify, a cycle to come", Event::verify, facts);
  out += row("miss, no cycle ahead", Event::miss, facts);
  facts.cycle_ahead = true;
  out += row("miss, a cycle ahead", Event::miss, facts);
  facts.cycle_begun = false;
  out += row("report, the cycle not begun", Event::report, facts);
  for (const TaskState left : all_states) {
    facts = {};
    facts.left = left;
    out += row("resume, left " + std::string(to_text(left)), Event::resume, facts);
  }
  facts = {};
  facts.owing = true;
  out += row("contribute, owing", Event::contribute, facts);
  for (const TaskState was : all_states) {
    facts.undone = was;
    out += row("undo, it was " + std::string(to_text(was)), Event::undo, facts);
  }
  return out;
}

/// The facts that change anything for an event, found by flipping each under all of the others.
std::string deciding_facts(Event event) {
  struct Fact {
    const char* name;
    bool Facts::*member;
  };
  static constexpr Fact all[] = {{"past due", &Facts::past_due},
                                 {"started", &Facts::started},
                                 {"ongoing", &Facts::ongoing},
                                 {"cycle begun", &Facts::cycle_begun},
                                 {"to come", &Facts::cycle_to_come},
                                 {"cycle ahead", &Facts::cycle_ahead},
                                 {"owing", &Facts::owing}};
  std::string out;
  for (const Fact& fact : all) {
    bool decides = false;
    for (unsigned bits = 0; bits < 128; ++bits) {
      Facts one;
      one.left = one.undone = TaskState::overdue;
      for (unsigned i = 0; i < 7; ++i) one.*all[i].member = (bits >> i & 1U) != 0;
      Facts other = one;
      other.*fact.member = !(other.*fact.member);
      for (const TaskState from : all_states)
        decides = decides ||
                  letter(next_state(from, event, one)) != letter(next_state(from, event, other));
    }
    if (decides) out += (out.empty() ? "" : ", ") + std::string(fact.name);
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(next_state_tests)

BOOST_AUTO_TEST_CASE(is_the_table_of_the_design) {
  BOOST_TEST(picture() == R"(                                assi in_p repo veri over susp canc
start                           iiii .... .... .... o.o. .... ....
progress                        iiii iiii .... .... oooo .... ....
contribute                      aaaa iiii rrrr .... oooo .... ....
excuse                          aaaa iiii .... .... oooo .... ....
report                          rrrr rrrr .... .... rrrr .... ....
withdraw                        .... .... iioo .... .... .... ....
verify                          .... .... vvvv .... .... .... ....
return                          .... .... iioo .... .... .... ....
deadline                        ..oo ..oo .... .... .... .... ....
request-extension               aaaa iiii .... .... oooo .... ....
grant-extension                 aaaa iiii .... .... aioo .... ....
deny-extension                  aaaa iiii .... .... oooo .... ....
amend                           aaoo iioo rrrr .... aioo .... ....
reassign                        aaaa aaaa .... .... aaaa .... ....
suspend                         ssss ssss ssss .... ssss .... ....
resume                          .... .... .... .... .... .... ....
miss                            .... .... .... .... .... .... ....
reopen                          .... .... .... iiii .... .... iiii
conclude                        .... .... .... .... .... .... ....
cancel                          cccc cccc cccc .... cccc cccc ....
strike                          aaaa iiii .... .... oooo .... ....
undo                            .... .... .... .... .... .... ....
remark                          aaaa iiii rrrr vvvv oooo ssss cccc
conclude, ongoing               .... .... vvvv .... .... .... ....
verify, a cycle to come         .... .... iiii .... .... .... ....
miss, no cycle ahead            .... .... .... .... .... .... ....
miss, a cycle ahead             .... .... .... .... aiai .... ....
report, the cycle not begun     .... .... .... .... .... .... ....
resume, left assigned           .... .... .... .... .... aaaa ....
resume, left in_progress        .... .... .... .... .... iiii ....
resume, left reported           .... .... .... .... .... rrrr ....
resume, left verified           .... .... .... .... .... .... ....
resume, left overdue            .... .... .... .... .... aioo ....
resume, left suspended          .... .... .... .... .... .... ....
resume, left cancelled          .... .... .... .... .... .... ....
contribute, owing               aaaa iiii rrrr vvvv oooo .... ....
undo, it was assigned           aaaa .... .... .... aaaa .... aaaa
undo, it was in_progress        iiii iiii .... .... iiii .... iiii
undo, it was reported           .... rrrr rrrr rrrr rrrr .... rrrr
undo, it was verified           .... .... .... .... .... .... ....
undo, it was overdue            oooo oooo .... .... oooo .... oooo
undo, it was suspended          .... .... .... .... .... .... ssss
undo, it was cancelled          .... .... .... .... .... .... ....
)");
}

BOOST_AUTO_TEST_CASE(depends_on_nothing_else) {
  std::string out;
  for (const Event event : lifecycle_events) {
    const std::string facts = deciding_facts(event);
    if (!facts.empty()) out += std::string(to_text(event)) + ": " + facts + "\n";
  }
  BOOST_TEST(out == R"(start: started
contribute: owing
report: cycle begun
withdraw: past due
verify: to come
return: past due
deadline: past due
grant-extension: past due, started
amend: past due, started
resume: past due, started
miss: started, cycle ahead
conclude: ongoing
)");
}

BOOST_AUTO_TEST_CASE(refuses_with_state_and_names_both) {
  const auto refused = next_state(TaskState::verified, Event::report, {});
  BOOST_REQUIRE(!refused);
  BOOST_TEST((refused.error().code == Errc::state));
  BOOST_TEST(to_text(refused.error().message) == "a task that is verified cannot take 'report'");
}

BOOST_AUTO_TEST_CASE(has_no_row_for_entries_that_are_no_steps) {
  for (const TaskState from : all_states) {
    BOOST_TEST(!next_state(from, Event::escalate, {}));
    BOOST_TEST(!next_state(from, Event::assign, {}));
  }
}

BOOST_AUTO_TEST_CASE(agrees_with_the_table_as_data) {
  std::string out;
  for (const TaskState from : all_states) {
    for (const Event event : lifecycle_events) {
      const std::string_view reached = [&]() -> std::string_view {
        for (unsigned bits = 0; bits < 128; ++bits) {
          for (const TaskState left : all_states) {
            const Facts facts{.past_due = (bits & 1U) != 0,
                              .started = (bits & 2U) != 0,
                              .ongoing = (bits & 4U) != 0,
                              .cycle_begun = (bits & 8U) != 0,
                              .cycle_to_come = (bits & 16U) != 0,
                              .cycle_ahead = (bits & 32U) != 0,
                              .owing = (bits & 64U) != 0,
                              .left = left,
                              .undone = left};
            if (next_state(from, event, facts)) return "reached";
          }
        }
        return "never";
      }();
      if ((reached == "reached") != has_transition(from, event))
        out += std::string(to_text(from)) + " " + std::string(to_text(event)) + "\n";
    }
  }
  BOOST_TEST(out == "");
}

BOOST_AUTO_TEST_SUITE_END()
