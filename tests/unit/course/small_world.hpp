// A small directory, the shipped calendar and rules that tests choose, as a basis; and its people.
#pragma once

#include <memory>
#include <string>

#include "engine/model/basis.hpp"
#include "engine/model/command.hpp"

namespace duban::tests {

/// `rules` as Story::rules has them. Asserts that they load.
std::shared_ptr<const Basis> small_basis(const char* rules);

/// The shipped rule file's text.
std::string shipped_rules();

/// A person by id, or the own account of the department with that name. Persons of 省政府督查室 and
/// 省安委办 are coordinators.
Person small_person(const std::string& id);

/// Those persons and the grants of the two.
const People& small_people();

}  // namespace duban::tests
