// A directory file, to departments that find each other.
#include "intake/directory_file.hpp"

#include "tests/fuzz/promises.hpp"
#include "text/yaml.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(directory_file) {
  const auto file = load_directory(input, "departments.yaml");
  if (!file) return check_problems(file.error(), yaml::without_mark(input), "departments.yaml");
  const Directory& directory = file->directory;
  const Result<Directory> again = Directory::parse(directory.text());
  DUBAN_ASSERT(again && *again == directory);
  for (const Department& department : directory.departments()) {
    DUBAN_ASSERT(directory.resolve(department.name).value() == department.name);
    for (const std::string& member : directory.members(department.name)) {
      DUBAN_ASSERT(directory.find(member) && !directory.is_group(member));
    }
    if (!department.housed_in.empty()) {
      DUBAN_ASSERT(directory.same_house(department.name, department.housed_in));
    }
  }
  for (const Actor& actor : file->actors) DUBAN_ASSERT(directory.find(actor.department));
}

}  // namespace duban::fuzz
