#include "engine/log/sha256.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace duban {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// Fetched once: looking the digest up by name at each call costs as much as a short hash. OpenSSL
/// would first list every algorithm it has and read its configuration, a millisecond for nothing.
const EVP_MD* digest() {
  static const EVP_MD* const fetched = [] {
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ADD_ALL_CIPHERS | OPENSSL_INIT_NO_ADD_ALL_DIGESTS |
                            OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS | OPENSSL_INIT_NO_LOAD_CONFIG,
                        nullptr);
    return EVP_MD_fetch(nullptr, "SHA256", nullptr);
  }();
  DUBAN_ASSERT(fetched);
  return fetched;
}

ContextPointer new_context() {
  ContextPointer context(EVP_MD_CTX_new());
  DUBAN_ASSERT(context);
  return context;
}

void begin(EVP_MD_CTX* context) {
  DUBAN_ASSERT(EVP_DigestInit_ex2(context, digest(), nullptr) == 1);
}

void feed(EVP_MD_CTX* context, std::string_view bytes) {
  DUBAN_ASSERT(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1);
}

std::string end(EVP_MD_CTX* context) {
  std::string out(hash_size, '\0');
  unsigned int size = 0;
  DUBAN_ASSERT(EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char*>(out.data()), &size) ==
               1);
  DUBAN_ASSERT(size == hash_size);
  return out;
}

}  // namespace

std::string sha256(std::string_view a, std::string_view b) {
  thread_local const ContextPointer context = new_context();
  begin(context.get());
  feed(context.get(), a);
  feed(context.get(), b);
  return end(context.get());
}

std::string sha256(std::string_view bytes) { return sha256(bytes, {}); }

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
  return text.size() == 2 * hash_size && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

struct Sha256::Context {
  ContextPointer pointer = new_context();
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { begin(context_->pointer.get()); }
Sha256::~Sha256() = default;
void Sha256::add(std::string_view bytes) { feed(context_->pointer.get(), bytes); }
std::string Sha256::finish() { return end(context_->pointer.get()); }

}  // namespace duban
