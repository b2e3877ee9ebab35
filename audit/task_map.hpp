// What an audit remembers of each of a million tasks, found by key. Internal to audit.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/model/plan.hpp"

namespace duban::audit {

/// A small T for each task. In one flat table: the one of the standard library, a piece of memory
/// for each and a division at each question, took a tenth of an audit.
template <class T>
class TaskMap {
 public:
  /// Made when it was not there. Stays where it is until the next one is made.
  T& of(const TaskKey& key) {
    if (key.plan != plan_) {  // a plan's tasks mostly stand together
      plan_ = key.plan;
      number_ = numbers_.try_emplace(plan_, plans_).first->second;
      plans_ = std::max(plans_, number_ + 1);
    }
    const Numbers numbers = numbers_of(number_, key);
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slot_of(numbers);
    if (slot.is_free()) {
      slot.numbers = numbers;
      ++size_;
    }
    return slot.value;
  }
  /// Nothing for one that was never made.
  const T* find(const TaskKey& key) const {
    const auto plan = numbers_.find(key.plan);
    if (plan == numbers_.end() || slots_.empty()) return nullptr;
    const Slot& slot = slot_of(numbers_of(plan->second, key));
    return slot.is_free() ? nullptr : &slot.value;
  }

  /// All that was remembered of a plan's tasks.
  void forget(const std::string& plan) {
    numbers_.erase(plan);
    plan_.clear();
  }

 private:
  using Numbers = std::array<int, 1 + path_max>;  // of the plan, and the path
  struct Slot {
    Numbers numbers{-1};
    T value{};
    bool is_free() const { return numbers[0] < 0; }
  };

  static Numbers numbers_of(int plan, const TaskKey& key) {
    Numbers numbers{plan};
    std::copy(key.path.begin(), key.path.end(), numbers.begin() + 1);
    return numbers;
  }
  /// The slot of these numbers, or the free one where they belong. Half of them are free.
  const Slot& slot_of(const Numbers& numbers) const {
    std::size_t at = first_slot(numbers) & (slots_.size() - 1);
    while (!slots_[at].is_free() && slots_[at].numbers != numbers)
      at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  Slot& slot_of(const Numbers& numbers) {
    return const_cast<Slot&>(static_cast<const TaskMap*>(this)->slot_of(numbers));
  }
  /// Four neighbours stand together: most questions come in the order of keys.
  static std::size_t first_slot(const Numbers& numbers) {
    std::size_t last = path_max;
    while (last > 1 && numbers[last] == 0) --last;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i <= last; ++i) {
      const int number = i == last ? numbers[i] / 4 : numbers[i];
      hash = (hash ^ static_cast<std::uint32_t>(number)) * 0x9E3779B97F4A7C15u;
      hash ^= hash >> 32;
    }
    return static_cast<std::size_t>(hash * 4 + static_cast<std::uint64_t>(numbers[last] % 4));
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (Slot& slot : old) {
      if (!slot.is_free()) slot_of(slot.numbers) = slot;
    }
  }

  std::map<std::string, int> numbers_;  // of plans, which are few
  int plans_ = 0;                       // that had a number; a forgotten one's is not used again
  std::string plan_;                    // the one asked for last, and its number
  int number_ = 0;
  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace duban::audit
