// Who there is to act and to hear: the people of a directory, seen by role.
#pragma once

#include <string>
#include <vector>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"
#include "engine/model/task.hpp"

namespace duban::proof {

/// The people of one plan. Each department's own account counts as a person, and so does the
/// account that makes a workspace, which is its admin.
class Cast {
 public:
  Cast(const Directory& directory, const People& people, std::string plan);

  /// The department's own account.
  Person account_of(const std::string& department) const;
  /// Everyone to whom a role was granted, each once.
  const std::vector<Person>& granted() const { return granted_; }
  /// Of these, enough to stand for all: two of a department.
  const std::vector<Person>& players() const { return players_; }
  /// Whether anyone holds the role on some task; lead and co always do.
  bool is_held(Role role) const;
  /// Departments without a house in common with anybody to whom a role was granted: those with a
  /// superior first, groups last.
  const std::vector<std::string>& neutral() const { return neutral_; }
  /// Whoever hears a word of `notify` on this task as it stands, as people.
  std::vector<Person> hearers(const std::string& word, const Task& task, const Basis& basis) const;

 private:
  Person person(const Actor& actor) const;

  const Directory& directory_;
  const People& people_;
  std::string plan_;
  std::vector<Person> granted_;
  std::vector<Person> players_;
  std::vector<std::string> neutral_;
};

}  // namespace duban::proof
