// The words of a deadline: the form in which they are compared, and what is said of doubtful ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/deadline_period.hpp"

namespace duban::intake {

/// A text as it is compared, and where each of its characters stands in the text as written.
struct Squeezed {
  std::u32string original;
  std::u32string plain;
  std::vector<std::size_t> at;
};

/// Blanks, quotation marks and layout gone, full-width and banker's forms plain; lines that each
/// tell a time of their own are parted by ';'.
Squeezed squeeze(std::string_view text);

/// What a person should look at; nothing for Ambiguity::none. `values` has `text` and `due`.
std::optional<Message> doubt_of(Ambiguity why, Values values);

}  // namespace duban::intake
