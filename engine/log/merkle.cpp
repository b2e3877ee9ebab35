#include "engine/log/merkle.hpp"

#include <algorithm>
#include <bit>

#include "engine/log/sha256.hpp"

namespace duban {
namespace {

/// The largest power of two below `size`, where RFC 6962 splits a tree; `size` is at least 2.
std::int64_t split(std::int64_t size) {
  return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - 1)));
}

/// Root over leaves [begin, begin + size); `begin` is a multiple of the first full subtree's size.
Result<std::string> range_root(std::int64_t begin, std::int64_t size, HashSource& source) {
  if (std::has_single_bit(static_cast<std::uint64_t>(size)))
    return source.subtree(std::countr_zero(static_cast<std::uint64_t>(size)), begin / size);
  const std::int64_t k = split(size);
  DUBAN_TRY(const std::string left, range_root(begin, k, source));
  DUBAN_TRY(const std::string right, range_root(begin + k, size - k, source));
  return node_hash(left, right);
}

/// PATH of RFC 6962 §2.1.1, over leaves [begin, begin + size).
Status add_path(MerkleProof& proof, std::int64_t index, std::int64_t begin, std::int64_t size,
                HashSource& source) {
  if (size == 1) return {};
  const std::int64_t k = split(size);
  const bool is_left = index < k;
  DUBAN_TRY(is_left ? add_path(proof, index, begin, k, source)
                    : add_path(proof, index - k, begin + k, size - k, source));
  DUBAN_TRY(std::string sibling,
            is_left ? range_root(begin + k, size - k, source) : range_root(begin, k, source));
  proof.push_back(std::move(sibling));
  return {};
}

/// SUBPROOF of RFC 6962 §2.1.2; `whole`: the old tree is this very subtree, its root is known.
Status add_subproof(MerkleProof& proof, std::int64_t old_size, std::int64_t begin,
                    std::int64_t size, bool whole, HashSource& source) {
  if (old_size == size) {
    if (whole) return {};
    DUBAN_TRY(std::string root, range_root(begin, size, source));
    proof.push_back(std::move(root));
    return {};
  }
  const std::int64_t k = split(size);
  const bool is_left = old_size <= k;
  DUBAN_TRY(is_left ? add_subproof(proof, old_size, begin, k, whole, source)
                    : add_subproof(proof, old_size - k, begin + k, size - k, false, source));
  DUBAN_TRY(std::string sibling,
            is_left ? range_root(begin + k, size - k, source) : range_root(begin, k, source));
  proof.push_back(std::move(sibling));
  return {};
}

bool are_hashes(const MerkleProof& proof) {
  return std::all_of(proof.begin(), proof.end(),
                     [](const std::string& hash) { return hash.size() == hash_size; });
}

/// Of two hashes that stand one after the other.
Digest node_digest(std::string_view pair) {
  static constexpr char prefix = 1;
  return digest({&prefix, 1}, pair);
}

/// Folds a full tree of 2^n hashes, laid out one after the other, into its root.
std::string fold(std::string hashes) {
  for (std::size_t count = hashes.size() / hash_size; count > 1; count /= 2) {
    for (std::size_t i = 0; i < count / 2; ++i) {
      const std::string_view pair(hashes.data() + 2 * i * hash_size, 2 * hash_size);
      hashes.replace(i * hash_size, hash_size, view(node_digest(pair)));
    }
  }
  hashes.resize(hash_size);
  return hashes;
}

}  // namespace

Digest leaf_digest(std::string_view body) {
  static constexpr char prefix = 0;
  return digest({&prefix, 1}, body);
}

std::string leaf_hash(std::string_view body) { return std::string(view(leaf_digest(body))); }

std::string node_hash(std::string_view left, std::string_view right) {
  std::string pair;
  pair.reserve(left.size() + right.size());
  pair += left;
  pair += right;
  return std::string(view(node_digest(pair)));
}

std::string empty_root() { return sha256({}); }

std::optional<Frontier> Frontier::restore(std::int64_t size, std::string hashes) {
  if (size < 0) return std::nullopt;
  const auto subtrees = static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(size)));
  if (hashes.size() != subtrees * hash_size) return std::nullopt;
  Frontier frontier;
  frontier.size_ = size;
  frontier.hashes_ = std::move(hashes);
  return frontier;
}

void Frontier::add(std::string_view leaf_hash) {
  DUBAN_ASSERT(leaf_hash.size() == hash_size);
  hashes_ += leaf_hash;
  // As in binary addition: each subtree of the same height carries into the next.
  for (std::int64_t bits = size_; bits & 1; bits >>= 1) {
    const std::size_t left = hashes_.size() - 2 * hash_size;
    const Digest node = node_digest(std::string_view(hashes_).substr(left));
    hashes_.replace(left, 2 * hash_size, view(node));
  }
  ++size_;
}

std::string Frontier::root() const {
  if (size_ == 0) return empty_root();
  std::string_view rest = hashes_;
  std::string root(rest.substr(rest.size() - hash_size));
  for (rest.remove_suffix(hash_size); !rest.empty(); rest.remove_suffix(hash_size))
    root = node_hash(rest.substr(rest.size() - hash_size), root);
  return root;
}

Result<std::string> TiledTree::make_tile(int level, std::int64_t number) {
  std::string hashes;
  hashes.reserve(static_cast<std::size_t>(tile_width) * hash_size);
  for (std::int64_t i = 0; i < tile_width; ++i) {
    const std::int64_t position = number * tile_width + i;
    if (level == 0) {
      DUBAN_TRY(const std::string hash, leaf(position));
      hashes += hash;
    } else {
      DUBAN_TRY(const std::optional<std::string> below, tile(level - 1, position));
      if (!below) {
        return failed(Errc::corrupt, "tile {level}/{number} of the tree is missing",
                      {{"level", std::to_string(level - 1)}, {"number", std::to_string(position)}});
      }
      hashes += fold(*below);
    }
  }
  return hashes;
}

Result<std::string> TiledTree::subtree(int height, std::int64_t index) {
  const int level = height / tile_height;
  const std::int64_t first = index << (height % tile_height);
  const std::int64_t count = std::int64_t{1} << (height % tile_height);
  DUBAN_TRY(const std::optional<std::string> stored, tile(level, first / tile_width));
  if (stored) {
    const auto at = static_cast<std::size_t>(first % tile_width) * hash_size;
    return fold(stored->substr(at, static_cast<std::size_t>(count) * hash_size));
  }
  if (height == 0) return leaf(index);
  DUBAN_TRY(const std::string left, subtree(height - 1, 2 * index));
  DUBAN_TRY(const std::string right, subtree(height - 1, 2 * index + 1));
  return node_hash(left, right);
}

Result<std::string> root_at(std::int64_t size, HashSource& source) {
  DUBAN_ASSERT(size >= 0);
  if (size == 0) return empty_root();
  return range_root(0, size, source);
}

Result<MerkleProof> inclusion_proof(std::int64_t index, std::int64_t size, HashSource& source) {
  DUBAN_ASSERT(0 <= index && index < size);
  MerkleProof proof;
  DUBAN_TRY(add_path(proof, index, 0, size, source));
  return proof;
}

Result<MerkleProof> consistency_proof(std::int64_t old_size, std::int64_t size,
                                      HashSource& source) {
  DUBAN_ASSERT(0 < old_size && old_size <= size);
  MerkleProof proof;
  DUBAN_TRY(add_subproof(proof, old_size, 0, size, true, source));
  return proof;
}

// RFC 9162 §2.1.3.2.
bool proves_inclusion(std::string_view leaf_hash, std::int64_t index, std::int64_t size,
                      const MerkleProof& proof, std::string_view root) {
  if (index < 0 || index >= size || leaf_hash.size() != hash_size || !are_hashes(proof))
    return false;
  std::int64_t fn = index;
  std::int64_t sn = size - 1;
  std::string r(leaf_hash);
  for (const std::string& p : proof) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      r = node_hash(p, r);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      r = node_hash(r, p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && r == root;
}

// RFC 9162 §2.1.4.2.
bool proves_consistency(std::int64_t old_size, std::string_view old_root, std::int64_t size,
                        std::string_view root, const MerkleProof& proof) {
  if (old_size < 1 || old_size > size) return false;
  // Nothing is hashed where nothing grew: any two equal roots are one tree's.
  if (old_size == size) return proof.empty() && old_root == root;
  if (old_root.size() != hash_size || !are_hashes(proof)) return false;
  if (proof.empty()) return false;
  std::int64_t fn = old_size - 1;
  std::int64_t sn = size - 1;
  while (fn & 1) {
    fn >>= 1;
    sn >>= 1;
  }
  // Where the old tree is one full subtree, its root is where both ways begin.
  const bool full = std::has_single_bit(static_cast<std::uint64_t>(old_size));
  std::string fr = full ? std::string(old_root) : proof[0];
  std::string sr = fr;
  for (std::size_t i = full ? 0 : 1; i < proof.size(); ++i) {
    const std::string& c = proof[i];
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      fr = node_hash(c, fr);
      sr = node_hash(c, sr);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = node_hash(sr, c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && fr == old_root && sr == root;
}

}  // namespace duban
