// Diagrams of rule files: every step that the rules leave stands on one arrow, nothing disabled on
// any. What the shipped rules look like is in docs/lifecycle.md.
#include "rules/diagram.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support/shipped.hpp"
#include "tests/support/temp_folder.hpp"

using namespace duban;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// By plain loops: the rows that these rules leave and a task can come to.
std::multiset<std::string> wanted(const RuleLayer& layer) {
  const auto leaves = [&](const Transition& row) {
    if (row.event == Event::deadline || row.event == Event::resume) return true;
    const TransitionRule* rule = layer.transition(row.event);
    if (!rule) return false;
    return !rule->in || std::count(rule->in->value.begin(), rule->in->value.end(), row.from) > 0;
  };
  std::set<TaskState> reached{TaskState::assigned};
  for (std::size_t i = 0; i < all_states.size(); ++i) {
    for (const Transition& row : transitions()) {
      if (leaves(row) && reached.contains(row.from)) reached.insert(row.to);
    }
  }
  std::multiset<std::string> arrows;
  for (const Transition& row : transitions()) {
    if (leaves(row) && reached.contains(row.from)) {
      arrows.insert(std::string(to_text(row.from)) + " " + std::string(to_text(row.to)) + " " +
                    std::string(to_text(row.event)));
    }
  }
  return arrows;
}

/// The arrows of `text`, whose lines are `  from ARROW to … event…`.
std::multiset<std::string> drawn(const std::string& text, const std::string& arrow,
                                 const std::string& before_event) {
  std::multiset<std::string> arrows;
  for (const std::string& line : lines_of(text)) {
    std::istringstream words(line);
    std::string from, sign, to, rest;
    words >> from >> sign >> to;
    if (sign != arrow || !parse_state(from)) continue;
    const std::size_t begin = line.find(before_event) + before_event.size();
    const std::size_t end = line.find_first_of("<\\", begin);
    arrows.insert(from + " " + to + " " + line.substr(begin, end - begin));
  }
  return arrows;
}

void check_arrows(const RuleLayer& layer) {
  const Diagram diagram = diagram_of(layer, layer);
  const auto all = wanted(layer);
  BOOST_TEST(drawn(mermaid(diagram), "-->", " : ") == all);
  BOOST_TEST(drawn(dot(diagram), "->", "label=\"") == all);
}

RuleLayer shipped() { return load_rules(testing::shipped_rules(), "default.yaml")->base; }

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(std::multiset<std::string>)

BOOST_AUTO_TEST_SUITE(diagram_tests)

BOOST_AUTO_TEST_CASE(has_every_step_that_the_rules_leave_and_no_other) {
  check_arrows(shipped());
  for (const Event event : lifecycle_events) {
    RuleLayer without = shipped();
    without.transitions.erase(event);
    check_arrows(without);
    RuleLayer off = shipped();
    if (off.transitions.contains(event)) off.transitions[event].off = Leaf<bool>{true};
    check_arrows(off);
    for (const TaskState state : all_states) {
      RuleLayer narrowed = shipped();
      if (!narrowed.transitions.contains(event)) continue;
      narrowed.transitions[event].in = Leaf<std::vector<TaskState>>{{state}};
      check_arrows(narrowed);
    }
  }
}

BOOST_AUTO_TEST_CASE(has_every_rung_once_by_its_day) {
  const RuleLayer layer = shipped();
  const Diagram diagram = diagram_of(layer, layer);
  std::string all;
  for (const TimeLine& line : diagram.ladder) {
    all += anchor_text(line.from) + ":";
    for (const Rung* rung : line.rungs) all += " " + rung->id;
    all += "\n";
  }
  BOOST_TEST(all ==
             "due: remind-30 owing remind-5 overdue overdue-10 circular\n"
             "assigned: unstarted\n"
             "heard: silent\n"
             "reported: unverified\n"
             "requested: undecided\n");
}

// Mermaid ends a label at ':' or ';' and has its own meaning for '#'.
BOOST_AUTO_TEST_CASE(labels_hold_no_marks_of_mermaid) {
  RuleLayer odd = shipped();
  odd.rungs.front().notify = Leaf<std::vector<std::string>>{{"省:厅;#1\"<b>\\"}};
  const std::string text = mermaid(diagram_of(odd, odd));
  int fences = 0;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("```")) ++fences;
    BOOST_TEST(line.find_first_of(";#\"\\") == line.npos);
    const std::size_t arrow = line.find(" --> ");
    if (arrow != line.npos) BOOST_TEST(std::count(line.begin(), line.end(), ':') == 1);
  }
  BOOST_TEST(fences == 4);
}

BOOST_AUTO_TEST_CASE(graphviz_takes_it) {
  if (std::system("command -v dot >/dev/null 2>&1") != 0) return;  // not everybody has it
  const test::TempFolder folder;
  const std::string file = folder.path() + "/rules.dot";
  std::ofstream(file, std::ios::binary) << dot(diagram_of(shipped(), shipped()));
  BOOST_TEST(std::system(("dot -Tsvg -o /dev/null " + file).c_str()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
