#include "engine/model/directory.hpp"

#include <algorithm>
#include <set>

#include "engine/base/value.hpp"

namespace duban {

Directory::Directory(std::vector<Department> departments) : departments_(std::move(departments)) {
  for (std::size_t i = 0; i < departments_.size(); ++i) {
    index_.emplace(departments_[i].name, i);
    for (const std::string& alias : departments_[i].aliases) index_.emplace(alias, i);
  }
}

const Department* Directory::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &departments_[found->second];
}

std::string Directory::canonical(std::string_view name) const {
  const Department* known = find(name);
  return known ? known->name : std::string(name);
}

bool Directory::is_group(std::string_view name) const {
  const Department* known = find(name);
  return known && (known->group || !known->members.empty());
}

std::vector<std::string> Directory::members(std::string_view group) const {
  const Department* known = find(group);
  if (!known) return {};
  std::vector<std::string> names;
  for (const std::string& member : known->members) names.push_back(canonical(member));
  return names;
}

bool Directory::is_member(std::string_view department, std::string_view group) const {
  const std::vector<std::string> names = members(group);
  return std::find(names.begin(), names.end(), canonical(department)) != names.end();
}

bool Directory::same_house(std::string_view a, std::string_view b) const {
  const auto houses = [this](std::string_view name) {
    std::set<std::string> seen;
    for (std::string at = canonical(name); !at.empty() && seen.insert(at).second;) {
      const Department* known = find(at);
      at = known && !known->housed_in.empty() ? canonical(known->housed_in) : std::string();
    }
    return seen;
  };
  if (a.empty() || b.empty()) return false;
  const std::set<std::string> first = houses(a), second = houses(b);
  return std::any_of(first.begin(), first.end(),
                     [&](const std::string& house) { return second.count(house) > 0; });
}

Result<std::string> Directory::resolve(std::string_view name) const {
  if (const Department* known = find(name)) return known->name;
  std::set<std::string> matches;
  if (!name.empty()) {
    for (const auto& [text, index] : index_) {
      if (text.find(name) != std::string::npos) matches.insert(departments_[index].name);
    }
  }
  if (matches.size() == 1) return *matches.begin();
  if (matches.empty()) {
    return failed(Errc::not_found, "no department {name} in the directory",
                  {{"name", std::string(name)}});
  }
  std::string list;
  std::size_t shown = 0;
  for (const std::string& match : matches) {
    if (shown++ == 5) {
      list += ", ...";
      break;
    }
    list += (list.empty() ? "" : ", ") + match;
  }
  return failed(Errc::ambiguous, "{name} is part of several names: {list}",
                {{"name", std::string(name)}, {"list", list}});
}

std::string Directory::text() const {
  const auto names = [](const std::vector<std::string>& list) {
    return Value::Array(list.begin(), list.end());
  };
  Value::Array items;
  for (const Department& department : departments_) {
    items.push_back(Value::Object{{"aliases", names(department.aliases)},
                                  {"group", department.group},
                                  {"housed_in", department.housed_in},
                                  {"members", names(department.members)},
                                  {"name", department.name},
                                  {"superior", department.superior}});
  }
  return duban::canonical(Value::Object{{"departments", std::move(items)}});
}

Result<Directory> Directory::parse(std::string_view text) {
  DUBAN_TRY(const Value root, parse_value(text));
  const Value* list = root.find("departments");
  if (!list || !list->array())
    return failed(Errc::corrupt, "the directory's text has no departments");
  std::vector<Department> departments;
  for (const Value& item : *list->array()) {
    Department department;
    const auto word = [&](const char* key) {
      const Value* value = item.find(key);
      return value && value->text() ? *value->text() : std::string();
    };
    const auto words = [&](const char* key) {
      std::vector<std::string> out;
      if (const Value* value = item.find(key); value && value->array()) {
        for (const Value& each : *value->array()) {
          if (each.text()) out.push_back(*each.text());
        }
      }
      return out;
    };
    department.name = word("name");
    department.aliases = words("aliases");
    department.members = words("members");
    department.housed_in = word("housed_in");
    department.superior = word("superior");
    const Value* group = item.find("group");
    department.group = group && group->boolean() && *group->boolean();
    departments.push_back(std::move(department));
  }
  return Directory(std::move(departments));
}

bool People::holds(const Actor& actor, Role role, std::string_view plan,
                   const Directory& directory) const {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    if (grant.role != role || (!grant.plan.empty() && grant.plan != plan)) return false;
    return grant.subject == actor.id ||
           (!actor.department.empty() && directory.same(grant.subject, actor.department));
  });
}

}  // namespace duban
