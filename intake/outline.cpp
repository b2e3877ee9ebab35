#include "intake/outline.hpp"

#include <algorithm>

#include "engine/model/plan.hpp"

namespace duban::intake {
namespace {

std::string written(const Line& line) {
  return line.number.text.empty() ? dotted(line.parsed->values) : line.number.text;
}

bool ends_with(const NumberPath& path, const NumberPath& end) {
  return path.size() >= end.size() && std::equal(end.rbegin(), end.rend(), path.rbegin());
}

}  // namespace

std::string dotted(const NumberPath& path) {
  std::string text;
  for (const int value : path) text += (text.empty() ? "" : ".") + std::to_string(value);
  return text;
}

/// A number below one that was there, right behind a heading without a number: it begins anew.
void Outline::numbered(int value, int last) {
  if (value <= last) {
    if (pending_.empty()) {
      repeated_ = true;
    } else {
      const auto level = std::find_if(levels_.begin(), levels_.end(), [&](const Level& each) {
        return each.kind == pending_.front();
      });
      if (level != levels_.end()) level->restarts = true;
    }
  }
  pending_.clear();
}

void Outline::saw_heading(const Line& line) {
  const Kind kind = line.kind();
  ++counts_[kind].others;
  auto level = std::find_if(levels_.begin(), levels_.end(),
                            [kind](const Level& each) { return each.kind == kind; });
  if (level == levels_.end()) {
    // An annex or a table of its own is outside of all that stands in it.
    const bool outer = kind == kind::annex || kind == kind::table;
    const auto at = !outer ? levels_.end()
                    : kind == kind::annex
                        ? levels_.begin()
                        : std::find_if(levels_.begin(), levels_.end(),
                                       [](const Level& each) { return each.kind != kind::annex; });
    level = levels_.insert(at, Level{kind});
  }
  if (!kind::is_numbered(kind)) {
    if (std::find(pending_.begin(), pending_.end(), kind) == pending_.end()) {
      pending_.push_back(kind);
    }
    return;
  }
  const int value = line.parsed->value();
  const int last = level->last;
  level->last = value;
  last_task_ = 0;
  for (auto below = level + 1; below != levels_.end(); ++below) below->last = 0;
  numbered(value, last);
}

void Outline::saw_task(const Line& line) {
  ++counts_[line.kind()].tasks;
  if (!line.parsed) {
    ++unnumbered_;
    return;
  }
  ++numbered_;
  const int value = line.parsed->value();
  const int last = line.parsed->values.size() > 1 ? 0 : last_task_;
  last_task_ = value;
  numbered(value, last);
}

void Outline::saw_leaf(const Line& line) { ++counts_[line.kind()].others; }

bool Outline::is_task(Kind kind) const {
  const auto found = counts_.find(kind);
  return found != counts_.end() && found->second.tasks >= found->second.others;
}

std::optional<std::size_t> Outline::level(Kind kind) const {
  const auto found = std::find_if(levels_.begin(), levels_.end(),
                                  [kind](const Level& each) { return each.kind == kind; });
  if (found == levels_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - levels_.begin());
}

bool Outline::is_quiet(Kind kind) const {
  if (kind::is_numbered(kind)) return false;
  const auto at = level(kind);
  return !at || !levels_[*at].restarts;
}

bool Numbers::has(int number) const {
  const auto at = static_cast<std::size_t>(number);
  return at < dense_.size() ? dense_[at] : sparse_.contains(number);
}

void Numbers::add(int number) {
  // Numbers that follow each other are bits; a document of holes pays for each.
  constexpr std::size_t room = 64;
  const auto at = static_cast<std::size_t>(number);
  if (at < dense_.size()) {
    dense_[at] = true;
  } else if (at < 2 * dense_.size() + room) {
    dense_.resize(at + 1);
    dense_[at] = true;
  } else {
    sparse_.insert(number);
  }
  last = number;
}

NumberPath Paths::prefix(std::size_t levels) const {
  NumberPath path;
  for (std::size_t i = 0; i < levels && i < entries_.size(); ++i) {
    if (!entries_[i].set) continue;
    path.insert(path.end(), entries_[i].numbers.begin(), entries_[i].numbers.end());
  }
  // The innermost numbers tell more; titles still name what is above.
  if (path.size() >= path_max) path.erase(path.begin(), path.end() - (path_max - 1));
  return path;
}

int Paths::next_free(const NumberPath& scope, Numbers& numbers) const {
  const Numbers* printed = nullptr;
  if (printed_ != nullptr) {
    const auto found = printed_->find(scope);
    if (found != printed_->end()) printed = &found->second;
  }
  int number = std::max(numbers.last + 1, numbers.from);
  while (numbers.has(number) || (printed != nullptr && printed->has(number))) ++number;
  numbers.from = number + 1;
  return number;
}

void Paths::drop_below(std::size_t level) {
  for (std::size_t i = level + 1; i < entries_.size(); ++i) entries_[i] = {};
}

std::optional<Paths::Placed> Paths::heading(const Line& line) {
  const Kind kind = line.kind();
  const std::size_t level = outline_.level(kind).value_or(0);
  if (entries_.size() < outline_.depth()) entries_.resize(outline_.depth());
  Entry& entry = entries_[level];
  Placed placed;
  if (outline_.is_quiet(kind)) {
    if (kind == kind::annex || kind == kind::table) return std::nullopt;
    if (entry.set && entry.title == line.content.text) return std::nullopt;
    drop_below(level);
    entry = {true, {}, line.content.text};
    above_ = prefix(entries_.size());
    return placed;
  }
  NumberPath scope = prefix(level);
  NumberPath own;
  if (line.parsed && kind::is_numbered(kind)) {
    own = line.parsed->values;
    if (own.size() > 1) {
      const int last = own.back();
      const NumberPath upper(own.begin(), own.end() - 1);
      if (ends_with(scope, upper)) own.assign(1, last);
    }
  }
  if (entry.set && !own.empty() && entry.numbers == own && entry.title == line.content.text) {
    return std::nullopt;
  }
  scope.push_back(-1 - static_cast<int>(level));
  if (own.size() > 1) scope.insert(scope.end(), own.begin(), own.end() - 1);
  Numbers& numbers = below_[scope];
  if (own.empty()) {
    if (entry.set && entry.title == line.content.text && kind != kind::annex) return std::nullopt;
    own = {next_free(scope, numbers)};
  } else if (numbers.has(own.back())) {
    const int next = next_free(scope, numbers);
    placed.doubts.push_back({"heading {number} stands here a second time; counted as {next}",
                             {{"number", written(line)}, {"next", std::to_string(next)}}});
    own.back() = next;
  }
  numbers.add(own.back());
  drop_below(level);
  entry = {true, own, line.content.text};
  above_ = prefix(entries_.size());
  placed.path = above_;
  return placed;
}

Paths::Placed Paths::task(const Line& line) {
  Placed placed;
  NumberPath scope = above_;
  int number = 0;
  if (line.parsed) {
    const NumberPath& values = line.parsed->values;
    number = values.back();
    const NumberPath upper(values.begin(), values.end() - 1);
    if (!upper.empty() && !ends_with(scope, upper)) {
      if (ends_with(upper, scope)) {
        scope = upper;
      } else {
        placed.doubts.push_back(
            {"number {number} does not belong under this heading", {{"number", dotted(values)}}});
        scope.insert(scope.end(), upper.begin(), upper.end());
        if (scope.size() >= path_max) scope.erase(scope.begin(), scope.end() - (path_max - 1));
      }
    }
  }
  Numbers& numbers = below_[scope];
  const int before = numbers.last;
  if (number == 0) {
    number = next_free(scope, numbers);
    if (outline_.any_number()) {
      placed.doubts.push_back(
          {"there is no number (序号); it gets {number}", {{"number", std::to_string(number)}}});
    }
  } else if (numbers.has(number)) {
    number = next_free(scope, numbers);
    placed.doubts.push_back({"number {number} stands here a second time; it gets {next}",
                             {{"number", written(line)}, {"next", std::to_string(number)}}});
  } else if (number != before + 1 && !(before == 0 && number == last_task_ + 1)) {
    placed.doubts.push_back(
        {"number {number} does not follow {before}",
         {{"number", std::to_string(number)}, {"before", std::to_string(before)}}});
  }
  numbers.add(number);
  last_task_ = number;
  placed.path = std::move(scope);
  placed.path.push_back(number);
  return placed;
}

Paths::Placed Paths::part(const std::optional<Number>& number, const NumberPath& whole) {
  Placed placed;
  NumberPath scope = whole;
  if (scope.size() >= path_max) scope.erase(scope.begin());
  Numbers& numbers = below_[scope];
  int own = number ? number->value() : next_free(scope, numbers);
  if (numbers.has(own)) own = next_free(scope, numbers);
  numbers.add(own);
  placed.path = std::move(scope);
  placed.path.push_back(own);
  if (!number) {
    placed.doubts.push_back({"several tasks share number {number}; this one gets {path}",
                             {{"number", dotted(whole)}, {"path", dotted(placed.path)}}});
  }
  return placed;
}

std::vector<std::string> Paths::titles() const {
  std::vector<std::string> titles;
  for (const Entry& entry : entries_) {
    if (entry.set && !entry.title.empty()) titles.push_back(entry.title);
  }
  return titles;
}

}  // namespace duban::intake
