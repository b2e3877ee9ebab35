// Rule files proved for a directory, as `rules check` does it outside a workspace.
#pragma once

#include <sstream>

#include "rules/prove.hpp"
#include "tests/support/shipped.hpp"

namespace duban::testing {

/// A rule file on the disk and whom it is proved for.
struct Proved {
  Basis basis;
  DirectoryFile people;
  Verdict verdict;
};

inline const Calendar& shipped_calendar() {
  static const Calendar calendar = *read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  return calendar;
}

/// The value of a line `# key: value` at the file's head; "" where there is none.
inline std::string remark(const std::string& text, const std::string& key) {
  const std::string begin = "\n# " + key + ": ";
  const std::size_t at = text.find(begin);
  if (at == text.npos) return {};
  return text.substr(at + begin.size(), text.find('\n', at + 1) - at - begin.size());
}

inline Proved prove_text(const std::string& text, const std::string& file,
                         const std::vector<std::string>& leads = {}) {
  const auto rules = load_rules(text, file);
  std::string path = remark(text, "directory");
  path = path.empty() ? DUBAN_SOURCE "/config/departments/hunan.yaml"
                      : DUBAN_TEST_DATA "/rules/flawed/directories/" + path;
  const auto directory = load_directory(file_text(path), path);
  DUBAN_ASSERT(rules && directory);
  People people;
  for (const Actor& actor : directory->actors) people.actors[actor.id] = actor;
  people.grants = directory->grants;
  auto verdict = prove(*rules, directory->directory, people, shipped_calendar(), leads);
  auto zone = Zone::find(rules->timezone);
  DUBAN_ASSERT(verdict && zone);
  return {Basis{"test", *rules, shipped_calendar(), directory->directory, std::move(*zone)},
          *directory, std::move(*verdict)};
}

}  // namespace duban::testing
