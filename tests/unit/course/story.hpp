// Stories: a small language in which a test says what happens to one task, day by day, and reads
// what came of it. A story is told twice, once with a night before every day, and must end alike.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/course/course.hpp"

namespace duban::tests {

/// One case of a table.
struct Story {
  const char* why;  ///< the sentence of docs/design that it holds
  /// Line by line:
  ///     task 2018-03-01 lead=省经信委 co=省公安厅,省住建厅 due=2018-12-31 [urgent]
  ///     task 2018-03-01 lead=省经信委 ongoing[=month] [ends=2019-06-30] [issued=2018-01-10]
  ///     task 2018-03-01 lead=省经信委 ongoing=month day=1/10 [own-end=2018-12-31]
  ///     task 2018-03-01 lead=省经信委 stages=2018-06-30,2018-12-31 [then [every=month]]
  ///     2018-03-05 省经信委 report n e=a,b    who does what, `n` is a note, `e=` evidence
  ///     wait 2019-01-20                       time alone
  ///     look 2019-01-20 light late overdue    a reading, which changes nothing
  ///     activate 2019-01-20                   the rules of `then`
  ///     ends 2019-06-30 2019-01-20            the plan's end is set, on that day
  /// A moment within a day is 2018-03-05T10:30. 督查一处, 督查二处, 省安委办 coordinate.
  const char* script;
  /// A line for each entry after `assign`, each refusal and each reading.
  const char* outcome;
  /// nullptr: the shipped rules. "escalations:…": another ladder under the shipped steps.
  /// "  - match:…": more overrides. Else a whole file.
  const char* rules = nullptr;
  const char* then = nullptr;  ///< the rules of `activate`
};
std::ostream& operator<<(std::ostream& out, const Story& story);

/// No ladder at all.
inline constexpr const char* quiet = "escalations:\n";

/// What came of it; `nightly` lets a night come before every day.
std::string tell(const Story& story, bool nightly = false);
/// A command that a story saw refused.
struct Refusal {
  Task task;
  Plan plan;
  std::shared_ptr<const Basis> basis;
  Command command;
  Instant now;
};
std::vector<Refusal> refusals_of(const Story& story);
/// Its entries, without refusals and readings: what must not depend on nights.
std::string entries_of(const std::string& outcome);

}  // namespace duban::tests
