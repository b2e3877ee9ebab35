// Which column of a table is which, told by its heading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/document.hpp"

namespace duban::intake {

enum class Column : std::uint8_t { number, content, department, co, deadline, urgency };

/// The column that a heading names; blanks, line breaks, full-width forms and words in brackets do
/// not matter ("完 成\n时间（年）" is a deadline).
std::optional<Column> column_of(std::string_view heading);
/// Headings that name the column, for messages: "完成时间, 完成时限, …".
std::string_view usual_headings(Column column);

/// Positions of the columns in a table, from 0, and what their headings say.
struct Columns {
  std::optional<std::size_t> number;  ///< none: the numbers stand before the contents
  std::vector<std::size_t> contents;  ///< mostly one; 重点任务 and 工作内容 may stand side by side
  std::optional<std::size_t> department;
  std::optional<std::size_t> co;  ///< 配合单位, where it has a column of its own
  std::optional<std::size_t> deadline;
  std::optional<std::size_t> urgency;  ///< 紧急程度, in few documents
  std::vector<std::string> headings;   ///< of every column, without blanks

  bool is_plan() const { return !contents.empty() && department && deadline; }
  /// How many of the three that a plan needs are there.
  int found() const { return !contents.empty() + department.has_value() + deadline.has_value(); }
};

Columns read_columns(const Row& row);
/// A row of headings and nothing else: the header again on a later page, or its second line under
/// merged cells (责任单位 over 牵头单位 and 配合单位).
bool is_heading_row(const Row& row);
/// Takes the finer headings of a header's second line into `columns`.
void refine(Columns& columns, const Row& row);

}  // namespace duban::intake
