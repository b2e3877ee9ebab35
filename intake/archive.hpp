// The zip that a .docx or .xlsx is, read with suspicion.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "engine/base/error.hpp"

struct zip;

namespace duban::intake {

struct ZipLibrary;

/// Fills at most `room` bytes at `to`; 0 at the end.
using ReadBytes = std::function<Result<std::size_t>(char* to, std::size_t room)>;

/// Only members that are asked for are ever unpacked, in blocks, each up to a size and a ratio that
/// no real document has; a bomb costs nothing but the sentence that refuses it.
class Archive {
 public:
  /// `shown` is the file's name in messages. Errc::bad_file when the file is no zip, has too many
  /// members, or two of one name (readers would disagree which of them counts).
  /// Errc::io when the machine lacks what reads it.
  static Result<Archive> open(const std::string& path, const std::string& shown);

  const std::string& shown() const { return shown_; }
  bool has(const std::string& member) const;
  /// A stream of the member's bytes; its checksum is verified at the end.
  Result<ReadBytes> stream(const std::string& member) const;
  /// The whole of a small member.
  Result<std::string> read(const std::string& member) const;

 private:
  const ZipLibrary* lib_ = nullptr;
  std::shared_ptr<zip> zip_;
  std::string shown_;
};

}  // namespace duban::intake
