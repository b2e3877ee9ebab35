// Texts of a basis to values: rules/ and the model's own readers behind one door.
#pragma once

#include <map>
#include <string>

#include "engine/operations/ports.hpp"

namespace duban {

/// Where messages say that a line of the rules in force stands; `duban rules show` prints it.
inline constexpr const char* rules_in_force = "rules.yaml";

/// Each basis is compiled once in the life of this object.
class Compiler : public BasisCompiler {
 public:
  /// `file`: what messages call the rule file.
  explicit Compiler(std::string file = rules_in_force) : file_(std::move(file)) {}
  std::shared_ptr<const Basis> known(const std::string& hash) override;
  Result<std::shared_ptr<const Basis>> compile(const std::string& hash,
                                               const BasisTexts& texts) override;
  /// Reads the rules no further than where they name it.
  Result<Zone> zone(const std::string& hash, const BasisTexts& texts) override;

 private:
  std::string file_;
  std::map<std::string, std::shared_ptr<const Basis>> known_;
};

}  // namespace duban
