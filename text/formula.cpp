#include "text/formula.hpp"

#include <algorithm>
#include <array>

namespace duban {
namespace {

/// Each line of `text`, changed by `change`.
template <class Change>
std::string by_lines(std::string_view text, const Change& change) {
  std::string out;
  for (std::string_view rest = text;;) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out += change(rest.substr(0, end));
    if (end == rest.size()) return out;
    out += '\n';
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

bool begins_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> starts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                    "\n", "＝", "＋", "－", "＠"};
  constexpr std::array<std::string_view, 18> blanks{
      " ",      "\u00a0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
      "\u2007", "\u2008", "\u2009", "\u200a", "\u200b", "\u202f", "\u205f", "\u3000", "\ufeff"};
  const auto begins = [&](std::string_view with) { return text.starts_with(with); };
  while (!text.empty()) {
    if (std::any_of(starts.begin(), starts.end(), begins)) return true;
    const auto blank = std::find_if(blanks.begin(), blanks.end(), begins);
    if (blank == blanks.end()) return false;
    text.remove_prefix(blank->size());
  }
  return false;
}

std::string without_formula(std::string_view text) {
  return by_lines(text, [](std::string_view line) {
    return (begins_formula(line) ? "'" : "") + std::string(line);
  });
}

std::string as_meant(std::string_view text) {
  return by_lines(text, [](std::string_view line) {
    const bool guarded = line.starts_with('\'') && begins_formula(line.substr(1));
    return std::string(line.substr(guarded ? 1 : 0));
  });
}

}  // namespace duban
