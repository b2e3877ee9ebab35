// How a paragraph is cut into work, brackets and labels.
#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/plan_text.hpp"
#include "intake/role_words.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

constexpr View openings = U"（([〔【";
constexpr View closings = U"）)]〕】";
constexpr View sentence_ends = U"。！；;!";

bool is_one_of(View signs, char32_t c) { return signs.find(c) != View::npos; }

/// Where the bracket that opens at `open` ends, behind it; npos when it never does.
std::size_t bracket_end(View text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (is_one_of(openings, text[at])) ++depth;
    if (is_one_of(closings, text[at]) && --depth == 0) return at + 1;
  }
  return View::npos;
}

View trimmed(View text, View signs) {
  while (!text.empty() && (is_blank(text.front()) || is_one_of(signs, text.front()))) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether a bracket stands where a sentence ends: before it or behind it.
bool ends_a_sentence(View text, std::size_t open, std::size_t end) {
  std::size_t before = open;
  while (before > 0 && is_blank(text[before - 1])) --before;
  if (before == 0) return true;
  const char32_t left = text[before - 1];
  if (is_one_of(sentence_ends, left) || is_one_of(closings, left) || left == U'”') return true;
  while (end < text.size() && is_blank(text[end])) ++end;
  return end == text.size() || is_one_of(sentence_ends, text[end]) ||
         is_one_of(openings, text[end]);
}

/// 海关总署，商务部、贸促会，2023年一季度前: no word says who leads, but the first piece is an
/// office.
bool lists_offices(const std::string& inside) {
  const std::u32string all = code_points(inside);
  const std::size_t end = all.find_first_of(U"，,；;、");
  if (end == all.npos || end < 2 || tells_when(to_utf8(View(all).substr(0, end)))) return false;
  return View(U"局厅部委办署会院行处室府社所队站校司心").find(all[end - 1]) != View::npos;
}

/// Whether one of its clauses tells when: 运输服务司、公路局，2024年9月底前.
bool has_day(const std::string& inside) {
  const std::u32string all = code_points(inside);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find_first_of(U"，,；;", at), all.size());
    if (end > at && tells_when(to_utf8(View(all).substr(at, end - at)))) return true;
    at = end + 1;
  }
  return false;
}

/// A label that a paragraph may have: the heading of a column, or of what is kept.
bool is_label(const std::string& name) {
  const auto column = column_of(name);
  const bool known = column && *column != Column::number && *column != Column::category &&
                     *column != Column::content;
  return known || is_kept_label(name);
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view paragraph, const ResponsibilityReader& offices) {
  const std::u32string all = code_points(paragraph);
  const View text = all;
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_one_of(openings, text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = bracket_end(text, at);
    if (end == View::npos) break;
    const std::string inside = to_utf8(text.substr(at + 1, end - at - 2));
    const bool ends = ends_a_sentence(text, at, end);
    bool when = ends && tells_when(inside);
    const bool names =
        ends && (offices.concerns(inside) || (has_day(inside) && lists_offices(inside)));
    when = when && !names;
    if (!when && !names) {
      at = end;
      continue;
    }
    const View before = trimmed(text.substr(begin, at - begin), U"。；;，,");
    if (before.empty() && !pieces.empty()) {
      // Two brackets side by side: who, and when.
      Piece& piece = pieces.back();
      if (names) {
        piece.offices += (piece.offices.empty() ? "" : "，") + inside;
      } else {
        piece.deadline = inside;
      }
    } else if (names) {
      pieces.push_back({to_utf8(before), inside, {}});
    } else {
      pieces.push_back({to_utf8(before), {}, inside});
    }
    begin = at = end;
  }
  const View rest = trimmed(text.substr(begin), U"。；;，,");
  if (!rest.empty() || pieces.empty()) {
    pieces.push_back({to_utf8(rest), {}, {}});
  }
  // A day without names in front of a bracket with them: （6月底前完成）（A负责）.
  std::vector<Piece> whole;
  for (Piece& piece : pieces) {
    Piece* last = whole.empty() ? nullptr : &whole.back();
    const bool bare = piece.offices.empty();
    if (last != nullptr && last->offices.empty()) {
      // Nobody was named behind the sentence before: the next bracket serves both.
      last->content += piece.content;
      last->offices = std::move(piece.offices);
      if (!piece.deadline.empty()) last->deadline = std::move(piece.deadline);
    } else if (last != nullptr && bare) {
      last->content += piece.content;
      if (last->deadline.empty()) last->deadline = std::move(piece.deadline);
    } else {
      whole.push_back(std::move(piece));
    }
  }
  return whole;
}

LabelledText labels_of(std::string_view paragraph) {
  constexpr std::size_t longest = 10;  // characters of a label
  const std::u32string all = code_points(paragraph);
  const View text = all;
  LabelledText out;
  std::size_t value = 0;
  int depth = 0;
  const auto close = [&](std::size_t end) {
    View part = trimmed(text.substr(value, end - value), U"");
    while (!part.empty() && is_one_of(U"。；;，,、", part.back())) part.remove_suffix(1);
    const std::string said = clean_cell(to_utf8(part));
    if (out.labels.empty()) {
      out.before = clean_cell(to_utf8(trimmed(text.substr(value, end - value), U"")));
    } else {
      out.labels.back().value = said;
    }
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (depth == 0 && is_one_of(U"【[〔", text[at])) {
      // A label in brackets, before what it is of: 【牵头处室】发展规划处.
      const std::size_t end = bracket_end(text, at);
      const std::size_t length = end == View::npos ? 0 : end - at - 2;
      const std::string name = to_utf8(squeezed(to_utf8(text.substr(at + 1, length))));
      if (length > 0 && length <= longest && is_label(name)) {
        close(at);
        out.labels.push_back({name, {}});
        value = end;
        if (value < text.size() && (text[value] == U'：' || text[value] == U':')) ++value;
        at = value - 1;
        continue;
      }
    }
    if (is_one_of(openings, text[at])) ++depth;
    if (is_one_of(closings, text[at])) depth = std::max(0, depth - 1);
    if (depth > 0 || (text[at] != U'：' && text[at] != U':')) continue;
    std::size_t from = at;
    while (from > value && at - from <= longest + 4 &&
           !is_one_of(U"。；;，,\n)）】]、", text[from - 1]))
      --from;
    // A blank may part a label from what stands before, or only its letters (责 任 单 位).
    std::u32string label = squeezed(to_utf8(text.substr(from, at - from)));
    std::size_t word = at;
    while (word > from && !is_blank(text[word - 1])) --word;
    const std::string last = to_utf8(squeezed(to_utf8(text.substr(word, at - word))));
    if (word > from && at - word > 2 && is_label(last)) {
      from = word;  // 牵头部门：民事审判庭　协办部门：立案庭
      label = code_points(last);
    }
    if (!column_of(to_utf8(label)) && !is_kept_label(to_utf8(label))) {
      std::size_t blank = at;
      while (blank > from && !is_blank(text[blank - 1])) --blank;
      if (blank == from) continue;
      from = blank;
      label = squeezed(to_utf8(text.substr(from, at - from)));
    }
    if (label.empty() || label.size() > longest) continue;
    const std::string name = to_utf8(label);
    if (!is_label(name)) continue;
    close(from);
    out.labels.push_back({name, {}});
    value = at + 1;
  }
  close(text.size());
  return out;
}

namespace {

/// 6月底前, 每周: the beginning of a clause that tells when; empty for none.
std::string day_before(View clause) {
  constexpr std::size_t longest = 16;
  for (const View cycle : {View(U"每半年"), View(U"每季度"), View(U"每年"), View(U"每月"),
                           View(U"每旬"), View(U"每周")}) {
    if (clause.starts_with(cycle)) return to_utf8(cycle);
  }
  for (std::size_t at = 1; at < std::min(clause.size(), longest); ++at) {
    if (clause[at] != U'前') continue;
    std::string day = to_utf8(clause.substr(0, at + 1));
    if (tells_when(day)) return day;
  }
  return {};
}

}  // namespace

Piece cut_behind_offices(const std::string& text, const ResponsibilityReader& offices) {
  constexpr std::size_t offices_max = 200;  // characters
  const std::u32string all = code_points(text);
  Piece piece{text, {}, {}};
  std::size_t end = 0;
  if (all.empty() || (all.front() != U'由' && all.front() != U'请')) return piece;
  for (std::size_t at = 0; at < std::min(all.size(), offices_max);) {
    const std::size_t stop = all.find_first_of(U"，,；;", at);
    if (stop == all.npos) break;
    std::u32string clause = all.substr(at, stop - at);
    if (strip_part(clause) == Part::none) break;
    end = at = stop + 1;
  }
  if (end == 0) return piece;
  std::string who = to_utf8(View(all).substr(0, end - 1));
  if (!offices.concerns(who)) return piece;
  piece.offices = std::move(who);
  piece.content = to_utf8(View(all).substr(end));
  for (std::size_t at = end; at < all.size() && piece.deadline.empty();) {
    const std::size_t stop = std::min(all.find_first_of(U"，,；;。", at), all.size());
    piece.deadline = day_before(View(all).substr(at, stop - at));
    at = stop + 1;
  }
  return piece;
}

bool begins_with_offices(std::string_view paragraph, const ResponsibilityReader& offices) {
  constexpr std::size_t text_max = std::size_t{64} << 10;
  if (paragraph.size() > text_max) return false;
  const std::optional<Number> number = parse_number(paragraph);
  return number && !cut_behind_offices(number->rest, offices).offices.empty();
}

bool has_office(std::string_view paragraph, const ResponsibilityReader& offices) {
  constexpr std::size_t text_max = std::size_t{64} << 10;
  if (paragraph.size() > text_max) return false;
  const LabelledText labelled = labels_of(paragraph);
  for (const Labelled& each : labelled.labels) {
    const auto column = column_of(each.label);
    if (column == Column::department || column == Column::lead) return true;
  }
  const std::vector<Piece> pieces = pieces_of(paragraph, offices);
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return !piece.offices.empty(); });
}

}  // namespace duban::intake
