// The guess behind "did you mean".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace duban {

/// The word of `known` that `word` most likely was meant to be, or "" when none is close.
///
/// Counts omitted, added, wrong and swapped neighbouring characters (code points; ASCII letters
/// regardless of case). Close is at most one such slip for every three characters, but at least one
/// is allowed and never all are; of equally close words the first wins.
/// Where none is close, the first that begins with `word` (three characters or more) is meant.
std::string nearest(std::string_view word, std::span<const std::string_view> known);
std::string nearest(std::string_view word, std::span<const std::string> known);

}  // namespace duban
