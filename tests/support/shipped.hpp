// The shipped rules, directory and calendar as a basis, for tests.
#pragma once

#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>

#include "engine/log/basis_hash.hpp"
#include "engine/model/basis.hpp"
#include "intake/calendar_file.hpp"
#include "intake/directory_file.hpp"
#include "rules/load.hpp"

namespace duban::testing {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string shipped_rules() { return file_text(DUBAN_SOURCE "/config/rules/default.yaml"); }

inline BasisTexts shipped_texts(const std::string& rules = shipped_rules(),
                                const std::string& people = "hunan") {
  const auto directory = load_directory(
      file_text(DUBAN_SOURCE "/config/departments/" + people + ".yaml"), people + ".yaml");
  const auto calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  DUBAN_ASSERT(directory && calendar);
  return {rules, calendar->text(), directory->directory.text()};
}

/// A basis of these texts, as the command line's compiler would make it.
inline std::shared_ptr<const Basis> make_basis(const BasisTexts& texts) {
  auto rules = load_rules(texts.rules, "rules.yaml");
  auto calendar = Calendar::parse(texts.calendar);
  auto directory = Directory::parse(texts.directory);
  DUBAN_ASSERT(rules && calendar && directory);
  auto zone = Zone::find(rules->timezone);
  DUBAN_ASSERT(zone);
  return std::make_shared<const Basis>(Basis{basis_hash(texts), std::move(*rules),
                                             std::move(*calendar), std::move(*directory),
                                             std::move(*zone)});
}

/// `text` with the only occurrence of `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  DUBAN_ASSERT(at != text.npos && text.find(from, at + 1) == text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace duban::testing
