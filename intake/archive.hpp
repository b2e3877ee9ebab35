// The zip that a .docx or .xlsx is, read with suspicion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

struct zip;

namespace duban::intake {

struct ZipLibrary;

/// Fills at most `room` bytes at `to`; 0 at the end.
using ReadBytes = std::function<Result<std::size_t>(char* to, std::size_t room)>;

/// "%20" as a blank: names of members are parts of addresses.
std::string unescaped(std::string_view text);

/// Only members that are asked for are ever unpacked, in blocks, each up to a size and a ratio that
/// no real document has; a bomb costs nothing but the sentence that refuses it.
class Archive {
 public:
  /// `shown` is the file's name in messages. Errc::bad_file when the file is no zip, has too many
  /// members, or two of one name (readers would disagree which of them counts).
  /// Errc::io when the machine lacks what reads it.
  static Result<Archive> open(const std::string& path, const std::string& shown);

  const std::string& shown() const { return shown_; }
  /// Members are found by their exact name, or else as other programs write it: in another case,
  /// with `\`, `%20`, `./` or a leading `/`.
  bool has(const std::string& member) const;
  /// Their names in that plain form: "word/header1.xml".
  std::vector<std::string> members() const;
  /// A stream of the member's bytes; its checksum is verified at the end.
  Result<ReadBytes> stream(const std::string& member) const;
  /// The whole of a small member.
  Result<std::string> read(const std::string& member) const;

 private:
  /// Its place in the directory.
  Result<std::uint64_t> find(const std::string& member) const;

  const ZipLibrary* lib_ = nullptr;
  std::shared_ptr<zip> zip_;
  std::string shown_;
  /// By a name that does not depend on who wrote it; nothing for two members of one such name.
  std::shared_ptr<const std::map<std::string, std::optional<std::uint64_t>>> members_;
};

}  // namespace duban::intake
