// A text as it may stand in a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duban {

/// The first `most` characters of a text, and ... where more was left out: a file's word may be a
/// megabyte long, and a message repeats it.
std::string brief(std::string_view text, std::size_t most = 120);

}  // namespace duban
