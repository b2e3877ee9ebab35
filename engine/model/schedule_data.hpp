// What a deadline says beyond a day or a cycle, as members of the data of `assign`.
#pragma once

#include "engine/base/value.hpp"
#include "engine/model/plan.hpp"

namespace duban::schedule_data {

/// Adds what there is: `day`, `ends`, `stages`, `then_ongoing`. Of a single day, or a cycle by the
/// rules, there is nothing.
void add(Value::Object& data, const Deadline& deadline);
/// Reads them back, into a deadline that has its `ongoing` and its `due`.
Status read(const Value& data, Deadline& deadline);

/// All of it as one value, as an `amend` has it, and back.
Value value_of(const Deadline& deadline);
Result<Deadline> deadline_from(const Value& value);

}  // namespace duban::schedule_data
