// A review sheet: a plan as it was read, a row a task, with room for what it should be.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/draft.hpp"
#include "intake/sheet_writer.hpp"

namespace duban::intake {

/// The columns of a review sheet. Behind each field stands one `should_be`, empty.
enum class ReviewColumn : std::uint8_t {
  place,
  number,
  titles,
  content,
  names,  ///< the departments as written
  lead,
  co,
  deadline_text,  ///< as written
  deadline,
  urgent,
  should_be,
  doubts,
  leave_out,
  why,
};
/// Read back whatever the language was.
std::optional<ReviewColumn> review_column(std::string_view heading);
/// The field whose corrections stand behind this column.
std::optional<Field> field_of(ReviewColumn column);

/// A field's text as it stands in the document; `lead` and `co` are what the cell that both stand
/// in says.
std::string text_as_written(const Draft& draft, Field field);
/// The headings above a row, a line each.
std::string titles_text(const PlanRow& row);
/// How a task goes on: 每月10日, 每季度第3个月20日, `every quarter on 3/20`, `ongoing`.
std::string cycle_words(const Deadline& deadline, bool chinese);
/// When a row is due: a day, `ongoing`, or what stages and cycles there are. A correction to this
/// text changes nothing.
std::string deadline_words(const Deadline& deadline, bool chinese);

/// Writes drafts as they come.
class ReviewSheet {
 public:
  using Say = std::function<std::string(const Message&)>;

  /// `say` puts doubts into the language of the sheet.
  static Result<std::unique_ptr<ReviewSheet>> create(const std::string& path, bool chinese,
                                                     Say say);
  Status add(const Draft& draft);
  Status finish() { return sheet_->finish(); }
  std::size_t rows() const { return rows_; }

 private:
  std::unique_ptr<SheetWriter> sheet_;
  bool chinese_ = false;
  Say say_;
  std::size_t rows_ = 0;
};

}  // namespace duban::intake
