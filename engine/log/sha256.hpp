// SHA-256, the one hash of duban: of entries, tree nodes, texts and files.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace duban {

inline constexpr std::size_t hash_size = 32;

/// The 32 raw bytes, for whoever makes millions of them.
using Digest = std::array<char, hash_size>;
Digest digest(std::string_view bytes);
/// The same over `a` followed by `b`, which nobody has to join first.
Digest digest(std::string_view a, std::string_view b);
inline std::string_view view(const Digest& digest) { return {digest.data(), digest.size()}; }

/// The 32 raw bytes as a text.
std::string sha256(std::string_view bytes);
/// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// Lower-case hex of any bytes.
std::string to_hex(std::string_view bytes);
/// Whether `text` is what sha256_hex could have printed.
bool is_hash_text(std::string_view text);

/// Hashes what arrives piece by piece, such as a file. One that is finished is not used again.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  std::string finish();  ///< the 32 raw bytes

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace duban
