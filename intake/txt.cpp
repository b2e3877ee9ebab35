#include <algorithm>
#include <sstream>

#include "intake/cell_text.hpp"
#include "intake/text_tables.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t block_max = std::size_t{1} << 20;
constexpr std::size_t cells_max = 1000;

/// Lines up to an empty one. Text before the first tab belongs to the cell before, if any.
struct Block {
  std::uint32_t line = 0;  ///< its first
  std::string lead;
  std::vector<std::string> cells;
  std::size_t size = 0;
};

class Txt final : public Document {
 public:
  Txt(std::string path, std::string shown, Encoding encoding)
      : path_(std::move(path)), shown_(std::move(shown)), encoding_(encoding) {}

  Status rows(const TakeRow& take) const override;
  std::string place(const Row& row) const override {
    return shown_ + ": line " + std::to_string(row.number);
  }
  std::string address(const Row& row) const override { return "L" + std::to_string(row.number); }

 private:
  Result<bool> next_block(TextLines& lines, Block& block) const;
  std::string path_;
  std::string shown_;
  Encoding encoding_;
};

Result<bool> Txt::next_block(TextLines& lines, Block& block) const {
  block = {};
  std::string line;
  for (;;) {
    DUBAN_TRY(const bool more, lines.next(line));
    if (!more) return block.line > 0;
    const bool empty =
        std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\r'; });
    if (empty && block.line == 0) continue;
    if (empty) return true;
    if (block.line == 0) block.line = lines.number();
    block.size += line.size();
    if (block.size > block_max) {
      return failed(Errc::bad_file, "the row at line {line} of {file} is longer than 1 MiB",
                    {{"line", std::to_string(block.line)}, {"file", shown_}}, {shown_, block.line});
    }
    if (line.starts_with('\t')) {
      block.cells.push_back(line.substr(1));
      if (block.cells.size() > cells_max) {
        return failed(Errc::bad_file, "line {line} of {file} has more than 1000 cells",
                      {{"line", std::to_string(block.line)}, {"file", shown_}},
                      {shown_, block.line});
      }
    } else {
      std::string& text = block.cells.empty() ? block.lead : block.cells.back();
      text += (text.empty() ? "" : "\n") + line;
    }
  }
}

/// What some converters leave of a bookmark: "[bookmark: _GoBack]".
std::string without_bookmarks(std::string line) {
  constexpr std::string_view mark = "[bookmark: ";
  for (std::size_t at = 0; (at = line.find(mark, at)) != std::string::npos;) {
    const std::size_t end = line.find(']', at);
    if (end == std::string::npos) break;
    line.erase(at, end + 1 - at);
  }
  return line;
}

/// Puts rows together from blocks, and hands them on.
class Joiner {
 public:
  explicit Joiner(const TakeRow& take) : take_(take) {}

  Status add(Block block) {
    if (width_ == 0 && block.cells.size() > 1) width_ = block.cells.size();
    if (held_.empty()) {
      // A heading over the whole row has one cell: it is complete, not torn.
      const bool torn = block.cells.size() > 1 && block.cells.size() < width_;
      held_.push_back(std::move(block));
      return torn ? Status{} : flush();
    }
    std::size_t sum = block.cells.size();
    for (const Block& held : held_) sum += held.cells.size();
    if (sum > width_ || held_.size() > blocks_max) {
      DUBAN_TRY(flush());
      return add(std::move(block));
    }
    held_.push_back(std::move(block));
    if (sum < width_) return {};
    for (std::size_t i = 1; i < held_.size(); ++i) {
      if (!held_[i].lead.empty()) held_[0].cells.back() += "\n" + held_[i].lead;
      for (std::string& cell : held_[i].cells) held_[0].cells.push_back(std::move(cell));
    }
    held_.resize(1);
    return flush();
  }

  /// Hands on what is held, each block a row of its own.
  Status flush() {
    const std::vector<Block> blocks = std::exchange(held_, {});
    for (const Block& block : blocks) {
      Row row;
      row.table = 1;
      row.number = block.line;
      std::istringstream lines(block.lead);
      for (std::string line; std::getline(lines, line); ++row.number) {
        row.cells = {{clean_cell(without_bookmarks(line))}};
        DUBAN_TRY(take_(row));
      }
      row.cells.clear();
      if (block.cells.empty()) continue;
      for (const std::string& cell : block.cells) row.cells.push_back({clean_cell(cell)});
      DUBAN_TRY(take_(row));
    }
    return {};
  }

 private:
  static constexpr std::size_t blocks_max = 8;
  const TakeRow& take_;
  std::size_t width_ = 0;  ///< cells of the table's first row
  std::vector<Block> held_;
};

Status Txt::rows(const TakeRow& take) const {
  DUBAN_TRY(TextLines lines, TextLines::open(path_, shown_, encoding_));
  Joiner joiner(take);
  Block block;
  for (;;) {
    DUBAN_TRY(const bool more, next_block(lines, block));
    if (!more) return joiner.flush();
    DUBAN_TRY(joiner.add(std::move(block)));
  }
}

}  // namespace

std::unique_ptr<Document> make_txt(const std::string& path, const std::string& shown,
                                   Encoding encoding) {
  return std::make_unique<Txt>(path, shown, encoding);
}

}  // namespace duban::intake
