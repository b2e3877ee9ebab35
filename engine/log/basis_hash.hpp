// The name of a basis (判定依据): one hash over the hashes of its three texts.
//
// The document is one line of canonical JSON,
//   {"calendar":"<hash>","directory":"<hash>","rules":"<hash>"}
// where each <hash> is the hex SHA-256 of that text's bytes; the name of the basis is the hex
// SHA-256 of the document. So somebody who holds only the three files can recompute it:
//   printf '{"calendar":"%s","directory":"%s","rules":"%s"}' C D R | sha256sum
#pragma once

#include <string>

#include "engine/model/basis.hpp"

namespace duban {

std::string basis_document(const BasisTexts& texts);
std::string basis_hash(const BasisTexts& texts);

}  // namespace duban
