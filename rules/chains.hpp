// Rungs that are counted from the raising of others. Part of rules/load; nobody else includes it.
#pragma once

#include "engine/model/rules.hpp"
#include "text/yaml.hpp"

namespace duban::rule_file {

/// Problems of every `at: raised(ID)` in the file of `root`: no such rung; a rung that would wait
/// for its own raising, directly or in a circle, with whatever overrides hold together.
void check_chains(const yaml::Node& root, const std::vector<Rung>& ladder, Problems& problems);

}  // namespace duban::rule_file
