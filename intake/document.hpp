// A document as what an import needs of it: a stream of blocks, table rows and paragraphs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/error.hpp"

namespace duban::intake {

/// What is to be known of a cell beside its text.
enum class CellNote : std::uint8_t {
  none,
  date,            ///< a number that is shown as a date; in a column of numbers, what a sheet made
  near_midnight,   ///< a date with a time within a minute of a midnight, whose day it is read as
  instant,         ///< an instant in UTC, whose day depends on a zone; it is that of the plan
  never_computed,  ///< a formula without a value; the text is empty
  picture,         ///< holds a picture, which is no text; the text is empty
  lost_bytes,      ///< some of its bytes are of no encoding; U+FFFD stands for them
};
/// What a person is told of it; the text is empty for `none` and `date`.
Message message_of(CellNote note);

/// One cell: its text as a person reads it (see clean_cell).
struct Cell {
  std::string text = {};
  bool carried = false;  ///< the text stands further up, in a cell merged over several rows
  bool covered = false;  ///< no cell of its own: one to the left reaches over this column
  CellNote note = CellNote::none;
  bool operator==(const Cell&) const = default;
};

/// One row of a table. Merged cells: the text stands in the first column, the other columns are
/// empty and covered; in the rows below it stands again, as carried. Numbers that the program
/// counts by itself are part of the text.
struct Row {
  std::uint32_t table = 0;   ///< counts from 1: a table of a .docx, a sheet of an .xlsx; 0 is a
                             ///< paragraph outside of tables, as a row of one cell
  std::uint32_t number = 0;  ///< counts from 1: the row in its table, the line in a text file
  std::vector<Cell> cells = {};

  // Of paragraphs only:
  int heading = 0;           ///< 1 to 9 when the document itself says that it is a heading
  std::string counted = {};  ///< its automatic number, with which its text begins: "一、"
  bool bold = false;         ///< all of it
  bool centred = false;
  bool blank_before = false;  ///< empty lines or paragraphs stand between it and what precedes
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

  /// The same to type and to find: "T1.R23", "S2.R9" (sheet), "P34" (paragraph), "L7" (line).
  virtual std::string address(const Row& row) const = 0;

  /// Whether a plan may go on from one table into the next without its headings (a .docx), or each
  /// table is alone (sheets of an .xlsx).
  virtual bool tables_continue() const { return true; }

  /// The file that another program made of the original and that is read in its place, good as long
  /// as the document; empty when the original itself is read.
  virtual std::string converted() const { return {}; }
  virtual std::string converter() const { return {}; }  ///< "LibreOffice"
};

/// The day of an instant in the zone of a plan.
using DayOf = std::function<Date(Instant)>;

/// Opens .docx, .xlsx, .csv, .tsv, .txt and .html; the content decides, and among text files the
/// extension. Old office formats and .pdf are converted first (intake/converter.hpp).
/// Without `day_of` a cell that holds an instant reads as the day of it in China.
/// Fails with Errc::bad_file and one sentence: old formats, broken or hostile files, wrong types.
Result<std::unique_ptr<Document>> open_document(const std::string& path, const DayOf& day_of = {});

}  // namespace duban::intake
