// The words by which papers say who does what, and when.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace duban::intake {

// Every text here has half-width signs (see half_width) and no blanks.

/// What a name is said to do.
enum class Part : std::uint8_t { none, lead, responsible, co };
/// 牵头负责, 按职责分工负责, 参与 at the end of a text are taken off; none where nothing was.
Part strip_part(std::u32string& text);
/// What a bracket behind a name says of it: （牵头）, （配合单位）.
Part part_in_bracket(std::u32string_view text);
/// A word of a part within a text, behind a name: 省水利厅牵头省公安厅配合.
struct InnerPart {
  Part part = Part::none;
  std::size_t begin = 0;  ///< where the word stands; 0: there is none
  std::size_t end = 0;
  bool joins = false;  ///< 会同: the names behind it are co-departments
};
InnerPart inner_part(std::u32string_view text);

/// What a label in front of a colon announces.
enum class Label : std::uint8_t { none, lead, responsible, co, person, when, other };
Label label_kind(std::u32string_view label);
/// Of a name that stands under it.
Part part_under(Label label);
/// Length of a label that stands before names without a colon (牵头单位省水利厅); 0 for none.
std::size_t bare_label(std::u32string_view text);

/// Takes 等, 等有关部门, 等6部门 off the end: the list is open.
bool strip_open_end(std::u32string& text);
/// Where 等部门 ends within a text and another name follows (和各市州人民政府); 0 for none.
std::size_t open_end_within(std::u32string_view text);

/// Whether a clause without blanks tells when.
bool is_when(std::u32string_view clause);

}  // namespace duban::intake
