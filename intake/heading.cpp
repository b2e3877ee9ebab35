#include "intake/heading.hpp"

#include <algorithm>
#include <array>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

using Words = std::initializer_list<std::u32string_view>;

bool has_any(std::u32string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

bool is_any(std::u32string_view text, Words words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// The heading as it is compared: squeezed, without what stands in brackets or is decoration.
std::u32string bare(std::string_view heading) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : squeezed(heading)) {
    if (c == U'(' || c == U'[' || c == U'〔' || c == U'【') {
      ++depth;
    } else if (c == U')' || c == U']' || c == U'〕' || c == U'】') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0 && c != U':' && c != U'*' && c != U'"') {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::optional<Column> column_of(std::string_view heading) {
  constexpr std::size_t longest = 16;  // beyond that it is a sentence, not a heading
  constexpr std::size_t longest_bytes = 200;
  if (heading.size() > longest_bytes) return std::nullopt;
  const std::u32string text = bare(heading);
  if (text.empty() || text.size() > longest) return std::nullopt;

  if (is_any(text, {U"序号", U"编号", U"项号", U"序次", U"顺序号", U"任务编号", U"任务序号",
                    U"事项编号", U"No", U"No.", U"NO", U"NO."})) {
    return Column::number;
  }
  if (has_any(text, {U"时限", U"期限", U"完成时间", U"完成日期", U"完成时点", U"时间要求",
                     U"时间节点", U"时间安排", U"办结时间", U"截止", U"进度要求", U"完成年限"}) ||
      is_any(text, {U"时间", U"完成年度", U"年限"})) {
    return Column::deadline;
  }
  if (is_any(text, {U"紧急程度", U"缓急", U"缓急程度", U"急缓程度", U"紧急等级", U"紧急级别",
                    U"急件", U"是否急件", U"是否紧急"})) {
    return Column::urgency;
  }
  const bool is_office = has_any(text, {U"单位", U"部门", U"处室", U"机构", U"科室", U"股室"});
  const bool leads = has_any(text, {U"牵头", U"主办", U"责任", U"承办", U"负责", U"主责", U"主管"});
  const bool joins =
      has_any(text, {U"配合", U"协办", U"参与", U"参加", U"协同", U"协助", U"会办", U"协作"});
  if (joins && !leads && (is_office || text.size() <= 4)) return Column::co;
  if ((leads && is_office) || (joins && is_office) ||
      is_any(text, {U"部门", U"单位", U"落实单位", U"落实部门", U"实施单位", U"实施部门",
                    U"执行单位", U"责任分工", U"部门分工", U"任务分工", U"分工", U"责任主体"})) {
    return Column::department;
  }
  if (has_any(text,
              {U"情况", U"进展", U"标准", U"成果", U"成效", U"来源", U"依据", U"领导", U"人员"})) {
    return std::nullopt;
  }
  if (has_any(text, {U"内容", U"任务", U"事项", U"举措", U"措施"}) ||
      is_any(text, {U"重点工作", U"主要工作", U"工作", U"具体工作", U"工作项目", U"工程项目",
                    U"项目名称", U"重点工程", U"工作要点", U"目标要求", U"工作要求"})) {
    return Column::content;
  }
  return std::nullopt;
}

std::string_view usual_headings(Column column) {
  switch (column) {
    case Column::number:
      return "序号, 编号";
    case Column::content:
      return "工作内容, 工作任务, 重点任务, 主要任务, 工作事项";
    case Column::department:
      return "责任部门, 责任单位, 牵头单位, 主办单位";
    case Column::co:
      return "配合单位, 协办单位, 参与单位";
    case Column::deadline:
      return "完成时间, 完成时限, 时限要求, 完成期限, 时间要求";
    case Column::urgency:
      return "紧急程度, 缓急";
  }
  DUBAN_ASSERT(false);
}

Columns read_columns(const Row& row) {
  Columns columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    columns.headings.push_back(to_utf8(squeezed(row.cells[i].text)));
    const std::optional<Column> column = column_of(row.cells[i].text);
    if (!column) continue;
    const auto first = [i](std::optional<std::size_t>& at) { at = at.value_or(i); };
    switch (*column) {
      case Column::number:
        first(columns.number);
        break;
      case Column::content:
        columns.contents.push_back(i);
        break;
      case Column::department:
        first(columns.department);
        break;
      case Column::co:
        first(columns.co);
        break;
      case Column::deadline:
        first(columns.deadline);
        break;
      case Column::urgency:
        first(columns.urgency);
        break;
    }
  }
  return columns;
}

bool is_heading_row(const Row& row) {
  int headings = 0;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    if (!column_of(cell.text) && !cell.carried) return false;
    ++headings;
  }
  return headings >= 2;
}

void refine(Columns& columns, const Row& row) {
  const Columns finer = read_columns(row);
  for (std::size_t i = 0; i < finer.headings.size(); ++i) {
    if (i >= columns.headings.size()) columns.headings.resize(i + 1);
    if (!finer.headings[i].empty()) columns.headings[i] = finer.headings[i];
  }
  if (finer.department) columns.department = finer.department;
  if (finer.co) columns.co = finer.co;
}

}  // namespace duban::intake
