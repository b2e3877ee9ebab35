// The Merkle tree over the log (RFC 6962): how it grows, what it proves, and who checks it.
//
// A leaf is SHA-256(0x00 ‖ body), a node SHA-256(0x01 ‖ left ‖ right). Hashes are 32 raw bytes.
// A tree of any size is made of full subtrees, one for each bit of the size, largest first: their
// roots are the frontier, all that a writer needs to grow the tree and to know its root.
//
// Nodes are kept as tiles (as C2SP tlog-tiles does): tile (level, number) holds 256 hashes, the
// roots of the full subtrees of height 8 × level over leaves from number × 256^(level + 1) on;
// level 0 holds leaf hashes. Only full tiles are stored; what is not full is made from entries
// again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/log/sha256.hpp"

namespace duban {

inline constexpr int tile_height = 8;
inline constexpr std::int64_t tile_width = 256;

Digest leaf_digest(std::string_view body);
std::string leaf_hash(std::string_view body);
std::string node_hash(std::string_view left, std::string_view right);
/// The root of a tree without leaves: the hash of nothing.
std::string empty_root();

/// The growing edge of a tree.
class Frontier {
 public:
  Frontier() = default;
  /// From what `size` and `hashes` gave before; nothing when they cannot belong together.
  static std::optional<Frontier> restore(std::int64_t size, std::string hashes);

  std::int64_t size() const { return size_; }
  /// Roots of the full subtrees, largest first, one after the other.
  const std::string& hashes() const { return hashes_; }
  void add(std::string_view leaf_hash);
  std::string root() const;

 private:
  std::int64_t size_ = 0;
  std::string hashes_;
};

/// Where the hashes of an existing tree come from.
class HashSource {
 public:
  virtual ~HashSource() = default;
  /// Root of the full subtree over leaves [index × 2^height, (index + 1) × 2^height).
  virtual Result<std::string> subtree(int height, std::int64_t index) = 0;
};

/// A HashSource over stored tiles, and leaves where no full tile is.
class TiledTree : public HashSource {
 public:
  Result<std::string> subtree(int height, std::int64_t index) final;
  /// The 256 hashes that a full tile must hold, made from the tiles below it or from leaves.
  Result<std::string> make_tile(int level, std::int64_t number);

 protected:
  /// A stored tile, or nothing where none is.
  virtual Result<std::optional<std::string>> tile(int level, std::int64_t number) = 0;
  virtual Result<std::string> leaf(std::int64_t seq) = 0;
};

using MerkleProof = std::vector<std::string>;

/// The root that the tree had at `size`.
Result<std::string> root_at(std::int64_t size, HashSource& source);
/// That leaf `index` is in the tree of `size`. Asserts 0 <= index < size.
Result<MerkleProof> inclusion_proof(std::int64_t index, std::int64_t size, HashSource& source);
/// That the tree of `size` begins with the tree of `old_size`. Asserts 0 < old_size <= size.
Result<MerkleProof> consistency_proof(std::int64_t old_size, std::int64_t size, HashSource& source);

/// The verifiers trust nothing: any sizes, hashes of any length, proofs of any length.
bool proves_inclusion(std::string_view leaf_hash, std::int64_t index, std::int64_t size,
                      const MerkleProof& proof, std::string_view root);
bool proves_consistency(std::int64_t old_size, std::string_view old_root, std::int64_t size,
                        std::string_view root, const MerkleProof& proof);

}  // namespace duban
