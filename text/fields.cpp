#include "text/fields.hpp"

#include <algorithm>
#include <charconv>

#include "text/nearest.hpp"

namespace duban::yaml {

bool is_mapping(const Node& node, Problems& problems) {
  if (node.kind == Kind::mapping) return true;
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

std::vector<const Node*> list_of(const Node& node, Problems& problems) {
  std::vector<const Node*> items;
  if (node.kind != Kind::sequence) {
    problems.at(node.spot, failed(Errc::bad_file, "a list in [ ] is wanted here"));
    return items;
  }
  for (const Node& item : node.items) {
    if (text_of(item, problems) != nullptr) items.push_back(&item);
  }
  return items;
}

std::optional<int> number_of(const Node& node, int low, int high, Problems& problems) {
  const std::string* text = text_of(node, problems);
  if (text == nullptr) return std::nullopt;
  int number = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, number);
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
