// Which tasks an override is for. Part of rules/load; nobody else includes it.
#pragma once

#include "engine/model/rules.hpp"
#include "text/yaml.hpp"

namespace duban::rule_file {

/// The value of `match`. Numbers must be quoted: YAML takes 1.10 and 1.1 for the same.
Match read_match(const yaml::Node& node, Problems& problems);

}  // namespace duban::rule_file
