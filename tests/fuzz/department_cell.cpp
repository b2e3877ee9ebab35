// The cell of a department column.
#include <set>

#include "intake/cell_text.hpp"
#include "intake/responsibility.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(department_cell) {
  static const intake::DepartmentReader known_names(shipped_directory());
  const std::string cell = intake::clean_cell(input.substr(0, 6000));
  const intake::Responsibility read =
      intake::ResponsibilityReader(known_names).read(cell, intake::Says::bracket);
  std::set<std::string> names;
  for (const intake::Mention& mention : read.mentions) {
    DUBAN_ASSERT(!mention.name.empty() && names.insert(mention.name).second);
    const Department* known = shipped_directory().find(mention.name);
    DUBAN_ASSERT(mention.known == (known && known->name == mention.name));
  }
  DUBAN_ASSERT(read.leads <= read.mentions.size());
  for (const intake::Finding& doubt : read.doubts) check_sentence({Errc::bad_file, doubt.message});
  DUBAN_ASSERT(read.doubts.size() <= 2 * cell.size() + 2);
}

}  // namespace duban::fuzz
