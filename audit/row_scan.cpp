#include "audit/row_scan.hpp"

#include <algorithm>

#include "audit/parallel.hpp"
#include "engine/model/task_fields.hpp"

namespace duban::audit {
namespace {

class RowScan {
 public:
  RowScan(View& stored, const Derived& derived)
      : stored_(stored), derived_(derived), met_(derived.tasks().size()) {}

  Result<Doubtful> go() {
    DUBAN_TRY(part(tasks()));
    DUBAN_TRY(part(texts()));
    for (const DerivedTask& task : derived_.tasks()) {
      const Met& met = met_[task.number];
      if (!task.gone() && (!met.row || !met.text)) doubt(task.task.key);
    }
    return std::move(doubtful_);
  }

 private:
  /// What was seen of a task, right in every byte.
  struct Met {
    bool row = false;  // with its co's
    bool text = false;
  };

  Status part(const Status& done) {
    if (done || done.error().code != Errc::corrupt) return done;
    doubtful_.unread.push_back(done.error());
    return {};
  }
  void doubt(const TaskKey& key) { doubtful_.tasks.insert(key); }

  Status tasks() {
    const auto read = [&](const auto& add) {
      return stored_.each_stored_task([&](const StoredTask& row) -> Result<bool> {
        const DerivedTask* const known = find(row.key);
        if (known && row.lead == known->task.lead && row.state == to_text(known->task.state) &&
            row.last_entry == known->task.last_entry && row.next_timer == known->next_timer &&
            is_same(row.co, known->task.co))
          return add(static_cast<std::int64_t>(known->number), row.detail);
        doubt(row.key);
        return true;
      });
    };
    return each_looked_at<bool>(
        read,
        [&](std::int64_t number, std::string_view detail) {
          return detail_text(at(number).task) == detail;
        },
        [&](std::int64_t number, std::string_view, bool same) -> Result<bool> {
          met_[static_cast<std::size_t>(number)].row = same;
          return true;
        });
  }

  static bool is_same(std::span<const StoredCo> stored, const std::vector<std::string>& derived) {
    if (stored.size() != derived.size()) return false;
    for (std::size_t i = 0; i < stored.size(); ++i) {
      if (std::cmp_not_equal(stored[i].position, i) || stored[i].name != derived[i]) return false;
    }
    return true;
  }

  Status texts() {
    std::string framed;
    const auto read = [&](const auto& add) {
      return stored_.each_stored_text([&](const StoredText& row) -> Result<bool> {
        const DerivedTask* const known = find(row.key);
        if (!known) return true;  // the number of rows betrays it
        framed.clear();
        put_framed(framed, row);
        return add(static_cast<std::int64_t>(known->number), framed);
      });
    };
    return each_looked_at<bool>(
        read,
        [&](std::int64_t number, std::string_view text) {
          return digest(text) == at(number).words;
        },
        [&](std::int64_t number, std::string_view, bool same) -> Result<bool> {
          met_[static_cast<std::size_t>(number)].text = same;
          return true;
        });
  }

  /// Most rows stand in the order in which the tasks were assigned: the one met last, or one of the
  /// next (a few have no co's).
  const DerivedTask* find(const TaskKey& key) {
    const auto& tasks = derived_.tasks();
    for (std::size_t guess = last_; guess < std::min(last_ + 5, tasks.size()); ++guess) {
      if (tasks[guess].task.key != key) continue;
      last_ = guess;
      return &tasks[guess];
    }
    const DerivedTask* const known = derived_.find(key);
    if (known) last_ = known->number;
    return known;
  }
  const DerivedTask& at(std::int64_t number) const {
    return derived_.tasks()[static_cast<std::size_t>(number)];
  }

  View& stored_;
  const Derived& derived_;
  std::vector<Met> met_;  // by the number of the task
  std::size_t last_ = 0;  // number of the task met last
  Doubtful doubtful_;
};

}  // namespace

Result<Doubtful> doubtful_rows(View& stored, const Derived& derived) {
  return RowScan(stored, derived).go();
}

}  // namespace duban::audit
