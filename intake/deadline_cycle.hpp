// Cycles as deadlines name them: 每月10日前, 每季度末月20日前, 每半年报送一次, 每年6月.
#pragma once

#include "engine/model/plan.hpp"
#include "intake/deadline_period.hpp"

namespace duban::intake {

struct Cycle {
  CycleUnit every = CycleUnit::year;
  std::optional<CycleDay> day = {};  ///< without one the rules' grace holds
  bool inexact = false;  ///< 每周, 每两月: there is no such cycle, a near one was taken
  bool vague = false;    ///< 每月初, 每月最后一个工作日: there is no such day
};

/// Takes the cycle that stands here; nothing is taken where none does. What it is of (报送一次)
/// stays.
std::optional<Cycle> take_cycle(PeriodReader& read);

}  // namespace duban::intake
