// Which part of an office file is which: the relations between its members.
#pragma once

#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "intake/archive.hpp"

namespace duban::intake {

struct Relation {
  std::string id;
  std::string kind;    ///< last word of its type: "officeDocument", "sharedStrings", …
  std::string target;  ///< name of the member
};

struct Relations {
  std::vector<Relation> list;
  /// The member's name; empty when there is none.
  std::string of_kind(const std::string& kind) const;
  std::string target(const std::string& id) const;
};

/// The relations of `part`, or of the whole file when it is empty.
Result<Relations> read_relations(const Archive& archive, const std::string& part);

}  // namespace duban::intake
