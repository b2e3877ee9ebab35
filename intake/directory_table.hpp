// Departments as rows of a table: a spreadsheet of names, aliases, members, houses, superiors.
#pragma once

#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace duban::intake {

/// A department as a file has it; the names in it are not looked up.
struct DepartmentRow {
  Place place;
  std::string name;
  std::vector<std::string> aliases = {};
  std::vector<std::string> members = {};
  bool group = false;
  std::string housed_in = {};
  std::string superior = {};
};

/// Reads a .csv, .txt, .xlsx or .docx whose first row has the headings 单位 (name), 别名 (aliases),
/// 成员 (members), 成批 (group), 设在 (housed_in), 上级 (superior): the first is needed, the others
/// as they are. Several names in a cell are parted by 、 or ;. A directory file (.yaml) is taken
/// too. All errors at once.
Checked<std::vector<DepartmentRow>> read_departments(const std::string& path);

}  // namespace duban::intake
