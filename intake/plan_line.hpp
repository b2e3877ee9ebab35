// A line of a plan, whatever form the document has: a row, an item with its bracket, a heading.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "intake/document.hpp"
#include "intake/numbering.hpp"
#include "intake/responsibility.hpp"

namespace duban::intake {

/// What tells the level of a heading: the form of its number, or why it is one without a number.
using Kind = std::uint8_t;
namespace kind {
constexpr Kind annex = 20;
constexpr Kind table = 21;     ///< a table or a sheet with a header of its own
constexpr Kind plain = 30;     ///< a row or a short paragraph of text alone
constexpr Kind category = 40;  ///< of the first category column; the next ones follow
constexpr Kind style = 60;     ///< Word's "heading 1" and so on follow
constexpr Kind none = 255;     ///< of a task without a number
constexpr bool is_numbered(Kind kind) { return kind < annex; }
}  // namespace kind

/// A text of a line, and what stands over it.
struct Said {
  std::string text = {};
  std::string heading = {};  ///< of its column, or its label; empty where it has none
  bool carried = false;      ///< it stands further up, in a cell merged over several rows
  CellNote note = CellNote::none;
  bool own() const { return !text.empty() && !carried; }
};

struct OfficeText {
  Said said;
  Says says = Says::responsible;
};

/// No text is changed.
struct Line {
  std::string place;                     ///< "plan.docx: table 1, row 23"
  std::string address = {};              ///< "T1.R23"
  Said number = {};                      ///< of the number's column
  std::optional<Number> parsed = {};     ///< from there, or from the beginning of the content
  Said content = {};                     ///< without a number that was read from it
  std::vector<OfficeText> offices = {};  ///< who leads first, then the others
  Said deadline = {};
  Said urgency = {};
  std::vector<Said> categories = {};  ///< one for each category column, empty ones too
  std::string under = {};  ///< what the paragraph that it shares with other tasks begins with
  std::vector<std::pair<std::string, std::string>> extra = {};
  std::optional<Kind> head = {};  ///< it is a heading of this kind
  bool continues = false;         ///< its number stands in a cell merged with the row above
  bool parts = false;             ///< it shares the number of the line above, as a task of its own
  bool alone = false;             ///< one cell has text, all others are empty
  bool in_table = true;           ///< a row that misses a cell is a mistake, a paragraph is text

  /// A row with a department or a deadline is a task; others are headings and notes.
  bool is_task() const {
    if (head) return false;
    if (!deadline.text.empty()) return true;
    for (const OfficeText& office : offices) {
      if (!office.said.text.empty()) return true;
    }
    return false;
  }
  Kind kind() const;
  /// Its number and content, or whatever else it has: for messages.
  std::string words() const;
};

using TakeLine = std::function<Status(Line&)>;

/// Sorts lines into headings, tasks and what is neither. A line without department and deadline is
/// known for a heading only when something stands under it, so it is held until then.
class Sequence {
 public:
  /// `out` takes what is neither: totals, signatures, text over the whole row.
  Sequence(TakeLine heading, TakeLine leaf, TakeLine task, TakeLine out)
      : heading_(std::move(heading)),
        leaf_(std::move(leaf)),
        task_(std::move(task)),
        out_(std::move(out)) {}

  Status add(Line& line);
  Status finish();

 private:
  Status categories(const Line& line);
  Status settle(std::optional<Kind> next);
  void opened(Kind kind);
  bool goes_on_with_note(const Line& line);
  void see_note(const Line& line);

  TakeLine heading_, leaf_, task_, out_;
  std::optional<Line> held_;
  std::vector<Kind> open_;  ///< of the headings in effect
  std::vector<std::string> category_texts_;
  bool below_note_ = false;
  int note_number_ = 0;  ///< the last of 注：1.…, 0 where notes have none
};

/// Notes (注：…) and what they say below.
bool is_note(const std::string& text);
/// 合计, 填报单位：…, 审核人：…: what stands around a table and is no part of it.
bool is_beside_the_plan(const Line& line);
/// 附件2, 附件：1: the number, 1 where it has none.
std::optional<int> annex_number(std::string_view text);

}  // namespace duban::intake
