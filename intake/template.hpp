// An empty sheet for a plan.
#pragma once

#include <string>

#include "engine/base/error.hpp"

namespace duban::intake {

/// Writes a .xlsx or .csv with the headings that the reader of plans knows, and no row. Once filled
/// in it imports without a doubt: who leads has a column of its own. Errc::conflict when the file
/// is there.
Status write_template(const std::string& path);

}  // namespace duban::intake
