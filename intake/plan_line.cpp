#include "intake/plan_line.hpp"

#include <algorithm>
#include <array>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

bool begins_with_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(), [&](View word) { return text.starts_with(word); });
}

std::u32string head_of(std::string_view text) {
  constexpr std::size_t looked_at = 120;  // bytes; a cell may be a megabyte long
  return squeezed(text.substr(0, looked_at));
}

}  // namespace

Kind Line::kind() const {
  if (head && !kind::is_numbered(*head)) return *head;
  if (parsed) return static_cast<Kind>(parsed->form);
  return kind::plain;
}

bool is_note(const std::string& text) {
  return begins_with_any(head_of(text), {U"注:", U"注1", U"注一", U"(注", U"备注", U"说明", U"附注",
                                         U"附:", U"填表说明", U"*", U"※"});
}

namespace {

/// All that the line has under the columns of a plan, and beside them.
std::vector<std::string_view> texts_of(const Line& line) {
  std::vector<std::string_view> texts;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) texts.push_back(text);
  };
  add(line.number.text);
  add(line.content.text);
  for (const Said& category : line.categories) {
    if (category.own()) add(category.text);
  }
  for (const OfficeText& office : line.offices) add(office.said.text);
  add(line.deadline.text);
  add(line.urgency.text);
  for (const auto& [heading, text] : line.extra) add(text);
  return texts;
}

/// 制表：郭敏; 信息中心主任：杨帆; 编制日期：2025年2月28日.
bool is_signature(std::string_view text) {
  constexpr std::size_t label_max = 10, all_max = 30;  // characters
  const std::u32string plain = head_of(text);
  const std::size_t colon = plain.find(U':');
  if (colon == plain.npos || colon < 2 || colon > label_max || plain.size() > all_max) return false;
  const View label = View(plain).substr(0, colon);
  const auto ends = [&](View word) { return label.ends_with(word); };
  constexpr std::array signers{View(U"制表"), View(U"制表人"), View(U"填表"), View(U"填表人"),
                               View(U"填报"), View(U"填报人"), View(U"编制"), View(U"编制人"),
                               View(U"审核"), View(U"审核人"), View(U"复核"), View(U"审批"),
                               View(U"审定"), View(U"签发"),   View(U"经办"), View(U"经办人"),
                               View(U"主任"), View(U"处长"),   View(U"科长"), View(U"局长"),
                               View(U"院长"), View(U"校长"),   View(U"经理"), View(U"负责人"),
                               View(U"领导"), View(U"日期"),   View(U"电话"), View(U"联系人")};
  return std::any_of(signers.begin(), signers.end(), ends);
}

/// Rows of notes and signatures below a plan, whatever column they stand in.
bool is_below_the_plan(const Line& line) {
  if (!line.in_table || line.head || line.parsed || line.continues) return false;
  const std::vector<std::string_view> texts = texts_of(line);
  if (texts.empty()) return false;
  if (std::all_of(texts.begin(), texts.end(), is_signature)) return true;
  if (!line.number.text.empty() || !line.content.text.empty()) return false;
  const auto names = [](const OfficeText& office) { return !office.said.text.empty(); };
  const auto office = std::find_if(line.offices.begin(), line.offices.end(), names);
  // Neither number nor work nor names: the day of a signature. A note may be merged over all
  // columns.
  return office == line.offices.end() ? !line.deadline.text.empty() : is_note(office->said.text);
}

}  // namespace

std::string Line::words() const {
  std::string all = number.text;
  if (!content.text.empty()) all += (all.empty() ? "" : " ") + content.text;
  if (!all.empty()) return all;
  for (const std::string_view text : texts_of(*this)) {
    if (all.find(text) == all.npos) all.append(all.empty() ? "" : " ").append(text);
  }
  return all;
}

bool is_beside_the_plan(const Line& line) {
  static const std::string none;
  const std::string& category = line.categories.empty() ? none : line.categories.front().text;
  for (const std::string* text : {&line.number.text, &line.content.text, &category}) {
    const std::u32string plain = head_of(*text);
    if (plain.empty()) continue;
    for (const View word : {View(U"合计"), View(U"总计"), View(U"小计"), View(U"共计")}) {
      if (plain.starts_with(word) && plain.size() <= word.size() + 8) return true;
    }
    // 分管领导（签字）：, 牵头单位（盖章）
    for (const View word : {View(U"(签字"), View(U"(签名"), View(U"(盖章"), View(U"(公章")}) {
      if (plain.find(word) < 12) return true;
    }
    if (begins_with_any(
            plain, {U"填报单位",   U"填报人",     U"填报时间",   U"填报日期",     U"填表人",
                    U"填表单位",   U"填表时间",   U"填表日期",   U"审核人",       U"审核:",
                    U"审批人",     U"制表",       U"制表人",     U"签字:",        U"签名:",
                    U"单位负责人", U"主要负责人", U"负责人签字", U"分管领导签字", U"主要领导签字",
                    U"单位盖章",   U"(盖章)",     U"单位(盖章)", U"单位(公章)",   U"联系人:",
                    U"联系电话:",  U"报送单位",   U"报送时间",   U"经办人",       U"复核人",
                    U"抄送:",      U"主送:",      U"印发:"})) {
      return true;
    }
    return false;
  }
  return false;
}

std::optional<int> annex_number(std::string_view text) {
  constexpr std::size_t longest = 12;
  std::u32string plain = head_of(text);
  if (plain.size() > longest) return std::nullopt;
  View rest = plain;
  for (const View word : {View(U"附件"), View(U"附表"), View(U"附")}) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    while (!rest.empty() && (rest.front() == U':' || rest.front() == U'-')) rest.remove_prefix(1);
    while (!rest.empty() && rest.back() == U':') rest.remove_suffix(1);
    if (rest.empty()) return word == U"附" ? std::nullopt : std::optional<int>(1);
    if (const auto value = chinese_number(rest)) return value;
    int number = 0;
    for (const char32_t c : rest) {
      if (c < U'0' || c > U'9' || number > 99) return std::nullopt;
      number = number * 10 + static_cast<int>(c - U'0');
    }
    return number == 0 ? std::nullopt : std::optional<int>(number);
  }
  return std::nullopt;
}

void Sequence::opened(Kind kind) {
  // What stood under the last heading of this kind has ended.
  const auto at = std::find(open_.begin(), open_.end(), kind);
  open_.erase(at, open_.end());
  open_.push_back(kind);
}

/// Ends the line that is held, as one of kind `next` begins; nothing at the end.
Status Sequence::settle(std::optional<Kind> next) {
  if (!held_) return {};
  Line line = std::move(*held_);
  held_.reset();
  const Kind own = line.kind();
  // A line of the same kind, or of one that is open further out, stands beside or above it.
  const auto inner = std::find(open_.begin(), open_.end(), own);
  const bool has_some = next && *next != own && std::find(open_.begin(), inner, *next) == inner;
  if (!has_some && !line.head) return leaf_(line);
  opened(own);
  return heading_(line);
}

Status Sequence::categories(const Line& line) {
  category_texts_.resize(std::max(category_texts_.size(), line.categories.size()));
  for (std::size_t i = 0; i < line.categories.size(); ++i) {
    const Said& said = line.categories[i];
    if (said.text.empty() || said.text == category_texts_[i]) continue;
    category_texts_[i] = said.text;
    std::fill(category_texts_.begin() + static_cast<std::ptrdiff_t>(i) + 1, category_texts_.end(),
              std::string());
    Line heading;
    heading.place = line.place;
    heading.address = line.address;
    heading.parsed = parse_number(said.text);
    heading.content.text = heading.parsed ? heading.parsed->rest : said.text;
    if (heading.content.text.empty()) heading.content.text = said.text;
    heading.head = heading.parsed ? static_cast<Kind>(heading.parsed->form)
                                  : static_cast<Kind>(kind::category + i);
    opened(heading.kind());
    DUBAN_TRY(heading_(heading));
  }
  return {};
}

/// Whether a line below a note goes on with it: it has no number, or the next one of 注：1.….
bool Sequence::goes_on_with_note(const Line& line) {
  const std::string& text = line.content.text.empty() ? line.number.text : line.content.text;
  const std::optional<Number> number = parse_number(text);
  if (!number) return true;
  if (note_number_ == 0 || number->form == NumberForm::chinese) return false;
  if (number->value() != note_number_ + 1) return false;
  ++note_number_;
  return true;
}

/// The number behind 注：, 0 for none.
void Sequence::see_note(const Line& line) {
  const std::string& text = line.content.text.empty() ? line.number.text : line.content.text;
  const std::u32string head = head_of(text);
  const std::size_t colon = head.find(U':');
  note_number_ = 0;
  if (colon > 4 || colon + 1 >= head.size()) return;
  const std::optional<Number> number = parse_number(to_utf8(View(head).substr(colon + 1)));
  if (number && number->value() == 1) note_number_ = 1;
}

Status Sequence::add(Line& line) {
  constexpr std::size_t heading_max = 240;  // bytes; a longer text over a whole row is no heading
  const bool bare = !line.is_task() && !line.head;
  if (bare && (is_note(line.content.text) || is_note(line.number.text))) {
    see_note(line);
    below_note_ = true;
    return {};
  }
  if (bare && line.alone && below_note_ && goes_on_with_note(line)) return {};
  below_note_ = false;
  if (!line.head && (is_beside_the_plan(line) || is_below_the_plan(line))) return out_(line);
  if (bare && line.alone && !line.parsed && line.content.text.size() > heading_max) {
    return out_(line);
  }
  if (line.continues && line.is_task()) {
    DUBAN_TRY(settle(std::nullopt));
    return task_(line);
  }
  if (line.is_task()) {
    DUBAN_TRY(settle(line.parsed ? line.kind() : kind::none));
    DUBAN_TRY(categories(line));
    return task_(line);
  }
  DUBAN_TRY(settle(line.kind()));
  category_texts_.clear();
  held_ = std::move(line);
  return {};
}

Status Sequence::finish() { return settle(std::nullopt); }

}  // namespace duban::intake
