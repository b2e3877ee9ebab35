// The Merkle tree of a log built anew from its entries, and compared with what a store keeps of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/finding.hpp"
#include "engine/log/merkle.hpp"
#include "engine/operations/ports.hpp"

namespace duban::audit {

/// Fed with every leaf in order; `view` and `findings` must outlive it.
class TreeCheck {
 public:
  TreeCheck(View& view, Findings& findings) : view_(view), findings_(findings) {}

  /// The next leaf. Tiles that it fills are compared, and the entries that they contradict named.
  Status add(std::string_view leaf_hash);
  /// Compares the head that the store keeps, and looks for tiles that it should not have.
  Status finish(const Meta& meta);

  std::int64_t size() const { return size_; }
  Frontier frontier() const;
  std::string root() const { return frontier().root(); }

 private:
  Status compare_tile(int level, std::int64_t number, const std::string& hashes);
  void name_differences(int level, std::int64_t number, const std::string& stored,
                        const std::string& hashes);

  View& view_;
  Findings& findings_;
  std::int64_t size_ = 0;
  std::vector<std::string> open_;  // by level: hashes of the tile that is not full yet
  bool tile_differs_ = false;
};

}  // namespace duban::audit
