#include "intake/plan_lines.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t title_max = 60;      // characters; a longer line above a table is text
constexpr std::size_t headings_max = 100;  // above one table; more of them are a list
constexpr std::size_t listed_max = 1000;

const Cell& cell_at(const Row& row, std::optional<std::size_t> column) {
  static const Cell none;
  return column && *column < row.cells.size() ? row.cells[*column] : none;
}

bool is_empty(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.text.empty(); });
}

/// The only text of a row, or nothing.
const Cell* only_text(const Row& row) {
  const Cell* only = nullptr;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    if (only != nullptr) return nullptr;
    only = &cell;
  }
  return only;
}

std::vector<std::size_t> own_cells(const Row& row) {
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].covered) own.push_back(i);
  }
  return own;
}

class Walker {
 public:
  Walker(const Document& document, const std::string& file, TwoWorks two_works,
         const TakeLine& take)
      : document_(document), file_(file), two_works_(two_works), take_(take) {}

  Status row(const Row& row);
  Result<Walk> finish();

 private:
  Status begin_table(const Row& row);
  Status paragraph(const Row& row);
  Status body(const Row& row);
  Status look_for_header(const Row& row, Columns columns);
  Status begin_plan(const Row& row, Columns columns);
  Status above_table();
  void use(Columns columns);
  bool repeats_header(const Row& row) const;
  bool is_second_line(const Row& row) const;
  Row aligned(const Row& row, bool& shifted) const;
  Status head(const Row& row, Kind kind, std::string title, std::optional<Number> number);

  const Document& document_;
  const std::string& file_;
  TwoWorks two_works_;
  const TakeLine& take_;
  Walk walk_;
  Columns columns_;
  Columns best_;                    ///< most like a header, while there is none
  std::uint32_t table_ = 0;         ///< the one being read
  bool in_plan_ = false;            ///< it is the plan's
  bool below_header_ = false;       ///< the next row may be the header's second line
  std::vector<Row> headings_;       ///< paragraphs right above a table that are headings
  std::string caption_;             ///< the short line right above a table
  std::vector<std::size_t> slots_;  ///< cells of the header, those that reach over others once
};

Status Walker::head(const Row& row, Kind kind, std::string title, std::optional<Number> number) {
  Line line;
  line.place = document_.place(row);
  line.address = document_.address(row);
  line.parsed = std::move(number);
  line.content.text = std::move(title);
  line.head = kind;
  line.alone = true;
  return take_(line);
}

Status Walker::row(const Row& row) {
  if (is_empty(row)) return {};
  if (row.table == 0) return paragraph(row);
  if (row.table != table_) DUBAN_TRY(begin_table(row));
  if (!in_plan_) return look_for_header(row, read_columns(row));
  const bool second_line = std::exchange(below_header_, false);
  if (repeats_header(row)) {
    below_header_ = true;
    return {};
  }
  if (is_heading_row(row) || (second_line && is_second_line(row))) {
    if (second_line) {
      use(refined(columns_, row));
      slots_ = own_cells(row);
      return {};
    }
    // The header again, on a later page; or that of another list in the same sheet.
    Columns again = read_columns(row);
    if (again.is_plan()) {
      if (again.headings != columns_.headings) return begin_plan(row, std::move(again));
      below_header_ = true;
      return {};
    }
  }
  return body(row);
}

/// The same texts in the same columns, whatever they are.
bool Walker::repeats_header(const Row& row) const {
  std::size_t same = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& text = row.cells[i].text;
    if (text.empty() || row.cells[i].carried) continue;
    constexpr std::size_t longest = 600;
    if (i >= columns_.headings.size() || text.size() > longest ||
        to_utf8(squeezed(text)) != columns_.headings[i]) {
      return false;
    }
    ++same;
  }
  return same >= 2;
}

/// What stands under merged headings (年度投资 over 计划 and 完成), where the number's is merged
/// down.
bool Walker::is_second_line(const Row& row) const {
  if (!columns_.number || columns_.contents.empty()) return false;
  const Cell& number = cell_at(row, columns_.number);
  return number.carried && cell_at(row, columns_.contents.front()).carried;
}

void Walker::use(Columns columns) {
  columns_ = std::move(columns);
  if (two_works_ == TwoWorks::under && columns_.contents.size() > 1) {
    columns_.categories.push_back(columns_.contents.front());
    columns_.contents.erase(columns_.contents.begin());
  }
}

Status Walker::begin_table(const Row& row) {
  table_ = row.table;
  if (!walk_.has_header) {
    if (!document_.tables_continue()) {
      walk_.facts.forget_title();
      caption_.clear();
    }
    return {};
  }
  // A table without a header of its own goes on where the last one ended.
  const bool has_own = read_columns(row).is_plan();
  in_plan_ =
      !has_own && document_.tables_continue() && row.cells.size() == columns_.headings.size();
  if (in_plan_ || has_own) return {};
  if (!document_.tables_continue()) {
    caption_.clear();
  } else {
    walk_.doubt(document_.place(row), {"this table has not the columns of the plan; left out", {}});
  }
  return {};
}

Status Walker::begin_plan(const Row& row, Columns columns) {
  DUBAN_TRY(head(row, kind::table, std::exchange(caption_, {}), {}));
  use(std::move(columns));
  slots_ = own_cells(row);
  walk_.has_header = in_plan_ = below_header_ = true;
  return {};
}

Status Walker::look_for_header(const Row& row, Columns columns) {
  if (columns.is_plan()) return begin_plan(row, std::move(columns));
  if (!walk_.has_header && columns.found() > best_.found()) best_ = std::move(columns);
  const Cell* text = only_text(row);
  if (text == nullptr) return {};
  if (code_points(text->text).size() <= title_max) caption_ = text->text;
  walk_.facts.see(text->text, !walk_.has_header);
  return {};
}

Status Walker::paragraph(const Row& row) {
  const std::string& text = row.cells.front().text;
  if (const auto annex = annex_number(text)) {
    headings_.clear();
    caption_.clear();
    return head(row, kind::annex, {}, Number{NumberForm::arabic, {*annex}, {}});
  }
  const bool short_enough = code_points(text).size() <= title_max;
  if (short_enough && parse_number(text)) {
    if (headings_.size() == headings_max) headings_.clear();
    headings_.push_back(row);
    walk_.facts.see_other();
    return {};
  }
  // Headings of a table stand right above it: what other text follows belongs to that text.
  headings_.clear();
  if (short_enough) caption_ = text;
  walk_.facts.see(text, !walk_.has_header);
  return {};
}

Status Walker::above_table() {
  for (const Row& heading : std::exchange(headings_, {})) {
    std::optional<Number> number = parse_number(heading.cells.front().text);
    std::string title = number->rest;
    const auto form = static_cast<Kind>(number->form);
    DUBAN_TRY(head(heading, form, std::move(title), std::move(number)));
  }
  return {};
}

/// A row whose cells reach over other columns than those of the header, but are as many.
Row Walker::aligned(const Row& row, bool& shifted) const {
  const std::vector<std::size_t> own = own_cells(row);
  shifted = own != slots_ && own.size() == slots_.size() && own.size() > 1;
  if (!shifted) return row;
  Row out = row;
  for (Cell& cell : out.cells) cell = {};
  out.cells.resize(std::max(out.cells.size(), slots_.back() + 1));
  for (std::size_t i = 0; i < own.size(); ++i) out.cells[slots_[i]] = row.cells[own[i]];
  return out;
}

Status Walker::body(const Row& row) {
  DUBAN_TRY(above_table());
  bool shifted = false;
  Line line = line_of(aligned(row, shifted), columns_);
  line.place = document_.place(row);
  line.address = document_.address(row);
  if (shifted) {
    walk_.doubt(line.place,
                {"the cells of this row stand under other columns than those of the header; "
                 "matched one by one",
                 {}});
  }
  // Where tasks stand under a merged piece of work, each row is one of its own.
  if (two_works_ == TwoWorks::under && line.is_task()) {
    const bool below =
        line.number.text.empty() && !line.categories.empty() && line.categories.back().text.empty();
    if (line.continues || below) line.continues = line.parts = true;
  }
  for (const auto& [heading, text] : line.extra) walk_.keep(heading);
  if (const Cell* only = line.alone ? only_text(row) : nullptr) {
    walk_.facts.see(only->text, false);
  }
  return take_(line);
}

Result<Walk> Walker::finish() {
  if (walk_.has_header) return std::move(walk_);
  std::string found;
  for (const std::string& heading : best_.headings) {
    if (!heading.empty()) found += (found.empty() ? "" : ", ") + brief(heading);
  }
  const auto values = [&](Column wanted) {
    return Values{
        {"file", file_}, {"found", found}, {"wanted", std::string(usual_headings(wanted))}};
  };
  if (best_.found() < 2) {
    return failed(Errc::bad_file,
                  "{file} has no tasks of a plan: neither a table with headings such as 工作内容, "
                  "责任部门 and 完成时间, nor paragraphs that end with who is responsible",
                  {{"file", file_}}, {file_});
  }
  if (!best_.has_office()) {
    return failed(Errc::bad_file,
                  "the table of {file} has no column for the department; its headings are {found}; "
                  "wanted is one of {wanted}",
                  values(Column::department), {file_});
  }
  return failed(Errc::bad_file,
                "the table of {file} has no column for the work; its headings are {found}; wanted "
                "is one of {wanted}",
                values(Column::content), {file_});
}

}  // namespace

void Walk::keep(const std::string& heading) {
  if (kept.size() >= listed_max || heading.empty()) return;
  if (known.insert(heading).second) kept.push_back(heading);
}

void Walk::doubt(std::string place, Message message) {
  if (doubts.size() < listed_max) doubts.push_back({{std::move(place)}, std::move(message)});
}

Result<Walk> walk_tables(const Document& document, const std::string& file, TwoWorks two_works,
                         const TakeLine& take) {
  Walker walker(document, file, two_works, take);
  DUBAN_TRY(document.rows([&](const Row& row) { return walker.row(row); }));
  return walker.finish();
}

}  // namespace duban::intake
