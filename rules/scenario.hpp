// Scenarios of rule authors (`*.test.yaml`): a task, dated commands and nights, and what must be
// true then. Plain values and their YAML; rehearsal/ runs them.
//
//     rules: default.yaml                       # beside this file
//     directory: ../departments/hunan.yaml      # may be left out: the shipped one
//     calendar: ../calendars/cn                 # may be left out: the shipped one of the rules
//     scenarios:
//       - name: 到期未报，次日逾期
//         task: { key: "hn135/1.3.11", lead: 省交通运输厅, co: [省公安厅], due: 2018-12-31 }
//         assigned: 2018-01-05
//         steps:
//           - { at: 2018-03-01, as: 省交通运输厅, do: start }
//           - { at: 2018-04-01, as: 督查一处, do: verify, refused: { code: state } }
//           - { at: 2019-01-15, do: nightly }
//           - { at: 2019-01-15, expect: { state: overdue, light: red, late_days: 15 } }
//
// Every key is explained in docs/rules-test.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/value.hpp"
#include "engine/model/plan.hpp"
#include "text/problems.hpp"

namespace duban {

/// Something that a scenario says by name, and where.
struct Field {
  std::string name;
  Value value;
  Spot spot = {};
};

/// At one moment: a command or a night, or nothing but a look; then what must be true.
struct ScenarioStep {
  std::string at;  ///< a day (its 00:00) or an RFC 3339 instant, as `--at`
  /// As a line of `apply` has them: `do`, `as`, `note` …, without `at` and `task`. Evidence is a
  /// name only; equal names are equal contents. None: time passes, nobody acts.
  std::vector<Field> command = {};
  /// `code`, and perhaps `missing` and `rule`; none: the command must pass.
  std::vector<Field> refused = {};
  std::vector<Field> expect = {};  ///< `state`, `light`, `raised` …, after the command
  Spot spot = {};
};

struct Scenario {
  std::string name;
  TaskKey key;
  std::string lead;
  std::vector<std::string> co = {};
  Deadline deadline;
  bool urgent = false;              ///< 急件
  std::optional<Date> issued = {};  ///< of the plan
  std::optional<Date> ends = {};    ///< of the plan
  Date assigned;
  std::vector<ScenarioStep> steps = {};
  Spot spot = {};
};

struct ScenarioFile {
  std::string file;       ///< as given, for messages
  std::string rules;      ///< paths as they stand there: relative to the file
  std::string directory;  ///< empty: the shipped one
  std::string calendar;   ///< empty: the shipped one
  std::vector<Scenario> scenarios;
};

/// Reads a file of scenarios; `file` is its name for messages.
///
/// It is valid if and only if
///  1. it is YAML as text/yaml.hpp takes it, with only the keys shown above, `rules` and
///     `scenarios` among them; `scenarios` is a list that is not empty;
///  2. every scenario has `name` (none twice), `task`, `assigned` and `steps`; the task has `key`,
///     `lead` and one of `due`, `stages` (days that rise, perhaps with `then_ongoing: true`) and
///     `ongoing: true`; `every` only where cycles come, `day` (10, or 3-20) only with it;
///  3. every step has `at` and one of `do` and `expect`; steps do not go back in time as far as
///     their days tell;
///  4. what is expected is known by its name and of its kind, every word of its vocabulary.
/// Whether a command is one (`do`, its options) is asked by who runs it.
///
/// Fails with every problem, in the file's order.
Checked<ScenarioFile> load_scenarios(std::string_view text, const std::string& file);

/// The file that load_scenarios reads as this.
std::string to_yaml(const ScenarioFile& file);
/// Its `scenarios:` alone, for who writes the head.
std::string to_yaml(const std::vector<Scenario>& scenarios);

}  // namespace duban
