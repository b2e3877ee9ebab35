// What no longer counts: a round that is over, contributions that were struck, an act that was
// taken back.
#include "tests/sim/model.hpp"

namespace duban::sim {

using enum TaskState;

void Model::count_anew() {
  report_.reset();
  owing.clear();
  for (auto& [content, whose] : files_) whose = {"*"};
  given_.clear();
  gave_.clear();
  counted_ = 0;
}
void Model::drop(const std::string& name, bool counts_as_new) {
  for (const std::string& each : Names(gave_)) {
    if (!in_->acts_for(each, name)) continue;
    gave_.erase(each), given_.erase(each);
    for (auto& [content, whose] : files_)
      if (whose.erase(each) && !counts_as_new) whose.insert("*");
  }
  std::erase_if(files_, [](auto& file) { return file.second.empty(); });
}
/// As before the last act, a later number for whatever begins next, and nothing said again.
void Model::go_back() {
  Model was = *before_;
  for (std::size_t i = 0; i < anchor_count; ++i) was.at_[i].count = at_[i].count;
  for (const auto& [key, occurrence] : raised_)
    was.raised_[key] = was.raised_.count(key) ? std::max(was.raised_[key], occurrence) : occurrence;
  for (Date day = was.today_; was.state == overdue && day <= today_; day = day + 1)
    was.overdue_on.insert(day), was.red_.insert(day);
  was.said = said, was.moved_ = moved_, was.in_ = in_, was.now_ = now_, was.today_ = today_;
  *this = std::move(was);
}

}  // namespace duban::sim
