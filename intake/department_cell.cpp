#include "intake/department_cell.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "intake/unit_words.hpp"
#include "text/nearest.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

// Characters; a longer text without any sign in it is not names that stand side by side.
constexpr std::size_t joined_max = 100;

std::size_t common_end(View a, View b) {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() &&
         a[a.size() - 1 - length] == b[b.size() - 1 - length]) {
    ++length;
  }
  return length;
}

/// An unknown name with its brackets as papers set them.
std::string as_printed(View name) {
  std::u32string out(name);
  for (char32_t& c : out) {
    if (c == U'(') c = U'（';
    if (c == U')') c = U'）';
  }
  return to_utf8(out);
}

}  // namespace

bool is_separator(char32_t c) { return View(U"、､,;/|\\。・\n ").find(c) != View::npos; }

std::string joined_names(const std::vector<std::u32string>& names) {
  std::string out;
  for (const std::u32string& name : names) out += (out.empty() ? "" : ", ") + to_utf8(name);
  return out;
}

DepartmentReader::DepartmentReader(const Directory& directory) {
  const auto add = [this](const std::string& spelled, const std::string& name, bool is_alias) {
    std::u32string key = squeezed(spelled);
    longest_ = std::max(longest_, key.size());
    if (std::any_of(key.begin(), key.end(), is_separator)) groups_.push_back(key);
    spelled_.push_back(spelled);
    names_.emplace(std::move(key), Known{name, is_alias});
  };
  for (const Department& department : directory.departments()) {
    add(department.name, department.name, false);
  }
  for (const Department& department : directory.departments()) {
    for (const std::string& alias : department.aliases) add(alias, department.name, true);
  }
  std::stable_sort(groups_.begin(), groups_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

const DepartmentReader::Known* DepartmentReader::find(View name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : &found->second;
}

std::size_t DepartmentReader::group_at(View text, std::size_t at) const {
  for (const std::u32string& group : groups_) {
    const std::size_t end = at + group.size();
    if (text.substr(at, group.size()) == group &&
        (end == text.size() || is_separator(text[end]) || text[end] == U'(')) {
      return group.size();
    }
  }
  return 0;
}

bool DepartmentReader::is_made_of_known(View text) const { return !cover(text).empty(); }

std::string DepartmentReader::like(const std::string& name) const {
  return nearest(name, spelled_);
}

std::vector<std::u32string> DepartmentReader::cover(View text) const {
  std::vector<bool> dead(text.size());
  std::vector<std::u32string> names;
  cover(text, 0, dead, names);
  return names;
}

/// Appends the names from `at` on, or nothing. Many ways may lead to one place; if it is `dead`, it
/// is tried once.
bool DepartmentReader::cover(View text, std::size_t at, std::vector<bool>& dead,
                             std::vector<std::u32string>& names) const {
  if (at >= text.size() || dead[at]) return false;
  for (std::size_t length = std::min(text.size() - at, longest_); length > 0; --length) {
    if (!find(text.substr(at, length))) continue;
    names.emplace_back(text.substr(at, length));
    const std::size_t end = at + length;
    if (end == text.size()) return true;
    for (const View joint : {View(U""), View(U"和"), View(U"及"), View(U"与"), View(U"以及")}) {
      if (!text.substr(end).starts_with(joint)) continue;
      if (cover(text, end + joint.size(), dead, names)) return true;
    }
    names.pop_back();
  }
  dead[at] = true;
  return false;
}

/// 长沙 beside 岳阳市人民政府: the known name that begins with the one and ends like the other.
std::u32string DepartmentReader::with_suffix_of(View token, View donor) const {
  constexpr std::size_t least = 2;
  if (token.size() < least) return {};
  std::u32string best;
  std::size_t most = least - 1;
  for (auto at = names_.lower_bound(token);
       at != names_.end() && View(at->first).starts_with(token); ++at) {
    const std::size_t shared = common_end(View(at->first).substr(token.size()), donor);
    if (shared > most) {
      most = shared;
      best = at->first;
    }
  }
  return best;
}

/// 公安厅 after 省安监局: the known name that begins like the one and ends with the other.
std::u32string DepartmentReader::with_prefix_of(View token, View donor) const {
  if (token.size() < 2) return {};
  for (std::size_t length = 1; length < std::min(donor.size(), joined_max); ++length) {
    std::u32string name(donor.substr(0, length));
    name += token;
    if (find(name)) return name;
  }
  return {};
}

/// The names that a piece stands for; `right` is the name after it. Empty when it may still be one
/// that lacks its beginning.
std::vector<std::u32string> DepartmentReader::names_in(NamePiece& piece, View right) const {
  const View text = piece.text;
  if (find(text)) return {piece.text};
  if (auto names = cover(text); !names.empty()) {
    std::size_t length = 0;
    for (const std::u32string& name : names) length += name.size();
    if (length == text.size()) {
      piece.doubts.push_back({"{text} has no sign between its names; read as {names}",
                              {{"text", to_utf8(text)}, {"names", joined_names(names)}}});
    }
    return names;
  }
  if (std::u32string name = with_suffix_of(text, right); !name.empty()) {
    piece.completed.emplace(text, name);
    return {name};
  }
  if (text.size() > joined_max) return {};
  // 长沙和岳阳市人民政府; 省安监局长沙、岳阳市人民政府.
  for (std::size_t at = text.size() - 1; at > 0; --at) {
    const View left = text.substr(0, at);
    View rest = text.substr(at);
    const bool joint = View(U"和及与").find(rest.front()) != View::npos;
    if (joint) rest.remove_prefix(1);
    if (joint && find(rest)) {
      const std::u32string name = with_suffix_of(left, rest);
      if (name.empty()) continue;
      piece.completed.emplace(left, name);
      return {name, std::u32string(rest)};
    }
    if (auto names = cover(left); !names.empty()) {
      const std::u32string name = with_suffix_of(rest, right);
      if (name.empty()) continue;
      piece.completed.emplace(rest, name);
      names.push_back(name);
      return names;
    }
  }
  return unknown_names_in(piece, right);
}

/// The same by the words that names are made of.
std::vector<std::u32string> DepartmentReader::unknown_names_in(NamePiece& piece, View right) const {
  const View text = piece.text;
  if (const auto [end, next] = joint_of(text); end > 0) {
    NamePiece rest{std::u32string(text.substr(next))};
    std::vector<std::u32string> names = names_in(rest, right);
    if (names.empty()) names.push_back(rest.text);
    if (std::u32string whole = with_unit_prefix(names.front(), text.substr(0, end));
        !find(names.front()) && !whole.empty()) {
      piece.completed.emplace(names.front(), whole);
      names.front() = std::move(whole);
    }
    names.insert(names.begin(), std::u32string(text.substr(0, end)));
    if (end == next) {
      piece.doubts.push_back({"{text} has no sign between its names; read as {names}",
                              {{"text", to_utf8(text)}, {"names", joined_names(names)}}});
    }
    return names;
  }
  // 长沙和岳阳市人民政府, neither of them known.
  for (std::size_t at = 2; at < text.size() && at <= 4; ++at) {
    if (View(U"和及与").find(text[at]) == View::npos) continue;
    const View rest = text.substr(at + 1);
    std::u32string name = with_unit_suffix(text.substr(0, at), rest);
    if (name.size() <= at + 1) continue;  // 文化和旅游局
    piece.completed.emplace(text.substr(0, at), name);
    return {std::move(name), std::u32string(rest)};
  }
  if (std::u32string name = with_unit_suffix(text, right); !name.empty()) {
    piece.completed.emplace(text, name);
    return {std::move(name)};
  }
  // 省住房城乡建设厅（省人防办）: two plates of one house, of which one is known.
  if (const std::size_t open = text.find(U'('); text.back() == U')' && open != View::npos) {
    if (find(text.substr(0, open))) return {std::u32string(text.substr(0, open))};
  }
  return {};
}

void DepartmentReader::mention(NamePiece& piece, const std::u32string& name) const {
  const Known* known = find(name);
  if (!known) {
    piece.mentions.push_back({as_printed(name), false});
    return;
  }
  const bool plate = piece.text.size() > name.size() && piece.text[name.size()] == U'(' &&
                     piece.text.starts_with(name);
  if (known->is_alias || plate) {
    piece.doubts.push_back({"{text} is taken for {name}",
                            {{"text", to_utf8(plate ? piece.text : name)}, {"name", known->name}}});
  }
  piece.mentions.push_back({known->name, true});
}

void DepartmentReader::resolve(std::vector<NamePiece>& pieces) const {
  std::vector<std::vector<std::u32string>> names(pieces.size());
  std::u32string right;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    names[i] = names_in(pieces[i], right);
    right = names[i].empty() ? pieces[i].text : names[i].front();
  }
  std::u32string left;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    NamePiece& piece = pieces[i];
    if (names[i].empty()) names[i] = {piece.text};
    std::u32string& first = names[i].front();
    if (!find(first)) {
      std::u32string whole = with_prefix_of(first, left);
      if (whole.empty()) whole = with_unit_prefix(first, left);
      if (!whole.empty()) {
        piece.completed.emplace(piece.text, whole);
        first = std::move(whole);
      }
    }
    for (const std::u32string& name : names[i]) mention(piece, name);
    left = names[i].back();
  }
}

}  // namespace duban::intake
