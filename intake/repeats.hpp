// What a document names again and again without writing it again: merged cells, shared strings.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "intake/archive.hpp"

namespace duban::intake {

/// Keeps the work that a part of an office file asks for in proportion to its size: each repetition
/// is charged as if the text stood there, and every byte that is read allows for some more. A plan
/// with a department merged over a thousand rows comes nowhere near.
class Repeats {
 public:
  explicit Repeats(std::string shown) : shown_(std::move(shown)) {}

  /// The same stream; what passes through raises the allowance.
  ReadBytes watched(ReadBytes read) const {
    return [read = std::move(read), allowance = allowance_](char* to, std::size_t room) {
      Result<std::size_t> count = read(to, room);
      if (count) *allowance += *count * for_each_byte;
      return count;
    };
  }

  Status charge(std::size_t bytes) {
    charged_ += bytes + for_each_cell;
    if (charged_ <= *allowance_) return {};
    return failed(Errc::bad_file,
                  "{file} repeats the same long texts over too many cells (merged cells, shared "
                  "strings); save it as .csv",
                  {{"file", shown_}}, {shown_});
  }

 private:
  static constexpr std::size_t at_first = std::size_t{8} << 20;
  static constexpr std::size_t for_each_byte = 8;
  static constexpr std::size_t for_each_cell = 16;  // an empty one is work, too

  std::string shown_;
  std::shared_ptr<std::size_t> allowance_ = std::make_shared<std::size_t>(at_first);
  std::size_t charged_ = 0;
};

}  // namespace duban::intake
