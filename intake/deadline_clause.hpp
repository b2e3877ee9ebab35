// Whether a piece of text tells a time: what splits a bracket like （A牵头，B负责，6月底前完成）.
#pragma once

#include <string_view>

namespace duban::intake {

/// A cheap look at the piece between two commas: a day, a period, a cycle, words like 长期坚持 or
/// 尽快. What it says read_deadline tells, and may still refuse. Names of offices are none, even
/// where they begin with a number or a year (2023年重点项目办公室, 六盘水市).
bool looks_like_deadline(std::string_view piece);

/// Whether a text ends as names of offices do: 各高速大队, 市财政局.
bool names_an_office(std::string_view text);

}  // namespace duban::intake
