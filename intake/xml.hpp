// XML of documents: cut into small elements while it streams by.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "intake/archive.hpp"

namespace duban::intake {

/// The name without its prefix: writers choose prefixes as they like.
std::string_view local_name(std::string_view name);

class XmlTree;

/// An element, or a text between elements; as cheap as a pointer, and good while its piece is.
class XmlNode {
 public:
  XmlNode() = default;
  explicit operator bool() const { return tree_ != nullptr; }

  /// Local name; empty for a text.
  std::string_view name() const;
  /// Of a text itself; of an element its first text.
  std::string_view text() const;
  /// The attribute of that local name; empty when there is none.
  std::string_view attribute(std::string_view local) const;
  /// With its prefix, for the few whose prefix matters.
  std::vector<std::pair<std::string_view, std::string_view>> attributes() const;
  /// The first child element of that local name; none when there is none.
  XmlNode child(std::string_view local) const;
  XmlNode first_child() const;
  XmlNode next() const;

  /// Walks over children.
  class Iterator;
  struct Children;
  Children children() const;

 private:
  friend class XmlTree;
  XmlNode(const XmlTree* tree, std::uint32_t at) : tree_(tree), at_(at) {}
  XmlNode at(std::uint32_t index) const;

  const XmlTree* tree_ = nullptr;
  std::uint32_t at_ = 0;
};

class XmlNode::Iterator {
 public:
  explicit Iterator(XmlNode node) : node_(node) {}
  const XmlNode& operator*() const { return node_; }
  Iterator& operator++() {
    node_ = node_.next();
    return *this;
  }
  bool operator!=(const Iterator& other) const { return bool(node_) != bool(other.node_); }

 private:
  XmlNode node_;
};
struct XmlNode::Children {
  XmlNode first;
  Iterator begin() const { return Iterator(first); }
  Iterator end() const { return Iterator(XmlNode()); }
};

/// What cut_xml found.
struct XmlPiece {
  std::string_view name;                 ///< local name
  const std::vector<std::string>& path;  ///< local names of the elements around it, outermost first
  XmlNode element;                       ///< none where only the start was asked for
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
