#include "intake/review.hpp"

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

struct Heading {
  ReviewColumn column;
  std::string_view english;
  std::string_view chinese;
  double width;
};
constexpr Heading should_be{ReviewColumn::should_be, "should be", "改为", 18};
constexpr Heading headings[] = {
    {ReviewColumn::place, "place", "位置", 9},
    {ReviewColumn::number, "number", "序号", 7},
    should_be,
    {ReviewColumn::titles, "headings", "标题", 18},
    should_be,
    {ReviewColumn::content, "work", "工作内容", 44},
    should_be,
    {ReviewColumn::names, "departments as written", "单位原文", 24},
    {ReviewColumn::lead, "lead", "牵头单位", 18},
    should_be,
    {ReviewColumn::co, "co", "协办单位", 24},
    should_be,
    {ReviewColumn::deadline_text, "deadline as written", "时限原文", 16},
    {ReviewColumn::deadline, "deadline", "完成时限", 14},
    should_be,
    {ReviewColumn::urgent, "urgent", "是否紧急", 7},
    should_be,
    {ReviewColumn::doubts, "doubts", "存疑", 40},
    {ReviewColumn::leave_out, "leave out", "剔除", 7},
    {ReviewColumn::why, "remark", "备注", 24},
};

std::string lines_of(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += between;
    text += item;
  }
  return text;
}

}  // namespace

std::optional<ReviewColumn> review_column(std::string_view heading) {
  const std::u32string text = squeezed(heading);
  for (const Heading& each : headings) {
    if (text == squeezed(each.english) || text == squeezed(each.chinese)) return each.column;
  }
  return std::nullopt;
}

std::optional<Field> field_of(ReviewColumn column) {
  switch (column) {
    case ReviewColumn::number:
      return Field::number;
    case ReviewColumn::titles:
      return Field::titles;
    case ReviewColumn::content:
      return Field::content;
    case ReviewColumn::names:  // whoever moves columns about
    case ReviewColumn::lead:
      return Field::lead;
    case ReviewColumn::co:
      return Field::co;
    case ReviewColumn::deadline_text:
    case ReviewColumn::deadline:
      return Field::deadline;
    case ReviewColumn::urgent:
      return Field::urgent;
    default:
      return std::nullopt;
  }
}

std::string titles_text(const PlanRow& row) { return lines_of(row.titles, "\n"); }

std::string text_as_written(const Draft& draft, Field field) {
  switch (field) {
    case Field::number:
      return draft.number;
    case Field::titles:
      return titles_text(draft.row);
    case Field::content:
      return draft.row.content;
    case Field::lead:
    case Field::co:
      return draft.co.empty() ? draft.lead : draft.lead + "\n" + draft.co;
    case Field::deadline:
      return draft.deadline;
    case Field::urgent:
      return draft.urgent;
    case Field::row:
      break;
  }
  return {};
}

std::string cycle_words(const Deadline& deadline, bool chinese) {
  if (!deadline.every) return chinese ? "持续推进" : "ongoing";
  if (!chinese) {
    std::string text = "every " + std::string(to_text(*deadline.every));
    if (!deadline.day) return text;
    const std::string day = deadline.day->day == 0 ? "last" : std::to_string(deadline.day->day);
    return text + " on " + std::to_string(deadline.day->month) + "/" + day;
  }
  constexpr std::string_view units[] = {"每月", "每季度", "每半年", "每年"};
  std::string text(units[static_cast<std::size_t>(*deadline.every)]);
  if (!deadline.day) return text;
  if (*deadline.every == CycleUnit::year) {
    text += std::to_string(deadline.day->month) + "月";
  } else if (*deadline.every != CycleUnit::month) {
    text += "第" + std::to_string(deadline.day->month) + "个月";
  }
  return text + (deadline.day->day == 0 ? "末日" : std::to_string(deadline.day->day) + "日");
}

std::string deadline_words(const Deadline& deadline, bool chinese) {
  std::string text;
  for (const Stage& stage : deadline.stages) {
    if (!text.empty()) text += '\n';
    text += to_text(stage.due);
    if (!stage.words.empty()) text += ' ' + stage.words;
  }
  if (!text.empty())
    return deadline.then_ongoing ? text + '\n' + cycle_words(deadline, chinese) : text;
  if (!deadline.ongoing) return deadline.due == Date() ? std::string() : to_text(deadline.due);
  text = cycle_words(deadline, chinese);
  if (deadline.ends) text += (chinese ? "，至" : " until ") + to_text(*deadline.ends);
  return text;
}

Result<std::unique_ptr<ReviewSheet>> ReviewSheet::create(const std::string& path, bool chinese,
                                                         Say say) {
  auto review = std::make_unique<ReviewSheet>();
  review->chinese_ = chinese;
  review->say_ = std::move(say);
  std::vector<double> widths;
  std::vector<std::string> cells;
  for (const Heading& each : headings) {
    widths.push_back(each.width);
    cells.emplace_back(chinese ? each.chinese : each.english);
  }
  DUBAN_TRY(review->sheet_, make_sheet(path, widths));
  DUBAN_TRY(review->sheet_->add(cells));
  return review;
}

Status ReviewSheet::add(const Draft& draft) {
  const PlanRow& row = draft.row;
  std::string doubts;
  bool day_unread = false;
  for (const Finding& finding : draft.findings) {
    if (!doubts.empty()) doubts += '\n';
    doubts += finding.blocks ? say_({"must be settled: {what}", {{"what", say_(finding.message)}}})
                             : say_(finding.message);
    if (finding.blocks && finding.field == Field::deadline) day_unread = true;
  }
  const auto cell = [&](ReviewColumn column) -> std::string {
    switch (column) {
      case ReviewColumn::place:
        return row.address;
      case ReviewColumn::number:
        return draft.number;
      case ReviewColumn::titles:
        return titles_text(row);
      case ReviewColumn::content:
        return row.content;
      case ReviewColumn::names:
        return text_as_written(draft, Field::lead);
      case ReviewColumn::lead:
        return row.lead;
      case ReviewColumn::co:
        return lines_of(row.co, "、");
      case ReviewColumn::deadline_text:
        return draft.deadline;
      case ReviewColumn::deadline:
        return day_unread ? std::string() : deadline_words(row.deadline, chinese_);
      case ReviewColumn::urgent:
        return row.urgent ? (chinese_ ? "是" : "yes") : "";
      case ReviewColumn::doubts:
        return doubts;
      default:
        return {};
    }
  };
  std::vector<std::string> cells;
  for (const Heading& each : headings) cells.push_back(cell(each.column));
  ++rows_;
  return sheet_->add(cells);
}

}  // namespace duban::intake
