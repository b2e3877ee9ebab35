#include "intake/plan_lines.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t title_max = 60;      // characters; a longer line above a table is text
constexpr std::size_t headings_max = 100;  // above one table; more of them are a list
constexpr std::size_t doubts_max = 1000;

const Cell& cell_at(const Row& row, std::optional<std::size_t> column) {
  static const Cell none;
  return column && *column < row.cells.size() ? row.cells[*column] : none;
}

bool is_empty(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.text.empty(); });
}

Line line_of(const Row& row, const Columns& columns, std::string place) {
  Line line;
  line.place = std::move(place);
  line.alone = std::count_if(row.cells.begin(), row.cells.end(),
                             [](const Cell& cell) { return !cell.text.empty(); }) == 1;
  const auto take = [&row](std::optional<std::size_t> column, std::string& text, bool& carried) {
    const Cell& cell = cell_at(row, column);
    text = cell.text;
    carried = cell.carried && !cell.text.empty();
  };
  take(columns.number, line.number_text, line.continues);
  take(columns.department, line.department, line.department_carried);
  take(columns.co, line.co, line.co_carried);
  take(columns.deadline, line.deadline, line.deadline_carried);
  line.urgency = cell_at(row, columns.urgency).text;
  line.content_carried = true;
  for (const std::size_t column : columns.contents) {
    const Cell& cell = cell_at(row, column);
    if (cell.text.empty()) continue;
    line.content += (line.content.empty() ? "" : "\n") + cell.text;
    line.content_carried = line.content_carried && cell.carried;
  }
  if (line.content.empty()) line.content_carried = false;

  line.number = parse_number(line.number_text);
  if (line.number && !line.number->rest.empty()) {
    // A heading over the whole row: 一、主要任务.
    line.content = line.number->rest + (line.content.empty() ? "" : "\n") + line.content;
  } else if (line.number_text.empty() && (!columns.number || !line.is_task())) {
    line.number = parse_number(line.content);
    if (line.number) line.content = line.number->rest;
  }
  return line;
}

class Walker {
 public:
  Walker(const Document& document, const std::string& file, const TakeLine& take)
      : document_(document), file_(file), take_(take) {}

  Status row(const Row& row);
  Result<Walk> finish();

 private:
  void begin_table(const Row& row);
  Status paragraph(const Row& row);
  Status body(const Row& row);
  void look_for_header(const Row& row, Columns columns);
  void title_line(const Row& row);

  const Document& document_;
  const std::string& file_;
  const TakeLine& take_;
  Walk walk_;
  Columns columns_;
  Columns best_;               ///< most like a header, while there is none
  std::uint32_t table_ = 0;    ///< the one being read
  bool in_plan_ = false;       ///< it is the plan's
  bool below_header_ = false;  ///< the next row may be the header's second line
  std::vector<Row> headings_;  ///< numbered paragraphs right above a table
};

Status Walker::row(const Row& row) {
  if (is_empty(row)) return {};
  if (row.table == 0) return paragraph(row);
  if (row.table != table_) begin_table(row);
  if (!in_plan_) {
    look_for_header(row, read_columns(row));
    return {};
  }
  const bool second_line = std::exchange(below_header_, false);
  if (is_heading_row(row)) {
    if (second_line) {
      refine(columns_, row);
      return {};
    }
    if (read_columns(row).is_plan()) {  // the header again, on a later page
      below_header_ = true;
      return {};
    }
  }
  return body(row);
}

void Walker::begin_table(const Row& row) {
  table_ = row.table;
  if (!walk_.has_header) {
    if (!document_.tables_continue()) walk_.title.clear();
    return;
  }
  // A table without a header of its own goes on where the last one ended.
  const bool has_own = read_columns(row).is_plan();
  in_plan_ =
      !has_own && document_.tables_continue() && row.cells.size() == columns_.headings.size();
  if (!in_plan_ && !has_own && walk_.doubts.size() < doubts_max) {
    walk_.doubts.push_back(
        {{document_.place(row)}, {"this table has not the columns of the plan; left out", {}}});
  }
}

void Walker::look_for_header(const Row& row, Columns columns) {
  if (!columns.is_plan()) {
    if (walk_.has_header) return;
    if (columns.found() > best_.found()) best_ = std::move(columns);
    title_line(row);
    return;
  }
  if (walk_.has_header && !document_.tables_continue()) {
    walk_.doubts.push_back(
        {{document_.place(row)},
         {"another sheet has the headings of a plan; only the first is read", {}}});
    return;
  }
  columns_ = std::move(columns);
  walk_.has_header = in_plan_ = below_header_ = true;
}

/// The longest short line above the table is its title; 附件 and the like are shorter.
void Walker::title_line(const Row& row) {
  const auto texts = std::count_if(row.cells.begin(), row.cells.end(),
                                   [](const Cell& cell) { return !cell.text.empty(); });
  if (texts != 1) return;
  const auto cell = std::find_if(row.cells.begin(), row.cells.end(),
                                 [](const Cell& each) { return !each.text.empty(); });
  const std::size_t length = code_points(cell->text).size();
  if (length <= title_max && length > code_points(walk_.title).size()) walk_.title = cell->text;
}

Status Walker::paragraph(const Row& row) {
  const bool short_enough = code_points(row.cells.front().text).size() <= title_max;
  if (short_enough && parse_number(row.cells.front().text)) {
    if (headings_.size() == headings_max) headings_.clear();
    headings_.push_back(row);
    return {};
  }
  // Headings of a table stand right above it: what other text follows belongs to that text.
  headings_.clear();
  if (!walk_.has_header) title_line(row);
  return {};
}

Status Walker::body(const Row& row) {
  for (const Row& heading : std::exchange(headings_, {})) {
    Line line;
    line.place = document_.place(heading);
    line.number = parse_number(heading.cells.front().text);
    line.content = line.number->rest;
    line.alone = true;
    DUBAN_TRY(take_(line, columns_));
  }
  Line line = line_of(row, columns_, document_.place(row));
  line.address = document_.address(row);
  return take_(line, columns_);
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
                  "{file} has no table of a plan; it needs headings such as 工作内容, 责任部门 and "
                  "完成时间",
                  {{"file", file_}}, {file_});
  }
  if (!best_.deadline) {
    return failed(Errc::bad_file,
                  "the table of {file} has no column for the deadline; its headings are {found}; "
                  "wanted is one of {wanted}",
                  values(Column::deadline), {file_});
  }
  if (!best_.department) {
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

Result<Walk> walk_plan(const Document& document, const std::string& file, const TakeLine& take) {
  Walker walker(document, file, take);
  DUBAN_TRY(document.rows([&](const Row& row) { return walker.row(row); }));
  return walker.finish();
}

}  // namespace duban::intake
