// JSON to a value, and back to the one text that the log hashes.
#include "engine/base/utf8.hpp"
#include "engine/base/value.hpp"
#include "tests/fuzz/promises.hpp"

namespace duban::fuzz {

DUBAN_FUZZ_TARGET(canonical_json) {
  const Result<Value> value = parse_value(input);
  if (!value) {
    DUBAN_ASSERT(value.error().code == Errc::usage);
    return check_sentence(value.error());
  }
  const std::string text = canonical(*value);
  DUBAN_ASSERT(is_utf8(text));
  for (const char c : text) DUBAN_ASSERT(static_cast<unsigned char>(c) >= 0x20);
  const Result<Value> again = parse_value(text);
  DUBAN_ASSERT(again && *again == *value);
  DUBAN_ASSERT(canonical(*again) == text);
}

}  // namespace duban::fuzz
