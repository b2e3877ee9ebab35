// Departments: their names, groups, houses and superiors; and the people who act for them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
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
  /// Of one house: the same, or what they are housed in, upwards, meets.
  bool same_house(std::string_view a, std::string_view b) const;
  /// All names of that house that the directory has, and the name itself.
  std::vector<std::string> house_of(std::string_view name) const;
  /// Exactly, by alias, or by a part that only one name or alias has; not_found or ambiguous.
  Result<std::string> resolve(std::string_view name) const;

  /// The text that a basis hashes: canonical JSON {"departments":[…]}, in order.
  std::string text() const;
  static Result<Directory> parse(std::string_view text);

  bool operator==(const Directory& other) const { return departments_ == other.departments_; }

 private:
  std::vector<Department> departments_;
  TextMap<std::size_t> index_;          // names and aliases
  std::vector<std::size_t> outermost_;  // of each department, what it is housed in at last
};

/// What an actor was until an admin changed or ended it.
struct FormerActor {
  std::string department;
  std::string name;
  std::string account;
  std::string person;
  std::int64_t until = 0;  ///< the number of that change, among those of all actors from 1 on
  bool operator==(const FormerActor&) const = default;
};

/// A person of a department, or a department's own account, whose id is the department's name.
struct Actor {
  std::string id;
  std::string department;   ///< empty: none, like the account that made the workspace
  std::string name;         ///< 姓名; may be empty
  std::string account;      ///< operating-system account; may be empty
  std::string person = {};  ///< declared: actors of the same text are one person; may be empty
  std::optional<Instant> ended = {};  ///< it acts no more since then
  std::vector<FormerActor> was = {};  ///< in the order of time
  bool operator==(const Actor&) const = default;
};

/// The actor as it was after so many changes.
Actor as_of(const Actor& actor, std::int64_t changes);
/// Whether both are one human being, as far as anybody has said: declared so, or of one account and
/// one name. An account alone proves nothing, several people may use it.
bool is_one_person(const Actor& a, const Actor& b);

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
  /// How often an actor was changed or ended so far: the only clock that tells before from after
  /// where two things happen within a second.
  std::int64_t changes() const;
  /// Takes the actor in, or what it is from now on; what it was stays known.
  const Actor& put(Actor actor);
  /// It acts no more; its own grants end with it and are returned. Those of a department whose name
  /// it has stay: they are for others too.
  std::vector<Grant> end(const std::string& id, const Directory& directory, Instant now);
  /// Whether anybody who may act holds `admin` for every plan: an actor, in a normal workspace one
  /// with an account.
  bool has_admin(const Directory& directory, bool rehearsal) const;
  bool operator==(const People&) const = default;
};

/// A directory file: departments, and what `init` grants and whom it knows.
struct DirectoryFile {
  Directory directory;
  std::vector<Actor> actors;
  std::vector<Grant> grants;
};

}  // namespace duban
