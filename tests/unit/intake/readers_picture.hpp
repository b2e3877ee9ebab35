// What a document reads as, in a form that a test can compare.
#pragma once

#include <string>

#include "intake/document.hpp"

namespace duban::intake {

/// Rows as lines, cells between bars; a carried cell in brackets, a covered one as `<`, a line
/// break as a slash, what else is to be known of a cell behind `~`.
inline std::string picture(const std::string& path) {
  const auto document = open_document(path);
  if (!document) return to_text(document.error().message);
  constexpr const char* notes[] = {"",         "~date",    "~near", "~instant",
                                   "~formula", "~picture", "~lost"};
  std::string out;
  const auto status = (*document)->rows([&](const Row& row) {
    out += (*document)->address(row);
    if (row.heading > 0) out += " h" + std::to_string(row.heading);
    if (row.bold) out += " bold";
    if (row.centred) out += " centred";
    if (!row.counted.empty()) out += " (" + row.counted + ")";
    for (const Cell& cell : row.cells) {
      std::string text = cell.text;
      for (char& c : text) c = c == '\n' ? '/' : c;
      out += "|" + (cell.carried ? "[" + text + "]" : text) + (cell.covered ? "<" : "") +
             notes[static_cast<int>(cell.note)];
    }
    out += "\n";
    return Status{};
  });
  return status ? out : out + to_text(status.error().message);
}

}  // namespace duban::intake
