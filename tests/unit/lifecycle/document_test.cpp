// docs/lifecycle.md is made from the table and the shipped rules; this test says what it should be.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/lifecycle/lifecycle.hpp"
#include "rules/diagram.hpp"
#include "tests/support/shipped.hpp"

using namespace duban;

namespace {

constexpr const char* state_terms[] = {"待签收", "办理中", "待核验", "已办结",
                                       "逾期",   "暂缓",   "已撤销"};
constexpr const char* event_terms[] = {
    "签收",     "进展",         "协办反馈", "免予协办",   "报结",     "撤回",
    "核验办结", "退回补办",     "逾期",     "申请延期",   "同意延期", "不同意延期",
    "调整",     "调整牵头单位", "暂缓",     "恢复",       "记缺报",   "重新督办",
    "结项",     "撤销督办",     "取消反馈", "撤回上一步", "记事/催办"};

std::string term(TaskState state) {
  return std::string(to_text(state)) + " " + state_terms[static_cast<std::size_t>(state)];
}

/// Rows of one event with one condition, kept together: these states lead to the same.
struct Line {
  Event event;
  std::vector<TaskState> from;
  TaskState to;
  bool stays;
  std::string condition;
};

std::vector<Line> lines() {
  std::vector<Line> out;
  for (const Transition& row : transitions()) {
    const bool stays = row.from == row.to;
    bool known = false;
    for (Line& line : out) {
      if (line.event != row.event || line.condition != row.condition || line.stays != stays ||
          (!stays && line.to != row.to))
        continue;
      line.from.push_back(row.from);
      known = true;
    }
    if (!known) out.push_back({row.event, {row.from}, row.to, stays, std::string(row.condition)});
  }
  return out;
}

/// An arrow for each pair of states, with all events that go there.
std::string diagram() {
  std::string out = "```mermaid\nstateDiagram-v2\n";
  for (const TaskState state : all_states)
    out += "  " + std::string(to_text(state)) + " : " + term(state) + "\n";
  out += "  [*] --> assigned : assign\n";
  for (const TaskState from : all_states) {
    for (const TaskState to : all_states) {
      std::string events;
      for (const Event event : lifecycle_events) {
        const auto rows = transitions();
        const bool leads = std::any_of(rows.begin(), rows.end(), [&](const Transition& row) {
          return row.from == from && row.to == to && row.event == event;
        });
        if (leads) events += (events.empty() ? "" : ", ") + std::string(to_text(event));
      }
      if (from != to && !events.empty()) {
        out += "  " + std::string(to_text(from)) + " --> " + std::string(to_text(to)) + " : " +
               events + "\n";
      }
    }
  }
  return out + "```\n";
}

std::string document() {
  std::string out =
      "# Lifecycle of a task · 事项的流转\n\n"
      "Made from the transition table in `engine/lifecycle/lifecycle.cpp` and the shipped rules; a "
      "test\n"
      "holds this page to them and writes it anew when `DUBAN_WRITE_DOCS` is set.\n\n"
      "These are the only steps that can ever happen. A rule file decides which of them are "
      "enabled,\nfor whom and on what conditions (`docs/rules.md`); it can never add one. What has "
      "no row here,\nor no row whose condition holds, is refused as `state`. Conditions are judged "
      "as they are\nafter the step: a grant is past due when the new due date has passed.\n\n"
      "## The states · 状态\n\n";
  out += diagram();
  out +=
      "\nSteps after which a task stays in its state are only in the table.\n\n"
      "## The table · 流转表\n\n"
      "| event | 环节 | from | to | if |\n|---|---|---|---|---|\n";
  for (const Event event : lifecycle_events) {
    for (const Line& line : lines()) {
      if (line.event != event) continue;
      std::string from;
      for (const TaskState state : line.from) from += (from.empty() ? "" : ", ") + term(state);
      out += "| `" + std::string(to_text(event)) + "` | " +
             event_terms[static_cast<std::size_t>(event)] + " | " + from + " | " +
             (line.stays ? "same" : term(line.to)) + " | " + line.condition + " |\n";
    }
  }
  out +=
      "\n## Under the shipped rules · 默认规则下的流转\n\n"
      "As `duban rules diagram config/rules/default.yaml` draws them: who may, what a step needs, "
      "whom\nit is kept from, and in brackets the table's own condition; then the ladder, counted "
      "from each\nof its anchors.\n\n";
  const Checked<Rules> shipped = load_rules(testing::shipped_rules(), "default.yaml");
  DUBAN_ASSERT(shipped);
  return out + mermaid(diagram_of(shipped->base, shipped->base));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lifecycle_document_tests)

BOOST_AUTO_TEST_CASE(is_what_the_table_says) {
  const std::string path = DUBAN_SOURCE "/docs/lifecycle.md";
  const std::string wanted = document();
  if (std::getenv("DUBAN_WRITE_DOCS")) std::ofstream(path, std::ios::binary) << wanted;
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  BOOST_TEST(text == wanted);
}

BOOST_AUTO_TEST_SUITE_END()
