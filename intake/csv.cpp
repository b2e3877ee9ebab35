#include <algorithm>
#include <array>

#include "intake/cell_text.hpp"
#include "intake/text_tables.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t record_max = std::size_t{1} << 20;
constexpr std::size_t cells_max = 1000;

class Csv final : public Document {
 public:
  Csv(std::string path, std::string shown, Encoding encoding, char separator)
      : path_(std::move(path)),
        shown_(std::move(shown)),
        encoding_(encoding),
        separator_(separator) {}

  Status rows(const TakeRow& take) const override;
  std::string place(const Row& row) const override {
    return shown_ + ": line " + std::to_string(row.number);
  }
  std::string address(const Row& row) const override { return "L" + std::to_string(row.number); }

 private:
  Values named(const Row& row) const {
    return {{"line", std::to_string(row.number)}, {"file", shown_}};
  }
  Status record(TextLines& lines, std::string line, Row& row) const;

  std::string path_;
  std::string shown_;
  Encoding encoding_;
  char separator_;
};

/// Reads the record that begins with `line`, and the further lines that its quotes ask for.
Status Csv::record(TextLines& lines, std::string line, Row& row) const {
  row.cells.clear();
  std::string cell;
  std::size_t size = line.size();
  bool quoted = false;
  const auto end_cell = [&] {
    row.cells.push_back({clean_cell(cell)});
    cell.clear();
  };
  for (;;) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (quoted) {
        if (c != '"') {
          cell += c;
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
          cell += c;
          ++i;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.empty()) {
        quoted = true;  // a quote further on in a cell is a sign like any other
      } else if (c == separator_) {
        end_cell();
        if (row.cells.size() > cells_max) {
          return failed(Errc::bad_file, "line {line} of {file} has more than 1000 cells",
                        named(row), {shown_, row.number});
        }
      } else {
        // All up to the next sign that may mean something; a quote within a cell means nothing.
        const std::size_t end = std::min(line.find(separator_, i + 1), line.size());
        cell.append(line, i, end - i);
        i = end - 1;
      }
    }
    if (!quoted) break;
    DUBAN_TRY(const bool more, lines.next(line));
    size += line.size();
    if (!more || size > record_max) {
      return failed(Errc::bad_file, "a quote that opens in line {line} of {file} is never closed",
                    named(row), {shown_, row.number});
    }
    cell += '\n';
  }
  end_cell();
  return {};
}

Status Csv::rows(const TakeRow& take) const {
  DUBAN_TRY(TextLines lines, TextLines::open(path_, shown_, encoding_));
  Row row;
  row.table = 1;
  std::string line;
  for (;;) {
    DUBAN_TRY(const bool more, lines.next(line));
    if (!more) return {};
    row.number = lines.number();
    DUBAN_TRY(record(lines, line, row));
    DUBAN_TRY(take(row));
  }
}

Result<char> find_separator(TextLines lines) {
  constexpr std::array candidates{',', ';', '\t'};
  std::array<int, candidates.size()> having{};
  std::string line;
  for (int i = 0; i < 50; ++i) {
    DUBAN_TRY(const bool more, lines.next(line));
    if (!more) break;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      // Two of them make three cells: no plan has fewer.
      if (std::count(line.begin(), line.end(), candidates[c]) >= 2) ++having[c];
    }
  }
  return candidates[static_cast<std::size_t>(std::max_element(having.begin(), having.end()) -
                                             having.begin())];
}

}  // namespace

Result<std::unique_ptr<Document>> make_csv(const std::string& path, const std::string& shown,
                                           Encoding encoding) {
  DUBAN_TRY(TextLines lines, TextLines::open(path, shown, encoding));
  DUBAN_TRY(const char separator, find_separator(std::move(lines)));
  return std::make_unique<Csv>(path, shown, encoding, separator);
}

}  // namespace duban::intake
