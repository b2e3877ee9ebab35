// Typed values out of a YAML tree: what does not fit becomes a problem and is left out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/yaml.hpp"

namespace duban::yaml {

/// Whether `node` is a mapping; a problem when it is not.
bool is_mapping(const Node& node, Problems& problems);

/// Makes a problem of every key that is not in `keys`. Returns the keys that the unknown ones were
/// probably meant to be, so that nobody reports those as missing too.
std::vector<std::string> refuse_unknown_keys(const Node& mapping,
                                             std::span<const std::string_view> keys,
                                             Problems& problems);

/// The scalar's text; a problem when it is none, or blank.
const std::string* text_of(const Node& node, Problems& problems);
/// The same of a text for people, which may go on behind what YAML takes for the begin of a remark.
const std::string* prose_of(const Node& node, Problems& problems);
/// The items of a sequence of scalars; a problem for whatever else.
std::vector<const Node*> list_of(const Node& node, Problems& problems);
/// An unquoted whole number in [low, high], without leading zeros.
std::optional<int> number_of(const Node& node, int low, int high, Problems& problems);
/// An unquoted `true` or `false`; not `yes`, `on` and the like.
std::optional<bool> flag_of(const Node& node, Problems& problems);

/// "a, b, c"
std::string joined(std::span<const std::string_view> words);

}  // namespace duban::yaml
