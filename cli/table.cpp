#include "cli/table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"

namespace duban {
namespace {

constexpr int gap = 2;
constexpr int narrowest = 6;        // a text column keeps at least this much of itself
constexpr int narrowest_name = 12;  // a column of names is not broken into narrower lines

/// Marks that `is_control` does not count, but that break lines or are not seen. Joiners (U+200C,
/// U+200D) stay: writing needs them.
bool is_hidden(char32_t c) {
  return c == 0xAD || (c >= 0x180B && c <= 0x180F) || c == 0x200B || c == 0x2028 || c == 0x2029 ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x2800 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

// What a table and a line of progress send: colours, the beginning of a line, an emptied one.
constexpr std::string_view own_sequences[] = {"\n",       "\t",       "\r\n",     "\r\x1b[K",
                                              "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[90m",
                                              "\x1b[1m",  "\x1b[0m"};

std::string escape(char prefix, unsigned value, int digits) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out{'\\', prefix};
  for (int i = digits - 1; i >= 0; --i) out += hex[(value >> (4 * i)) & 0xF];
  return out;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::size_t length_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Copies `text`, controls and invalid bytes escaped; each line break becomes `line_break`.
std::string escaped(std::string_view text, std::string_view line_break) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 8);
  while (!text.empty()) {
    std::string_view valid = text.substr(0, valid_utf8_prefix(text));
    text.remove_prefix(valid.size());
    while (!valid.empty()) {
      const std::string_view piece = valid.substr(0, length_of(valid[0]));
      valid.remove_prefix(piece.size());
      const char32_t c = code_points(piece)[0];
      if (c == U'\r' && valid.starts_with('\n')) continue;
      if (c == U'\n') {
        out += line_break;
      } else if (is_control(c) || is_hidden(c)) {
        out += c < 0x80 ? escape('x', c, 2) : c < 0x10000 ? escape('u', c, 4) : escape('U', c, 8);
      } else {
        out += piece;
      }
    }
    if (!text.empty()) {
      out += escape('x', static_cast<unsigned char>(text[0]), 2);
      text.remove_prefix(1);
    }
  }
  return out;
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

/// Takes from the widest column of this kind, of equal ones the last, until the table fits or none
/// has more than `least`.
void fit(std::vector<int>& widths, const std::vector<const Column*>& columns, int screen,
         ColumnKind kind, int least) {
  int total = gap * (static_cast<int>(widths.size()) - 1);
  for (const int width : widths) total += width;
  while (total > screen) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (columns[i]->kind != kind || widths[i] <= least) continue;
      if (widest == widths.size() || widths[i] >= widths[widest]) widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
    --total;
  }
}

/// How much of `text` fits into `width` columns, at least one character; a word of letters is not
/// broken where a blank stands before it.
std::size_t fitting(std::string_view text, int width) {
  std::size_t end = 0;
  std::size_t blank = 0;
  int used = 0;
  while (end < text.size()) {
    const std::size_t length = length_of(text[end]);
    used += display_width(text.substr(end, length));
    if (used > width && end > 0) break;
    end += length;
    if (text[end - 1] == ' ') blank = end;
  }
  const auto is_letter = [](char c) { return c > ' ' && c < 0x7F; };
  const bool in_word = end < text.size() && is_letter(text[end]) && is_letter(text[end - 1]);
  return in_word && blank > 0 ? blank : end;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t length = fitting(text, width);
    lines.emplace_back(text.substr(0, length));
    trim_end(lines.back());
    text.remove_prefix(length);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  return lines;
}

bool has_entry(const Sheet& sheet, std::size_t column) {
  return std::any_of(sheet.rows.begin(), sheet.rows.end(),
                     [&](const auto& row) { return !row[column].text.empty(); });
}

}  // namespace

Tint tint_of(Light light) {
  switch (light) {
    case Light::green:
      return Tint::green;
    case Light::yellow:
      return Tint::yellow;
    case Light::red:
      return Tint::red;
    case Light::grey:
      return Tint::grey;
  }
  return Tint::none;
}

std::string shown(std::string_view text) { return escaped(text, " "); }

std::string shown_lines(std::string_view text, std::string_view indent) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return escaped(text, "\n" + std::string(indent));
}

std::string for_terminal(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto own = std::find_if(std::begin(own_sequences), std::end(own_sequences),
                                  [&](std::string_view each) { return text.starts_with(each); });
    if (own != std::end(own_sequences)) {
      out += *own;
      text.remove_prefix(own->size());
      continue;
    }
    const std::string_view piece =
        text.substr(0, std::max<std::size_t>(1, text.find_first_of("\n\t\r\x1b", 1)));
    out += escaped(piece, " ");
    text.remove_prefix(std::min(piece.size(), text.size()));
  }
  return out;
}

std::string shown_json(std::string json) {
  if (is_plain_ascii(json)) return json;
  std::string out;
  out.reserve(json.size());
  std::size_t valid = valid_utf8_prefix(json);
  for (std::size_t i = 0; i < json.size();) {
    if (i == valid) {  // a word of the command line may hold such a byte; JSON may not
      out += "\uFFFD";
      ++i;
      valid = i + valid_utf8_prefix(std::string_view(json).substr(i));
      continue;
    }
    const std::string_view piece = std::string_view(json).substr(i, length_of(json[i]));
    i += piece.size();
    const char32_t c = code_points(piece)[0];
    // Line breaks stand only between lines: within texts JSON has escaped them already.
    if (c != U'\n' && (is_control(c) || is_hidden(c))) {
      if (c >= 0x10000) out += escape('u', 0xD7C0 + (c >> 10), 4);
      out += escape('u', c < 0x10000 ? c : 0xDC00 + (c & 0x3FF), 4);
    } else {
      out += piece;
    }
  }
  return out;
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  int used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view piece = text.substr(i, length_of(text[i]));
    const int next = display_width(piece);
    if (used + next > width - 2) break;
    used += next;
    out += piece;
    i += piece.size();
  }
  trim_end(out);
  return out + "..";
}

std::string padded(std::string_view text, int width) {
  const int lacking = width - display_width(text);
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(0, lacking)), ' ');
}

std::string tinted(std::string_view text, Tint tint, const Screen& screen) {
  if (!screen.colour || tint == Tint::none || text.empty()) return std::string(text);
  constexpr std::string_view codes[] = {"", "32", "33", "31", "90", "1"};
  return "\x1b[" + std::string(codes[static_cast<std::size_t>(tint)]) + "m" + std::string(text) +
         "\x1b[0m";
}

std::string render(const Sheet& sheet, Lang lang, const Screen& screen) {
  if (sheet.rows.empty()) return "";
  std::vector<const Column*> columns;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    if (sheet.columns[i].csv_only || !has_entry(sheet, i)) continue;
    columns.push_back(&sheet.columns[i]);
    places.push_back(i);
  }
  std::vector<std::vector<Cell>> lines;
  lines.reserve(sheet.rows.size() + 1);
  lines.emplace_back();
  for (const Column* column : columns)
    lines[0].emplace_back(say(lang, column->heading), Tint::bold);
  for (const auto& row : sheet.rows) {
    DUBAN_ASSERT(row.size() == sheet.columns.size());
    auto& line = lines.emplace_back();
    for (const std::size_t place : places)
      line.emplace_back(shown(row[place].text), row[place].tint);
  }
  std::vector<int> widths(columns.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], display_width(line[i].text));
  }
  if (screen.width > 0) {
    fit(widths, columns, screen.width, ColumnKind::text, narrowest);
    fit(widths, columns, screen.width, ColumnKind::name, narrowest_name);
  }

  std::string out;
  for (const auto& line : lines) {
    std::vector<std::vector<std::string>> pieces(line.size());
    std::size_t height = 1;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (columns[i]->kind == ColumnKind::name) {
        pieces[i] = wrapped(line[i].text, widths[i]);
      } else {
        pieces[i] = {columns[i]->kind == ColumnKind::text ? shortened(line[i].text, widths[i])
                                                          : line[i].text};
      }
      height = std::max(height, pieces[i].size());
    }
    for (std::size_t part = 0; part < height; ++part) {
      std::string printed;
      std::size_t blanks = 0;  // owed before the next cell, dropped at the line's end
      for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string text = part < pieces[i].size() ? pieces[i][part] : std::string();
        const auto lacking = static_cast<std::size_t>(std::max(0, widths[i] - display_width(text)));
        if (columns[i]->kind == ColumnKind::number) blanks += lacking;
        if (!text.empty()) {
          printed.append(blanks, ' ');
          printed += tinted(text, line[i].tint, screen);
          blanks = 0;
        }
        if (columns[i]->kind != ColumnKind::number) blanks += lacking;
        blanks += gap;
      }
      trim_end(printed);
      out += printed + "\n";
    }
  }
  return out;
}

Screen screen_of(int fd) {
  if (isatty(fd) == 0) return {};
  Screen screen{.width = 80, .colour = true};
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) screen.width = size.ws_col;
  const char* plain = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if ((plain && *plain) || (terminal && std::string_view(terminal) == "dumb"))
    screen.colour = false;
  return screen;
}

}  // namespace duban
