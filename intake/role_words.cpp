#include "intake/role_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/cell_text.hpp"
#include "intake/deadline_clause.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

struct Word {
  View text;
  Part part;
};
// Longer ones first where one ends with another.
constexpr std::array verbs = {Word{U"为牵头单位", Part::lead},
                              Word{U"为牵头部门", Part::lead},
                              Word{U"为责任单位", Part::responsible},
                              Word{U"为配合单位", Part::co},
                              Word{U"为协办单位", Part::co},
                              Word{U"牵头抓总", Part::lead},
                              Word{U"牵头", Part::lead},
                              Word{U"主办", Part::lead},
                              Word{U"负总责", Part::lead},
                              Word{U"按职责分工", Part::responsible},
                              Word{U"各负其责", Part::responsible},
                              Word{U"抓落实", Part::responsible},
                              Word{U"负责", Part::responsible},
                              Word{U"落实", Part::responsible},
                              Word{U"实施", Part::responsible},
                              Word{U"推进", Part::responsible},
                              Word{U"承办", Part::responsible},
                              Word{U"配合", Part::co},
                              Word{U"协办", Part::co},
                              Word{U"会办", Part::co},
                              Word{U"协助", Part::co},
                              Word{U"协同", Part::co},
                              Word{U"参与", Part::co},
                              Word{U"参加", Part::co}};
// Taken off in front of a verb only.
constexpr std::array manners = {View(U"按照各自职责分工"),
                                View(U"按各自职责分工"),
                                View(U"按照各自职责"),
                                View(U"按各自职责"),
                                View(U"按照职责分工"),
                                View(U"根据职责分工"),
                                View(U"按职责分工"),
                                View(U"依职责分工"),
                                View(U"按职能分工"),
                                View(U"按照职责"),
                                View(U"按照分工"),
                                View(U"按职责"),
                                View(U"按职能"),
                                View(U"依职责"),
                                View(U"按分工"),
                                View(U"各自"),
                                View(U"分别"),
                                View(U"分工"),
                                View(U"共同"),
                                View(U"具体"),
                                View(U"主要"),
                                View(U"组织"),
                                View(U"联合"),
                                View(U"密切"),
                                View(U"积极"),
                                View(U"全力"),
                                View(U"统筹"),
                                View(U"协调"),
                                View(U"贯彻"),
                                View(U"依法"),
                                View(U"抓好"),
                                View(U"做好")};

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || View(U"一二三四五六七八九十两").find(c) != View::npos;
}

/// The longer of 等, 等部门, 等有关部门, 等6个部门 at the beginning of `text`; 0 for none.
std::size_t open_end_at(View text) {
  if (text.empty() || text.front() != U'等') return 0;
  std::size_t at = 1;
  while (at < text.size() && is_digit(text[at])) ++at;
  for (bool more = true; more;) {
    more = false;
    for (const View word :
         {View(U"个"), View(U"家"), View(U"各"), View(U"有关"), View(U"相关"), View(U"省直"),
          View(U"市直"), View(U"县直"), View(U"区直"), View(U"责任"), View(U"成员"), View(U"职能"),
          View(U"国务院"), View(U"中央"), View(U"省级"), View(U"市级"), View(U"县级"),
          View(U"区级")}) {
      if (!text.substr(at).starts_with(word)) continue;
      at += word.size();
      more = true;
    }
  }
  const View rest = text.substr(at);
  return rest.starts_with(U"部门") || rest.starts_with(U"单位") || rest.starts_with(U"地方")
             ? at + 2
             : 1;
}

}  // namespace

Part strip_part(std::u32string& text) {
  Part part = Part::none;
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const Word& verb : verbs) {
      if (!View(text).ends_with(verb.text)) continue;
      text.erase(text.size() - verb.text.size());
      if (part != Part::lead && (part != Part::co || verb.part == Part::lead)) part = verb.part;
      again = true;
      break;
    }
    if (again || part == Part::none) continue;
    for (const View manner : manners) {
      if (!View(text).ends_with(manner)) continue;
      text.erase(text.size() - manner.size());
      again = true;
      break;
    }
  }
  return part;
}

Part part_in_bracket(View text) {
  constexpr std::size_t said_max = 10;
  if (text.size() > said_max || ends_like_unit(text.substr(0, text.find(U"单位")))) {
    return Part::none;
  }
  if (has_any(text, {U"牵头", U"主办", U"主责"})) return Part::lead;
  if (has_any(text, {U"配合", U"协办", U"参与", U"参加", U"协助"})) return Part::co;
  if (has_any(text, {U"负责", U"责任单位", U"承办"})) return Part::responsible;
  return Part::none;
}

InnerPart inner_part(View text) {
  InnerPart found;
  for (const auto& [word, part] :
       {std::pair(View(U"牵头负责"), Part::lead), std::pair(View(U"牵头"), Part::lead),
        std::pair(View(U"主办"), Part::lead), std::pair(View(U"会同"), Part::lead),
        std::pair(View(U"配合"), Part::co), std::pair(View(U"协办"), Part::co),
        std::pair(View(U"参与"), Part::co), std::pair(View(U"负责"), Part::responsible)}) {
    const std::size_t at = text.find(word, 2);
    if (at == View::npos || at + word.size() >= text.size()) continue;
    if (found.begin > 0 && at >= found.begin) continue;
    found = {part, at, at + word.size(), word == U"会同"};
  }
  return found;
}

Label label_kind(View label) {
  const bool of_units = has_any(label, {U"单位", U"部门", U"主体"});
  if (!of_units && has_any(label, {U"领导", U"责任人", U"负责人", U"包联", U"联系人", U"包案"})) {
    return Label::person;
  }
  if (has_any(label, {U"牵头", U"主办", U"主责"})) return Label::lead;
  if (has_any(label, {U"配合", U"协办", U"协同", U"参与", U"参加", U"协助"})) return Label::co;
  if (has_any(label, {U"时限", U"时间", U"期限", U"节点"})) return Label::when;
  if (of_units || has_any(label, {U"责任", U"承办", U"负责"})) return Label::responsible;
  return Label::other;
}

Part part_under(Label label) {
  return label == Label::lead          ? Part::lead
         : label == Label::co          ? Part::co
         : label == Label::responsible ? Part::responsible
                                       : Part::none;
}

std::size_t bare_label(View text) {
  for (const View word : {View(U"牵头"), View(U"责任"), View(U"主办"), View(U"承办"), View(U"配合"),
                          View(U"协办"), View(U"参与"), View(U"落实")}) {
    if (!text.starts_with(word)) continue;
    const View rest = text.substr(word.size());
    const bool names_kind = rest.starts_with(U"单位") || rest.starts_with(U"部门");
    if (names_kind && rest.size() > 3) return word.size() + 2;
  }
  return 0;
}

bool strip_open_end(std::u32string& text) {
  const std::size_t at = text.rfind(U'等');
  if (at == text.npos || at + open_end_at(View(text).substr(at)) != text.size()) return false;
  text.erase(at);
  return true;
}

std::size_t open_end_within(View text) {
  for (std::size_t at = text.find(U'等', 2); at != View::npos; at = text.find(U'等', at + 1)) {
    const std::size_t length = open_end_at(text.substr(at));
    const std::size_t end = at + length;
    if (length > 2 && end < text.size() && View(U"和及与、").find(text[end]) != View::npos) {
      return end;
    }
  }
  return 0;
}

bool is_when(View clause) {
  if (looks_like_deadline(to_utf8(clause))) return true;
  if (ends_like_unit(clause)) return false;
  return has_any(clause,
                 {U"前完成", U"前出台", U"前报送", U"前投入", U"前建成", U"前印发", U"前到位",
                  U"前动工", U"前开工", U"持续推进", U"长期坚持", U"立行立改", U"边整边改", U"随时",
                  U"分年度", U"分阶段", U"按期", U"按时完成", U"限期"});
}

}  // namespace duban::intake
