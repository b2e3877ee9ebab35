// Office files for the fuzzer: the XML of the members is what is mutated, the zip is built around
// it, so that no checksum stands in the way.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duban::fuzz {

using Members = std::vector<std::pair<std::string, std::string>>;

/// A line "=== name" begins the member `name`; what stands before the first is that of `first`.
/// A later member of the same name replaces the earlier one.
Members split_members(std::string_view input, const std::string& first);

/// A zip of these members, stored. Members of `otherwise` are added where `members` lacks them.
std::string zip_of(Members members, const Members& otherwise);

}  // namespace duban::fuzz
