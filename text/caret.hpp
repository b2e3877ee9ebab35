// An error with a place, as people read it: the sentence, the line and a caret below the spot.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace duban {

/// Three lines (one, when the line of the file is not known), each ending in a newline:
///
///     rules.yaml:7:11: error: unknown state 'asigned'; did you mean 'assigned'?
///       7 |     in: [ asigned, in_progress ]
///         |           ^~~~~~~
///
/// `label` stands for "error" and `sentence` for the message, so that both can be translated. The
/// caret is aligned by display width; a tab is shown as one space, a control character as U+FFFD.
std::string with_caret(const Error& error, std::string_view label, std::string_view sentence);
/// The same in English.
std::string with_caret(const Error& error);

/// "rules.yaml:7:11", shorter where line or column are unknown; "" without a file.
std::string to_text(const Place& place);

}  // namespace duban
