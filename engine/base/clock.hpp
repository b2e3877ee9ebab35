// Where "now" comes from.
#pragma once

#include "engine/base/date.hpp"

namespace duban {

/// The only source of "now". Nothing else in the product may ask the system for the time; only
/// engine/operations calls it, once per operation, after it holds the write lock.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

}  // namespace duban
