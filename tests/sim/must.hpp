// Values that a story cannot go on without.
#pragma once

#include <stdexcept>

#include "engine/base/error.hpp"

namespace duban::sim {

/// The value; throws what the error says. What the office does to itself is never refused.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(to_text(result.error().message));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}
template <class T>
T must(Checked<T> result) {
  if (!result) throw std::runtime_error(to_text(result.error().front().message));
  return std::move(*result);
}

}  // namespace duban::sim
