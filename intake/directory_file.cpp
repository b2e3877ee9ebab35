#include "intake/directory_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/base/utf8.hpp"
#include "text/fields.hpp"
#include "text/nearest.hpp"

namespace duban {
namespace {

constexpr std::size_t name_length_max = 100;
constexpr int guesses_max = 20;  // each looks at all names; a file of strangers is another file
constexpr int told_max = 10;     // of a way round
constexpr std::array<std::string_view, 3> file_keys{"departments", "actors", "grants"};
constexpr std::array<std::string_view, 6> department_keys{"name",    "aliases",   "group",
                                                          "members", "housed_in", "superior"};
constexpr std::array<std::string_view, 3> actor_keys{"id", "department", "name"};
constexpr std::array<std::string_view, 3> grant_keys{"subject", "role", "plan"};
constexpr std::array<Role, 3> granted_roles{Role::coordinator, Role::auditor, Role::admin};

/// A department while the file is read: its references are nodes until all names are known.
struct Draft {
  Department department;
  Spot spot;  // of its name
  std::vector<const yaml::Node*> members;
  const yaml::Node* house = nullptr;
  const yaml::Node* superior = nullptr;
};

class Reader {
 public:
  explicit Reader(Problems& problems) : problems_(problems) {}

  DirectoryFile read(const yaml::Node& root) {
    DirectoryFile result;
    if (!yaml::is_mapping(root, problems_)) return result;
    yaml::refuse_unknown_keys(root, file_keys, problems_);
    const yaml::Pair* departments = root.find("departments");
    if (departments == nullptr) {
      problems_.at({}, failed(Errc::bad_file, "'{key}' is missing", {{"key", "departments"}}));
    } else {
      for (const yaml::Node* node : mappings(departments->value)) read_department(*node);
    }
    for (Draft& draft : drafts_) resolve(draft);
    refuse_circles(&Draft::house, &Department::housed_in);
    refuse_circles(&Draft::superior, &Department::superior);

    for (const yaml::Node* node : section(root, "actors")) read_actor(*node, result.actors);
    for (const yaml::Node* node : section(root, "grants")) read_grant(*node, result);
    std::sort(result.grants.begin(), result.grants.end());
    // Directory asserts what has just been found wanting, so it is made only when all is well.
    if (!problems_.empty()) return result;
    std::vector<Department> all;
    for (Draft& draft : drafts_) all.push_back(std::move(draft.department));
    result.directory = Directory(std::move(all));
    return result;
  }

 private:
  std::vector<const yaml::Node*> mappings(const yaml::Node& list) {
    std::vector<const yaml::Node*> items;
    if (list.kind != yaml::Kind::sequence) {
      problems_.at(list.spot,
                   failed(Errc::bad_file, "a list is wanted here, each item beginning with '- '"));
    }
    for (const yaml::Node& item : list.items) {
      if (yaml::is_mapping(item, problems_)) items.push_back(&item);
    }
    return items;
  }

  /// A section that may be missing, or empty with all its lines commented out.
  std::vector<const yaml::Node*> section(const yaml::Node& root, std::string_view key) {
    const yaml::Pair* pair = root.find(key);
    if (pair == nullptr || pair->value.kind == yaml::Kind::null) return {};
    return mappings(pair->value);
  }

  /// A usable name; a problem when it is none.
  const std::string* name_of(const yaml::Node& node) {
    const std::string* name = yaml::prose_of(node, problems_);
    if (name == nullptr) return nullptr;
    const std::u32string characters = code_points(*name);
    if (characters.size() > name_length_max) {
      problems_.at(node.spot, failed(Errc::bad_file, "longer than {limit} characters",
                                     {{"limit", std::to_string(name_length_max)}}));
      return nullptr;
    }
    if (std::any_of(characters.begin(), characters.end(), is_invisible)) {
      problems_.at(node.spot, failed(Errc::bad_file, "a hidden character in a name"));
      return nullptr;
    }
    const auto is_blank = [](char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0'; };
    if (is_blank(characters.front()) || is_blank(characters.back())) {
      problems_.at(node.spot, failed(Errc::bad_file, "a blank at the end of a name"));
      return nullptr;
    }
    return name;
  }

  /// Takes a name or alias for the department that is being read, unless it is taken.
  bool claim(const yaml::Node& node, bool is_alias) {
    const auto [at, is_new] = names_.emplace(node.text, drafts_.size());
    if (is_new) return true;
    const bool own = at->second == drafts_.size();
    const std::string owner = own ? std::string() : drafts_[at->second].department.name;
    Values values{{"name", node.text}, {"owner", owner}};
    if (own) {
      problems_.at(node.spot, failed(Errc::bad_file, "'{name}' stands here twice", values));
    } else if (owner != node.text) {
      problems_.at(node.spot,
                   failed(Errc::bad_file, "'{name}' is an alias of '{owner}' already", values));
    } else if (is_alias) {
      problems_.at(node.spot, failed(Errc::bad_file,
                                     "'{name}' is a department of its own in this file", values));
    } else {
      problems_.at(node.spot,
                   failed(Errc::bad_file, "department '{name}' is in this file twice", values));
    }
    return false;
  }

  void read_department(const yaml::Node& node) {
    yaml::refuse_unknown_keys(node, department_keys, problems_);
    Draft draft;
    draft.spot = node.spot;
    if (const std::string* name = wanted(node, "name")) {
      draft.spot = node.find("name")->value.spot;
      draft.department.name = *name;
      claim(node.find("name")->value, false);
    }
    if (const yaml::Pair* aliases = node.find("aliases")) {
      for (const yaml::Node* item : yaml::list_of(aliases->value, problems_)) {
        const std::string* alias = name_of(*item);
        if (alias != nullptr && claim(*item, true)) draft.department.aliases.push_back(*alias);
      }
    }
    if (const yaml::Pair* members = node.find("members"))
      draft.members = yaml::list_of(members->value, problems_);
    draft.department.group = !draft.members.empty();
    if (const yaml::Pair* group = node.find("group")) {
      const bool is_group = yaml::flag_of(group->value, problems_).value_or(draft.department.group);
      if (!is_group && !draft.members.empty())
        problems_.at(group->key.spot, failed(Errc::bad_file, "what has members is a group"));
      draft.department.group = is_group;
    }
    if (const yaml::Pair* house = node.find("housed_in")) draft.house = &house->value;
    if (const yaml::Pair* superior = node.find("superior")) draft.superior = &superior->value;
    drafts_.push_back(std::move(draft));
  }

  /// The name under a key that must be there.
  const std::string* wanted(const yaml::Node& node, std::string_view key) {
    const yaml::Pair* pair = node.find(key);
    if (pair != nullptr) return name_of(pair->value);
    problems_.at(node.spot,
                 failed(Errc::bad_file, "'{key}' is missing here", {{"key", std::string(key)}}));
    return nullptr;
  }

  /// The department that `node` names; nullptr and a problem when the file has none such.
  const Draft* department_at(const yaml::Node& node) {
    const std::string* name = name_of(node);
    if (name == nullptr) return nullptr;
    const auto found = names_.find(*name);
    if (found != names_.end()) return &drafts_[found->second];
    std::string guess;
    if (++strangers_ <= guesses_max) {
      std::vector<std::string> known;
      for (const auto& [each, index] : names_) known.push_back(each);
      guess = nearest(*name, known);
    }
    problems_.at(
        node.spot,
        guess.empty()
            ? failed(Errc::bad_file, "no department '{name}' in this file", {{"name", *name}})
            : failed(Errc::bad_file, "no department '{name}' in this file; did you mean '{guess}'?",
                     {{"name", *name}, {"guess", guess}}));
    return nullptr;
  }

  void resolve(Draft& draft) {
    Department& department = draft.department;
    std::set<std::string> names;
    for (const yaml::Node* node : draft.members) {
      const Draft* member = department_at(*node);
      if (member == nullptr) continue;
      const std::string& name = member->department.name;
      if (member->department.group) {
        problems_.at(node->spot, failed(Errc::bad_file, "'{name}' is a group; groups do not nest",
                                        {{"name", name}}));
      } else if (!names.insert(name).second) {
        problems_.at(node->spot,
                     failed(Errc::bad_file, "'{name}' stands here twice", {{"name", name}}));
      } else {
        department.members.push_back(name);
      }
    }
    if (draft.house != nullptr) {
      if (const Draft* house = department_at(*draft.house))
        department.housed_in = house->department.name;
    }
    if (draft.superior != nullptr) {
      if (const Draft* superior = department_at(*draft.superior))
        department.superior = superior->department.name;
    }
  }

  /// Each way round is told once, at the reference of its first department.
  void refuse_circles(const yaml::Node* Draft::*place, std::string Department::*next) {
    std::set<std::string> done;
    for (const Draft& draft : drafts_) {
      std::vector<std::string> way;
      const Draft* at = &draft;
      while (!(at->department.*next).empty() && done.insert(at->department.name).second) {
        way.push_back(at->department.name);
        at = &drafts_[names_.at(at->department.*next)];
      }
      const auto begin = std::find(way.begin(), way.end(), at->department.name);
      if (begin == way.end()) continue;
      std::string text;
      for (auto each = begin; each != way.end(); ++each) {
        if (each - begin == told_max) {
          text += "... -> ";
          break;
        }
        text += *each + " -> ";
      }
      problems_.at((at->*place)->spot, failed(Errc::bad_file, "this leads back to itself: {way}",
                                              {{"way", text + at->department.name}}));
    }
  }

  void read_actor(const yaml::Node& node, std::vector<Actor>& actors) {
    yaml::refuse_unknown_keys(node, actor_keys, problems_);
    Actor actor;
    const std::string* id = wanted(node, "id");
    if (wanted(node, "department") != nullptr) {
      if (const Draft* department = department_at(node.find("department")->value))
        actor.department = department->department.name;
    }
    if (const yaml::Pair* name = node.find("name")) {
      if (const std::string* text = name_of(name->value)) actor.name = *text;
    }
    if (id == nullptr) return;
    actor.id = *id;
    const Spot spot = node.find("id")->value.spot;
    const auto named = names_.find(*id);
    if (!actor_ids_.insert(*id).second) {
      problems_.at(spot,
                   failed(Errc::bad_file, "actor '{id}' is in this file twice", {{"id", *id}}));
    } else if (named != names_.end() && actor.department != *id) {
      problems_.at(spot, failed(Errc::bad_file,
                                "'{id}' is a department's name; only its own account is called so",
                                {{"id", *id}}));
    } else {
      actors.push_back(std::move(actor));
    }
  }

  void read_grant(const yaml::Node& node, DirectoryFile& result) {
    yaml::refuse_unknown_keys(node, grant_keys, problems_);
    Grant grant;
    if (const std::string* subject = wanted(node, "subject")) {
      grant.subject = *subject;
      if (!actor_ids_.contains(*subject)) {
        const Draft* department = department_at(node.find("subject")->value);
        if (department != nullptr) grant.subject = department->department.name;
      }
    }
    bool complete = !grant.subject.empty();
    if (const std::string* word = wanted(node, "role")) {
      const std::optional<Role> role = read_role(node.find("role")->value, *word);
      if (role) grant.role = *role;
      complete = complete && role;
    } else {
      complete = false;
    }
    if (const yaml::Pair* plan = node.find("plan")) {
      if (const std::string* id = name_of(plan->value)) grant.plan = *id;
    }
    if (!complete) return;
    if (!grants_.insert(grant).second) {
      problems_.at(node.spot, failed(Errc::bad_file, "this grant is in this file twice"));
    } else {
      result.grants.push_back(std::move(grant));
    }
  }

  std::optional<Role> read_role(const yaml::Node& node, const std::string& word) {
    std::vector<std::string_view> known;
    for (const Role role : granted_roles) {
      if (to_text(role) == word) return role;
      known.push_back(to_text(role));
    }
    const std::string guess = nearest(word, known);
    problems_.at(node.spot,
                 guess.empty()
                     ? failed(Errc::bad_file, "'{word}' is no role that is granted; known: {known}",
                              {{"word", word}, {"known", yaml::joined(known)}})
                     : failed(Errc::bad_file, "unknown role '{word}'; did you mean '{guess}'?",
                              {{"word", word}, {"guess", guess}}));
    return std::nullopt;
  }

  Problems& problems_;
  std::vector<Draft> drafts_;
  std::map<std::string, std::size_t, std::less<>> names_;  // names and aliases, to drafts_
  std::set<std::string> actor_ids_;
  std::set<Grant> grants_;
  int strangers_ = 0;
};

}  // namespace

Checked<DirectoryFile> load_directory(std::string_view text, const std::string& file) {
  Problems problems(yaml::without_mark(text), file);
  const yaml::Node root = yaml::parse(text, problems);
  DirectoryFile result;
  if (root.kind != yaml::Kind::null) result = Reader(problems).read(root);
  if (!problems.empty()) return tl::unexpected(problems.take());
  return result;
}

}  // namespace duban
