// The cell of a department column.
#include "intake/department_cell.hpp"

#include <set>

#include "intake/cell_text.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(department_cell) {
  static const intake::DepartmentReader reader(shipped_directory());
  const std::string cell = intake::clean_cell(input.substr(0, 6000));
  const intake::DepartmentCell read = reader.read(cell);
  const std::u32string text = intake::squeezed(cell);
  std::set<std::string> names;
  for (const intake::Mention& mention : read.mentions) {
    DUBAN_ASSERT(!mention.name.empty() && names.insert(mention.name).second);
    const Department* known = shipped_directory().find(mention.name);
    DUBAN_ASSERT(mention.known == (known && known->name == mention.name));
    // What the directory lacks is taken over as written, never made up.
    if (!known) DUBAN_ASSERT(text.find(intake::squeezed(mention.name)) != text.npos);
  }
  for (const Message& doubt : read.doubts) check_sentence({Errc::bad_file, doubt});
  DUBAN_ASSERT(read.doubts.size() <= 2 * cell.size() + 2);
}

}  // namespace duban::fuzz
