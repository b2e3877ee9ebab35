// All that is wrong with one file that people wrote, each problem with its spot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace duban {

/// A stretch of one line: line and column count from 1 (columns in characters, not bytes), width in
/// columns of display. Line 0: the file as a whole.
struct Spot {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t width = 0;
};

/// Collects problems and gives them back in the order of the file. Keeps the first thousand and
/// counts the rest. Borrows the text: it must outlive this object.
class Problems {
 public:
  Problems(std::string_view text, std::string file);

  /// `problems.at(node.spot, failed(Errc::bad_file, "…"));`: fills in place, excerpt and width.
  void at(Spot spot, const tl::unexpected<Error>& problem);
  bool empty() const { return errors_.empty(); }
  /// A problem begins at the very place where `spot` does.
  bool has_at(Spot spot) const;
  std::size_t count() const { return errors_.size() + left_out_; }
  /// More are only counted: a reader whose problems are costly to place may stop.
  bool is_full() const;
  Errors take();

  Place place(Spot spot) const { return {file_, spot.line, spot.column}; }
  std::size_t lines() const { return lines_.size(); }
  /// Line `number` (from 1) without its end; "" where there is none.
  std::string_view line(std::uint32_t number) const;
  /// The spot that begins at byte `offset` of line `number` and is `width` wide.
  Spot spot(std::uint32_t number, std::size_t offset, std::uint32_t width) const;

 private:
  std::string file_;
  std::vector<std::string_view> lines_;
  Errors errors_;
  std::size_t left_out_ = 0;

  /// The last spot that was asked for. A reader goes forward, often on one line without end, and
  /// must not count its characters from the beginning each time.
  struct Counted {
    std::uint32_t line = 0;
    std::size_t offset = 0;
    std::uint32_t column = 1;
  };
  mutable Counted counted_;
};

}  // namespace duban
