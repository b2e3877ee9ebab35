// Sheets of an .xlsx (and .xlsm) as rows.
#pragma once

#include <memory>
#include <string>

#include "intake/archive.hpp"
#include "intake/document.hpp"

namespace duban::intake {

/// `main_part` is the member with the workbook. Reads the parts that all sheets share (strings and
/// styles); the sheets themselves stream by. Hidden sheets are left out; formulas give the value
/// that was last computed.
Result<std::unique_ptr<Document>> make_xlsx(Archive archive, const std::string& main_part,
                                            const DayOf& day_of);

}  // namespace duban::intake
