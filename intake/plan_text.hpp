// From paragraphs to the lines of a plan: items that end with who is responsible, in a bracket or
// in labelled lines below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/plan_lines.hpp"

namespace duban::intake {

/// A piece of a paragraph: what is to be done, and the bracket behind it.
struct Piece {
  std::string content;
  std::string offices;   ///< inside of the bracket; empty for text that none follows
  std::string deadline;  ///< of a bracket of its own
};

/// Cuts a paragraph at the brackets that tell who does what stands before them.
std::vector<Piece> pieces_of(std::string_view text, const ResponsibilityReader& offices);

/// "牵头单位" and what follows its colon.
struct Labelled {
  std::string label;
  std::string value;
};
struct LabelledText {
  std::string before;  ///< what stands before the first label
  std::vector<Labelled> labels;
};
/// Cuts a text at the labels that a plan has: 牵头单位：A；完成时限：6月底。
LabelledText labels_of(std::string_view text);

/// Whether a document has such items, told by a look at each paragraph.
bool has_office(std::string_view paragraph, const ResponsibilityReader& offices);

/// Whether a numbered paragraph begins with who is responsible: 1.由甲局牵头，乙局配合，….
bool begins_with_offices(std::string_view paragraph, const ResponsibilityReader& offices);
/// Cuts such a sentence into who and what, with the first day that it names; no offices where it
/// begins otherwise.
Piece cut_behind_offices(const std::string& text, const ResponsibilityReader& offices);

/// Hands headings and items to `take`, in order; text that belongs to no item is left out.
Result<Walk> walk_text(const Document& document, const ResponsibilityReader& offices,
                       bool offices_first, const TakeLine& take);

}  // namespace duban::intake
