// The files that a log names: evidence, imported documents, texts of a basis.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/entry.hpp"

namespace duban::audit {

struct NamedFile {
  std::string sha256;
  std::int64_t seq = -1;  ///< of the first entry that names it
  std::optional<TaskKey> task;
  std::string name;        ///< as people know it; empty for texts of a basis
  std::string by;          ///< who handed it in: the department, and the actor where it is another
  std::int64_t size = -1;  ///< as that entry has it; -1: it has none
  bool sound = false;      ///< set by whoever looked: it is there, with the bytes of its name
};

/// Collects them from entry to entry.
class NamedFiles {
 public:
  void add(std::int64_t seq, const Entry& entry);
  /// Each once, in the order in which the log names them first.
  std::vector<NamedFile> in_order() const;
  /// The same of the evidence of each task: one that several tasks have is there for each.
  const std::vector<NamedFile>& evidence() const { return evidence_; }

 private:
  void add(NamedFile file);
  std::map<std::string, NamedFile> files_;
  std::vector<NamedFile> evidence_;
  std::set<std::pair<TaskKey, std::string>> known_;  // of evidence_: task and hash
};

}  // namespace duban::audit
