// A task as JSON text and back: one description of its members serves both ways, and the comparison
// that tells where two tasks differ.
//
// Members that hold their default are left out, so that most rows are short. Dates stand as
// 2018-12-31, moments as RFC 3339 in UTC, words by their names, anchors by theirs.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/task.hpp"

namespace duban {

/// What a store keeps in columns of their own, for its queries: key, lead, co, state, last_entry.
/// The detail is everything else, as canonical JSON.
std::string detail_text(const Task& task);
/// Sets all of `task` but what detail_text leaves out, which must be there before. Errc::corrupt
/// names a member that is unknown, malformed or out of its order.
Status read_detail(std::string_view text, Task& task);

/// Empty for equal tasks; else the first member that differs, with both values, as in
/// `dues[1].due: "2018-12-31" != "2019-06-30"`. `null` stands for none.
std::string first_difference(const Task& a, const Task& b);

}  // namespace duban
