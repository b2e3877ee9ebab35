// YAML with places: the plain subset of it that people's files need, read into a small tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "text/problems.hpp"

namespace duban::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

struct Pair;

/// One value and where it stands. A block mapping stands where its first key does.
struct Node {
  Kind kind = Kind::null;
  Spot spot;
  std::string text;         ///< of a scalar
  bool quoted = false;      ///< a scalar in quotes, or a block of text: never a number or a flag
  bool remarked = false;    ///< a remark begins so close behind it that it may be meant as text
  std::vector<Node> items;  ///< of a sequence
  std::vector<Pair> pairs;  ///< of a mapping, in the file's order; keys are scalars, each once

  /// The pair with this key; nullptr where there is none.
  const Pair* find(std::string_view key) const;
};

struct Pair {
  Node key;
  Node value;
};

/// What parse() refuses beyond bad syntax, each with its place, as many as it can find at once:
/// more than 1 MiB; text that is not UTF-8; control characters; nothing in it, or more than one
/// document; nesting deeper than 32; anchors, aliases and tags; a key twice; a key that is no text;
/// blanks that are no spaces where a line is indented or around a value; in a list in [ ] what is
/// not in quotes and holds a full-width comma.
/// A byte-order mark is skipped.
Checked<Node> parse(std::string_view text, const std::string& file);

/// The same for a reader that goes on to look for problems of its own: adds them to `problems`
/// (which must have been made from `without_mark(text)`) and returns what could be read.
Node parse(std::string_view text, Problems& problems);

/// The scalar that stands under `key` in the outermost mapping, read no further than it stands, and
/// nothing when there is none. Refuses nothing: only for a text that parse() has taken before.
std::optional<std::string> text_under(std::string_view text, std::string_view key);

/// `text` without a leading byte-order mark.
std::string_view without_mark(std::string_view text);

}  // namespace duban::yaml
