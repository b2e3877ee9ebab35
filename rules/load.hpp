// Rule files (规则文件): YAML in, Rules out, or everything that is wrong with them.
//
// The form, with an example, is docs/rules.md; the shipped file is config/rules/default.yaml.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/model/rules.hpp"

namespace duban {

/// Reads a rule file; `file` is its name for messages and is kept in the Rules.
///
/// A rule file is valid if and only if
///  1. it is YAML as text/yaml.hpp takes it (no key twice, no anchors, …), a mapping at its root;
///  2. it has only known keys, and `rules`, `version`, `timezone`, `calendar` and `transitions`;
///  3. every value is of its kind and in its range, every word of its vocabulary, no word twice in
///     a list; the time zone is in the zone database;
///  4. `transitions` lists steps that people take (the scheduler's own are never listed), each with
///     `by`; `in` names only states from which the lifecycle has such a step; `limit` belongs to
///     request-extension, `max` to suspend;
///  5. every rung has `id`, `at`, `in`, `level` and `notify`, and an id of its own; `repeat` has
///     `every` (more than nothing) and `times`; `at: raised(ID)` names a rung of the file, and
///     none waits for its own raising, directly or in a circle, nor for a row of more than twenty;
///  6. every override matches something, quotes what looks like a number in `match`, gives `by`
///     when it adds an event, and of a rung that neither the file nor another override has all that
///     a rung must have; `repeat` of such a rung has both its keys;
///  7. it has at most 200 rungs, 200 overrides, 200 names in a list of `match`
///     and 2000 in all of them, 50 in `notify`.
///
/// Fails with every problem, in the file's order, each with file, line, column and that line.
/// What depends on a directory (is this department known?) is not asked here.
Checked<Rules> load_rules(std::string_view text, const std::string& file);

/// The time zone that a rule file names, read no further than it stands there. Only for a text that
/// load_rules has taken before, such as that of the basis in force.
std::optional<std::string> timezone_in(std::string_view text);

}  // namespace duban
