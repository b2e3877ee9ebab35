// The zip around a document: directory, names, sizes and checksums as they come.
#include "intake/archive.hpp"

#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(archive) {
  const std::string path = scratch_file("plan.zip", input);
  const auto archive = intake::Archive::open(path, "plan.zip");
  if (!archive) return check_sentence(archive.error());
  for (const char* member : {"_rels/.rels", "word/document.xml", "xl/workbook.xml", "a"}) {
    const Result<std::string> text = archive->read(member);
    // Whatever the directory claims: nothing grows beyond 250 times its bytes.
    DUBAN_ASSERT(!text || text->size() <= (4 << 20) + 250 * input.size());
    if (!text) check_sentence(text.error());
  }
  check_plan(scratch_file("plan.docx", input));
}

}  // namespace duban::fuzz
