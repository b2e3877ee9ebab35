// A document as what an import needs of it: a stream of table rows.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace duban::intake {

/// One cell: its text as a person reads it (see clean_cell).
struct Cell {
  std::string text;
  bool carried = false;  ///< the text stands further up, in a cell merged over several rows
  bool operator==(const Cell&) const = default;
};

/// One row of a table. Merged cells: the text stands in the first column, the other columns are
/// empty; in the rows below it stands again, as carried.
struct Row {
  std::uint32_t table = 0;   ///< counts from 1: a table of a .docx, a sheet of an .xlsx; 0 is a
                             ///< paragraph outside of tables, as a row of one cell
  std::uint32_t number = 0;  ///< counts from 1: the row in its table, the line in a text file
  std::vector<Cell> cells;
};

/// More text than this in one row is refused: in an office file a few bytes can name a long text
/// again and again.
constexpr std::size_t row_text_max = std::size_t{1} << 20;

using TakeRow = std::function<Status(const Row&)>;

/// A document that was found readable when it was opened. Reading holds a row at a time, never the
/// document, so that a million rows need no more memory than a hundred.
class Document {
 public:
  virtual ~Document() = default;

  /// Every row in the document's order, from the beginning at each call. Stops at the first
  /// failure of `take` and returns it; a document that breaks off half-way is Errc::bad_file.
  virtual Status rows(const TakeRow& take) const = 0;

  /// Where a row stands, for people: "plan.docx: table 1, row 23", "plan.csv: line 7".
  virtual std::string place(const Row& row) const = 0;

  /// Whether a plan may go on from one table into the next (a .docx), or is all in the first table
  /// that has the headings of a plan (sheets of an .xlsx).
  virtual bool tables_continue() const { return true; }
};

/// Opens .docx, .xlsx, .csv and .txt; the content decides, and between the last two the extension.
/// Fails with Errc::bad_file and one sentence: old formats, broken or hostile files, wrong types.
Result<std::unique_ptr<Document>> open_document(const std::string& path);

}  // namespace duban::intake
