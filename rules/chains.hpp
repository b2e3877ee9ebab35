// Rungs that are counted from the raising of others. Part of rules/load; nobody else includes it.
#pragma once

#include "rules/layer.hpp"

namespace duban::rule_file {

/// Problems of every `at: raised(ID)` in the file of `root`: no such rung; a rung that would wait
/// for its own raising, directly or in a circle, with whatever overrides hold together; or behind a
/// longer row of others than anybody can follow.
void check_chains(const yaml::Node& root, const Ladder& ladder, Problems& problems);

}  // namespace duban::rule_file
