// A .txt in whatever encoding, to a plan.
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(txt) { check_plan(scratch_file("plan.txt", input)); }

}  // namespace duban::fuzz
