#include "rules/words.hpp"

#include <array>
#include <charconv>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"
#include "text/nearest.hpp"
#include "text/signs.hpp"

namespace duban::rule_file {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view raised_open = "raised(";
constexpr std::size_t cite_length_max = 200;
constexpr std::size_t cites_max = 20;

tl::unexpected<Error> no_such(Kind kind, Values values) {
  switch (kind) {
    case Kind::event:
      return failed(Errc::bad_file, "unknown event '{word}'; known: {known}", std::move(values));
    case Kind::state:
      return failed(Errc::bad_file, "unknown state '{word}'; known: {known}", std::move(values));
    case Kind::role:
      return failed(Errc::bad_file, "unknown role '{word}'; known: {known}", std::move(values));
    case Kind::anchor:
      return failed(Errc::bad_file, "unknown anchor '{word}'; known: {known}", std::move(values));
    case Kind::rung:
      return failed(Errc::bad_file, "there is no rung '{word}' above; there are: {known}",
                    std::move(values));
    case Kind::other_rung:
      return failed(Errc::bad_file, "there is no rung '{word}'; there are: {known}",
                    std::move(values));
    case Kind::word:
      break;
  }
  return failed(Errc::bad_file, "unknown word '{word}'; known here: {known}", std::move(values));
}

tl::unexpected<Error> perhaps(Kind kind, Values values) {
  switch (kind) {
    case Kind::event:
      return failed(Errc::bad_file, "unknown event '{word}'; did you mean '{guess}'?",
                    std::move(values));
    case Kind::state:
      return failed(Errc::bad_file, "unknown state '{word}'; did you mean '{guess}'?",
                    std::move(values));
    case Kind::role:
      return failed(Errc::bad_file, "unknown role '{word}'; did you mean '{guess}'?",
                    std::move(values));
    case Kind::anchor:
      return failed(Errc::bad_file, "unknown anchor '{word}'; did you mean '{guess}'?",
                    std::move(values));
    case Kind::rung:
      return failed(Errc::bad_file, "there is no rung '{word}' above; did you mean '{guess}'?",
                    std::move(values));
    case Kind::other_rung:
      return failed(Errc::bad_file, "there is no rung '{word}'; did you mean '{guess}'?",
                    std::move(values));
    case Kind::word:
      break;
  }
  return failed(Errc::bad_file, "unknown word '{word}'; did you mean '{guess}'?",
                std::move(values));
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

struct Unit {
  std::string_view text;
  SpanUnit unit;
  int factor;
  int max;
};
constexpr Unit units[] = {{"d", SpanUnit::day, 1, 36500},
                          {"wd", SpanUnit::working_day, 1, 10000},
                          {"w", SpanUnit::day, 7, 5200},
                          {"mo", SpanUnit::month, 1, 1200}};

/// `piece` is part of the node's text: "30d".
std::optional<Span> span_of(const yaml::Node& node, std::string_view piece, bool months,
                            Problems& problems) {
  if (refuse_odd_sign(part(node, piece), piece, problems)) return std::nullopt;
  int count = 0;
  const auto [stop, error] = std::from_chars(piece.data(), piece.data() + piece.size(), count);
  const std::string_view name =
      trimmed(piece.substr(static_cast<std::size_t>(stop - piece.data())));
  const auto* unit = std::find_if(std::begin(units), std::end(units),
                                  [&](const Unit& each) { return each.text == name; });
  const bool known = unit != std::end(units) && (months || unit->unit != SpanUnit::month);
  const Values values{{"word", std::string(piece)}};
  if (error == std::errc::invalid_argument || count < 0 || !known) {
    problems.at(part(node, piece),
                months ? failed(Errc::bad_file,
                                "'{word}' is no span of time; write a number and d, wd (working "
                                "days), w or mo, such as 10wd",
                                values)
                       : failed(Errc::bad_file,
                                "'{word}' is no span of days; write a number and d, wd (working "
                                "days) or w, such as 120wd",
                                values));
    return std::nullopt;
  }
  if (piece.size() > 1 && piece.front() == '0' && piece[1] >= '0' && piece[1] <= '9') {
    problems.at(part(node, piece),
                failed(Errc::bad_file, "'{word}' has leading zeros; write {number}",
                       {{"word", std::string(piece)},
                        {"number", std::to_string(count) + std::string(name)}}));
    return std::nullopt;
  }
  if (error != std::errc() || count > unit->max) {
    problems.at(part(node, piece),
                failed(Errc::bad_file, "'{word}' is longer than a hundred years", values));
    return std::nullopt;
  }
  return Span{count * unit->factor, unit->unit};
}

template <class T, std::size_t n, class Name>
std::array<Word<T>, n> words_of(const std::array<T, n>& values, Name name) {
  std::array<Word<T>, n> words{};
  for (std::size_t i = 0; i < n; ++i) words[i] = {name(values[i]), values[i]};
  return words;
}

}  // namespace

Spot part(const yaml::Node& node, std::string_view piece) {
  const auto offset = static_cast<std::size_t>(piece.data() - node.text.data());
  Spot spot = node.spot;
  const std::u32string before = code_points(std::string_view(node.text).substr(0, offset));
  spot.column += static_cast<std::uint32_t>(before.size()) + (node.quoted ? 1U : 0U);
  spot.width = static_cast<std::uint32_t>(std::max(1, display_width(piece)));
  return spot;
}

void refuse_unknown(Spot spot, Kind kind, std::string_view word,
                    std::span<const std::string_view> known, Problems& problems) {
  if (refuse_odd_sign(spot, word, problems)) return;
  const std::string guess = nearest(word, known);
  Values values{{"word", std::string(word)}};
  if (guess.empty()) {
    values.emplace_back("known", yaml::joined(known));
    problems.at(spot, no_such(kind, std::move(values)));
  } else {
    values.emplace_back("guess", guess);
    problems.at(spot, perhaps(kind, std::move(values)));
  }
}

void refuse_more(const yaml::Node& node, std::size_t limit, Problems& problems) {
  problems.at(node.spot, failed(Errc::bad_file, "more than {limit} entries",
                                {{"limit", std::to_string(limit)}}));
}

void refuse_twice(const yaml::Node& node, Problems& problems) {
  problems.at(node.spot,
              failed(Errc::bad_file, "'{word}' stands in this list twice", {{"word", node.text}}));
}

void refuse_empty(const yaml::Node& node, Problems& problems) {
  if (node.kind == yaml::Kind::sequence && node.items.empty()) {
    problems.at(node.spot, failed(Errc::bad_file, "this list is empty"));
  }
}

std::vector<TaskState> read_states(const yaml::Node& node, Problems& problems) {
  static const auto words = words_of(all_states, [](TaskState state) { return to_text(state); });
  refuse_empty(node, problems);
  return read_words<TaskState>(node, Kind::state, words, problems);
}

std::vector<Role> read_roles(const yaml::Node& node, Problems& problems) {
  static const auto words =
      words_of(std::array{Role::lead, Role::co, Role::coordinator, Role::auditor, Role::admin},
               [](Role role) { return to_text(role); });
  refuse_empty(node, problems);
  return read_words<Role>(node, Kind::role, words, problems);
}

std::optional<Span> read_span(const yaml::Node& node, int low, bool months, Problems& problems) {
  const std::string* text = yaml::text_of(node, problems);
  if (text == nullptr) return std::nullopt;
  const std::optional<Span> span = span_of(node, trimmed(*text), months, problems);
  if (span && span->count < low) {
    problems.at(node.spot, failed(Errc::bad_file, "a span of at least one day is wanted here"));
    return std::nullopt;
  }
  return span;
}

std::optional<std::string_view> raised_rung(std::string_view at) {
  at = trimmed(at);
  if (!at.starts_with(raised_open)) return std::nullopt;
  const std::size_t close = at.rfind(')');
  if (close == at.npos) return std::nullopt;
  return trimmed(at.substr(raised_open.size(), close - raised_open.size()));
}

namespace {

/// "raised(blue) + 5wd": only forwards, what is not raised yet has no day before it.
std::optional<At> read_raised(const yaml::Node& node, std::string_view all, Problems& problems) {
  const std::optional<std::string_view> rung = raised_rung(all);
  if (!rung || rung->empty()) {
    if (refuse_odd_sign(node.spot, node.text, problems)) return std::nullopt;
    problems.at(node.spot, failed(Errc::bad_file, "name the rung, such as 'raised(blue) + 5wd'"));
    return std::nullopt;
  }
  const std::string_view rest = trimmed(all.substr(all.rfind(')') + 1));
  At at{Anchor::raised, {}, std::string(*rung)};
  if (rest.empty()) return at;
  if (rest.front() != '+') {
    if (refuse_odd_sign(part(node, rest), rest, problems)) return std::nullopt;
    problems.at(part(node, rest), failed(Errc::bad_file,
                                         "a rung is counted forwards from the raising of another, "
                                         "such as 'raised(blue) + 5wd'"));
    return std::nullopt;
  }
  const std::optional<Span> span = span_of(node, trimmed(rest.substr(1)), true, problems);
  if (!span) return std::nullopt;
  at.offset = *span;
  return at;
}

}  // namespace

std::optional<At> read_at(const yaml::Node& node, Problems& problems) {
  static constexpr std::array<std::string_view, anchor_count + 1> known{
      "due", "assigned", "started", "heard", "reported", "requested", "entered", "raised(...)"};
  const std::string* text = yaml::text_of(node, problems);
  if (text == nullptr) return std::nullopt;
  const std::string_view all = trimmed(*text);
  if (all.substr(0, all.find_first_of("(+- \t")) == "raised")
    return read_raised(node, all, problems);
  const std::size_t sign = all.find_first_of("+-");
  const std::string_view word = trimmed(all.substr(0, sign));
  const std::optional<Anchor> anchor = parse_anchor(word);
  if (!anchor) {
    if (refuse_odd_sign(node.spot, *text, problems)) return std::nullopt;
    if (word.find_first_of(blanks) == word.npos && !word.empty()) {
      refuse_unknown(part(node, word), Kind::anchor, word, known, problems);
    } else {
      problems.at(node.spot, failed(Errc::bad_file, "a moment such as 'due - 30d' is wanted here"));
    }
  }
  Span offset;
  if (sign != all.npos) {
    const std::optional<Span> span = span_of(node, trimmed(all.substr(sign + 1)), true, problems);
    if (!span) return std::nullopt;
    offset = {all[sign] == '-' ? -span->count : span->count, span->unit};
  }
  if (!anchor) return std::nullopt;
  return At{*anchor, offset};
}

std::optional<Cites> read_cites(const yaml::Node& node, Problems& problems) {
  std::vector<const yaml::Node*> items;
  if (node.kind == yaml::Kind::sequence) {
    refuse_empty(node, problems);
    items = yaml::list_of(node, problems);
  } else {
    items.push_back(&node);
  }
  Cites cites;
  for (const yaml::Node* item : items) {
    if (yaml::prose_of(*item, problems) == nullptr) continue;
    if (code_points(item->text).size() > cite_length_max) {
      problems.at(item->spot, failed(Errc::bad_file, "longer than {limit} characters",
                                     {{"limit", std::to_string(cite_length_max)}}));
    } else if (std::find(cites.begin(), cites.end(), item->text) != cites.end()) {
      refuse_twice(*item, problems);
    } else {
      cites.push_back(item->text);
    }
  }
  if (cites.size() > cites_max) refuse_more(node, cites_max, problems);
  if (cites.empty()) return std::nullopt;
  return cites;
}

}  // namespace duban::rule_file
