#include "cli/known_head.hpp"

#include <charconv>

#include "engine/log/base64.hpp"
#include "engine/log/merkle.hpp"
#include "engine/log/sha256.hpp"

namespace duban {
namespace {

class ViewTree final : public TiledTree {
 public:
  explicit ViewTree(View& view) : view_(view) {}

 private:
  Result<std::optional<std::string>> tile(int level, std::int64_t number) override {
    Result<std::string> hashes = view_.tile(level, number);
    if (hashes) return *std::move(hashes);
    if (hashes.error().code == Errc::not_found) return std::nullopt;
    return tl::make_unexpected(std::move(hashes).error());
  }
  Result<std::string> leaf(std::int64_t seq) override {
    DUBAN_TRY(const std::string body, view_.entry_body(seq));
    return leaf_hash(body);
  }
  View& view_;
};

/// What stands behind `key` up to the next blank.
std::string_view word_behind(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == text.npos) return {};
  text.remove_prefix(at + key.size());
  return text.substr(0, text.find_first_of(" \t\r\n"));
}

}  // namespace

Result<KnownHead> parse_head(const std::string& text) {
  const std::string_view size = word_behind(text, "size=");
  const auto root = from_base64(word_behind(text, "root="));
  KnownHead head;
  const auto [end, problem] = std::from_chars(size.data(), size.data() + size.size(), head.size);
  if (problem != std::errc() || end != size.data() + size.size() || head.size < 0 || !root ||
      root->size() != hash_size) {
    return failed(
        Errc::usage,
        "'{value}' is no head of a log; it looks like 'size=849 root=...', as audit check "
        "prints it",
        {{"value", text}});
  }
  head.root = *root;
  return head;
}

Result<bool> continues(View& log, const KnownHead& head) {
  DUBAN_TRY(const Meta meta, log.meta());
  if (head.size > meta.size) return true;
  ViewTree tree(log);
  DUBAN_TRY(const std::string root, root_at(head.size, tree));
  return root == head.root;
}

}  // namespace duban
