// Which column of a table is which, told by its heading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/document.hpp"

namespace duban::intake {

enum class Column : std::uint8_t {
  number,
  category,  ///< 任务类别: what its rows stand under
  content,
  department,  ///< 责任单位: one of them leads, where no column says who
  lead,        ///< 牵头单位
  co,
  deadline,
  urgency,
};

/// The column that a heading names; blanks, line breaks, full-width forms and words in brackets do
/// not matter ("完 成\n时间（年）" is a deadline).
std::optional<Column> column_of(std::string_view heading);
/// Headings that name the column, for messages: "完成时间, 完成时限, …".
std::string_view usual_headings(Column column);
/// What a label below or behind a task may say besides (工作目标, 分管领导, 备注).
bool is_kept_label(std::string_view label);

/// Positions of the columns in a table, from 0, and what their headings say.
struct Columns {
  std::optional<std::size_t> number;    ///< none: the numbers stand before the contents
  std::vector<std::size_t> categories;  ///< 任务类别, outermost first
  std::vector<std::size_t> contents;  ///< mostly one; 重点任务 and 工作内容 may stand side by side
  std::optional<std::size_t> lead;
  std::optional<std::size_t> department;
  std::vector<std::size_t> cos;
  std::optional<std::size_t> deadline;
  std::optional<std::size_t> urgency;  ///< 紧急程度, in few documents
  std::vector<std::size_t> kept;       ///< all others that have a heading
  std::vector<std::string> headings;   ///< of every column, without blanks

  bool has_office() const { return lead || department; }
  bool is_plan() const;
  /// How many of the three that a plan mostly has are there.
  int found() const { return !contents.empty() + has_office() + deadline.has_value(); }
};

Columns read_columns(const Row& row);
/// A row of headings and nothing else: the header again on a later page, or its second line under
/// merged cells (责任单位 over 牵头单位 and 配合单位).
bool is_heading_row(const Row& row);
/// The columns of a header whose second line is `row`: finer headings stand under the merged ones.
Columns refined(const Columns& columns, const Row& row);

}  // namespace duban::intake
