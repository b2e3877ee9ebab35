// A workspace that is in memory only: where scenarios are played and the past is played again.
#pragma once

#include <string>

#include "engine/memory/memory_store.hpp"
#include "engine/operations/duban.hpp"

namespace duban {

/// Files that are nothing but their names: equal names are equal contents.
class NameVault final : public Vault {
 public:
  Result<Attachment> inspect(const std::string& path) override;
  Status keep(const std::string&, const std::string&) override { return {}; }
  Result<std::string> keep_bytes(std::string_view bytes) override;
  Result<std::string> read(const std::string& sha256) override;
  Status show_kept(const std::string& sha256,
                   const std::function<Status(std::string_view)>& sink) override;
};

/// A rehearsal with the actors and grants of a directory file.
class MemoryWorkspace {
 public:
  explicit MemoryWorkspace(BasisCompiler& compiler) : compiler_(compiler) {}

  /// Whoever acts without a name is the admin who made it.
  World world(const std::string& at, const std::string& as = {});
  Status init(const std::string& at, const BasisTexts& texts, const DirectoryFile& people);
  /// One plan of these rows.
  Status import(const std::string& at, const ImportRequest& plan, std::vector<PlanRow> rows);

 private:
  MemoryStore store_;
  NameVault vault_;
  BasisCompiler& compiler_;
};

}  // namespace duban
