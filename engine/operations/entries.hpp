// Entries of the workspace itself, and the authority to make them. Internal to engine/operations.
#pragma once

#include "engine/log/people_value.hpp"
#include "engine/operations/activation.hpp"
#include "engine/operations/names.hpp"
#include "engine/operations/world.hpp"

namespace duban {

/// An open transaction with all that an operation on the workspace needs to know.
struct Office {
  std::unique_ptr<Transaction> tx;
  Meta meta;
  std::shared_ptr<const Basis> basis;
  People people;
  Person person;
  Role role = Role::admin;  ///< in which the person acts
  Instant now;
  Moment moment() const { return moment_of(meta, now); }
};

/// Takes the lock, the time and the actor; Errc::role unless the actor holds one of `roles` (the
/// first that it holds is the one it acts in). `accepts_clock`: the time is the machine's although
/// it is behind.
Result<Office> open_office(const World& world, const std::vector<Role>& roles,
                           std::string_view plan, std::string_view what,
                           bool accepts_clock = false);

/// That `what` is for those who hold one of `roles`, which the office's person does not; it says
/// who does, so that people know whom to ask.
Error not_theirs(const Office& office, const std::vector<Role>& roles, std::string_view plan,
                 std::string_view what);

/// An entry by the office's person, effective and recorded now.
Entry office_entry(const Office& office, const World& world, Event event, Value data);

/// Another text in force from here on, within the office's transaction: timers due fall under the
/// old basis, the entry is by an admin, and the office works with the new one afterwards.
Result<ActivateReceipt> put_in_force(Office& office, const World& world, BasisPart part,
                                     const std::string& text, Event event, Value data = {},
                                     const ChangeVisitor& visit = {});

}  // namespace duban
