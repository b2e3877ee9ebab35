// A page saved from a web site, to a plan.
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(html) { check_plan(scratch_file("plan.html", input)); }

}  // namespace duban::fuzz
