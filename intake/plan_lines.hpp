// From the rows of a document to the lines of a plan: header found, columns told apart.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"
#include "intake/document.hpp"
#include "intake/heading.hpp"
#include "intake/numbering.hpp"

namespace duban::intake {

/// One row below the header, by column; no text is changed.
struct Line {
  std::string place;             ///< "plan.docx: table 1, row 23"
  std::string address;           ///< "T1.R23"
  std::string number_text;       ///< of the number's column
  std::optional<Number> number;  ///< from that column, or from the beginning of the content
  std::string content;           ///< without a number that was read from it
  std::string department;
  std::string co;
  std::string deadline;
  std::string urgency;
  bool continues = false;  ///< its number stands in a cell merged with the row above
  bool content_carried = false;
  bool department_carried = false;
  bool co_carried = false;
  bool deadline_carried = false;
  bool alone = false;  ///< one cell has text, all others are empty: a heading or a note

  /// A row with a department or a deadline is a task; others are headings and notes.
  bool is_task() const { return !department.empty() || !co.empty() || !deadline.empty(); }
};

using TakeLine = std::function<Status(const Line&, const Columns&)>;

/// What a walk learns beside the lines.
struct Walk {
  std::string title;  ///< of the document, from the lines above its table; may be empty
  bool has_header = false;
  std::vector<Doubt> doubts;  ///< tables that were left out
};

/// Hands every line below the plan's header to `take`, in order; headers on later pages, rows
/// without text, and tables that are not the plan's are left out. Fails with Errc::bad_file, and
/// says what was found and what is wanted, when no table has the headings of a plan.
Result<Walk> walk_plan(const Document& document, const std::string& file, const TakeLine& take);

}  // namespace duban::intake
