// UTF-8 as it arrives from files and terminals: is it valid, and which characters are in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duban {

/// How many bytes at the start of `text` are valid UTF-8 (surrogates and overlong forms are not).
std::size_t valid_utf8_prefix(std::string_view text);
bool is_utf8(std::string_view text);

/// The code points of `text`; every invalid byte becomes U+FFFD.
std::u32string code_points(std::string_view text);

/// A control character: C0, DEL, C1, and the marks that turn the writing direction.
bool is_control(char32_t c);

/// Whether a reader sees nothing of it: controls, format and tag characters, fillers, variation
/// selectors. Blanks are not among them.
bool is_invisible(char32_t c);
/// Whether there is nothing in `text` to be seen: blanks of all kinds and invisible characters.
bool is_blank(std::string_view text);

/// The name of a file for people and for the log: one that is not UTF-8 is read as GB18030, as
/// Chinese Windows writes it; bytes that are neither stand as `\xff`.
std::string readable_name(std::string_view bytes);

}  // namespace duban
