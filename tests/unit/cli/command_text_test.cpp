// Lines of `apply`, and what each step takes.
#include "rehearsal/command_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cli/step_words.hpp"
#include "engine/policy/permission.hpp"

namespace duban {
namespace {

namespace data = boost::unit_test::data;

std::string list(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "+") + item;
  return text;
}

/// Every field that was set, by its name.
std::string picture(const StreamCommand& command) {
  if (command.nightly) return "nightly at=" + command.at.value_or("-");
  const StepRequest& step = command.step;
  std::string text = std::string(to_text(step.event)) + " " + step.task;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += std::string(" ") + name + "=" + value;
  };
  add("at", command.at.value_or(""));
  add("as", command.as);
  add("note", step.note);
  add("evidence", list(step.evidence));
  add("due", step.due ? to_text(*step.due) : "");
  add("until", step.until ? to_text(*step.until) : "");
  add("dated", step.dated ? to_text(*step.dated) : "");
  add("to", step.to);
  add("co", list(step.co));
  add("without", list(step.without));
  add("add-co", list(step.add_co));
  add("drop-co", list(step.drop_co));
  add("content", step.content);
  add("lead", step.lead);
  add("for", step.for_department);
  add("flags", std::string(step.partial ? "p" : "") + (step.undo ? "u" : "") +
                   (step.error ? "e" : "") + (step.keep_as_co ? "k" : "") +
                   (step.urgent ? "!" : "") + (step.not_urgent ? "-" : ""));
  return text;
}

struct Case {
  const char* why;
  const char* line;
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"a step", R"({"do":"start","task":"1.3.11"})", "start 1.3.11"},
    {"a night", R"({"do":"nightly","at":"2018-01-01"})", "nightly at=2018-01-01"},
    {"everything",
     R"({"at":"2018-01-01","as":"a","do":"report","task":"1","note":"n","evidence":["x","y"],)"
     R"("due":"2018-12-31","until":"2018-06-30","dated":"2018-01-02","to":"t","co":["b","c"],)"
     R"("without":["d"],"add-co":["e"],"drop-co":["f"],"content":"g","for":"h","partial":true,)"
     R"("undo":true,"error":true,"keep-as-co":true,"urgent":true,"not-urgent":true})",
     "report 1 at=2018-01-01 as=a note=n evidence=x+y due=2018-12-31 until=2018-06-30 "
     "dated=2018-01-02 to=t co=b+c without=d add-co=e drop-co=f content=g for=h flags=puek!-"},
    {"one text for a list", R"({"do":"excuse","task":"1","co":"省安监局"})",
     "excuse 1 co=省安监局"},
    {"null is left out", R"({"do":"start","task":"1","note":null,"due":null,"undo":null})",
     "start 1"},
    {"false is no flag", R"({"do":"excuse","task":"1","undo":false})", "excuse 1"},
    {"an unknown key", R"({"do":"start","task":"1","notes":"x"})",
     "usage: there is no key 'notes'; did you mean 'note'?"},
    {"an unknown step", R"({"do":"strat","task":"1"})",
     "usage: there is no step 'strat'; did you mean 'start'?"},
    {"the scheduler's own step", R"({"do":"deadline","task":"1"})",
     "usage: there is no step 'deadline'"},
    {"nothing to do", R"({"task":"1"})", "usage: 'do' is missing: the name of a step, or nightly"},
    {"no task", R"({"do":"start"})", "usage: 'task' is missing"},
    {"a night of a task", R"({"do":"nightly","task":"1"})", "usage: nightly takes no 'task'"},
    {"a wrong kind", R"({"do":"start","task":7})", "usage: 'task' takes text"},
    {"a list of wrong kind", R"({"do":"start","task":"1","evidence":[1]})",
     "usage: 'evidence' takes text or a list of texts"},
    {"a flag of wrong kind", R"({"do":"excuse","task":"1","undo":"yes"})",
     "usage: 'undo' takes true or false"},
    {"no such day", R"({"do":"reopen","task":"1","due":"2018-02-30"})",
     "usage: 'due' takes a date such as 2018-12-31"},
    {"no object", R"(["start"])", "usage: a line is one JSON object"},
};

BOOST_AUTO_TEST_SUITE(step_request_tests)

BOOST_DATA_TEST_CASE(reads_a_line, data::make(cases), c) {
  const Result<StreamCommand> command = read_command(c.line);
  BOOST_TEST((command ? picture(*command)
                      : std::string(to_text(command.error().code)) + ": " +
                            to_text(command.error().message)) == c.outcome);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_json) {
  for (const char* line : {"", "start 1.3.11", "{\"do\":\"start\"", "{\"do\":\"start\",\"do\":1}",
                           "\xff", "{\"do\":\"start\",\"task\":\"\xff\"}"}) {
    const Result<StreamCommand> command = read_command(line);
    BOOST_TEST_CONTEXT(line) {
      BOOST_REQUIRE(!command);
      BOOST_TEST(to_text(command.error().code) == "usage");
    }
  }
}

BOOST_AUTO_TEST_CASE(offers_every_step_once) {
  std::string offered;
  std::string known;
  for (const StepWords& step : all_steps()) offered += std::string(to_text(step.event)) + " ";
  for (const Event event : lifecycle_events) {
    if (is_step(event)) known += std::string(to_text(event)) + " ";
  }
  BOOST_TEST(offered == known);
}

/// A command with just this option given.
Command with(Event event, const std::string& option) {
  Command command;
  command.event = event;
  if (option == "due") command.due = Date{};
  if (option == "until") command.until = Date{};
  if (option == "dated") {
    command.dated = Date{};
    command.for_department = "d";
  }
  if (option == "to") command.to = "d";
  if (option == "co") command.co = {"d"};
  if (option == "without") command.without = {"d"};
  if (option == "add-co") command.add_co = {"d"};
  if (option == "drop-co") command.drop_co = {"d"};
  if (option == "content") command.content = "c";
  if (option == "lead") command.lead = "d";
  if (option == "for") command.for_department = "d";
  command.partial = option == "partial";
  command.undo = option == "undo";
  command.error = option == "error" || option == "lead";
  command.keep_as_co = option == "keep-as-co";
  command.urgent = option == "urgent";
  command.not_urgent = option == "not-urgent";
  return command;
}

BOOST_AUTO_TEST_CASE(offers_what_the_engine_takes) {
  for (const StepWords& step : all_steps()) {
    for (const char* option :
         {"due", "until", "dated", "to", "co", "without", "add-co", "drop-co", "content", "for",
          "lead", "partial", "undo", "error", "keep-as-co", "urgent", "not-urgent"}) {
      BOOST_TEST_CONTEXT(to_text(step.event) << " --" << option) {
        // The command of an `undo` carries the content that it brings back, which is found in the
        // log; a request that gives one is refused by check_options.
        if (step.event == Event::undo && option == std::string_view("content")) {
          StepRequest request;
          request.event = step.event;
          request.content = "c";
          BOOST_TEST(!takes(step, option));
          BOOST_TEST(!check_options(request).has_value());
          BOOST_TEST(check_usage(with(step.event, option)).has_value());
          continue;
        }
        BOOST_TEST(takes(step, option) == check_usage(with(step.event, option)).has_value());
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban
