// What people call the rung that an entry speaks of.
#pragma once

#include <memory>
#include <string>

#include "cli/words.hpp"
#include "engine/operations/world.hpp"

namespace duban {

/// Looks names up in the rules in force, as they hold for the task. It reads when it is first
/// asked, and what cannot be read has no name: the level's word stands for it. Never a failure of
/// its own, because it speaks of what is done already.
class RungNames {
 public:
  explicit RungNames(const World& world) : world_(world) {}
  std::string operator()(Lang lang, const Entry& escalate);

 private:
  const World& world_;
  bool asked_ = false;
  std::unique_ptr<View> view_;
  std::shared_ptr<const Basis> basis_;
};

/// Of an `escalate` entry.
std::int64_t level_of(const Entry& escalate);

}  // namespace duban
