#include "intake/xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "intake/cell_format.hpp"
#include "intake/cell_text.hpp"
#include "intake/relations.hpp"
#include "intake/repeats.hpp"
#include "intake/xml.hpp"

namespace duban::intake {
namespace {

constexpr std::uint32_t columns_max = 256;  // a plan has ten; cells further right are not its
constexpr std::size_t merges_max = 1'000'000;
constexpr std::size_t strings_max = std::size_t{64} << 20;
constexpr std::size_t string_cost = 8;     // of each, beside its bytes
constexpr std::size_t styles_max = 65536;  // Excel's own limit is below

std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

struct CellName {
  std::uint32_t row = 0;     ///< from 1; 0: not given
  std::uint32_t column = 0;  ///< from 1; 0: not given
};
CellName parse_cell_name(std::string_view text) {
  CellName name;
  while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z' && name.column < 100'000) {
    name.column = name.column * 26 + static_cast<std::uint32_t>(text.front() - 'A' + 1);
    text.remove_prefix(1);
  }
  name.row = number_of(text, 0);
  return name;
}

/// A range of merged cells.
struct Merge {
  CellName first, last;
};
/// One that the row being read is in, and the text of its first cell.
struct OpenMerge {
  Merge range;
  std::string text = {};
};

/// Excel writes what XML cannot hold as `_x000D_`, and such a text itself as `_x005F_x000D_`.
std::string without_escapes(std::string text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string out = text.substr(0, at);
  while (at < text.size()) {
    unsigned code = 0;
    const char* const digits = text.data() + at + 2;
    const bool is_escape = text.compare(at, 2, "_x") == 0 && at + 7 <= text.size() &&
                           text[at + 6] == '_' &&
                           std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
    if (!is_escape) {
      out += text[at++];
      continue;
    }
    at += 7;
    const bool is_break = code == 0x0A || code == 0x0B || code == 0x0C;
    if (is_break) code = '\n';
    if (code != 0) append_utf8(out, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
  }
  return out;
}

/// Text of <si> and <is>: their runs, without the phonetic guides.
std::string string_of(const XmlNode& item) {
  std::string text;
  for (const XmlNode& part : item.children()) {
    const std::string_view name = part.name();
    if (name == "t") text += part.text();
    if (name == "r") text += part.child("t").text();
  }
  return clean_cell(without_escapes(std::move(text)));
}

struct Sheet {
  std::string name;
  std::string part;
};

class Xlsx final : public Document {
 public:
  Xlsx(Archive archive, DayOf day_of) : archive_(std::move(archive)), day_of_(std::move(day_of)) {}

  Status load(const std::string& main_part);
  Status rows(const TakeRow& take) const override;
  std::string place(const Row& row) const override {
    return archive_.shown() + ": sheet " + sheets_[row.table - 1].name + ", row " +
           std::to_string(row.number);
  }
  std::string address(const Row& row) const override {
    return "S" + std::to_string(row.table) + ".R" + std::to_string(row.number);
  }
  bool tables_continue() const override { return false; }

 private:
  std::string where(const std::string& part) const { return archive_.shown() + ": " + part; }
  Status load_workbook(const std::string& part, const Relations& relations);
  Status load_strings(const std::string& part);
  Status load_styles(const std::string& part);
  Result<std::vector<Merge>> merges(const Sheet& sheet) const;
  Cell read_cell(const XmlNode& cell) const;
  Cell date_of(std::string_view text) const;
  Status read_row(const XmlNode& element, Row& row, Repeats& repeats) const;
  Status check_size(std::size_t text) const;

  Archive archive_;
  DayOf day_of_;
  bool from_1904_ = false;
  std::vector<Sheet> sheets_;
  std::string strings_;                   ///< all shared strings, one after the other
  std::vector<std::size_t> string_ends_;  ///< where each of them ends
  std::vector<NumberFormat> styles_;
};

Status Xlsx::load(const std::string& main_part) {
  DUBAN_TRY(const Relations relations, read_relations(archive_, main_part));
  DUBAN_TRY(load_workbook(main_part, relations));
  const std::string strings = relations.of_kind("sharedStrings");
  if (!strings.empty()) DUBAN_TRY(load_strings(strings));
  const std::string styles = relations.of_kind("styles");
  if (!styles.empty()) DUBAN_TRY(load_styles(styles));
  return {};
}

Status Xlsx::load_workbook(const std::string& part, const Relations& relations) {
  DUBAN_TRY(const ReadBytes read, archive_.stream(part));
  DUBAN_TRY(cut_xml(read, where(part), {{"sheet", "workbookPr"}}, [&](const XmlPiece& piece) {
    const XmlNode& element = piece.element;
    if (piece.name == "workbookPr") {
      const std::string_view system = element.attribute("date1904");
      from_1904_ = system == "1" || system == "true";
    } else if (element.attribute("state").empty() || element.attribute("state") == "visible") {
      std::string id;
      for (const auto& [name, value] : element.attributes()) {
        // sheetId is another number: only the one with a prefix names the part.
        if (name.ends_with(":id")) id = value;
      }
      const std::string target = relations.target(id);
      const bool is_new = std::none_of(sheets_.begin(), sheets_.end(),
                                       [&](const Sheet& sheet) { return sheet.part == target; });
      if (is_new && archive_.has(target)) {
        sheets_.push_back({clean_cell(element.attribute("name")), target});
      }
    }
    return Status{};
  }));
  if (!sheets_.empty()) return {};
  return failed(Errc::bad_file, "{file} has no sheet", {{"file", archive_.shown()}},
                {archive_.shown()});
}

Status Xlsx::load_strings(const std::string& part) {
  if (!archive_.has(part)) return {};
  DUBAN_TRY(const ReadBytes read, archive_.stream(part));
  return cut_xml(read, where(part), {{"si"}}, [&](const XmlPiece& piece) -> Status {
    strings_ += string_of(piece.element);
    string_ends_.push_back(strings_.size());
    if (strings_.size() + string_ends_.size() * string_cost <= strings_max) return {};
    return failed(Errc::bad_file, "{file} holds more text than any plan; save it as .csv",
                  {{"file", archive_.shown()}}, {archive_.shown()});
  });
}

Status Xlsx::load_styles(const std::string& part) {
  if (!archive_.has(part)) return {};
  DUBAN_TRY(const ReadBytes read, archive_.stream(part));
  std::map<std::uint32_t, NumberFormat> custom;
  return cut_xml(read, where(part), {{"numFmt", "xf"}}, [&](const XmlPiece& piece) {
    const XmlNode& element = piece.element;
    const std::uint32_t id = number_of(element.attribute("numFmtId"), 0);
    if (custom.size() + styles_.size() > styles_max) return Status{};
    if (piece.name == "numFmt") {
      custom[id] = parse_format(element.attribute("formatCode"));
    } else if (!piece.path.empty() && piece.path.back() == "cellXfs") {
      const auto found = custom.find(id);
      styles_.push_back(found != custom.end() ? found->second
                                              : builtin_format(static_cast<int>(id)));
    }
    return Status{};
  });
}

/// Merged ranges stand after the rows in a sheet, so it is walked once for them alone.
Result<std::vector<Merge>> Xlsx::merges(const Sheet& sheet) const {
  std::vector<Merge> found;
  DUBAN_TRY(const ReadBytes read, archive_.stream(sheet.part));
  DUBAN_TRY(cut_xml(read, where(sheet.part), {{"mergeCell"}}, [&](const XmlPiece& piece) {
    const std::string_view range = piece.element.attribute("ref");
    const std::size_t colon = range.find(':');
    if (colon != std::string_view::npos && found.size() < merges_max) {
      found.push_back(
          {parse_cell_name(range.substr(0, colon)), parse_cell_name(range.substr(colon + 1))});
    }
    return Status{};
  }));
  std::sort(found.begin(), found.end(),
            [](const Merge& a, const Merge& b) { return a.first.row < b.first.row; });
  return found;
}

/// "2026-06-29T16:00:00.000Z", or without the Z.
Cell Xlsx::date_of(std::string_view text) const {
  if (text.size() < 20 || (text.back() != 'Z' && text.back() != 'z'))
    return {.text = clean_cell(text.substr(0, 10)), .note = CellNote::date};
  std::string whole(text.substr(0, 19));
  whole += 'Z';
  const Result<Instant> instant = parse_instant(whole);
  if (!instant) return {.text = clean_cell(text.substr(0, 10)), .note = CellNote::date};
  // Without a zone of the plan that of China, where these sheets are filled in.
  constexpr std::int64_t day = 86'400, ahead = 8 * 3600;
  const Date date =
      day_of_ ? day_of_(*instant) : Date{static_cast<int>((instant->seconds + ahead) / day)};
  return {.text = to_text(date), .note = CellNote::instant};
}

Cell Xlsx::read_cell(const XmlNode& cell) const {
  const std::string_view type = cell.attribute("t");
  if (type == "inlineStr") return {.text = string_of(cell.child("is"))};
  const XmlNode stored = cell.child("v");
  const XmlNode formula = cell.child("f");
  const std::string_view value = stored.text();
  if (value.find("DISPIMG(") != value.npos || formula.text().find("DISPIMG(") != value.npos ||
      (type == "e" && !cell.attribute("vm").empty()))
    return {.note = CellNote::picture};
  if (formula && !stored) return {.note = CellNote::never_computed};
  if (type == "s") {
    const std::size_t index = number_of(value, ~0u);
    if (index >= string_ends_.size()) return {};
    const std::size_t begin = index == 0 ? 0 : string_ends_[index - 1];
    return {.text = strings_.substr(begin, string_ends_[index] - begin)};
  }
  if (type == "b") return {.text = value == "1" ? "TRUE" : "FALSE"};
  if (type == "d") return date_of(value);
  if (!type.empty() && type != "n")
    return {.text = clean_cell(without_escapes(std::string(value)))};
  static const NumberFormat general;
  const std::size_t style = number_of(cell.attribute("s"), 0);
  const ShownNumber shown =
      cell_number(value, style < styles_.size() ? styles_[style] : general, from_1904_);
  return {.text = clean_cell(shown.text),
          .note = shown.near_midnight ? CellNote::near_midnight
                  : shown.is_date     ? CellNote::date
                                      : CellNote::none};
}

Status Xlsx::read_row(const XmlNode& element, Row& row, Repeats& repeats) const {
  row.cells.clear();
  row.number = number_of(element.attribute("r"), row.number + 1);
  std::uint32_t column = 0;
  std::size_t text = 0;
  for (const XmlNode& cell : element.children()) {
    if (cell.name() != "c") continue;
    const std::uint32_t named = parse_cell_name(cell.attribute("r")).column;
    column = named > 0 ? named : column + 1;
    if (column > columns_max) break;
    if (row.cells.size() < column) row.cells.resize(column);
    row.cells[column - 1] = read_cell(cell);
    text += row.cells[column - 1].text.size();  // that of a cell named twice, too
    DUBAN_TRY(check_size(text));
    if (cell.attribute("t") == "s") DUBAN_TRY(repeats.charge(row.cells[column - 1].text.size()));
  }
  return {};
}

Status Xlsx::check_size(std::size_t text) const {
  if (text <= row_text_max) return {};
  return failed(Errc::bad_file, "{file} has a row of more than 1 MiB of text",
                {{"file", archive_.shown()}}, {archive_.shown()});
}

/// Gives the merged cells of a row the text of their first one, where that stands further up; what
/// lies under a merge is not read. `open` has one merge for each column: a file in which they
/// overlap is broken, the last counts.
Status carry(Row& row, const std::vector<Merge>& merges, std::size_t& begun,
             std::map<std::uint32_t, OpenMerge>& open, Repeats& repeats) {
  for (; begun < merges.size() && merges[begun].first.row <= row.number; ++begun) {
    const Merge& merge = merges[begun];
    const std::uint32_t column = merge.first.column;
    if (column == 0 || column > columns_max) continue;
    OpenMerge& opened = open[column] = {merge};
    if (merge.first.row == row.number && column <= row.cells.size()) {
      opened.text = row.cells[column - 1].text;
    }
  }
  std::erase_if(open, [&](const auto& each) { return each.second.range.last.row < row.number; });
  for (const auto& [column, merge] : open) {
    const std::size_t end = std::min<std::size_t>(merge.range.last.column, row.cells.size());
    for (std::size_t i = column; i < end; ++i) row.cells[i] = {.covered = true};
    if (merge.range.first.row != row.number) {
      if (row.cells.size() < column) row.cells.resize(column);
      row.cells[column - 1] = Cell{merge.text, true};
    }
    DUBAN_TRY(repeats.charge(merge.text.size() + end));
  }
  return {};
}

Status Xlsx::rows(const TakeRow& take) const {
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    DUBAN_TRY(std::vector<Merge> merged, merges(sheets_[i]));
    std::size_t begun = 0;
    std::map<std::uint32_t, OpenMerge> open;
    Row row;
    row.table = static_cast<std::uint32_t>(i + 1);
    Repeats repeats(archive_.shown());
    DUBAN_TRY(ReadBytes bytes, archive_.stream(sheets_[i].part));
    const ReadBytes read = repeats.watched(std::move(bytes));
    DUBAN_TRY(
        cut_xml(read, where(sheets_[i].part), {{"row"}}, [&](const XmlPiece& piece) -> Status {
          DUBAN_TRY(read_row(piece.element, row, repeats));
          DUBAN_TRY(carry(row, merged, begun, open, repeats));
          std::size_t text = 0;
          for (const Cell& cell : row.cells) text += cell.text.size();
          DUBAN_TRY(check_size(text));
          return take(row);
        }));
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Document>> make_xlsx(Archive archive, const std::string& main_part,
                                            const DayOf& day_of) {
  auto xlsx = std::make_unique<Xlsx>(std::move(archive), day_of);
  DUBAN_TRY(xlsx->load(main_part));
  return xlsx;
}

}  // namespace duban::intake
