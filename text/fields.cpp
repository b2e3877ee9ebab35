#include "text/fields.hpp"

#include <algorithm>
#include <charconv>

#include "text/nearest.hpp"
#include "text/signs.hpp"

namespace duban::yaml {

bool is_mapping(const Node& node, Problems& problems) {
  if (node.kind == Kind::mapping) return true;
  if (node.kind == Kind::scalar && !node.quoted && refuse_odd_sign(node.spot, node.text, problems))
    return false;
  problems.at(node.spot, failed(Errc::bad_file, "keys and values (key: value) are wanted here"));
  return false;
}

std::vector<std::string> refuse_unknown_keys(const Node& mapping,
                                             std::span<const std::string_view> keys,
                                             Problems& problems) {
  std::vector<std::string> meant;
  for (const Pair& pair : mapping.pairs) {
    const std::string& key = pair.key.text;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const std::string guess = nearest(key, keys);
    if (refuse_odd_sign(pair.key.spot, key, problems)) continue;
    if (guess.empty()) {
      problems.at(pair.key.spot, failed(Errc::bad_file, "unknown key '{key}'; known here: {known}",
                                        {{"key", key}, {"known", joined(keys)}}));
    } else {
      problems.at(pair.key.spot,
                  failed(Errc::bad_file, "unknown key '{key}'; did you mean '{guess}'?",
                         {{"key", key}, {"guess", guess}}));
      meant.push_back(guess);
    }
  }
  return meant;
}

const std::string* text_of(const Node& node, Problems& problems) {
  if (node.kind != Kind::scalar) {
    problems.at(node.spot, node.kind == Kind::null
                               ? failed(Errc::bad_file, "a value is missing here")
                               : failed(Errc::bad_file, "a single value is wanted here"));
    return nullptr;
  }
  if (node.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.at(node.spot, failed(Errc::bad_file, "blank text"));
    return nullptr;
  }
  return &node.text;
}

const std::string* prose_of(const Node& node, Problems& problems) {
  const std::string* text = text_of(node, problems);
  if (text != nullptr && node.remarked) {
    problems.at(node.spot,
                failed(Errc::bad_file,
                       "the text ends before ' #', which begins a remark; quote it if it goes on, "
                       "else leave two blanks before '#' and one behind"));
    return nullptr;
  }
  return text;
}

std::vector<const Node*> list_of(const Node& node, Problems& problems) {
  std::vector<const Node*> items;
  if (node.kind != Kind::sequence) {
    problems.at(node.spot, failed(Errc::bad_file, "a list in [ ] is wanted here"));
    return items;
  }
  const auto is_ascii = [](char c) { return c >= 0; };  // a word of a vocabulary, not for people
  for (const Node& item : node.items) {
    const bool is_word = std::all_of(item.text.begin(), item.text.end(), is_ascii);
    if ((is_word ? text_of(item, problems) : prose_of(item, problems)) != nullptr)
      items.push_back(&item);
  }
  return items;
}

std::optional<int> number_of(const Node& node, int low, int high, Problems& problems) {
  const std::string* text = text_of(node, problems);
  if (text == nullptr) return std::nullopt;
  int number = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, number);
  if (refuse_odd_sign(node.spot, *text, problems)) return std::nullopt;
  if (!node.quoted && error == std::errc() && stop == end && number >= 0 &&
      std::to_string(number) != *text) {
    problems.at(node.spot, failed(Errc::bad_file, "'{word}' has leading zeros; write {number}",
                                  {{"word", *text}, {"number", std::to_string(number)}}));
    return std::nullopt;
  }
  if (node.quoted || error != std::errc() || stop != end || number < low || number > high) {
    problems.at(node.spot,
                failed(Errc::bad_file, "a whole number from {low} to {high} is wanted here",
                       {{"low", std::to_string(low)}, {"high", std::to_string(high)}}));
    return std::nullopt;
  }
  return number;
}

std::optional<bool> flag_of(const Node& node, Problems& problems) {
  const std::string* text = text_of(node, problems);
  if (text == nullptr) return std::nullopt;
  if (!node.quoted && *text == "true") return true;
  if (!node.quoted && *text == "false") return false;
  if (refuse_odd_sign(node.spot, *text, problems)) return std::nullopt;
  problems.at(node.spot, failed(Errc::bad_file, "true or false is wanted here"));
  return std::nullopt;
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

}  // namespace duban::yaml
