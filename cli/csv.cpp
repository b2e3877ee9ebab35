#include "cli/csv.hpp"

#include <algorithm>
#include <array>

namespace duban {
namespace {

/// What a spreadsheet takes for the beginning of a formula; behind blanks, which some trim.
bool is_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> starts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                    "\n", "＝", "＋", "－", "＠"};
  constexpr std::array<std::string_view, 18> blanks{
      " ",      "\u00a0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
      "\u2007", "\u2008", "\u2009", "\u200a", "\u200b", "\u202f", "\u205f", "\u3000", "\ufeff"};
  const auto begins = [&](std::string_view with) { return text.starts_with(with); };
  while (!text.empty()) {
    if (std::any_of(starts.begin(), starts.end(), begins)) return true;
    const auto blank = std::find_if(blanks.begin(), blanks.end(), begins);
    if (blank == blanks.end()) return false;
    text.remove_prefix(blank->size());
  }
  return false;
}

std::string csv_cell(std::string_view text) {
  // Line breaks stay: a quoted cell may hold them, and notes have them.
  std::string cell;
  for (std::string_view rest = text;;) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    // Each line: whoever splits the cell, or pastes it, makes cells of them.
    const std::string_view line = rest.substr(0, end);
    cell += (is_formula(line) || (cell.empty() && is_formula(rest)) ? "'" : "");
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
