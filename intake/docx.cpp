#include "intake/docx.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>

#include "intake/cell_text.hpp"
#include "intake/repeats.hpp"
#include "intake/xml.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t columns_max = 256;  // Word itself ends at 63

std::size_t count_of(const pugi::xml_node& node, std::size_t otherwise) {
  const std::string_view text = attribute(node, "val");
  std::size_t count = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::min(count, columns_max);
}

bool is_on(const pugi::xml_node& node) {
  const std::string_view value = attribute(node, "val");
  return node && value != "0" && value != "false" && value != "off";
}

/// What is in the file but not on the page: tracked deletions, field codes, phonetic guides, the
/// second form of what stands there twice.
bool is_unseen(std::string_view name) {
  for (const std::string_view unseen : {"del", "moveFrom", "delText", "instrText", "Fallback", "rt",
                                        "pPr", "tcPr", "trPr", "tblPr", "sdtPr"}) {
    if (name == unseen) return true;
  }
  return false;
}

/// Appends the text of `node`. Depth is bounded by cut_xml.
void collect(const pugi::xml_node& node, std::string& text) {
  for (const auto& part : node.children()) {
    const std::string_view name = local_name(part);
    if (is_unseen(name)) continue;
    if (name == "t") {
      text += part.text().get();
    } else if (name == "br" || name == "cr") {
      text += '\n';
    } else if (name == "tab" || name == "ptab") {
      text += '\t';
    } else if (name == "noBreakHyphen") {
      text += '-';
    } else if (name == "r") {
      if (!is_on(child(child(part, "rPr"), "vanish"))) collect(part, text);
    } else {
      collect(part, text);
      if (name == "p") text += '\n';
    }
  }
}

/// Appends the cells of a row, through the wrappers that Word puts around them.
void cells_of(const pugi::xml_node& row, std::vector<pugi::xml_node>& cells) {
  for (const auto& part : row.children()) {
    const std::string_view name = local_name(part);
    if (name == "tc") {
      cells.push_back(part);
    } else if (!is_unseen(name)) {
      cells_of(part, cells);
    }
  }
}

/// Turns <w:tr> elements of one table into rows; remembers the vertically merged cells.
class TableReader {
 public:
  explicit TableReader(std::uint32_t table) { row_.table = table; }

  /// Bytes of the row's text that stand further up.
  std::size_t repeated() const { return repeated_; }

  /// Nothing when the row has more text than any.
  const Row* read(const pugi::xml_node& element) {
    ++row_.number;
    row_.cells.clear();
    text_ = repeated_ = 0;
    std::vector<pugi::xml_node> cells;
    cells_of(element, cells);
    const pugi::xml_node before = child(child(element, "trPr"), "gridBefore");
    if (before) row_.cells.resize(count_of(before, 0));
    for (const pugi::xml_node& cell : cells) add(cell);
    merged_.resize(row_.cells.size());  // what no cell of this row continues has ended
    return text_ <= row_text_max ? &row_ : nullptr;
  }

 private:
  void add(const pugi::xml_node& cell) {
    const std::size_t column = row_.cells.size();
    if (column >= columns_max || text_ > row_text_max) return;
    const pugi::xml_node properties = child(cell, "tcPr");
    const pugi::xml_node vertical = child(properties, "vMerge");
    const pugi::xml_node horizontal = child(properties, "hMerge");
    const std::size_t span = std::max<std::size_t>(1, count_of(child(properties, "gridSpan"), 1));
    if (merged_.size() < column + span) merged_.resize(column + span);

    const bool continues = vertical && attribute(vertical, "val") != "restart";
    Cell read;
    if (continues && merged_[column]) {
      read.text = *merged_[column];
      read.carried = true;
      repeated_ += read.text.size();
    } else if (!horizontal || attribute(horizontal, "val") == "restart") {
      std::string text;
      collect(cell, text);
      read.text = clean_cell(text);
    }
    text_ += read.text.size();
    for (std::size_t i = 0; i < span; ++i) merged_[column + i].reset();
    if (vertical) merged_[column] = read.text;
    row_.cells.push_back(std::move(read));
    row_.cells.resize(column + span);
  }

  Row row_;
  std::size_t text_ = 0;                            ///< bytes in this row
  std::size_t repeated_ = 0;                        ///< of these
  std::vector<std::optional<std::string>> merged_;  ///< by column: the text of the cell above
};

class Docx final : public Document {
 public:
  Docx(Archive archive, std::string main_part)
      : archive_(std::move(archive)), main_part_(std::move(main_part)) {}

  Status rows(const TakeRow& take) const override {
    Repeats repeats(archive_.shown());
    DUBAN_TRY(ReadBytes bytes, archive_.stream(main_part_));
    const ReadBytes read = repeats.watched(std::move(bytes));
    std::uint32_t tables = 0;
    std::optional<TableReader> table;
    Row paragraph;
    DUBAN_TRY(cut_xml(read, archive_.shown() + ": " + main_part_, {{"tr", "p"}, {"tbl"}},
                      [&](const XmlPiece& piece) -> Status {
                        if (std::find(piece.path.begin(), piece.path.end(), "Fallback") !=
                            piece.path.end()) {
                          return {};
                        }
                        if (piece.name == "tbl") {
                          table.emplace(++tables);
                          return {};
                        }
                        if (piece.name == "p") {
                          ++paragraph.number;
                          std::string text;
                          collect(*piece.element, text);
                          text = clean_cell(text);
                          if (text.empty()) return {};
                          paragraph.cells = {Cell{std::move(text)}};
                          return take(paragraph);
                        }
                        const pugi::xml_node properties = child(*piece.element, "trPr");
                        if (!table || child(properties, "del")) return {};
                        if (const Row* row = table->read(*piece.element)) {
                          DUBAN_TRY(repeats.charge(table->repeated()));
                          return take(*row);
                        }
                        return failed(Errc::bad_file, "{file} has a row of more than 1 MiB of text",
                                      {{"file", archive_.shown()}}, {archive_.shown()});
                      }));
    if (tables > 0) return {};
    return failed(Errc::bad_file,
                  "{file} has no table; a plan is a table with a row for each piece of work",
                  {{"file", archive_.shown()}}, {archive_.shown()});
  }

  std::string place(const Row& row) const override {
    if (row.table == 0) return archive_.shown() + ": paragraph " + std::to_string(row.number);
    return archive_.shown() + ": table " + std::to_string(row.table) + ", row " +
           std::to_string(row.number);
  }
  std::string address(const Row& row) const override {
    if (row.table == 0) return "P" + std::to_string(row.number);
    return "T" + std::to_string(row.table) + ".R" + std::to_string(row.number);
  }

 private:
  Archive archive_;
  std::string main_part_;
};

}  // namespace

std::unique_ptr<Document> make_docx(Archive archive, std::string main_part) {
  return std::make_unique<Docx>(std::move(archive), std::move(main_part));
}

}  // namespace duban::intake
