#include "audit/finding.hpp"

namespace duban::audit {

void Findings::add(Finding finding) {
  ++total_;
  if (first_.size() < kept) first_.push_back(std::move(finding));
}

void Findings::add(const Findings& more) {
  for (const Finding& finding : more.first_) add(finding);
  total_ += more.total_ - static_cast<std::int64_t>(more.first_.size());
}

Status Findings::unless_corrupt(const Status& done, const char* what,
                                const std::optional<TaskKey>& task) {
  if (done || done.error().code != Errc::corrupt) return done;
  add({.task = task, .what = what, .message = done.error().message});
  return {};
}

std::string to_text(const Finding& finding) {
  std::string text;
  if (finding.seq >= 0) text += "entry " + std::to_string(finding.seq);
  if (finding.task) text += (text.empty() ? "" : ", ") + duban::to_text(*finding.task);
  if (!text.empty()) text += ": ";
  return text + duban::to_text(finding.message);
}

}  // namespace duban::audit
