#include "text/nearest.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.hpp"

namespace duban {
namespace {

std::u32string folded(std::string_view word) {
  std::u32string out = code_points(word);
  for (char32_t& c : out) {
    if (c >= U'A' && c <= U'Z') c += 32;
  }
  return out;
}

/// Optimal string alignment: Damerau-Levenshtein that edits no place twice.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);  // the row before the last, for swaps
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

template <class Word>
std::string nearest_of(std::string_view word, std::span<const Word> known) {
  const std::u32string wanted = folded(word);
  if (wanted.size() < 2 || wanted.size() > 100) return {};
  std::size_t limit = std::max<std::size_t>(1, (wanted.size() + 1) / 4);
  std::string best;
  for (const Word& candidate : known) {
    const std::u32string other = folded(candidate);
    const std::size_t apart =
        other.size() > wanted.size() ? other.size() - wanted.size() : wanted.size() - other.size();
    if (apart > limit) continue;
    const std::size_t slips = distance(wanted, other);
    if (slips > limit || slips >= other.size()) continue;
    if (best.empty() || slips < limit) best = candidate;
    limit = slips;
    if (limit == 0) break;
  }
  if (!best.empty() || wanted.size() < 3) return best;
  const auto begun = std::find_if(known.begin(), known.end(), [&](const Word& candidate) {
    return folded(candidate).starts_with(wanted);
  });
  return begun == known.end() ? std::string() : std::string(*begun);
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string_view> known) {
  return nearest_of(word, known);
}
std::string nearest(std::string_view word, std::span<const std::string> known) {
  return nearest_of(word, known);
}

}  // namespace duban
