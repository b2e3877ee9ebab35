#include "intake/department_cell.hpp"

#include <algorithm>

#include "intake/cell_text.hpp"
#include "text/nearest.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

// So many unknown names of a cell are looked up among the known ones: it costs, and nobody reads
// more of them.
constexpr int guesses_max = 8;
// Characters; a longer text without any sign in it is not names that stand side by side.
constexpr std::size_t joined_max = 100;

bool is_separator(char32_t c) { return View(U"、,;/|。\n ").find(c) != View::npos; }
/// Separators that may also be mere layout within a name.
bool is_soft(char32_t c) { return c == U'\n' || c == U' '; }

bool has_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](View word) { return text.find(word) != View::npos; });
}

/// Half-width, every blank a space, line breaks kept.
std::u32string evened(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    out += c == U'\n' ? c : is_blank(c) ? U' ' : half_width(c);
  }
  return out;
}

std::size_t common_end(View a, View b) {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() &&
         a[a.size() - 1 - length] == b[b.size() - 1 - length]) {
    ++length;
  }
  return length;
}

std::string joined(const std::vector<std::u32string>& names) {
  std::string out;
  for (const std::u32string& name : names) out += (out.empty() ? "" : ", ") + to_utf8(name);
  return out;
}

}  // namespace

/// A piece of the cell between separators.
struct DepartmentReader::Token {
  /// Each once: 等等等… is one thing to look at.
  void doubt(Message message) {
    if (std::find(doubts.begin(), doubts.end(), message) == doubts.end()) {
      doubts.push_back(std::move(message));
    }
  }

  std::u32string text;
  char32_t before = U'\0';              ///< the separator in front of it
  bool leads = false;                   ///< marked 牵头
  std::vector<std::u32string> names{};  ///< known names that it stands for; empty: none found
  std::vector<Message> doubts{};
  /// A part of it that was completed from a neighbour, and to what.
  std::optional<std::pair<std::u32string, std::u32string>> completed{};
};

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

std::vector<DepartmentReader::Token> DepartmentReader::tokens_of(View text) const {
  std::vector<Token> tokens;
  Token token;
  int depth = 0;
  const auto end_token = [&](char32_t separator) {
    if (!token.text.empty()) tokens.push_back(std::move(token));
    token = Token{{}, separator};
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = depth == 0 ? group_at(text, at) : 0; length > 0) {
      end_token(token.text.empty() ? token.before : U'\0');
      token.text = text.substr(at, length);
      at += length;
      continue;
    }
    const char32_t c = text[at++];
    if (c == U'(') ++depth;
    if (c == U')') depth = std::max(0, depth - 1);
    if (depth == 0 && is_separator(c)) {
      // A comma with a line break after it is still a comma.
      end_token(token.text.empty() && !is_soft(token.before) && token.before != U'\0' ? token.before
                                                                                      : c);
    } else {
      token.text += c;
    }
  }
  end_token(U'\0');

  // A name that the layout broke in two is one name.
  for (std::size_t i = 1; i < tokens.size();) {
    const std::u32string whole = tokens[i - 1].text + tokens[i].text;
    if (is_soft(tokens[i].before) && find(whole) &&
        !(find(tokens[i - 1].text) && find(tokens[i].text))) {
      tokens[i - 1].text = whole;
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return tokens;
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
  for (std::size_t length = 1; length < donor.size(); ++length) {
    std::u32string name(donor.substr(0, length));
    name += token;
    if (find(name)) return name;
  }
  return {};
}

/// Takes off what is said about a department around its name.
void DepartmentReader::strip(Token& token) const {
  std::u32string& text = token.text;
  const std::string written = to_utf8(text);
  if (const std::size_t colon = text.find(U':'); colon != std::u32string::npos) {
    token.leads = has_any(View(text).substr(0, colon), {U"牵头", U"主办"});
    text.erase(0, colon + 1);
  }
  for (bool again = true; again && !text.empty() && !find(text);) {
    again = false;
    const std::size_t open = text.front() == U'('  ? 0
                             : text.back() == U')' ? text.rfind(U'(')
                                                   : text.npos;
    const std::size_t close = open == 0 ? text.find(U')') : text.size() - 1;
    if (open != text.npos && close != text.npos) {
      const std::u32string note = text.substr(open + 1, close - open - 1);
      if (has_any(note, {U"牵头", U"主办"})) {
        token.leads = true;
      } else if (!has_any(note, {U"配合", U"协办", U"参与", U"参加", U"负责"})) {
        token.doubt({"{text} has a note in brackets, which was left out", {{"text", written}}});
      }
      text.erase(open, close - open + 1);
      again = true;
      continue;
    }
    for (const View vague : {View(U"等有关部门"), View(U"等有关单位"), View(U"等相关部门"),
                             View(U"等相关单位"), View(U"等部门"), View(U"等单位"), View(U"等")}) {
      if (!text.ends_with(vague)) continue;
      text.erase(text.size() - vague.size());
      token.doubt(
          {"{text} stands for more departments than it names; add them with "
           "amend --add-co",
           {{"text", written}}});
      again = true;
      break;
    }
    for (const View role :
         {View(U"牵头负责"), View(U"牵头"), View(U"主办"), View(U"按职责分工负责"),
          View(U"分别负责"), View(U"分工负责"), View(U"负责"), View(U"配合"), View(U"协办"),
          View(U"协助"), View(U"参与"), View(U"参加")}) {
      if (again || !text.ends_with(role)) continue;
      token.leads = token.leads || role.starts_with(U"牵头") || role == U"主办";
      text.erase(text.size() - role.size());
      again = true;
    }
  }
}

/// Finds the known names that a token stands for; `right` is the name after it.
void DepartmentReader::resolve(Token& token, View right) const {
  const View text = token.text;
  if (find(text)) {
    token.names = {token.text};
    return;
  }
  if (auto names = cover(text); !names.empty()) {
    std::size_t length = 0;
    for (const std::u32string& name : names) length += name.size();
    if (length == text.size()) {
      token.doubts.push_back({"{text} has no sign between its names; read as {names}",
                              {{"text", to_utf8(text)}, {"names", joined(names)}}});
    }
    token.names = std::move(names);
    return;
  }
  if (const std::u32string name = with_suffix_of(text, right); !name.empty()) {
    token.completed.emplace(text, name);
    token.names = {name};
    return;
  }
  if (text.size() > joined_max) return;
  // 长沙和岳阳市人民政府; 省安监局长沙、岳阳市人民政府.
  for (std::size_t at = text.size() - 1; at > 0; --at) {
    const View left = text.substr(0, at);
    View rest = text.substr(at);
    const bool joint = View(U"和及与").find(rest.front()) != View::npos;
    if (joint) rest.remove_prefix(1);
    if (joint && find(rest)) {
      const std::u32string name = with_suffix_of(left, rest);
      if (name.empty()) continue;
      token.completed.emplace(left, name);
      token.names = {name, std::u32string(rest)};
      return;
    }
    if (auto names = cover(left); !names.empty()) {
      const std::u32string name = with_suffix_of(rest, right);
      if (name.empty()) continue;
      token.completed.emplace(rest, name);
      token.names = std::move(names);
      token.names.push_back(name);
      return;
    }
  }
}

void DepartmentReader::doubt_unknown(const std::string& name, bool may_guess,
                                     DepartmentCell& cell) const {
  const std::string guess = may_guess ? nearest(name, spelled_) : std::string();
  if (guess.empty()) {
    cell.doubts.push_back(
        {"{name} is not in the directory; taken over as written", {{"name", name}}});
  } else {
    cell.doubts.push_back(
        {"{name} is not in the directory; taken over as written; did you mean "
         "{guess}?",
         {{"name", name}, {"guess", guess}}});
  }
}

DepartmentCell DepartmentReader::read(std::string_view text, bool may_guess) const {
  std::vector<Token> tokens = tokens_of(evened(text));
  std::u32string right;
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    strip(*token);
    if (token->text.empty()) continue;
    resolve(*token, right);
    right = token->names.empty() ? token->text : token->names.front();
  }

  DepartmentCell cell;
  std::optional<std::size_t> marked;
  std::u32string left;
  std::vector<std::u32string> short_forms, full_names;
  int unknown = 0;
  for (Token& token : tokens) {
    std::vector<std::u32string> names = std::move(token.names);
    if (names.empty() && !token.text.empty()) {
      if (std::u32string name = with_prefix_of(token.text, left); !name.empty()) {
        token.completed.emplace(token.text, name);
        names.push_back(std::move(name));
      } else {
        names.push_back(token.text);
      }
    }
    cell.doubts.insert(cell.doubts.end(), token.doubts.begin(), token.doubts.end());
    if (token.completed) {
      short_forms.push_back(token.completed->first);
      full_names.push_back(token.completed->second);
    }
    for (const std::u32string& name : names) {
      const Known* known = find(name);
      Mention mention{known ? known->name : to_utf8(name), known != nullptr};
      left = name;
      if (!known) {
        doubt_unknown(mention.name, may_guess && ++unknown <= guesses_max, cell);
      } else if (known->is_alias) {
        cell.doubts.push_back(
            {"{text} is taken for {name}", {{"text", to_utf8(name)}, {"name", known->name}}});
      }
      if (std::find(cell.mentions.begin(), cell.mentions.end(), mention) != cell.mentions.end()) {
        cell.doubts.push_back({"{name} is named twice", {{"name", mention.name}}});
        continue;
      }
      if (token.leads && !marked) marked = cell.mentions.size();
      cell.mentions.push_back(std::move(mention));
    }
  }
  if (!short_forms.empty()) {
    cell.doubts.push_back({"{texts}: completed from the names beside, to {names}",
                           {{"texts", joined(short_forms)}, {"names", joined(full_names)}}});
  }
  if (marked && *marked > 0) {
    const auto lead = cell.mentions.begin() + static_cast<std::ptrdiff_t>(*marked);
    std::rotate(cell.mentions.begin(), lead, lead + 1);
    cell.doubts.push_back({"{name} does not stand first, but is marked as the lead",
                           {{"name", cell.mentions.front().name}}});
  }
  return cell;
}

}  // namespace duban::intake
