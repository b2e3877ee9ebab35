// The machine's clock.
#pragma once

#include "engine/base/clock.hpp"

namespace duban {

class RealClock : public Clock {
 public:
  Instant now() const override;
};

}  // namespace duban
