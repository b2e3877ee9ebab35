// How the path of a task lies in a table: one text that sorts as the numbers do.
#pragma once

#include <span>

#include "engine/model/plan.hpp"

namespace duban::storage {

/// Each number as a letter, which counts its digits, and the digits: 1.3.11 is `A1A3B11`. Texts of
/// this form sort number by number, a path before those that continue it.
std::string path_text(std::span<const int> numbers);
inline std::string path_text(const TaskKey& key) { return path_text(key.numbers()); }

/// The path behind such a text; false for any other text, and for none at all.
bool read_path(std::string_view text, std::array<int, path_max>& path);

}  // namespace duban::storage
