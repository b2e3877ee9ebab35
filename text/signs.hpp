// Signs that look like those of YAML and are none: full-width ones, quotes of Chinese texts, blanks
// that are no spaces. They come from input methods and from copied pages, and are hard to see.
#pragma once

#include <optional>
#include <string_view>

#include "text/problems.hpp"

namespace duban {

/// What is probably meant by `c`: ":" by U+FF1A, " " by U+00A0; "" for any other character.
std::string_view plain_sign(char32_t c);

/// A blank that is no space: U+00A0, U+3000 and others, those without width too.
bool is_odd_blank(char32_t c);

/// "a full-width '：' stands here; write ':'"
tl::unexpected<Error> odd_sign(char32_t c);

/// "a full-width '，' in a list in [ ]; …"
tl::unexpected<Error> odd_comma(char32_t c);

/// What hides in a text that YAML takes as it stands: quotes of Chinese texts around all of it, a
/// blank that nobody sees at its begin or end, and in a list in [ ] a comma that parts nothing.
struct HiddenSign {
  std::size_t index = 0;  ///< in characters
  char32_t sign = 0;
  bool parts = false;  ///< it was meant to part the text
};
std::optional<HiddenSign> hidden_sign(std::string_view text, bool in_brackets);

/// Makes a problem of the first such sign in `text`, which begins at `spot` in one line, unless
/// there is one at its place already. False: there is no such sign.
bool refuse_odd_sign(Spot spot, std::string_view text, Problems& problems);

/// The same for a line that is no YAML: of such a sign where it stands for one of YAML's, outside
/// of quotes and remarks. False: there is none.
bool refuse_odd_sign_in_line(std::uint32_t number, Problems& problems);

/// The same for an odd blank among those that indent line `number`.
bool refuse_odd_indent(std::uint32_t number, std::string_view line, Problems& problems);

}  // namespace duban
