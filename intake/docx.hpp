// Tables and paragraphs of a .docx (and .docm) as rows.
#pragma once

#include <memory>
#include <string>

#include "intake/archive.hpp"
#include "intake/document.hpp"

namespace duban::intake {

/// `main_part` is the member with the document's body. Text as it reads with every tracked change
/// accepted, hidden text hidden and Word's own numbers printed; a table within a cell is text of
/// that cell, unless the cell does nothing but place it: then, and in a text box, it stands alone.
Result<std::unique_ptr<Document>> make_docx(Archive archive, std::string main_part);

}  // namespace duban::intake
