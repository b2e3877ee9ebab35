// A .csv in whatever encoding, to a plan.
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(csv) { check_plan(scratch_file("plan.csv", input)); }

}  // namespace duban::fuzz
