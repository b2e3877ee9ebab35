// The words, spans and moments of rule files. Part of rules/load; nobody else includes it.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/rules.hpp"
#include "text/fields.hpp"

namespace duban::rule_file {

/// Of which vocabulary a word should be; decides what the message calls it.
enum class Kind : std::uint8_t { event, state, role, anchor, rung, other_rung, word };

/// A problem: `word` is none of `known`, with the nearest of them or, when none is near, all.
void refuse_unknown(Spot spot, Kind kind, std::string_view word,
                    std::span<const std::string_view> known, Problems& problems);

template <class T>
struct Word {
  std::string_view text;
  T value;
};

template <class T>
std::optional<T> read_word(const yaml::Node& node, Kind kind, std::span<const Word<T>> words,
                           Problems& problems) {
  const std::string* text = yaml::text_of(node, problems);
  if (text == nullptr) return std::nullopt;
  std::vector<std::string_view> known;
  for (const Word<T>& word : words) {
    if (word.text == *text) return word.value;
    known.push_back(word.text);
  }
  refuse_unknown(node.spot, kind, *text, known, problems);
  return std::nullopt;
}

void refuse_twice(const yaml::Node& node, Problems& problems);
void refuse_empty(const yaml::Node& node, Problems& problems);
/// A problem: the list has more than `limit` entries.
void refuse_more(const yaml::Node& node, std::size_t limit, Problems& problems);

/// A list of words of one vocabulary, none twice.
template <class T>
std::vector<T> read_words(const yaml::Node& node, Kind kind, std::span<const Word<T>> words,
                          Problems& problems) {
  std::vector<T> values;
  for (const yaml::Node* item : yaml::list_of(node, problems)) {
    const std::optional<T> value = read_word(*item, kind, words, problems);
    if (!value) continue;
    if (std::find(values.begin(), values.end(), *value) != values.end()) {
      refuse_twice(*item, problems);
    } else {
      values.push_back(*value);
    }
  }
  return values;
}

std::vector<TaskState> read_states(const yaml::Node& node, Problems& problems);
std::vector<Role> read_roles(const yaml::Node& node, Problems& problems);

/// "30d", "5wd", "2w", "3mo": without a sign, at most about a hundred years. `months` says whether
/// `mo` is taken.
std::optional<Span> read_span(const yaml::Node& node, int low, bool months, Problems& problems);
/// "due", "due - 30d", "assigned + 10wd", "raised(blue) + 5wd"; whether there is such a rung is not
/// asked here.
std::optional<At> read_at(const yaml::Node& node, Problems& problems);
/// The id in "raised(ID) …"; nothing when the text does not begin so.
std::optional<std::string_view> raised_rung(std::string_view at);
/// What a rule rests on: one text, or a list of them.
std::optional<Cites> read_cites(const yaml::Node& node, Problems& problems);

/// The spot of a part of a plain scalar, for a caret below just that part.
Spot part(const yaml::Node& node, std::string_view piece);

/// A leaf remembers its key's place: that is the line to name when the rule says no.
template <class T>
Leaf<T> leaf(const yaml::Pair& pair, T value) {
  return {std::move(value), pair.key.spot.line, pair.key.spot.column};
}
template <class T>
void set(Maybe<T>& target, const yaml::Pair& pair, std::optional<T> value) {
  if (value) target = leaf(pair, std::move(*value));
}

}  // namespace duban::rule_file
