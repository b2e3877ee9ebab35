// What somebody wants done to one task: names resolved, files read; nothing decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/value.hpp"
#include "engine/model/directory.hpp"
#include "engine/model/words.hpp"

namespace duban {

/// Who acts: the actor and what was granted to it for the task's plan.
struct Person {
  Actor actor;
  bool coordinator = false;
  bool auditor = false;
  bool admin = false;
  std::int64_t changes = 0;        ///< of actors so far (People::changes)
  std::vector<Actor> others = {};  ///< further actors that are the same human being, ended ones too
};

/// A file given as evidence, hashed but not yet stored.
struct Attachment {
  std::string sha256;
  std::string name;
  std::int64_t size = 0;
  bool operator==(const Attachment&) const = default;
};

/// The options of a step by their names (design §7). Departments are canonical, or a plan's own.
struct Command {
  Event event = Event::remark;
  Person by;
  std::string via;

  std::string note;
  std::vector<Attachment> evidence;
  std::optional<Date> due;
  std::optional<Date> until;
  std::string to;
  std::vector<std::string> co;
  std::vector<std::string> without;
  std::vector<std::string> add_co;
  std::vector<std::string> drop_co;
  std::string content;
  std::string for_department;  ///< `--for`
  std::optional<Date> dated;   ///< `--dated`
  bool partial = false;
  bool undo = false;
  bool error = false;  ///< amend `--error`
  std::string lead;    ///< amend `--error`: who leads, as the document should have been read
  /// amend `--error --deadline`: the words, and by when, as the document should have been read.
  std::string deadline;
  std::optional<Deadline> schedule;
  bool keep_as_co = false;
  bool urgent = false;  ///< amend `--urgent`
  bool not_urgent = false;

  /// Found while the command was read, but refused only in its turn: evidence that cannot be read,
  /// a department that is none.
  std::optional<Error> argument;
};

/// An entry's `data` of this command: every option given, by its name.
Value data_of(const Command& command);
/// The command behind an entry's `data`; what is malformed is Errc::corrupt.
Result<Command> command_from(Event event, const Value& data);

}  // namespace duban
