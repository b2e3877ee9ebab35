#include "cli/csv.hpp"

#include <algorithm>

#include "text/formula.hpp"

namespace duban {
namespace {

std::string csv_cell(std::string_view text) {
  // Line breaks stay: a quoted cell may hold them, and notes have them.
  std::string cell;
  for (std::string_view rest = text;;) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    // Each line: whoever splits the cell, or pastes it, makes cells of them.
    const std::string_view line = rest.substr(0, end);
    cell += (begins_formula(line) || (cell.empty() && begins_formula(rest)) ? "'" : "");
    cell += shown_lines(line, "");
    if (end == rest.size()) break;
    cell += '\n';
    rest.remove_prefix(end + 1);
  }
  while (cell.ends_with('\n')) cell.pop_back();
  if (cell.find_first_of("\",\r\n") == cell.npos && !cell.starts_with(' ') && !cell.ends_with(' '))
    return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
  return line + "\r\n";
}

std::string render_csv(const Sheet& sheet, Lang lang) {
  std::vector<std::string> cells;
  for (const Column& column : sheet.columns) cells.push_back(say(lang, column.heading));
  std::string out = "\ufeff" + csv_line(cells);
  for (const auto& row : sheet.rows) {
    cells.clear();
    for (const Cell& cell : row) cells.push_back(cell.text);
    out += csv_line(cells);
  }
  return out;
}

}  // namespace duban
