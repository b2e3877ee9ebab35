// A deadline that was read, in one line.
#pragma once

#include <string>

#include "intake/deadline_text.hpp"

namespace duban::test {

/// "2018-12-31", "ongoing, every month on 1/10", "2018-06-30, then ongoing", with ", doubtful"; or
/// "error".
inline std::string outcome(const Result<intake::ReadDeadline>& read) {
  if (!read) return "error";
  const Deadline& deadline = read->deadline;
  std::string text;
  for (const Stage& stage : deadline.stages) {
    text += (text.empty() ? "" : ", ") + to_text(stage.due);
  }
  if (text.empty()) text = deadline.ongoing ? "ongoing" : to_text(deadline.due);
  if (!deadline.stages.empty() && deadline.stages.back().due != deadline.due) text += " due?";
  if (deadline.then_ongoing) text += ", then ongoing";
  if (deadline.every) text += ", every " + std::string(to_text(*deadline.every));
  if (deadline.day) {
    text += " on " + std::to_string(deadline.day->month) + "/" +
            (deadline.day->day == 0 ? "last" : std::to_string(deadline.day->day));
  }
  if (deadline.ends) text += ", until " + to_text(*deadline.ends);
  return text + (read->doubts.empty() ? "" : ", doubtful");
}

}  // namespace duban::test
