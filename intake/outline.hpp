// The numbers on a paper and the path that each task gets: the headings above it, then its own.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"
#include "intake/plan_line.hpp"

namespace duban::intake {

/// What the numbers of a document mean, learned from the whole of it: which kinds of headings there
/// are, the one that appears first being the outermost, and which of those without a number begin
/// the count anew. The others only give a title: where the numbers run on, a task's number is found
/// on the paper as it is.
class Outline {
 public:
  void saw_heading(const Line& line);
  void saw_task(const Line& line);
  void saw_leaf(const Line& line);

  /// Whether lines of this kind are tasks; then one without department is no heading.
  bool is_task(Kind kind) const;
  /// 0 for the outermost; nothing for a kind that headings do not have.
  std::optional<std::size_t> level(Kind kind) const;
  std::size_t depth() const { return levels_.size(); }
  /// Whether headings of this kind have no part in the path.
  bool is_quiet(Kind kind) const;
  bool any_number() const { return numbered_ > 0; }
  /// Whether some task has no number, or one that was there before.
  bool has_gaps() const { return unnumbered_ > 0 || repeated_; }

 private:
  struct Level {
    Kind kind = kind::plain;
    bool restarts = false;  ///< what stands below is counted anew
    int last = 0;
  };
  struct Count {
    std::size_t tasks = 0;
    std::size_t others = 0;
  };
  void numbered(int value, int last);

  std::vector<Level> levels_;
  std::map<Kind, Count> counts_;
  std::vector<Kind> pending_;  ///< headings without a number since the last number
  int last_task_ = 0;
  std::size_t numbered_ = 0;
  std::size_t unnumbered_ = 0;
  bool repeated_ = false;
};

using NumberPath = std::vector<int>;

/// Which numbers stand below one heading.
class Numbers {
 public:
  bool has(int number) const;
  void add(int number);
  int last = 0;
  int from = 1;  ///< below this none is free

 private:
  std::vector<bool> dense_;
  std::set<int> sparse_;
};
/// By the path of what they stand under; of headings by that and the level, negative.
using NumbersBelow = std::map<NumberPath, Numbers>;

/// Gives paths to headings and tasks in one pass over a document. Every path is given once.
class Paths {
 public:
  /// `printed` holds the numbers of the whole document, where some are missing.
  Paths(const Outline& outline, const NumbersBelow* printed)
      : outline_(outline), printed_(printed) {}

  struct Placed {
    NumberPath path = {};
    std::vector<Message> doubts = {};
  };

  /// Nothing when the heading is there again, as on a later page.
  std::optional<Placed> heading(const Line& line);
  Placed task(const Line& line);
  /// One of several tasks under the number that `task` has given last.
  Placed part(const std::optional<Number>& number, const NumberPath& whole);

  /// Of the headings above, outermost first.
  std::vector<std::string> titles() const;
  const NumberPath& above() const { return above_; }
  bool is_full() const { return below_.size() > scopes_max; }
  NumbersBelow take_numbers() { return std::move(below_); }

  static constexpr std::size_t scopes_max = 100'000;

 private:
  struct Entry {
    bool set = false;
    NumberPath numbers;
    std::string title;
  };
  NumberPath prefix(std::size_t levels) const;
  int next_free(const NumberPath& scope, Numbers& numbers) const;
  void drop_below(std::size_t level);

  const Outline& outline_;
  const NumbersBelow* printed_;
  std::vector<Entry> entries_;
  NumberPath above_;
  NumbersBelow below_;
  int last_task_ = 0;  ///< over all headings: some documents number on
};

/// "1.3.11"
std::string dotted(const NumberPath& path);

}  // namespace duban::intake
