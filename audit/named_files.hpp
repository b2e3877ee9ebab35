// The files that a log names: evidence, imported documents, texts of a basis.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/entry.hpp"

namespace duban::audit {

struct NamedFile {
  std::string sha256;
  std::int64_t seq = -1;  ///< of the first entry that names it
  std::optional<TaskKey> task;
  std::int64_t size = -1;  ///< as that entry has it; -1: it has none
  bool sound = false;      ///< set by whoever looked: it is there, with the bytes of its name
};

/// Collects them from entry to entry, each once.
class NamedFiles {
 public:
  void add(std::int64_t seq, const Entry& entry);
  /// In the order in which the log names them first.
  std::vector<NamedFile> in_order() const;

 private:
  void add(std::int64_t seq, const Entry& entry, const Value* sha256, const Value* size);
  std::map<std::string, NamedFile> files_;
};

}  // namespace duban::audit
