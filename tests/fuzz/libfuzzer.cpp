// Hands libFuzzer's inputs to the one target of this program.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  duban::fuzz::targets().front().run({reinterpret_cast<const char*>(data), size});
  return 0;
}
