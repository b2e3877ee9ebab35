// Every basis (判定依据) that was ever in force, by its hash: table `basis`.
#pragma once

#include "engine/model/basis.hpp"
#include "storage/connection.hpp"

namespace duban::storage {

/// Errc::corrupt when the texts are not those of the hash any more.
Result<std::optional<BasisTexts>> basis_texts(Connection& connection, const std::string& hash);
/// The same basis again changes nothing.
Status put_basis(Connection& connection, const std::string& hash, const BasisTexts& texts);

}  // namespace duban::storage
