#include "intake/docx.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "intake/cell_text.hpp"
#include "intake/docx_text.hpp"
#include "intake/repeats.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t columns_max = 256;  // Word itself ends at 63

std::size_t count_of(const XmlNode& node, std::size_t otherwise) {
  const std::string_view text = node.attribute("val");
  std::size_t count = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::min(count, columns_max);
}

/// Appends the elements of that name that are not within each other, through what stands around
/// them: cells of a row, rows of a table.
void all_of(const XmlNode& node, std::string_view wanted, std::vector<XmlNode>& found) {
  for (const XmlNode& part : node.children()) {
    const std::string_view name = part.name();
    if (name == wanted) {
      found.push_back(part);
    } else if (!name.empty() && !is_unseen(name)) {
      all_of(part, wanted, found);
    }
  }
}

std::vector<XmlNode> cells_of(const XmlNode& row) {
  std::vector<XmlNode> cells;
  all_of(row, "tc", cells);
  std::erase_if(cells,
                [](const XmlNode& cell) { return bool(cell.child("tcPr").child("cellDel")); });
  return cells;
}

bool is_continued(const XmlNode& cell) {
  const XmlNode vertical = cell.child("tcPr").child("vMerge");
  return vertical && vertical.attribute("val") != "restart";
}

/// Whether there is something to be read in it.
bool has_text(const XmlNode& node) {
  for (const XmlNode& part : node.children()) {
    const std::string_view name = part.name();
    if (name.empty() || is_unseen(name)) continue;
    if (name == "t" ? !duban::is_blank(part.text()) : has_text(part)) return true;
  }
  return false;
}

/// A row that only places a table on the page: beside at most one short cell there is nothing but a
/// cell with a table in it that could be a plan's.
bool is_layout(const std::vector<XmlNode>& cells) {
  std::size_t with_text = 0;
  bool has_plan = false;
  for (const XmlNode& cell : cells) {
    if (!has_text(cell)) continue;
    ++with_text;
    std::vector<XmlNode> tables;
    all_of(cell, "tbl", tables);
    for (const XmlNode& table : tables) {
      std::vector<XmlNode> rows;
      all_of(table, "tr", rows);
      if (rows.size() < 2) continue;
      const std::size_t widest =
          std::max(cells_of(rows[0]).size(), cells_of(rows[rows.size() - 1]).size());
      has_plan = has_plan || widest >= 3 || cells_of(rows[0]).empty();
    }
  }
  return has_plan && with_text <= 2;
}

/// Turns <w:tr> elements of one table into rows; remembers the vertically merged cells.
class TableReader {
 public:
  explicit TableReader(std::uint32_t table) { row_.table = table; }

  /// Bytes of the row's text that stand further up.
  std::size_t repeated() const { return repeated_; }

  /// A row that is not handed on, for what it holds stands alone.
  void skip() { ++row_.number; }

  /// Nothing when the row has more text than any.
  const Row* read(const XmlNode& element, const std::vector<XmlNode>& cells, WordReader& words) {
    ++row_.number;
    row_.cells.clear();
    text_ = repeated_ = 0;
    if (const XmlNode before = element.child("trPr").child("gridBefore")) {
      row_.cells.resize(count_of(before, 0));
      for (Cell& cell : row_.cells) cell.covered = true;
    }
    for (const XmlNode& cell : cells) add(cell, words);
    merged_.resize(row_.cells.size());  // what no cell of this row continues has ended
    return text_ <= row_text_max ? &row_ : nullptr;
  }

 private:
  void add(const XmlNode& cell, WordReader& words) {
    const std::size_t column = row_.cells.size();
    if (column >= columns_max || text_ > row_text_max) return;
    const XmlNode properties = cell.child("tcPr");
    const XmlNode vertical = properties.child("vMerge");
    const XmlNode horizontal = properties.child("hMerge");
    const std::size_t span = std::max<std::size_t>(1, count_of(properties.child("gridSpan"), 1));
    if (merged_.size() < column + span) merged_.resize(column + span);

    Cell read;
    if (is_continued(cell) && merged_[column]) {
      read.text = *merged_[column];
      read.carried = true;
      repeated_ += read.text.size();
    } else if (!horizontal || horizontal.attribute("val") == "restart") {
      read.text = clean_cell(words.cell(cell));
    } else {
      read.covered = true;
    }
    text_ += read.text.size();
    for (std::size_t i = 0; i < span; ++i) merged_[column + i].reset();
    if (vertical) merged_[column] = read.text;
    row_.cells.push_back(std::move(read));
    row_.cells.resize(column + span);
    for (std::size_t i = column + 1; i < column + span; ++i) row_.cells[i].covered = true;
  }

  Row row_;
  std::size_t text_ = 0;                            ///< bytes in this row
  std::size_t repeated_ = 0;                        ///< of these
  std::vector<std::optional<std::string>> merged_;  ///< by column: the text of the cell above
};

/// One reading of a document's body.
class Walk {
 public:
  Walk(const std::string& file, const WordStyles& styles, const TakeRow& take)
      : file_(file), take_(take), words_(styles), repeats_(file) {}

  Repeats& repeats() { return repeats_; }

  Status piece(const XmlPiece& piece) {
    if (std::find(piece.path.begin(), piece.path.end(), "Fallback") != piece.path.end()) return {};
    if (piece.name == "altChunk") {
      return failed(Errc::bad_file,
                    "{file} holds text as a file of its own within it (altChunk); open it in Word "
                    "or WPS, save it as .docx and import that",
                    {{"file", file_}}, {file_});
    }
    if (piece.name == "sdtPr") {
      const bool empty = is_on(piece.element.child("showingPlcHdr"));
      placeholder_ = empty ? piece.path.size() : 0;
      return {};
    }
    const bool in_control =
        placeholder_ < piece.path.size() && piece.path[placeholder_] == "sdtContent";
    if (!in_control) placeholder_ = 0;
    if (placeholder_ > 0) return {};
    if (piece.name == "tbl") {
      table_.emplace(++tables_);
      return {};
    }
    if (piece.name == "p") return paragraph(piece.element);
    return table_ ? row(piece.element, *table_) : Status{};
  }

  /// What a deleted paragraph mark at the very end left over.
  Status finish() { return pending_.empty() ? Status{} : hand_on({}); }

 private:
  Status paragraph(const XmlNode& element) {
    ++number_;
    Paragraph read = words_.paragraph(element);
    pending_ += read.text;
    if (pending_.size() > row_text_max) return too_long();
    if (!read.joined) DUBAN_TRY(hand_on(read));
    for (const XmlNode& box : read.boxes) DUBAN_TRY(blocks(box));
    return {};
  }

  Status hand_on(const Paragraph& read) {
    Row row;
    row.number = number_;
    row.heading = read.heading;
    row.bold = read.bold;
    row.centred = read.centred;
    row.blank_before = blank_;
    const std::string text = clean_cell(std::exchange(pending_, {}));
    blank_ = text.empty();
    if (text.empty()) return {};
    row.counted = read.counted;
    row.cells.push_back(Cell{with_number(read.counted, text)});
    return take_(row);
  }

  Status row(const XmlNode& element, TableReader& table) {
    if (element.child("trPr").child("del")) return {};
    const std::vector<XmlNode> cells = cells_of(element);
    if (is_layout(cells)) {
      table.skip();
      for (const XmlNode& cell : cells) DUBAN_TRY(blocks(cell));
      return {};
    }
    const Row* const row = table.read(element, cells, words_);
    if (row == nullptr) return too_long();
    DUBAN_TRY(repeats_.charge(table.repeated()));
    return take_(*row);
  }

  /// Paragraphs and tables within a cell or a text box, as if they stood in the body.
  Status blocks(const XmlNode& node) {
    for (const XmlNode& part : node.children()) {
      const std::string_view name = part.name();
      if (name.empty() || is_unseen(name)) continue;
      if (name == "p") {
        DUBAN_TRY(paragraph(part));
      } else if (name == "tbl") {
        TableReader table(++tables_);
        std::vector<XmlNode> rows;
        all_of(part, "tr", rows);
        for (const XmlNode& each : rows) DUBAN_TRY(row(each, table));
      } else if (!(name == "sdt" && is_on(part.child("sdtPr").child("showingPlcHdr")))) {
        DUBAN_TRY(blocks(part));
      }
    }
    return {};
  }

  Status too_long() const {
    return failed(Errc::bad_file, "{file} has a row of more than 1 MiB of text", {{"file", file_}},
                  {file_});
  }

  const std::string& file_;
  const TakeRow& take_;
  WordReader words_;
  Repeats repeats_;
  std::uint32_t tables_ = 0;
  std::optional<TableReader> table_;  ///< the one of the body that is being read
  std::uint32_t number_ = 0;          ///< of paragraphs
  std::string pending_;               ///< text of paragraphs whose end is deleted
  bool blank_ = false;                ///< the paragraph before has no text
  std::size_t placeholder_ = 0;       ///< depth of a content control that nobody has filled
};

class Docx final : public Document {
 public:
  Docx(Archive archive, std::string main_part, WordStyles styles)
      : archive_(std::move(archive)),
        main_part_(std::move(main_part)),
        styles_(std::move(styles)) {}

  Status rows(const TakeRow& take) const override {
    Walk walk(archive_.shown(), styles_, take);
    DUBAN_TRY(ReadBytes bytes, archive_.stream(main_part_));
    const ReadBytes read = walk.repeats().watched(std::move(bytes));
    const XmlWish wish{{"tr", "p", "altChunk", "sdtPr"}, {"tbl"}};
    DUBAN_TRY(cut_xml(read, archive_.shown() + ": " + main_part_, wish,
                      [&](const XmlPiece& piece) { return walk.piece(piece); }));
    return walk.finish();
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
  WordStyles styles_;
};

}  // namespace

Result<std::unique_ptr<Document>> make_docx(Archive archive, std::string main_part) {
  DUBAN_TRY(const Relations relations, read_relations(archive, main_part));
  DUBAN_TRY(WordStyles styles, WordStyles::load(archive, relations));
  return std::make_unique<Docx>(std::move(archive), std::move(main_part), std::move(styles));
}

}  // namespace duban::intake
