#include "intake/directory_suggestion.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

// Each name is compared with each of so many; a document with more names is no single office's.
constexpr std::size_t compared_max = 1000;

/// A text as YAML has it, quoted where a sign in it could be read as YAML's.
std::string yaml_text(const std::string& text) {
  const std::u32string characters = code_points(text);
  const auto is_plain = [](char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           c == U'（' || c == U'）';
  };
  if (std::all_of(characters.begin(), characters.end(), is_plain)) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

/// The name without a plate in brackets, and with 政府 behind a place left out.
std::u32string core(const std::string& name) {
  std::u32string text = squeezed(name);
  if (const std::size_t open = text.find(U'('); open != text.npos && open > 2) text.erase(open);
  for (const View seat : {View(U"人民政府"), View(U"政府")}) {
    const bool is_place =
        text.size() > seat.size() + 2 && View(text).ends_with(seat) &&
        View(U"市县区州镇乡").find(text[text.size() - seat.size() - 1]) != View::npos;
    if (!is_place) continue;
    text.erase(text.size() - seat.size());
    break;
  }
  return text;
}

bool is_subsequence(View part, View whole) {
  std::size_t at = 0;
  for (const char32_t c : part) {
    at = whole.find(c, at);
    if (at == View::npos) return false;
    ++at;
  }
  return true;
}

}  // namespace

bool is_short_form(const std::string& name, const std::string& full) {
  if (name == full) return false;
  const std::u32string brief = core(name);
  const std::u32string whole = core(full);
  if (brief == whole) return squeezed(name).size() <= squeezed(full).size();
  if (brief.size() < 3 || brief.size() >= whole.size() || is_group_name(brief)) return false;
  // 县发改局 has the first, the second and the last character of 县发展和改革局.
  return brief[0] == whole[0] && brief[1] == whole[1] && brief.back() == whole.back() &&
         is_subsequence(brief, whole) && whole.find(brief) == whole.npos;
}

std::string suggest_directory(const std::vector<Stranger>& names, const std::string& file) {
  std::vector<const Stranger*> owner(names.size(), nullptr);
  const std::size_t most = std::min(names.size(), compared_max);
  for (std::size_t i = 0; i < most; ++i) {
    // The longest name that it can be short for; two of one length are none of them.
    const Stranger* best = nullptr;
    bool is_clear = true;
    for (std::size_t j = 0; j < most; ++j) {
      if (i == j || names[i].group != names[j].group ||
          !is_short_form(names[i].name, names[j].name))
        continue;
      if (best != nullptr && is_short_form(names[j].name, best->name)) continue;
      is_clear = best == nullptr || is_short_form(best->name, names[j].name);
      best = &names[j];
    }
    if (is_clear) owner[i] = best;
  }
  // An alias has no aliases of its own.
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto at = [&](const Stranger* stranger) {
      return static_cast<std::size_t>(stranger - names.data());
    };
    for (std::size_t steps = 0; owner[i] && owner[at(owner[i])] && steps < names.size(); ++steps)
      owner[i] = owner[at(owner[i])];
    if (owner[i] == &names[i]) owner[i] = nullptr;
  }

  std::string text =
      "# Departments named in " + file +
      "\n# Look at each before you use it: aliases are guesses. Keys: docs/directory.md.\n"
      "# 由台账整理的单位名录，别名系推测，请逐条核对后再用。\n\ndepartments:\n";
  for (const bool groups : {false, true}) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Stranger& each = names[i];
      if (owner[i] || each.group != groups) continue;
      std::string aliases, remark = std::to_string(each.count) + " 处";
      for (std::size_t j = 0; j < names.size(); ++j) {
        if (owner[j] != &each) continue;
        aliases += (aliases.empty() ? "" : ", ") + yaml_text(names[j].name);
        remark += "，别名 " + std::to_string(names[j].count) + " 处";
      }
      text += "  - { name: " + yaml_text(each.name);
      if (!aliases.empty()) text += ", aliases: [" + aliases + "]";
      if (each.group) text += ", group: true";
      text += " }  # " + remark + "\n";
    }
  }
  return text;
}

}  // namespace duban::intake
