#include "audit/tree.hpp"

#include "engine/log/base64.hpp"
#include "engine/log/sha256.hpp"

namespace duban::audit {
namespace {

constexpr std::size_t tile_bytes = static_cast<std::size_t>(tile_width) * hash_size;

std::string name_of(int level, std::int64_t number) {
  return std::to_string(level) + "/" + std::to_string(number);
}

Frontier frontier_of(std::string_view hashes) {
  Frontier frontier;
  for (std::size_t at = 0; at < hashes.size(); at += hash_size)
    frontier.add(hashes.substr(at, hash_size));
  return frontier;
}

}  // namespace

Status TreeCheck::add(std::string_view leaf_hash) {
  std::int64_t count = ++size_;
  if (open_.empty()) open_.emplace_back();
  open_[0] += leaf_hash;
  for (std::size_t level = 0; open_[level].size() == tile_bytes; ++level) {
    count /= tile_width;
    DUBAN_TRY(compare_tile(static_cast<int>(level), count - 1, open_[level]));
    const std::string root = frontier_of(open_[level]).root();
    open_[level].clear();
    if (level + 1 == open_.size()) open_.emplace_back();
    open_[level + 1] += root;
  }
  return {};
}

/// The full subtrees of a tree are those of its open tiles, the highest first.
Frontier TreeCheck::frontier() const {
  std::string subtrees;
  for (auto level = open_.rbegin(); level != open_.rend(); ++level)
    subtrees += frontier_of(*level).hashes();
  std::optional<Frontier> whole = Frontier::restore(size_, std::move(subtrees));
  DUBAN_ASSERT(whole);
  return *std::move(whole);
}

Status TreeCheck::compare_tile(int level, std::int64_t number, const std::string& hashes) {
  const Result<std::string> stored = view_.tile(level, number);
  const std::string name = name_of(level, number);
  if (!stored && stored.error().code != Errc::not_found && stored.error().code != Errc::corrupt)
    return tl::make_unexpected(stored.error());
  if (!stored || stored->size() != hashes.size()) {
    tile_differs_ = true;
    findings_.add({.what = "tile",
                   .derived = name,
                   .message = {"tile {tile} of the tree is missing or cut", {{"tile", name}}}});
    return {};
  }
  if (*stored != hashes) name_differences(level, number, *stored, hashes);
  return {};
}

void TreeCheck::name_differences(int level, std::int64_t number, const std::string& stored,
                                 const std::string& hashes) {
  tile_differs_ = true;
  const std::string name = name_of(level, number);
  for (std::int64_t i = 0; i < tile_width; ++i) {
    const auto at = static_cast<std::size_t>(i) * hash_size;
    if (stored.compare(at, hash_size, hashes, at, hash_size) == 0) continue;
    Finding finding{.what = "leaf",
                    .stored = to_base64(stored.substr(at, hash_size)),
                    .derived = to_base64(hashes.substr(at, hash_size)),
                    .message = {"it does not hash to what tile {tile} of the tree keeps of it",
                                {{"tile", name}}}};
    if (level == 0) {
      finding.seq = number * tile_width + i;
    } else {
      finding.what = "tile";
      finding.message = {"hash {index} in tile {tile} of the tree is not that of the tile below",
                         {{"index", std::to_string(i)}, {"tile", name}}};
    }
    findings_.add(std::move(finding));
  }
}

Status TreeCheck::finish(const Meta& meta) {
  for (std::size_t level = 0; level < open_.size(); ++level) {
    std::int64_t width = tile_width;
    for (std::size_t i = 0; i < level; ++i) width *= tile_width;
    const std::int64_t next = size() / width;
    if (!view_.tile(static_cast<int>(level), next)) continue;
    const std::string name = name_of(static_cast<int>(level), next);
    findings_.add(
        {.what = "tile",
         .stored = name,
         .message = {"tile {tile} of the tree has no entries under it", {{"tile", name}}}});
  }
  if (meta.size > size()) {
    findings_.add({.seq = size(),
                   .what = "size",
                   .stored = std::to_string(meta.size),
                   .derived = std::to_string(size()),
                   .message = {"the log ends before it: {missing} of {size} entries are gone",
                               {{"missing", std::to_string(meta.size - size())},
                                {"size", std::to_string(meta.size)}}}});
  } else if (meta.size < size()) {
    findings_.add({.seq = meta.size,
                   .what = "size",
                   .stored = std::to_string(meta.size),
                   .derived = std::to_string(size()),
                   .message = {"it stands in the log, but the tree's head counts only {size}",
                               {{"size", std::to_string(meta.size)}}}});
  } else if (meta.root != root()) {
    Finding finding{.what = "root",
                    .stored = to_base64(meta.root),
                    .derived = to_base64(root()),
                    .message = {"the entries give another root than the tree's head", {}}};
    // Where every full tile agrees, only what stands after the last of them can be altered.
    const std::int64_t first = size() - size() % tile_width;
    if (!tile_differs_ && first < size()) {
      finding.message = {"an entry among {first} to {last}, or the tree's head, was altered",
                         {{"first", std::to_string(first)}, {"last", std::to_string(size() - 1)}}};
    }
    findings_.add(std::move(finding));
  }
  return {};
}

}  // namespace duban::audit
