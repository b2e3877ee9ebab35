// What an entry is judged by (判定依据): rules, calendar and directory in force.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/directory.hpp"
#include "engine/model/rules.hpp"

namespace duban {

/// The three texts of a basis and their hashes; `hash` names all three.
struct BasisTexts {
  std::string rules;      ///< the YAML as it was activated
  std::string calendar;   ///< Calendar::text()
  std::string directory;  ///< Directory::text()
};

/// Compiled form of a basis. Not to be shared between threads (it remembers folded rules).
struct Basis {
  std::string hash;  ///< hex SHA-256, see engine/log/basis_hash.hpp
  Rules rules;
  Calendar calendar;
  Directory directory;
  Zone zone;

  /// Folded rules by which overrides match; filled by policy::rules_for.
  mutable std::map<std::vector<bool>, std::unique_ptr<const RuleLayer>> folded = {};
};

}  // namespace duban
