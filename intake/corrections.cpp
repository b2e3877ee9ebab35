#include "intake/corrections.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/base/value.hpp"
#include "intake/cell_text.hpp"
#include "intake/document.hpp"
#include "intake/review.hpp"
#include "text/brief.hpp"
#include "text/formula.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t rows_max = 100000;
constexpr std::size_t errors_max = 1000;

bool is_no(std::string_view cell) {
  const std::u32string text = squeezed(cell);
  for (const std::u32string_view no : {U"", U"否", U"不", U"no", U"No", U"NO", U"0", U"-", U"—"}) {
    if (text == no) return true;
  }
  return false;
}

}  // namespace

/// Where the columns of a sheet stand.
struct Corrections::Columns {
  std::optional<std::size_t> place, leave_out, why;
  std::map<Field, std::size_t> corrected;
  std::map<Field, std::size_t> written;

  /// Nothing when the row is not that of a review sheet's headings.
  static std::optional<Columns> of(const std::vector<std::string>& cells) {
    Columns columns;
    std::optional<Field> field;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::optional<ReviewColumn> column = review_column(cells[i]);
      if (!column) continue;
      if (const auto its = field_of(*column)) field = its;
      switch (*column) {
        case ReviewColumn::place:
          columns.place = i;
          break;
        case ReviewColumn::leave_out:
          columns.leave_out = i;
          break;
        case ReviewColumn::why:
          columns.why = i;
          break;
        case ReviewColumn::should_be:
          if (field) columns.corrected.emplace(*field, i);
          break;
        case ReviewColumn::names:
          columns.written[Field::lead] = columns.written[Field::co] = i;
          break;
        case ReviewColumn::deadline_text:
          columns.written[Field::deadline] = i;
          break;
        case ReviewColumn::number:
        case ReviewColumn::titles:
        case ReviewColumn::content:
          columns.written[*field] = i;
          break;
        default:
          break;
      }
    }
    if (!columns.place || columns.corrected.empty()) return std::nullopt;
    return columns;
  }
};

Status Corrections::read_row(const Columns& columns, const std::vector<std::string>& cells,
                             Place place) {
  const auto cell = [&](std::optional<std::size_t> column) -> std::string {
    if (!column || *column >= cells.size()) return {};
    return as_meant(cells[*column]);
  };
  RowCorrection row;
  for (const auto& [field, column] : columns.corrected) {
    std::string text = cell(column);
    if (!duban::is_blank(text)) row.corrected[field] = std::move(text);
  }
  row.leave_out = !is_no(cell(columns.leave_out));
  row.why = cell(columns.why);
  if (row.corrected.empty() && !row.leave_out && duban::is_blank(row.why)) return {};
  for (const auto& [field, column] : columns.written) row.written[field] = cell(column);
  row.place = std::move(place);
  const std::string address = to_utf8(squeezed(cell(columns.place)));
  if (address.empty()) {
    return failed(Errc::bad_file, "the row is filled in, but its place is gone", {}, row.place);
  }
  if (rows_.size() >= rows_max) {
    return failed(Errc::bad_file, "more than {count} rows are filled in",
                  {{"count", std::to_string(rows_max)}}, row.place);
  }
  const Place here = row.place;
  if (!rows_.emplace(address, std::move(row)).second) {
    return failed(Errc::bad_file, "{address} stands here a second time", {{"address", address}},
                  here);
  }
  return {};
}

Checked<void> Corrections::add_sheet(const std::string& path) {
  const auto document = open_document(path);
  if (!document) return tl::make_unexpected(Errors{document.error()});
  Errors errors;
  std::optional<Columns> columns;
  std::string shown;
  std::vector<std::string> cells;
  const Status read = (*document)->rows([&](const Row& row) -> Status {
    cells.clear();
    for (const Cell& cell : row.cells) cells.push_back(cell.text);
    if (!columns) {
      columns = Columns::of(cells);
      shown = (*document)->place(row);
      return {};
    }
    if (const Status taken = read_row(*columns, cells, Place{(*document)->place(row)}); !taken) {
      errors.push_back(taken.error());
      if (errors.size() >= errors_max) return tl::make_unexpected(taken.error());
    }
    return {};
  });
  if (!read && errors.size() < errors_max) errors.push_back(read.error());
  if (read && !columns) {
    errors.push_back(failed(Errc::bad_file,
                            "{file} is no review sheet: it lacks the columns 位置 (place) and 改为 "
                            "(should be); 'import --review' writes one",
                            {{"file", readable_name(path)}}, Place{shown})
                         .value());
  }
  if (!errors.empty()) return tl::make_unexpected(std::move(errors));
  return {};
}

Status Corrections::add_set(const std::string& text) {
  const auto wrong = [&] {
    return failed(Errc::usage,
                  "'{text}' is no correction; write it like 'T1.R6 lead=省水利厅', with number, "
                  "titles, content, lead, co, deadline or urgent, or 'T1.R6 row=' to leave it out",
                  {{"text", brief(text)}});
  };
  const std::size_t sign = text.find('=');
  if (sign == text.npos) return wrong();
  const std::size_t blank = text.find_last_of(' ', sign);
  if (blank == text.npos || blank == 0) return wrong();
  const std::optional<Field> field =
      parse_field(to_utf8(squeezed(std::string_view(text).substr(blank, sign - blank))));
  const std::string address = to_utf8(squeezed(std::string_view(text).substr(0, blank)));
  if (!field || address.empty()) return wrong();
  const std::string value = clean_cell(std::string_view(text).substr(sign + 1));
  if (*field != Field::row && value.empty()) return wrong();
  if (*field == Field::row && !value.empty()) return wrong();
  RowCorrection& row = rows_[address];
  if (row.place.file.empty()) row.place.file = "--set " + brief(text);
  const bool is_new = *field == Field::row ? !std::exchange(row.leave_out, true)
                                           : row.corrected.emplace(*field, value).second;
  if (is_new) return {};
  return failed(Errc::usage, "{address} gets two corrections of its {field}",
                {{"address", address}, {"field", std::string(to_text(*field))}});
}

const RowCorrection* Corrections::find(const std::string& address) const {
  const auto found = rows_.find(address);
  return found == rows_.end() ? nullptr : &found->second;
}

std::string Corrections::text() const {
  if (rows_.empty()) return {};
  Value all{Value::Object{}};
  for (const auto& [address, row] : rows_) {
    Value its{Value::Object{}};
    for (const auto& [field, corrected] : row.corrected)
      its.set(std::string(to_text(field)), corrected);
    if (row.leave_out) its.set("row", "");
    if (!row.why.empty()) its.set("why", row.why);
    all.set(address, std::move(its));
  }
  return canonical(all);
}

}  // namespace duban::intake
