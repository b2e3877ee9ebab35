// Tables for people: aligned by display width on a terminal and in pipes, or as CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/words.hpp"

namespace duban {

/// What a column holds decides how it is set: only `text` is ever shortened, `name` (what is to be
/// done, and by whom) goes on in a further line instead, `number` stands right.
enum class ColumnKind : std::uint8_t { key, text, name, date, number };

struct Column {
  std::string_view heading;  ///< English; printed in the reader's language
  ColumnKind kind = ColumnKind::text;
  bool csv_only = false;  ///< too much for a screen
};

enum class Tint : std::uint8_t { none, green, yellow, red, grey, bold };
Tint tint_of(Light light);

struct Cell {
  Cell(std::string t) : text(std::move(t)) {}
  Cell(std::string_view t) : text(t) {}
  Cell(const char* t) : text(t) {}
  Cell(std::string t, Tint c) : text(std::move(t)), tint(c) {}
  std::string text;
  Tint tint = Tint::none;
};

struct Sheet {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< as many cells as columns
};

/// Where a table goes. Width 0: not a terminal; nothing is shortened.
struct Screen {
  int width = 0;
  bool colour = false;
};

/// A heading line and a line for each row, columns two blanks apart, no blanks at a line's end.
/// A column without any entry is left out. On a screen the widest text columns are shortened until
/// the lines fit, and when they have no more to give, names are wrapped; keys, dates and numbers
/// stay. "" when there is no row.
std::string render(const Sheet& sheet, Lang lang, const Screen& screen);

/// `text` in colour, if the screen has any.
std::string tinted(std::string_view text, Tint tint, const Screen& screen);

/// Data as it may stand in a line: control characters, marks that turn the writing direction and
/// invalid bytes are shown (`\x1b`, `\u202e`, `\xff`), not obeyed; a line break becomes a blank.
std::string shown(std::string_view text);
/// The same for words of several lines: each line after the first begins with `indent`.
std::string shown_lines(std::string_view text, std::string_view indent);
/// What a terminal may get: all but line breaks, tabs and the sequences that duban itself sends is
/// shown as above.
std::string for_terminal(std::string_view text);
/// JSON text in which no control character stands raw; it stays the same JSON, but for bytes that
/// are no UTF-8, which become U+FFFD.
std::string shown_json(std::string json);

/// At most `width` columns wide, ending in ".." where something was cut.
std::string shortened(std::string_view text, int width);
/// Blanks up to `width` columns.
std::string padded(std::string_view text, int width);

/// The terminal's width when `fd` is one, else 0; colour unless NO_COLOR is set.
Screen screen_of(int fd);

}  // namespace duban
