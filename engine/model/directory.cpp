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
  for (std::size_t i = 0; i < departments_.size(); ++i) {
    std::set<std::size_t> seen;
    std::size_t at = i;
    while (seen.insert(at).second && !departments_[at].housed_in.empty()) {
      const auto house = index_.find(departments_[at].housed_in);
      if (house == index_.end()) break;
      at = house->second;
    }
    outermost_.push_back(at);
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
  if (a.empty() || b.empty()) return false;
  const Department *first = find(a), *second = find(b);
  if (!first || !second) return a == b;
  return outermost_[static_cast<std::size_t>(first - departments_.data())] ==
         outermost_[static_cast<std::size_t>(second - departments_.data())];
}

std::vector<std::string> Directory::house_of(std::string_view name) const {
  const Department* known = find(name);
  if (!known) return {std::string(name)};
  const std::size_t house = outermost_[static_cast<std::size_t>(known - departments_.data())];
  std::vector<std::string> names;
  for (std::size_t i = 0; i < departments_.size(); ++i) {
    if (outermost_[i] == house) names.push_back(departments_[i].name);
  }
  return names;
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
    return failed(Errc::not_found,
                  "no department {name} in the directory; an admin adds it with 'department add'",
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

Actor as_of(const Actor& actor, std::int64_t changes) {
  for (const FormerActor& former : actor.was) {
    if (former.until > changes)
      return {actor.id, former.department, former.name, former.account, former.person};
  }
  return actor;
}

bool is_one_person(const Actor& a, const Actor& b) {
  if (a.id == b.id || (!a.person.empty() && a.person == b.person)) return true;
  return !a.account.empty() && a.account == b.account && !a.name.empty() && a.name == b.name;
}

bool People::holds(const Actor& actor, Role role, std::string_view plan,
                   const Directory& directory) const {
  if (actor.ended) return false;
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    if (grant.role != role || (!grant.plan.empty() && grant.plan != plan)) return false;
    return grant.subject == actor.id ||
           (!actor.department.empty() && directory.same(grant.subject, actor.department));
  });
}

std::int64_t People::changes() const {
  std::int64_t last = 0;
  for (const auto& [id, actor] : actors) {
    if (!actor.was.empty()) last = std::max(last, actor.was.back().until);
  }
  return last;
}

namespace {

FormerActor former(const Actor& actor, std::int64_t until) {
  return {actor.department, actor.name, actor.account, actor.person, until};
}

}  // namespace

const Actor& People::put(Actor actor) {
  const std::int64_t change = changes() + 1;
  Actor& known = actors[actor.id];
  actor.was = std::move(known.was);
  if (!known.id.empty()) {
    FormerActor before = former(known, change);
    if (before != former(actor, change)) actor.was.push_back(std::move(before));
  }
  known = std::move(actor);
  return known;
}

std::vector<Grant> People::end(const std::string& id, const Directory& directory, Instant now) {
  const std::int64_t change = changes() + 1;
  Actor& actor = actors.at(id);
  actor.was.push_back(former(actor, change));
  actor.ended = now;
  std::vector<Grant> gone;
  if (directory.find(id)) return gone;
  std::erase_if(grants, [&](const Grant& grant) {
    if (grant.subject == id) gone.push_back(grant);
    return grant.subject == id;
  });
  return gone;
}

bool People::has_admin(const Directory& directory, bool rehearsal) const {
  return std::any_of(actors.begin(), actors.end(), [&](const auto& each) {
    return (rehearsal || !each.second.account.empty()) &&
           holds(each.second, Role::admin, {}, directory);
  });
}

}  // namespace duban
