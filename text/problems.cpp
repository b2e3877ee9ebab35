#include "text/problems.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace duban {
namespace {

constexpr std::size_t max_problems = 1000;
// A line that no terminal shows whole is not repeated for each problem in it.
constexpr std::size_t max_excerpt_bytes = 1000;

}  // namespace

Problems::Problems(std::string_view text, std::string file) : file_(std::move(file)) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Problems::at(Spot spot, const tl::unexpected<Error>& problem) {
  if (errors_.size() == max_problems) {
    ++left_out_;
    return;
  }
  Error error = problem.value();
  error.where = place(spot);
  const std::string_view excerpt = line(spot.line);
  if (excerpt.size() <= max_excerpt_bytes && is_utf8(excerpt)) error.excerpt = excerpt;
  error.width = spot.width;
  errors_.push_back(std::move(error));
}

Errors Problems::take() {
  std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
  if (left_out_ > 0) {
    errors_.push_back(failed(Errc::bad_file, "and {count} more problems in this file",
                             {{"count", std::to_string(left_out_)}}, {file_, 0, 0})
                          .value());
  }
  left_out_ = 0;
  return std::move(errors_);
}

std::string_view Problems::line(std::uint32_t number) const {
  return number == 0 || number > lines_.size() ? std::string_view() : lines_[number - 1];
}

Spot Problems::spot(std::uint32_t number, std::size_t offset, std::uint32_t width) const {
  const std::string_view before = line(number).substr(0, std::min(offset, line(number).size()));
  return {number, static_cast<std::uint32_t>(code_points(before).size() + 1), width};
}

}  // namespace duban
