// How something of several files comes into being: beside its place, and moved there whole.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "cli/workspace.hpp"
#include "storage/file.hpp"

namespace duban {

/// The place that `given` names, absolute, without a slash at its end.
std::filesystem::path place_of(const std::string& given);
/// Whether a workspace may be made there: nothing is, or an empty directory, and no workspace is
/// around it. `given` is the place as it was typed, for messages.
Status check_place(const std::filesystem::path& place, const std::string& given);

/// A directory `.NAME.new` beside the place NAME, that goes away again unless it takes that place.
/// What a killed process left of one is cleared away by the next; one that a living process works
/// in is Errc::busy.
class Scaffold {
 public:
  static Result<std::unique_ptr<Scaffold>> raise(const std::filesystem::path& place,
                                                 const Sharers& sharers);
  ~Scaffold();
  const std::filesystem::path& path() const { return path_; }

  /// A new file in it, synced.
  Status write(const std::string& name, const std::string& text) const;
  /// Durable. The place is not there, or an empty directory.
  Status move_to(const std::filesystem::path& place);

 private:
  Scaffold(std::filesystem::path path, storage::File lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}
  std::filesystem::path path_;
  storage::File lock_;  // of the directory itself, for as long as we live
};

}  // namespace duban
