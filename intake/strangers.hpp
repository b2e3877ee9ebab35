// The names of a document that the directory lacks: each once, with where it stands.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "intake/responsibility.hpp"

namespace duban::intake {

class Strangers {
 public:
  /// More names than this are another office's directory, or no names.
  static constexpr std::size_t names_max = 10'000;

  /// Keeps a reference to `names`.
  explicit Strangers(const DepartmentReader& names) : names_(names) {}

  /// Takes the unknown names of a text that stands at `place`. False, and from then on nothing is
  /// taken, where there are too many.
  bool note(const Responsibility& who, const std::string& place);
  /// In the order of names, with the known ones that they may have been meant for.
  std::vector<Stranger> list() const;

 private:
  const DepartmentReader& names_;
  std::map<std::string, Stranger> strangers_;
  bool is_overrun_ = false;
};

}  // namespace duban::intake
