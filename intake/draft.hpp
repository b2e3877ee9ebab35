// What was read of one task, before anybody settled what is doubtful in it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/plan.hpp"

namespace duban::intake {

/// What of a row can be doubtful, and be corrected. Their names are part of review sheets, of
/// `--set` and of log entries.
enum class Field : std::uint8_t { row, number, titles, content, lead, co, deadline, urgent };
/// "lead"
std::string_view to_text(Field field);
std::optional<Field> parse_field(std::string_view text);

/// What is often doubtful at every task, because the document is made that way.
enum class Habit : std::uint8_t { none, first_leads, beside };

/// Something about a field that a person should look at.
struct Finding {
  Field field = Field::row;
  Place place;  ///< with the column's heading: "plan.docx: table 1, row 23, 责任单位"
  Message message;
  bool blocks = false;  ///< it could not be read: the row is no task until somebody settles it
  Habit habit = Habit::none;
};

/// One row with its texts as they stand in the document. What could be read of them is in `row`.
struct Draft {
  PlanRow row;
  std::string number;
  std::string lead;  ///< the cell, bracket or line that names the lead
  std::string co;    ///< of a column or label of its own; empty where `lead` holds all
  std::string deadline;
  std::string urgent;
  std::vector<Finding> findings;
};

using TakeDraft = std::function<Status(Draft&)>;

}  // namespace duban::intake
