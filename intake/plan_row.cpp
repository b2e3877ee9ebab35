// A row of a table as a line: its cells by what their columns are.
#include <algorithm>

#include "intake/plan_lines.hpp"

namespace duban::intake {
namespace {

const Cell& cell_at(const Row& row, std::optional<std::size_t> column) {
  static const Cell none;
  return column && *column < row.cells.size() ? row.cells[*column] : none;
}

}  // namespace

Line line_of(const Row& row, const Columns& columns) {
  Line line;
  const auto take = [&](std::optional<std::size_t> column) {
    Said said;
    if (!column) return said;
    const Cell& cell = cell_at(row, column);
    said.text = cell.text;
    said.heading = *column < columns.headings.size() ? columns.headings[*column] : "";
    said.carried = cell.carried && !cell.text.empty();
    said.note = cell.note;
    return said;
  };
  std::size_t texts = 0;
  std::size_t own = 0;
  for (const Cell& cell : row.cells) {
    texts += cell.text.empty() ? 0 : 1;
    own += cell.text.empty() || cell.carried ? 0 : 1;
  }
  line.alone = texts == 1;
  line.number = take(columns.number);
  line.continues = line.number.carried;
  if (columns.lead) line.offices.push_back({take(columns.lead), Says::lead});
  // The others in the order of their columns.
  const Says says = columns.lead ? Says::beside : Says::responsible;
  bool pending = columns.department.has_value();
  if (pending && !columns.lead) {
    line.offices.push_back({take(columns.department), says});
    pending = false;
  }
  for (const std::size_t at : columns.cos) {
    if (pending && *columns.department < at) {
      line.offices.push_back({take(columns.department), says});
      pending = false;
    }
    line.offices.push_back({take(at), Says::co});
  }
  if (pending) line.offices.push_back({take(columns.department), says});
  line.deadline = take(columns.deadline);
  line.urgency = take(columns.urgency);
  for (const std::size_t at : columns.categories) line.categories.push_back(take(at));
  for (const std::size_t at : columns.kept) {
    const Cell& cell = cell_at(row, at);
    if (!cell.text.empty()) line.extra.emplace_back(columns.headings[at], cell.text);
  }
  line.content.carried = true;
  for (const std::size_t at : columns.contents) {
    const Said said = take(at);
    if (line.content.heading.empty()) line.content.heading = said.heading;
    if (line.content.note == CellNote::none) line.content.note = said.note;
    if (said.text.empty()) continue;
    line.content.text += (line.content.text.empty() ? "" : "\n") + said.text;
    line.content.carried = line.content.carried && said.carried;
  }
  if (line.content.text.empty()) line.content.carried = false;

  // A heading stays one where a department or a day is only carried over it by a merge.
  if (columns.number && own == 1 && !line.continues && texts > 1) {
    line.alone = true;
    line.extra.clear();
    for (OfficeText& office : line.offices) {
      if (office.said.carried) office.said.text.clear();
    }
    if (line.deadline.carried) line.deadline.text.clear();
    for (Said& said : line.categories) {
      if (said.carried) said.text.clear();
    }
  }
  line.parsed = parse_number(line.number.text);
  if (line.parsed && !line.parsed->rest.empty()) {
    // A heading over the whole row: 一、主要任务.
    line.content.text =
        line.parsed->rest + (line.content.text.empty() ? "" : "\n") + line.content.text;
  } else if (line.number.text.empty() && (!columns.number || !line.is_task())) {
    line.parsed = parse_number(line.content.text);
    if (line.parsed) line.content.text = line.parsed->rest;
  }
  // The day of a heading's row is that of the rows below, merged over them.
  const bool has_names = std::any_of(line.offices.begin(), line.offices.end(),
                                     [](const OfficeText& o) { return !o.said.text.empty(); });
  if (columns.number && line.parsed && !has_names &&
      (line.parsed->form <= NumberForm::chinese_bracket)) {
    line.deadline.text.clear();
    line.alone = true;
  }
  // A heading whose only text stands in another column than the usual ones.
  if (line.alone && line.content.text.empty() && !line.parsed) {
    std::string* only = nullptr;
    for (Said& said : line.categories) {
      if (!said.text.empty()) only = &said.text;
    }
    if (only == nullptr && !line.number.text.empty()) only = &line.number.text;
    if (only == nullptr && !line.extra.empty()) only = &line.extra.front().second;
    if (only != nullptr) {
      line.content.text = std::exchange(*only, {});
      line.extra.clear();
      line.parsed = parse_number(line.content.text);
      if (line.parsed) line.content.text = line.parsed->rest;
    }
  }
  return line;
}

}  // namespace duban::intake
