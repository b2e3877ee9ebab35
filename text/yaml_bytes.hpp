// What makes a file unreadable before anybody takes it for YAML. Part of text/yaml; nobody else
// includes it.
#pragma once

#include <string_view>

#include "text/problems.hpp"

namespace duban::yaml {

/// More than 1 MiB, no UTF-8, control characters, tabs that indent; false when there is such a
/// thing.
bool check_bytes(std::string_view text, Problems& problems);

}  // namespace duban::yaml
