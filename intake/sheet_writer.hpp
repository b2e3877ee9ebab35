// Sheets that people fill in: a table of texts as .xlsx or .csv.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace duban::intake {

/// A sheet of one table under construction. What was not finished leaves no file.
class SheetWriter {
 public:
  virtual ~SheetWriter() = default;
  /// The next row; the first is that of the headings. No cell becomes a formula.
  virtual Status add(const std::vector<std::string>& cells) = 0;
  /// The sheet is on the disk.
  virtual Status finish() = 0;
};

/// Text beyond this in one cell is cut, with `cut_mark` at its end: spreadsheets take no more.
constexpr std::size_t cell_shown_max = 30000;
constexpr std::string_view cut_mark = " [...]";

/// By the extension, .xlsx or .csv. `widths` are those of the columns in characters. Nothing that
/// is there is written over: Errc::conflict. Errc::usage for other extensions.
Result<std::unique_ptr<SheetWriter>> make_sheet(const std::string& path,
                                                const std::vector<double>& widths);

}  // namespace duban::intake
