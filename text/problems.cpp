#include "text/problems.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "text/brief.hpp"

namespace duban {
namespace {

constexpr std::size_t max_problems = 1000;
// A line that no terminal shows whole is not repeated for each problem in it.
constexpr std::size_t max_excerpt_bytes = 1000;
constexpr std::size_t max_value = 400;  // characters of one value in a message

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

bool Problems::is_full() const { return errors_.size() == max_problems; }

bool Problems::has_at(Spot spot) const {
  return std::any_of(errors_.begin(), errors_.end(), [&](const Error& error) {
    return error.where.line == spot.line && error.where.column == spot.column;
  });
}

void Problems::at(Spot spot, const tl::unexpected<Error>& problem) {
  if (errors_.size() == max_problems) {
    ++left_out_;
    return;
  }
  Error error = problem.value();
  for (auto& [name, value] : error.message.values) value = brief(value, max_value);
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
  const std::string_view text = line(number);
  offset = std::min(offset, text.size());
  // A count that stopped within a character cannot go on from there.
  const auto is_inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  const bool goes_on =
      number == counted_.line && offset >= counted_.offset && !is_inside(counted_.offset);
  if (!goes_on) counted_ = {number, 0, 1};
  counted_.column += static_cast<std::uint32_t>(
      code_points(text.substr(counted_.offset, offset - counted_.offset)).size());
  counted_.offset = offset;
  return {number, counted_.column, width};
}

}  // namespace duban
