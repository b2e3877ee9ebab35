// Tables in text files: .csv, and the .txt that a flattened table becomes.
#pragma once

#include <memory>
#include <string>

#include "intake/document.hpp"
#include "intake/text_lines.hpp"

namespace duban::intake {

/// Cells as in RFC 4180, line breaks within quotes included. The separator (comma, semicolon or
/// tab) is the one that most of the first lines have.
Result<std::unique_ptr<Document>> make_csv(const std::string& path, const std::string& shown,
                                           Encoding encoding);

/// A flattened table: a line that begins with a tab begins a cell, other lines continue it, an
/// empty line ends the row. A row that an empty line within a cell tore apart is put together again
/// when its pieces have as many cells as the table's first row. Lines outside of rows are rows of
/// one cell.
std::unique_ptr<Document> make_txt(const std::string& path, const std::string& shown,
                                   Encoding encoding);

}  // namespace duban::intake
