// Drawn rule files, and what they mean in the model's own terms.
#pragma once

#include <functional>

#include "tests/sim/country.hpp"

namespace duban::sim {

/// The shipped file with up to a dozen lines as another office might want them. `below(n)` draws
/// from 0 to n - 1.
Law draw_law(const std::function<int(int)>& below);
/// The shipped directory and calendar, under the shipped rules or under `law`.
std::shared_ptr<const Basis> shipped_basis();
BasisTexts texts_with(const Law& law);
std::shared_ptr<const Basis> basis_of(const Law& law);
/// The same with a rung moved, or as it was.
Law amend_law(Law law, const std::function<int(int)>& below);

}  // namespace duban::sim
