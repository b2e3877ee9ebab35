// What operators may read on stderr; never an answer, never read by a test.
#pragma once

#include <string_view>

namespace duban {

void set_up_logging(bool verbose);
/// Shown with --verbose.
void log_info(std::string_view text);

}  // namespace duban
