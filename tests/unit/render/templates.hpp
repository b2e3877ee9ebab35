// The sentences that stand in the sources, found by reading them.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace duban::test {

/// Every template in `source` (C++): second arguments of failed( and say(, headings of columns,
/// messages, and any literal with a {hole}. Literals that stand side by side are one.
std::set<std::string> templates_in(std::string_view source);

/// The same of all sources under the folders of the tree whose sentences people read.
std::set<std::string> templates_of_tree(const std::string& root);

}  // namespace duban::test
