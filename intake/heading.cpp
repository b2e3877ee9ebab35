#include "intake/heading.hpp"

#include <algorithm>
#include <array>

#include "intake/cell_text.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t longest_bytes = 200;  // of a heading of a column

using Words = std::initializer_list<std::u32string_view>;

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
  if (heading.size() > longest_bytes) return std::nullopt;
  const std::u32string text = bare(heading);
  if (text.empty() || text.size() > longest) return std::nullopt;

  if (is_any(text,
             {U"序号", U"编号", U"项号", U"序次", U"顺序号", U"任务编号", U"任务序号", U"事项编号",
              U"问题编号", U"问题序号", U"条目", U"No", U"No.", U"NO", U"NO."})) {
    return Column::number;
  }
  // 原定时限 beside 承诺完成时限 tells what was.
  if (has_any(text, {U"联系", U"电话", U"原定", U"原计划"})) return std::nullopt;
  if (has_any(text, {U"时限",     U"期限",     U"完成时间", U"完成日期", U"完成时点", U"时间要求",
                     U"时间节点", U"时间安排", U"办结时间", U"截止",     U"进度要求", U"完成年限",
                     U"整改时间", U"落实时间", U"推进时间", U"计划时间", U"办理时间", U"达标时间",
                     U"实施周期", U"工作周期", U"建设周期", U"推进周期", U"办理周期"}) ||
      is_any(text, {U"时间", U"完成年度", U"年限", U"进度安排", U"时间进度", U"办结日期"})) {
    return Column::deadline;
  }
  if (is_any(text, {U"紧急程度", U"缓急", U"缓急程度", U"急缓程度", U"紧急等级", U"紧急级别",
                    U"急件", U"是否急件", U"是否紧急"})) {
    return Column::urgency;
  }
  if (has_any(text, {U"领导", U"人员", U"责任人", U"负责人", U"签字"})) return std::nullopt;
  const bool is_office =
      has_any(text, {U"单位", U"部门", U"处室", U"机构", U"科室", U"股室", U"主体"});
  const bool leads = has_any(text, {U"牵头", U"主办", U"主责", U"第一责任"});
  const bool answers = has_any(text, {U"责任", U"承办", U"负责", U"主管"});
  const bool joins =
      has_any(text, {U"配合", U"协办", U"参与", U"参加", U"协同", U"协助", U"会办", U"协作"});
  if (joins && !leads && !answers && (is_office || text.size() <= 4)) return Column::co;
  if (joins && answers && !leads && text.find(U"配合") == 0) return Column::co;
  if (leads && !joins && (is_office || text.size() <= 4)) return Column::lead;
  if (((leads || answers || joins) && is_office) ||
      is_any(text, {U"部门", U"单位", U"落实单位", U"落实部门", U"实施单位", U"实施部门",
                    U"执行单位", U"责任分工", U"部门分工", U"任务分工", U"分工", U"整改单位",
                    U"建设单位", U"办理单位", U"落实主体"})) {
    return Column::department;
  }
  if (is_any(text, {U"任务类别", U"类别", U"类型", U"领域", U"重点领域", U"工作类别", U"分类",
                    U"板块", U"专项", U"任务分类", U"事项类别", U"项目类别", U"大类", U"一级任务",
                    U"一级指标", U"方面", U"工作板块"})) {
    return Column::category;
  }
  if (has_any(text, {U"情况", U"进展", U"标准", U"成果", U"成效", U"来源", U"依据", U"日期",
                     U"形式", U"要求", U"备注"}) &&
      !is_any(text, {U"目标要求", U"工作要求", U"任务要求"})) {
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
    case Column::category:
      return "任务类别, 重点领域";
    case Column::content:
      return "工作内容, 工作任务, 重点任务, 主要任务, 工作事项";
    case Column::department:
    case Column::lead:
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

bool is_kept_label(std::string_view label) {
  const std::u32string text = bare(label);
  // 分管校领导, 包抓县领导, 牵头副市长
  constexpr std::size_t person_max = 6;
  if (text.size() > 2 && text.size() <= person_max && is_person(text)) return true;
  return is_any(text, {U"工作目标", U"目标",     U"年度目标", U"主要目标", U"整改目标", U"目标任务",
                       U"备注",     U"说明",     U"责任人",   U"责任领导", U"分管领导", U"牵头领导",
                       U"联系领导", U"包联领导", U"包保领导", U"负责人",   U"联系人",   U"联系电话",
                       U"电话",     U"督办领导", U"进展情况", U"完成情况", U"整改情况", U"工作标准",
                       U"成果形式", U"考核方式", U"交办日期", U"任务来源", U"资金来源", U"措施",
                       U"整改措施", U"工作措施", U"主要措施", U"具体措施", U"反馈问题"});
}

bool Columns::is_plan() const {
  if (contents.empty() || !has_office()) return false;
  return deadline || number || !cos.empty() || (lead && department) || headings.size() <= 3;
}

namespace {

void sort_in(Columns& columns, Column column, std::size_t at) {
  const auto first = [at](std::optional<std::size_t>& place) { place = place.value_or(at); };
  switch (column) {
    case Column::number:
      return first(columns.number);
    case Column::category:
      return columns.categories.push_back(at);
    case Column::content:
      return columns.contents.push_back(at);
    case Column::department:
      return first(columns.department);
    case Column::lead:
      return first(columns.lead);
    case Column::co:
      return columns.cos.push_back(at);
    case Column::deadline:
      return first(columns.deadline);
    case Column::urgency:
      return first(columns.urgency);
  }
}

/// The work of a table whose heading for it is none of the usual ones: 民生实事, 存在问题.
std::optional<std::size_t> work_column(const Columns& columns) {
  if (!columns.has_office()) return std::nullopt;
  for (const std::size_t at : columns.kept) {
    const std::u32string heading = code_points(columns.headings[at]);
    if (has_any(heading, {U"实事", U"项目", U"问题", U"指标", U"工程", U"要点", U"目标", U"建议",
                          U"提案", U"工作", U"政策", U"名称", U"改革", U"条款"}) &&
        !has_any(heading, {U"情况", U"要求", U"备注", U"领导", U"标准", U"类"})) {
      return at;
    }
  }
  // Between a number and a department stands the work, whatever it is called.
  if (!columns.number || !columns.deadline) return std::nullopt;
  for (const std::size_t at : columns.kept) {
    if (at > *columns.number && at < columns.lead.value_or(columns.department.value_or(0))) {
      return at;
    }
  }
  return std::nullopt;
}

Columns sorted(std::vector<std::string> headings) {
  Columns columns;
  columns.headings = std::move(headings);
  for (std::size_t i = 0; i < columns.headings.size(); ++i) {
    const std::string& heading = columns.headings[i];
    if (heading.empty()) continue;
    if (const std::optional<Column> column = column_of(heading)) {
      sort_in(columns, *column, i);
    } else {
      columns.kept.push_back(i);
    }
  }
  // From when to when: 2025年3月—11月. Beside a deadline it is kept as it stands.
  if (!columns.deadline) {
    for (const std::size_t at : columns.kept) {
      const std::u32string heading = code_points(columns.headings[at]);
      if (columns.deadline ||
          !has_any(heading, {U"起止", U"实施时间", U"实施期", U"工期", U"建设年限"})) {
        continue;
      }
      columns.deadline = at;
    }
    if (columns.deadline) std::erase(columns.kept, *columns.deadline);
  }
  // A list of problems has the measure for its work; the problem and the goal are kept beside it.
  if (columns.contents.empty()) {
    if (const auto work = work_column(columns)) {
      columns.contents.push_back(*work);
      std::erase(columns.kept, *work);
    } else if (columns.has_office() && columns.categories.size() > 0) {
      columns.contents.push_back(columns.categories.back());
      columns.categories.pop_back();
    }
  }
  return columns;
}

}  // namespace

Columns read_columns(const Row& row) {
  std::vector<std::string> headings;
  for (const Cell& cell : row.cells) {
    constexpr std::size_t longest = 600;  // bytes; what is longer is no heading
    headings.push_back(cell.text.size() > longest ? std::string() : to_utf8(squeezed(cell.text)));
  }
  return sorted(std::move(headings));
}

bool is_heading_row(const Row& row) {
  // Nearly every row of a plan has some long text: one look at sizes tells.
  for (const Cell& cell : row.cells) {
    if (cell.text.size() > longest_bytes && !cell.carried) return false;
  }
  int headings = 0;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    if (!column_of(cell.text) && !cell.carried) return false;
    ++headings;
  }
  return headings >= 2;
}

Columns refined(const Columns& columns, const Row& row) {
  std::vector<std::string> headings = columns.headings;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i >= headings.size()) headings.resize(i + 1);
    std::string finer = to_utf8(squeezed(row.cells[i].text));
    if (!finer.empty() && !row.cells[i].carried) headings[i] = std::move(finer);
  }
  return sorted(std::move(headings));
}

}  // namespace duban::intake
