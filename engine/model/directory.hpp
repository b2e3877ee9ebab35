// Departments: their names, groups, houses and superiors; and the people who act for them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/text_map.hpp"
#include "engine/model/words.hpp"

namespace duban {

struct Department {
  std::string name;  ///< canonical
  std::vector<std::string> aliases;
  bool group = false;  ///< a name for several; true also where its members are unknown
  std::vector<std::string> members;  ///< canonical names, of a group
  std::string housed_in;             ///< the department in whose house it sits; empty for none
  std::string superior;              ///< empty for none
  bool operator==(const Department&) const = default;
};

/// The departments that the workspace knows. Every question takes any name (alias or canonical) and
/// works for names that the directory lacks: such a department is its own house and no group.
class Directory {
 public:
  Directory() = default;
  /// Asserts what the loader has checked: names and aliases are unique, references exist.
  explicit Directory(std::vector<Department> departments);

  const std::vector<Department>& departments() const { return departments_; }
  /// By canonical name or alias; nullptr for a name outside the directory (名录外).
  const Department* find(std::string_view name) const;
  /// The canonical name, or the name itself when the directory lacks it.
  std::string canonical(std::string_view name) const;
  bool same(std::string_view a, std::string_view b) const {
    return a == b || canonical(a) == canonical(b);
  }
  bool is_group(std::string_view name) const;
  /// Known members of a group, canonical; empty for others.
  std::vector<std::string> members(std::string_view group) const;
  bool is_member(std::string_view department, std::string_view group) const;
  /// Of one house: the same, or what they are housed in, upwards, meets (design §10.23).
  bool same_house(std::string_view a, std::string_view b) const;
  /// Exactly, by alias, or by a part that only one name or alias has; not_found or ambiguous.
  Result<std::string> resolve(std::string_view name) const;

  /// The text that a basis hashes: canonical JSON {"departments":[…]}, in order.
  std::string text() const;
  static Result<Directory> parse(std::string_view text);

  bool operator==(const Directory& other) const { return departments_ == other.departments_; }

 private:
  std::vector<Department> departments_;
  TextMap<std::size_t> index_;  // names and aliases
};

/// A person of a department, or a department's own account, whose id is the department's name.
struct Actor {
  std::string id;
  std::string department;  ///< empty: none, like the account that made the workspace
  std::string name;        ///< 姓名; may be empty
  std::string account;     ///< operating-system account; may be empty
  bool operator==(const Actor&) const = default;
};

/// Role `coordinator`, `auditor` or `admin` of an actor, or of all persons of a department.
struct Grant {
  std::string subject;  ///< an actor's id or a department's name
  Role role = Role::auditor;
  std::string plan;  ///< empty: every plan
  bool operator==(const Grant&) const = default;
  auto operator<=>(const Grant&) const = default;
};

/// Actors, accounts and grants: entries of the log, not basis.
struct People {
  std::map<std::string, Actor> actors;  ///< by id
  std::vector<Grant> grants;            ///< sorted, unique

  /// Whether `actor` holds `role` for `plan` (empty: for all plans), itself or by its department.
  bool holds(const Actor& actor, Role role, std::string_view plan,
             const Directory& directory) const;
  bool operator==(const People&) const = default;
};

/// A directory file: departments, and what `init` grants and whom it knows.
struct DirectoryFile {
  Directory directory;
  std::vector<Actor> actors;
  std::vector<Grant> grants;
};

}  // namespace duban
