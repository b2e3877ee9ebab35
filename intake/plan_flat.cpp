#include "intake/plan_flat.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t heading_max = 10;  // characters of a column's heading; a title has more
constexpr std::size_t columns_max = 12;

bool is_bare_number(const std::string& text) {
  const auto number = parse_number(text);
  return number && number->rest.empty();
}

class FlatWalker {
 public:
  FlatWalker(const Document& document, const ResponsibilityReader& offices, const TakeLine& take)
      : document_(document), offices_(offices), take_(take) {}

  Status row(const Row& row);
  Result<Walk> finish();

 private:
  Status cell(const Row& row, const std::string& text);
  Status flush();
  void begin(const Row& row);
  void put(std::size_t column, const std::string& text);
  bool is_filled(std::size_t column) const { return !cells_.cells[column].text.empty(); }
  bool is_office(const std::string& text) const;
  std::size_t next_column(const std::string& text) const;
  std::vector<std::size_t> office_columns() const;

  const Document& document_;
  const ResponsibilityReader& offices_;
  const TakeLine& take_;
  Walk walk_;
  FlatHeader header_;
  std::optional<Columns> columns_;
  std::vector<std::string> repeated_;
  Row cells_;  ///< of the row that is being read
  Row first_;  ///< where it begins
  bool open_ = false;
  std::size_t at_ = 0;  ///< the column filled last
  Row before_;          ///< the row above
};

bool FlatWalker::is_office(const std::string& text) const {
  constexpr std::size_t longest = 60;
  const std::u32string plain = squeezed(text);
  if (plain.size() > longest || plain.find(U'。') != plain.npos) return false;
  return offices_.concerns(text + "负责") && !tells_when(text);
}

void FlatWalker::begin(const Row& row) {
  cells_ = {};
  cells_.cells.resize(columns_->headings.size());
  first_ = row;
  first_.cells.clear();
  open_ = true;
  at_ = 0;
}

void FlatWalker::put(std::size_t column, const std::string& text) {
  std::string& cell = cells_.cells[column].text;
  constexpr std::size_t most = std::size_t{64} << 10;
  if (cell.size() < most) cell += (cell.empty() ? "" : "\n") + text;
  at_ = column;
}

std::vector<std::size_t> FlatWalker::office_columns() const {
  std::vector<std::size_t> list;
  if (columns_->lead) list.push_back(*columns_->lead);
  if (columns_->department) list.push_back(*columns_->department);
  list.insert(list.end(), columns_->cos.begin(), columns_->cos.end());
  std::sort(list.begin(), list.end());
  return list;
}

/// Which column a cell belongs to: as they follow each other, and by what it says.
std::size_t FlatWalker::next_column(const std::string& text) const {
  const std::size_t content = columns_->contents.front();
  if (!is_filled(content)) return content;
  // A person stands where a column for persons follows.
  if (const std::size_t next = at_ + 1; next < cells_.cells.size() && !is_filled(next)) {
    const std::string& heading = columns_->headings[next];
    const bool is_kept =
        std::find(columns_->kept.begin(), columns_->kept.end(), next) != columns_->kept.end();
    if (is_kept && (heading.find("领导") != heading.npos || heading.ends_with("人"))) return next;
  }
  const bool when = columns_->deadline && tells_when(text);
  if (when && !is_filled(*columns_->deadline)) return *columns_->deadline;
  const std::vector<std::size_t> offices = office_columns();
  if (columns_->deadline && is_filled(*columns_->deadline) && at_ >= *columns_->deadline) {
    // Behind the day: a column that is kept, or nothing of this row.
    for (std::size_t i = at_ + 1; i < cells_.cells.size(); ++i) {
      if (std::find(columns_->kept.begin(), columns_->kept.end(), i) != columns_->kept.end()) {
        return i;
      }
    }
    return cells_.cells.size();
  }
  if (is_office(text) || is_nobody(text)) {
    // Where several columns name offices, each has one paragraph; one column has all of them.
    for (const std::size_t column : offices) {
      if (!is_filled(column)) return column;
    }
    return offices.back();
  }
  for (std::size_t i = at_ + 1; i < cells_.cells.size(); ++i) {
    if (std::find(columns_->kept.begin(), columns_->kept.end(), i) != columns_->kept.end()) {
      return i;
    }
    if (std::find(offices.begin(), offices.end(), i) != offices.end()) break;
  }
  return at_;
}

Status FlatWalker::flush() {
  if (!open_) return {};
  open_ = false;
  const std::size_t content = columns_->contents.front();
  const bool has_number = columns_->number && is_filled(*columns_->number);
  const std::vector<std::size_t> offices = office_columns();
  const bool has_office =
      std::any_of(offices.begin(), offices.end(), [this](std::size_t at) { return is_filled(at); });
  const bool has_day = columns_->deadline && is_filled(*columns_->deadline);
  if (!has_number && !has_office && !has_day) {
    if (!is_furniture(cells_.cells[content].text))
      walk_.facts.see(cells_.cells[content].text, false);
    Line line = line_of(cells_, *columns_);
    line.place = document_.place(first_);
    line.address = document_.address(first_);
    line.alone = true;
    if (is_furniture(line.content.text)) return {};
    return take_(line);
  }
  // A number and a department merged over the next row are printed once.
  const bool merged = !has_number && columns_->number && !before_.cells.empty();
  if (merged) {
    const auto carry = [this](std::size_t at) {
      if (is_filled(at) || before_.cells[at].text.empty()) return;
      cells_.cells[at] = before_.cells[at];
      cells_.cells[at].carried = true;
    };
    carry(*columns_->number);
    if (!has_office) {
      for (const std::size_t at : offices) carry(at);
    }
  }
  before_ = cells_;
  Line line = line_of(cells_, *columns_);
  line.place = document_.place(first_);
  line.address = document_.address(first_);
  return take_(line);
}

Status FlatWalker::cell(const Row& row, const std::string& text) {
  const std::string plain = to_utf8(squeezed(text));
  const bool repeats = std::find(columns_->headings.begin(), columns_->headings.end(), plain) !=
                       columns_->headings.end();
  if (repeats && column_of(text)) return {};  // the header again, on a later page
  if (is_note(text)) return flush();
  const bool number = columns_->number && is_bare_number(text);
  if (number) {
    DUBAN_TRY(flush());
    begin(row);
    put(*columns_->number, text);
    return {};
  }
  const auto whole = parse_number(text);
  if (whole && kind::is_numbered(static_cast<Kind>(whole->form)) &&
      whole->form == NumberForm::chinese && !whole->rest.empty()) {
    DUBAN_TRY(flush());  // 一、主要任务 over the whole row
    Line line;
    line.place = document_.place(row);
    line.address = document_.address(row);
    line.parsed = whole;
    line.content.text = whole->rest;
    line.alone = true;
    return take_(line);
  }
  if (open_) {
    const std::size_t column = next_column(text);
    if (column < cells_.cells.size()) {
      put(column, text);
      return {};
    }
    DUBAN_TRY(flush());
  }
  begin(row);
  put(columns_->contents.front(), text);
  return {};
}

Status FlatWalker::row(const Row& row) {
  for (const Cell& each : row.cells) {
    if (each.text.empty() || each.carried) continue;
    if (!columns_) {
      columns_ = header_.next(each.text);
      if (!columns_) {
        walk_.facts.see(each.text, true);
        continue;
      }
      walk_.has_header = true;
      for (const std::size_t at : columns_->kept) walk_.keep(columns_->headings[at]);
    }
    DUBAN_TRY(cell(row, each.text));
  }
  return {};
}

Result<Walk> FlatWalker::finish() {
  if (columns_) DUBAN_TRY(flush());
  return std::move(walk_);
}

}  // namespace

std::optional<Columns> FlatHeader::next(const std::string& text) {
  const std::u32string plain = squeezed(text);
  const bool short_text = plain.size() <= heading_max && plain.find(U'。') == plain.npos;
  if (short_text && !is_bare_number(text) && !annex_number(text)) {
    run_.push_back(to_utf8(plain));
    if (run_.size() > columns_max) run_.pop_front();
    return std::nullopt;
  }
  std::deque<std::string> run = std::exchange(run_, {});
  // What stands above the first column is a title or an addressee.
  while (!run.empty() && !column_of(run.front())) run.pop_front();
  if (run.size() < 3) return std::nullopt;
  Row row;
  for (std::string& each : run) row.cells.push_back({std::move(each)});
  Columns columns = read_columns(row);
  if (!columns.is_plan() || columns.found() < 2) return std::nullopt;
  return columns;
}

Result<Walk> walk_flat(const Document& document, const ResponsibilityReader& offices,
                       const TakeLine& take) {
  FlatWalker walker(document, offices, take);
  DUBAN_TRY(document.rows([&](const Row& row) { return walker.row(row); }));
  return walker.finish();
}

}  // namespace duban::intake
