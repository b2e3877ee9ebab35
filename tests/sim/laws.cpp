// Rule files as offices might write them: the shipped one with some lines changed.
#include "tests/sim/laws.hpp"

#include "tests/support/shipped.hpp"

namespace duban::sim {
namespace {

using enum TaskState;
using testing::replaced;

Law shipped() {
  const Span none{0, SpanUnit::day};
  const Span month{1, SpanUnit::month};
  const Span ten_wd{10, SpanUnit::working_day};
  const std::set<TaskState> before{assigned, in_progress};
  Law law;
  law.text = testing::shipped_rules();
  law.ladder = {
      {"unstarted", Anchor::assigned, ten_wd, {assigned}, 1, true, ten_wd, 5},
      {"silent",
       Anchor::heard,
       {3, SpanUnit::month},
       {in_progress},
       1,
       true,
       month,
       12,
       false,
       false},
      {"remind-30", Anchor::due, {-30, SpanUnit::day}, before, 0, true},
      {"owing", Anchor::due, {-10, SpanUnit::working_day}, before, 0, true, none, 0, true},
      {"remind-5", Anchor::due, {-5, SpanUnit::working_day}, before, 0, true},
      {"overdue", Anchor::due, {1, SpanUnit::day}, {overdue}, 1, true},
      {"overdue-10", Anchor::due, ten_wd, {overdue}, 2, true},
      {"circular", Anchor::due, {30, SpanUnit::working_day}, {overdue}, 3, true, month, 12},
      {"unverified",
       Anchor::reported,
       {15, SpanUnit::working_day},
       {reported},
       1,
       false,
       ten_wd,
       3},
      {"undecided",
       Anchor::requested,
       {5, SpanUnit::working_day},
       {assigned, in_progress, overdue},
       1,
       false},
  };
  return law;
}

RungLaw& rung(Law& law, const std::string& id) {
  for (RungLaw& each : law.ladder)
    if (each.id == id) return each;
  DUBAN_ASSERT(false);
}

/// A line of the shipped file, what an office might write instead, and what that means.
struct Change {
  const char* from;
  const char* to;
  void (*apply)(Law&);
};

/// Of each group at most one is drawn.
const std::vector<Change> groups[] = {
    {{"moves_due: calendar-days", "moves_due: working-days",
      [](Law& law) { law.moves = MovesDue::working_days; }},
     {"moves_due: calendar-days", "moves_due: none", [](Law& law) { law.moves = MovesDue::none; }}},
    {{"    limit: 2", "    limit: 1", [](Law& law) { law.limit = 1; }},
     {"    in: [assigned, in_progress]\n", "", [](Law& law) { law.requests_when_overdue = true; }}},
    {{"max: 120wd", "max: 60d",
      [](Law& law) {
        law.max = {60, SpanUnit::day};
      }}},
    {{"every: half-year, grace: 10d", "every: quarter, grace: 5wd",
      [](Law& law) {
        law.every = CycleUnit::quarter;
        law.grace = {5, SpanUnit::working_day};
      }},
     {"every: half-year, grace: 10d", "every: month, grace: 0d",
      [](Law& law) {
        law.every = CycleUnit::month;
        law.grace = {0, SpanUnit::day};
      }}},
    {{"evidence: 1, contributions: all", "evidence: 2, contributions: any",
      [](Law& law) {
        law.evidence = 2;
        law.contributions = Need::any;
      }},
     {"evidence: 1, contributions: all", "evidence: 1, contributions: none",
      [](Law& law) { law.contributions = Need::none; }}},
    {{"groups: any, without: allowed }", "groups: all, without: allowed }",
      [](Law& law) { law.groups = Need::all; }},
     {"groups: any, without: allowed }", "groups: any, without: refused }",
      [](Law& law) { law.without = false; }}},
    {{"  cancel:          { by", "  # cancel:        { by",
      [](Law& law) { law.off = {Event::cancel}; }}},
    {{"  warning: 30d", "  warning: 10wd",
      [](Law& law) {
        law.warning = {10, SpanUnit::working_day};
      }}},
};

constexpr const char* exceptions = "overrides:\n  - match: { ongoing: true }\n";
constexpr const char* staged_exception =
    "overrides:\n  - match: { schedule: staged }\n"
    "    deadlines: { roll: previous, warning: 10d }\n"
    "    transitions: { request-extension: { limit: 1 } }\n"
    "    escalations: { remind-30: null }\n"
    "  - match: { ongoing: true }\n";
constexpr const char* periodic_exception =
    "overrides:\n  - match: { schedule: periodic }\n"
    "    deadlines: { roll: next }\n"
    "    escalations: { overdue-10: null }\n"
    "  - match: { ongoing: true }\n";

/// Exceptions for kinds of schedules, and where days off leave a due date.
const std::vector<Change> schedules[] = {
    {{"deadlines:\n", "deadlines:\n  roll: next\n", [](Law& law) { law.roll = Roll::next; }},
     {"deadlines:\n", "deadlines:\n  roll: previous\n",
      [](Law& law) { law.roll = Roll::previous; }}},
    {{exceptions, staged_exception,
      [](Law& law) {
        law.exceptions.push_back({.kind = ScheduleKind::staged,
                                  .roll = Roll::previous,
                                  .limit = 1,
                                  .warning = Span{10, SpanUnit::day},
                                  .silenced = "remind-30"});
      }},
     {exceptions, periodic_exception,
      [](Law& law) {
        law.exceptions.push_back(
            {.kind = ScheduleKind::periodic, .roll = Roll::next, .silenced = "overdue-10"});
      }}},
};

/// Rungs that a new rule file may move while tasks live.
const std::vector<Change> ladders[] = {
    {{"at: due - 30d, ", "at: due - 60d, ",
      [](Law& law) {
        rung(law, "remind-30").after = {-60, SpanUnit::day};
      }}},
    {{"at: heard + 3mo, ", "at: heard + 1mo, ",
      [](Law& law) {
        rung(law, "silent").after = {1, SpanUnit::month};
      }}},
    {{"at: assigned + 10wd, ", "at: entered + 20d, ",
      [](Law& law) {
        rung(law, "unstarted").at = Anchor::entered;
        rung(law, "unstarted").after = {20, SpanUnit::day};
      }}},
    {{"superior, coordinator], repeat: { every: 1mo, times: 12 }",
      "superior, coordinator], repeat: { every: 1w, times: 40 }",
      [](Law& law) {
        rung(law, "circular").every = {7, SpanUnit::day};
        rung(law, "circular").times = 40;
      }}},
    {{"at: due + 10wd,     in: [overdue], ", "at: started + 45d,  in: [in_progress, overdue], ",
      [](Law& law) {
        rung(law, "overdue-10").at = Anchor::started;
        rung(law, "overdue-10").after = {45, SpanUnit::day};
        rung(law, "overdue-10").in = {in_progress, overdue};
      }}},
};

void change(Law& law, const std::vector<Change>& group, const std::function<int(int)>& below) {
  const Change& each = group[static_cast<std::size_t>(below(static_cast<int>(group.size())))];
  if (law.text.find(each.from) == law.text.npos) return;  // changed already
  law.text = replaced(law.text, each.from, each.to);
  each.apply(law);
}

}  // namespace

Law draw_law(const std::function<int(int)>& below) {
  Law law = shipped();
  for (const auto& group : groups)
    if (below(3) == 0) change(law, group, below);
  for (const auto& group : schedules)
    if (below(3) > 0) change(law, group, below);
  for (const auto& group : ladders)
    if (below(4) == 0) change(law, group, below);
  return law;
}

std::shared_ptr<const Basis> shipped_basis() {
  return testing::make_basis(testing::shipped_texts());
}

std::shared_ptr<const Basis> basis_of(const Law& law) {
  return testing::make_basis(texts_with(law));
}

BasisTexts texts_with(const Law& law) { return testing::shipped_texts(law.text); }

Law amend_law(Law law, const std::function<int(int)>& below) {
  change(law, ladders[below(std::size(ladders))], below);
  return law;
}

}  // namespace duban::sim
