#include "intake/plan_text.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "intake/cell_text.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t content_max = std::size_t{64} << 10;
constexpr std::size_t heading_max = 40;  // characters of a heading without a number

bool is_outer(NumberForm form) {
  return form == NumberForm::di_part || form == NumberForm::di_chapter ||
         form == NumberForm::di_section || form == NumberForm::chinese;
}

bool ends_sentence(const std::string& text) {
  const std::u32string plain = squeezed(text);
  return !plain.empty() && std::u32string_view(U"。;!?:,").find(plain.back()) != plain.npos;
}

/// The short first sentence of a paragraph that has several tasks names them all; it is taken off.
std::string take_title(std::string& content) {
  const std::u32string all = code_points(content);
  const std::size_t end = all.find(U'。');
  if (end == all.npos || end + 1 >= all.size() || end > heading_max) return {};
  content = clean_cell(to_utf8(std::u32string_view(all).substr(end + 1)));
  return to_utf8(std::u32string_view(all).substr(0, end));
}

class TextWalker {
 public:
  TextWalker(const Document& document, const ResponsibilityReader& offices, bool offices_first,
             const TakeLine& take)
      : document_(document), offices_(offices), offices_first_(offices_first), take_(take) {}

  Status row(const Row& row);
  Result<Walk> finish();

 private:
  /// A number with its text, or a paragraph with its bracket, until the next one begins.
  struct Item {
    Line line;
    std::string tail;       ///< paragraphs below it that may be its text
    bool below = false;     ///< its bracket stood in a paragraph below
    bool answered = false;  ///< it has its bracket or labels
  };

  Status paragraph(const Row& row, const std::string& text);
  Status numbered(const Row& row, Number number);
  Status plain(const Row& row, const std::string& text);
  Status flush();
  Status heading(const Row& row, Kind kind, const std::string& text);
  Status take_pieces(const Row& row, const std::optional<Number>& number,
                     std::vector<Piece> pieces);
  void see_index(const Row& row);
  Line line_at(const Row& row) const;
  void answer(Line& line, Piece& piece);
  void resolve_dittos(const Line& line, std::string& bracket);
  void label(Line& line, const Labelled& labelled);

  const Document& document_;
  const ResponsibilityReader& offices_;
  const bool offices_first_;
  const TakeLine& take_;
  bool page_ended_ = false;  ///< what follows belongs to the web site
  Walk walk_;
  std::optional<Item> item_;
  std::string awaited_;                      ///< a label whose value stands in the next paragraph
  bool above_ = true;                        ///< no item has come yet
  std::set<NumberForm> outer_;               ///< forms of numbers that had others below them
  std::map<std::string, std::string> said_;  ///< what the last bracket says under each label
};

Line TextWalker::line_at(const Row& row) const {
  Line line;
  line.place = document_.place(row);
  line.address = document_.address(row);
  line.alone = true;
  line.in_table = false;
  return line;
}

/// （责任单位：同上）: what the bracket before says under that label.
void TextWalker::resolve_dittos(const Line& line, std::string& bracket) {
  std::map<std::string, std::string> said;
  for (const Labelled& each : labels_of(bracket).labels) {
    std::string value = each.value;
    const auto above = said_.find(each.label);
    if (is_ditto(value) && above != said_.end()) {
      walk_.doubt(line.place, {"{text} stands for the cell above, {above}",
                               {{"text", value}, {"above", brief(above->second)}}});
      const std::size_t label = bracket.find(each.label);
      const std::size_t at = label == bracket.npos ? label : bracket.find(value, label);
      if (at != bracket.npos) bracket.replace(at, value.size(), above->second);
      value = above->second;
    }
    said.emplace(each.label, std::move(value));
  }
  said_ = std::move(said);
}

void TextWalker::answer(Line& line, Piece& piece) {
  if (!piece.offices.empty()) {
    resolve_dittos(line, piece.offices);
    line.offices.push_back({{std::move(piece.offices)}, Says::bracket});
  }
  if (!piece.deadline.empty()) line.deadline.text = std::move(piece.deadline);
}

void TextWalker::label(Line& line, const Labelled& labelled) {
  const auto column = column_of(labelled.label);
  constexpr std::size_t offices_max = 200;  // labels that name some; what is beyond is kept
  const bool too_many = line.offices.size() >= offices_max;
  const auto add = [&](Says says) {
    line.offices.push_back({{labelled.value, labelled.label}, says});
  };
  if (too_many &&
      (column == Column::lead || column == Column::department || column == Column::co)) {
    line.extra.emplace_back(labelled.label, labelled.value);
    walk_.keep(labelled.label);
  } else if (column == Column::lead) {
    // Who leads stands first, in the order of the labels.
    const auto behind =
        std::find_if(line.offices.begin(), line.offices.end(),
                     [](const OfficeText& office) { return office.says != Says::lead; });
    line.offices.insert(behind, {{labelled.value, labelled.label}, Says::lead});
  } else if (column == Column::department) {
    add(Says::responsible);
  } else if (column == Column::co) {
    add(Says::co);
  } else if (column == Column::deadline) {
    line.deadline.text += (line.deadline.text.empty() ? "" : "，") + labelled.value;
    line.deadline.heading = labelled.label;
  } else if (column == Column::urgency) {
    line.urgency = {labelled.value, labelled.label};
  } else {
    line.extra.emplace_back(labelled.label, labelled.value);
    walk_.keep(labelled.label);
  }
  // 责任单位 beside 牵头单位 names who works with the lead.
  const bool has_lead = std::any_of(line.offices.begin(), line.offices.end(),
                                    [](const OfficeText& o) { return o.says == Says::lead; });
  for (OfficeText& office : line.offices) {
    if (has_lead && office.says == Says::responsible) office.says = Says::beside;
  }
}

Status TextWalker::flush() {
  if (!item_) return {};
  Item item = std::move(*item_);
  item_.reset();
  awaited_.clear();
  if (item.answered && !item.tail.empty()) {
    Said& content = item.line.content;
    content.text += (content.text.empty() ? "" : "\n") + item.tail;
  }
  return take_(item.line);
}

Status TextWalker::heading(const Row& row, Kind kind, const std::string& text) {
  DUBAN_TRY(flush());
  Line line = line_at(row);
  line.head = kind;
  line.content.text = text;
  return take_(line);
}

/// Several tasks in one paragraph share its number.
Status TextWalker::take_pieces(const Row& row, const std::optional<Number>& number,
                               std::vector<Piece> pieces) {
  std::string under;
  if (number && pieces.size() > 1) under = take_title(pieces.front().content);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    DUBAN_TRY(flush());
    Item item;
    item.line = line_at(row);
    if (pieces.size() > 1) {
      item.line.address += "." + std::to_string(i + 1);
      if (number) item.line.parts = true;
    }
    item.line.content.text = std::move(pieces[i].content);
    item.line.parsed = number;
    if (i > 0 && number) {
      item.line.parsed = parse_number(item.line.content.text);
      if (item.line.parsed) item.line.content.text = item.line.parsed->rest;
      item.line.continues = true;
    }
    item.line.under = under;
    item.answered = !pieces[i].offices.empty();
    answer(item.line, pieces[i]);
    item_ = std::move(item);
  }
  return {};
}

Status TextWalker::numbered(const Row& row, Number number) {
  if (item_ && !item_->answered && item_->tail.empty() && item_->line.parsed &&
      item_->line.parsed->form != number.form) {
    outer_.insert(item_->line.parsed->form);
  }
  DUBAN_TRY(flush());
  walk_.facts.see_other();
  LabelledText labelled = labels_of(number.rest);
  const std::string rest = labelled.labels.empty() ? number.rest : labelled.before;
  number.rest.clear();
  std::vector<Piece> pieces = pieces_of(rest, offices_);
  if (offices_first_ && pieces.size() == 1) pieces = {cut_behind_offices(rest, offices_)};
  DUBAN_TRY(take_pieces(row, number, std::move(pieces)));
  for (const Labelled& each : labelled.labels) {
    label(item_->line, each);
    item_->answered = item_->answered || item_->line.is_task();
  }
  above_ = false;
  return {};
}

Status TextWalker::plain(const Row& row, const std::string& text) {
  std::vector<Piece> pieces = pieces_of(text, offices_);
  const bool answers =
      std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return !p.offices.empty(); });
  const bool open = item_ && !item_->answered;
  if (!answers) {
    if (pieces.size() == 1 && pieces.front().content.empty() && item_) {
      answer(item_->line, pieces.front());  // a day in a bracket of its own
      return {};
    }
    const bool title = code_points(text).size() <= heading_max && !ends_sentence(text);
    const bool styled = row.heading > 0 || (row.bold && title);
    if (!above_ && (styled || (title && !open))) {
      return heading(
          row, row.heading > 0 ? static_cast<Kind>(kind::style + row.heading) : kind::plain, text);
    }
    if (open && item_->tail.size() < content_max) {
      item_->tail += (item_->tail.empty() ? "" : "\n") + text;
    }
    return {};
  }
  if (pieces.size() == 1 && pieces.front().content.empty()) {
    // The bracket in a paragraph of its own belongs to what stands above.
    if (!item_) return {};
    answer(item_->line, pieces.front());
    item_->answered = true;
    return {};
  }
  above_ = false;
  // 2．补齐服务短板, where 1．完善交通网络 had tasks with numbers below it: a heading, too.
  const bool is_heading = open && item_->line.parsed && item_->tail.empty() &&
                          outer_.contains(item_->line.parsed->form) &&
                          !ends_sentence(item_->line.content.text);
  const bool under_item =
      open && item_->line.parsed && !is_outer(item_->line.parsed->form) && !is_heading;
  if (under_item && pieces.size() == 1) {
    Item& item = *item_;
    item.tail += (item.tail.empty() ? "" : "\n") + pieces.front().content;
    answer(item.line, pieces.front());
    item.answered = item.below = true;
    return {};
  }
  if (item_ && item_->below && item_->line.parsed) {
    // More than one such paragraph: what has the number is their heading.
    Item first;
    first.line = item_->line;
    first.line.parsed.reset();
    first.line.content.text = std::exchange(item_->tail, {});
    first.answered = true;
    item_->line.offices.clear();
    item_->line.deadline = {};
    item_->answered = false;
    DUBAN_TRY(flush());
    item_ = std::move(first);
  }
  return take_pieces(row, std::nullopt, std::move(pieces));
}

Status TextWalker::paragraph(const Row& row, const std::string& text) {
  if (page_ended_) return {};
  if (is_furniture(text)) {
    page_ended_ = !above_ && ends_a_page(text);
    return {};
  }
  if (!awaited_.empty() && item_) {
    const Labelled value{std::exchange(awaited_, {}), text};
    if (!parse_number(text) && labels_of(text).labels.empty()) {
      label(item_->line, value);
      item_->answered = true;
      return {};
    }
  }
  if (const auto annex = annex_number(text)) {
    DUBAN_TRY(flush());
    Line line = line_at(row);
    line.head = kind::annex;
    line.parsed = Number{NumberForm::arabic, {*annex}, {}};
    walk_.facts.see_other();
    return take_(line);
  }
  std::optional<Number> number = parse_number(text);
  if (number && !number->rest.empty() && !read_day(text)) return numbered(row, std::move(*number));
  LabelledText labelled = labels_of(text);
  if (!labelled.labels.empty() && labelled.before.empty()) {
    if (!item_) {
      walk_.facts.see(text, above_);
      return {};
    }
    for (const Labelled& each : labelled.labels) {
      if (!each.value.empty()) label(item_->line, each);
      // The value, or the rest of it, stands in the next paragraph.
      const bool goes_on = &each == &labelled.labels.back() && text.ends_with("、");
      if (each.value.empty() || goes_on) awaited_ = each.label;
    }
    item_->answered = item_->answered || item_->line.is_task();
    return {};
  }
  if (is_note(text)) {
    DUBAN_TRY(flush());
    return {};
  }
  walk_.facts.see(text, above_);
  if (read_day(text)) return flush();
  if (!labelled.labels.empty() && has_office(text, offices_) &&
      pieces_of(text, offices_).front().offices.empty()) {
    // 开展甲事。责任单位：A。完成时限：6月底。
    above_ = false;
    DUBAN_TRY(take_pieces(row, std::nullopt, {{labelled.before, {}, {}}}));
    for (const Labelled& each : labelled.labels) label(item_->line, each);
    item_->answered = true;
    return {};
  }
  return plain(row, text);
}

/// The table that a page of an office has above a document: 发文机关：|省水利厅|成文日期：|….
void TextWalker::see_index(const Row& row) {
  if (!above_) return;
  for (std::size_t i = 0; i + 1 < row.cells.size(); ++i) {
    const std::string& label = row.cells[i].text;
    if (label.ends_with("：") || label.ends_with(":")) {
      walk_.facts.see(label + row.cells[i + 1].text, true);
    }
  }
}

Status TextWalker::row(const Row& row) {
  // A row of a table that is no plan is text, too, where it has one cell.
  std::string text;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty() || cell.carried) continue;
    if (!text.empty()) {
      see_index(row);
      return {};
    }
    text = cell.text;
  }
  if (text.empty()) return {};
  if (text.size() > content_max) return flush();
  // A break within a paragraph begins a line of its own, as a page shows it.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = clean_cell(std::string_view(text).substr(at, end - at));
    if (!line.empty()) DUBAN_TRY(paragraph(row, line));
    at = end + 1;
  }
  return {};
}

Result<Walk> TextWalker::finish() {
  DUBAN_TRY(flush());
  return std::move(walk_);
}

}  // namespace

Result<Walk> walk_text(const Document& document, const ResponsibilityReader& offices,
                       bool offices_first, const TakeLine& take) {
  TextWalker walker(document, offices, offices_first, take);
  DUBAN_TRY(document.rows([&](const Row& row) { return walker.row(row); }));
  return walker.finish();
}

}  // namespace duban::intake
