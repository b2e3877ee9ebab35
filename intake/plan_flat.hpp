// A table that lost its cells: each stands in a paragraph of its own, as copied from a web page.
#pragma once

#include <deque>
#include <optional>

#include "intake/plan_lines.hpp"

namespace duban::intake {

/// Finds the paragraphs that were the cells of a plan's header.
class FlatHeader {
 public:
  /// The columns, when the paragraphs before `text` are a header and `text` is not.
  std::optional<Columns> next(const std::string& text);

 private:
  std::deque<std::string> run_;
};

/// Hands every row of the table to `take`, in order.
Result<Walk> walk_flat(const Document& document, const ResponsibilityReader& offices,
                       const TakeLine& take);

}  // namespace duban::intake
