#include "engine/log/sha256.hpp"

// The calls that OpenSSL 3 would rather see replaced: what replaces them looks the digest up among
// all that a provider has, half a millisecond for the first hash of each process, and keeps nearly
// all of libcrypto alive for it (docs/decisions/0007). They use the same instructions.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include "engine/base/error.hpp"

namespace duban {
namespace {

static_assert(hash_size == SHA256_DIGEST_LENGTH);

void begin(SHA256_CTX& context) { DUBAN_ASSERT(SHA256_Init(&context) == 1); }

void feed(SHA256_CTX& context, std::string_view bytes) {
  DUBAN_ASSERT(SHA256_Update(&context, bytes.data(), bytes.size()) == 1);
}

Digest end(SHA256_CTX& context) {
  Digest out{};
  DUBAN_ASSERT(SHA256_Final(reinterpret_cast<unsigned char*>(out.data()), &context) == 1);
  return out;
}

}  // namespace

Digest digest(std::string_view a, std::string_view b) {
  SHA256_CTX context;
  begin(context);
  feed(context, a);
  feed(context, b);
  return end(context);
}

Digest digest(std::string_view bytes) { return digest(bytes, {}); }

std::string sha256(std::string_view bytes) { return std::string(view(digest(bytes))); }

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

std::string to_hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

bool is_hash_text(std::string_view text) {
  if (text.size() != 2 * hash_size) return false;
  // To the end whatever it meets: so the compiler takes many at once.
  unsigned good = 0;
  for (std::size_t i = 0; i < 2 * hash_size; ++i) {
    const char c = text[i];
    good += static_cast<unsigned>((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
  return good == 2 * hash_size;
}

struct Sha256::Context {
  SHA256_CTX sums;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { begin(context_->sums); }
Sha256::~Sha256() = default;
void Sha256::add(std::string_view bytes) { feed(context_->sums, bytes); }
std::string Sha256::finish() { return std::string(view(end(context_->sums))); }

}  // namespace duban
