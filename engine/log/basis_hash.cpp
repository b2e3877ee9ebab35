#include "engine/log/basis_hash.hpp"

#include "engine/log/sha256.hpp"

namespace duban {

std::string basis_document(const BasisTexts& texts) {
  return "{\"calendar\":\"" + sha256_hex(texts.calendar) + "\",\"directory\":\"" +
         sha256_hex(texts.directory) + "\",\"rules\":\"" + sha256_hex(texts.rules) + "\"}";
}

std::string basis_hash(const BasisTexts& texts) { return sha256_hex(basis_document(texts)); }

}  // namespace duban
