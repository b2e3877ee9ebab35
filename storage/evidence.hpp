// Evidence (佐证材料) and other files by their hash: the folder `evidence/` of a workspace.
#pragma once

#include <string>

#include "engine/operations/ports.hpp"
#include "storage/file.hpp"
#include "storage/sharing.hpp"

namespace duban {

/// Keeps a file as `<folder>/ab/cdef…`, after the SHA-256 of its bytes, once whatever its name was.
/// What keep() and keep_bytes() say is stored is on the disk under its final name; a failure leaves
/// nothing behind. A stored file that was damaged is mended by storing it again. Links are
/// not followed, neither at the folder nor within it.
class EvidenceVault final : public Vault {
 public:
  static constexpr std::int64_t size_max = std::int64_t{1} << 30;

  /// The folder is made when it is first needed.
  EvidenceVault(std::string folder, Sharing sharing, std::int64_t file_size_max = size_max)
      : folder_(std::move(folder)), sharing_(sharing), file_size_max_(file_size_max) {}

  Result<Attachment> inspect(const std::string& path) override;
  Status keep(const std::string& path, const std::string& sha256) override;
  Result<std::string> keep_bytes(std::string_view bytes) override;
  /// Not_found for what is not there, Errc::corrupt for bytes that are not those of the hash.
  Result<std::string> read(const std::string& sha256) override;
  Status show_kept(const std::string& sha256,
                   const std::function<Status(std::string_view)>& sink) override;

  /// How a file is called within the folder: "ab/cdef…".
  static std::string name_of(const std::string& sha256);

 private:
  std::string path_of(const std::string& sha256) const;
  Result<storage::File> open_kept(const std::string& sha256) const;
  bool holds(const std::string& sha256) const;
  Status make_folders(const std::string& sha256) const;
  /// Makes the names of a file and its folders durable. Also of one that was there already: whoever
  /// put it there may have failed or died before this, or be about to do it.
  Status settle(const std::string& sha256) const;

  std::string folder_;
  Sharing sharing_;
  std::int64_t file_size_max_;
};

}  // namespace duban
