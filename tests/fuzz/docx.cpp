// The XML of a .docx, to a plan.
#include "tests/fuzz/members.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(docx) {
  check_plan(scratch_file("plan.docx", zip_of(split_members(input, "word/document.xml"), {})));
}

}  // namespace duban::fuzz
