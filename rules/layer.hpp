// The three sections that a rule file has and that its overrides change. Part of rules/load; nobody
// else includes it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/rules.hpp"
#include "text/yaml.hpp"

namespace duban::rule_file {

/// The file's own rules, or what an override sets: there every leaf may be left out, and null
/// switches an event or a rung off.
enum class Part : std::uint8_t { base, change };

/// `transitions`: a mapping by event.
void read_transitions(const yaml::Node& node, Part part, RuleLayer& layer, Problems& problems);
/// `deadlines`.
void read_deadlines(const yaml::Node& node, DeadlineRules& deadlines, Problems& problems);
/// `escalations` of the file: a list of rungs.
void read_ladder(const yaml::Node& node, std::vector<Rung>& rungs, Problems& problems);
/// All rungs that a file has: its own, and those that only overrides have and that one of them
/// gives with all its leaves.
struct Ladder {
  const std::vector<Rung>& rungs;
  std::vector<std::string> added;
  bool adds(std::string_view id) const {
    return std::find(added.begin(), added.end(), id) != added.end();
  }
  std::vector<std::string_view> ids() const;
};
Ladder ladder_of(const std::vector<Rung>& rungs, const yaml::Node& overrides, Problems& problems);
/// `escalations` of an override: a mapping by the ids of `ladder`.
void read_rung_changes(const yaml::Node& node, const Ladder& ladder, std::vector<Rung>& rungs,
                       Problems& problems);

}  // namespace duban::rule_file
