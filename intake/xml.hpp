// XML of documents: cut into small elements while it streams by.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "intake/archive.hpp"

namespace pugi {
class xml_node;
}

namespace duban::intake {

/// The name without its prefix: writers choose prefixes as they like.
std::string_view local_name(std::string_view name);
std::string_view local_name(const pugi::xml_node& node);
/// The attribute of that local name; empty when there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// The first child element of that local name; an empty node when there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// What cut_xml found.
struct XmlPiece {
  std::string_view name;                 ///< local name
  const std::vector<std::string>& path;  ///< local names of the elements around it, outermost first
  const pugi::xml_node* element;         ///< null where only the start was asked for
};

struct XmlWish {
  std::vector<std::string_view> cut = {};       ///< handed over whole, the outermost of each
  std::vector<std::string_view> announce = {};  ///< only their start is told, outside of cut ones
};

/// Reads XML in blocks and hands the wished elements to `take`, in order; only one of them is ever
/// in memory. Refuses what no document needs and attacks do: a DTD, an encoding other than UTF-8,
/// nesting deeper than 200, an element larger than 4 MiB, NUL bytes.
/// `where` names file and part in messages.
Status cut_xml(const ReadBytes& read, const std::string& where, const XmlWish& wish,
               const std::function<Status(const XmlPiece&)>& take);

/// The bytes of a text as a stream; `text` must outlive it.
ReadBytes stream_of(std::string_view text);

}  // namespace duban::intake
