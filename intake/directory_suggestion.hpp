// A directory file made of the names that a document has.
#pragma once

#include <string>
#include <vector>

#include "engine/model/plan.hpp"

namespace duban::intake {

/// YAML that load_directory takes: each name once, with what may be another name for it, groups as
/// such, and a remark on how often and where it stands. What is an alias is a guess: people look at
/// each before they use it.
std::string suggest_directory(const std::vector<Stranger>& names, const std::string& file);

/// Whether one name looks like a short form of the other: 县发改局 and 县发展和改革局, 杭州市 and
/// 杭州市人民政府.
bool is_short_form(const std::string& name, const std::string& full);

}  // namespace duban::intake
