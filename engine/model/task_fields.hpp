// A task as a Value and back: one description of its members serves both ways, and the comparison
// that tells where two tasks differ.
//
// Members that hold their default are left out, so that most rows are short. Dates stand as
// 2018-12-31, moments as RFC 3339 in UTC, words by their names, anchors by theirs.
#pragma once

#include <string>

#include "engine/base/value.hpp"
#include "engine/model/task.hpp"

namespace duban {

/// What a store keeps in columns of their own, for its queries: key, lead, co, state, last_entry.
/// The detail is everything else.
Value detail_of(const Task& task);
/// Sets all of `task` but what detail_of leaves out. Errc::corrupt names a member that is unknown,
/// malformed or missing.
Status read_detail(const Value& detail, Task& task);

/// Empty for equal tasks; else the first member that differs, with both values, as in
/// `dues[1].due: "2018-12-31" != "2019-06-30"`. `null` stands for none.
std::string first_difference(const Task& a, const Task& b);

}  // namespace duban
