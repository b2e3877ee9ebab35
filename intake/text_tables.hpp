// Tables in text files: .csv, and the .txt that a flattened table becomes.
#pragma once

#include <memory>
#include <string>

#include "intake/document.hpp"
#include "intake/text_lines.hpp"

namespace duban::intake {

/// Cells as in RFC 4180, line breaks within quotes included. The separator (comma, semicolon or
/// tab) is given, or named by a first line `sep=;`, or the one that most of the first lines have.
/// A cell that holds bytes of no encoding is marked; the others of its row are whole.
Result<std::unique_ptr<Document>> make_csv(const std::string& path, const std::string& shown,
                                           Encoding encoding, char separator = 0);

/// A text file by its first lines: cells between tabs or other separators as in a .csv; a flattened
/// table; or else paragraphs, a line each.
/// In a flattened table a line that begins with a tab begins a cell, other lines continue it, an
/// empty line ends the row. A row that an empty line within a cell tore apart is put together again
/// when its pieces have as many cells as the table's first row. Lines outside of rows are rows of
/// one cell.
Result<std::unique_ptr<Document>> make_txt(const std::string& path, const std::string& shown,
                                           Encoding encoding);

}  // namespace duban::intake
