#include "engine/operations/names.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "engine/model/person.hpp"

namespace duban {
namespace {

/// Takes a Chinese number below a hundred, or digits, off the front of `text`; 0 when there is
/// none.
int take_number(std::string_view& text) {
  static constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五",
                                                  "六", "七", "八", "九", "十"};
  const auto numeral = [&] {
    for (int i = 0; i < 10; ++i) {
      if (text.starts_with(numerals[i])) {
        text.remove_prefix(numerals[i].size());
        return i + 1;
      }
    }
    return 0;
  };
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc()) {
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
  }
  value = numeral();
  if (value == 0) return 0;
  if (value != 10) {
    const std::string_view before = text;
    if (numeral() != 10) {
      text = before;
      return value;
    }
    value *= 10;
  }
  const std::string_view before = text;
  const int unit = numeral();
  if (unit == 10) text = before;
  return unit == 10 ? value : value + unit;
}

/// `一（三）11`, `（三）11` or `1.3.11`: the numbers, outermost first; empty for anything else.
std::vector<int> numbers_of(std::string_view text) {
  std::vector<int> numbers;
  while (!text.empty()) {
    bool closed = false;
    for (const std::string_view open : {"（", "("}) {
      if (text.starts_with(open)) {
        text.remove_prefix(open.size());
        closed = true;
      }
    }
    const int number = take_number(text);
    if (number <= 0) return {};
    numbers.push_back(number);
    if (closed) {
      const std::size_t size = text.starts_with("）") ? 3 : text.starts_with(")") ? 1 : 0;
      if (size == 0) return {};
      text.remove_prefix(size);
    }
    for (const std::string_view separator : {".", "、", "．"}) {
      if (text.starts_with(separator)) text.remove_prefix(separator.size());
    }
  }
  return numbers;
}

}  // namespace

bool is_task_name(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::vector<int> numbers = numbers_of(slash == text.npos ? text : text.substr(slash + 1));
  return !numbers.empty() && numbers.size() <= path_max && slash != 0;
}

Result<TaskKey> resolve_task(View& view, std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view plan = slash == text.npos ? std::string_view() : text.substr(0, slash);
  const std::vector<int> numbers = numbers_of(slash == text.npos ? text : text.substr(slash + 1));
  if (!is_task_name(text)) {
    return failed(Errc::not_found, "'{text}' names no task; write it as hn135/1.3.11 or 1.3.11",
                  {{"text", std::string(text)}});
  }
  TaskKey key{.plan = std::string(plan)};
  std::copy(numbers.begin(), numbers.end(), key.path.begin());
  DUBAN_TRY(const std::vector<TaskKey> keys, view.keys_with_number(key));
  if (!plan.empty()) {
    if (!keys.empty()) return key;
    DUBAN_TRY(const std::optional<Plan> known, view.plan(key.plan));
    if (!known) return failed(Errc::not_found, "no plan {plan}", {{"plan", key.plan}});
    return failed(Errc::not_found, "no task {task} in plan {plan}",
                  {{"task", number_text(key)}, {"plan", key.plan}});
  }
  if (keys.size() == 1) return keys.front();
  if (keys.empty()) {
    return failed(Errc::not_found, "no plan has a task {task}", {{"task", std::string(text)}});
  }
  constexpr std::size_t listed_max = 20;
  std::string list;
  for (std::size_t i = 0; i < std::min(keys.size(), listed_max); ++i)
    list += (list.empty() ? "" : ", ") + to_text(keys[i]);
  if (keys.size() > listed_max) list += ", ...";
  const Values values{{"task", std::string(text)}, {"list", list}};
  if (keys.front().path == key.path)
    return failed(Errc::ambiguous, "{task} is in several plans: {list}", values);
  return failed(Errc::ambiguous, "several tasks end with {task}: {list}", values);
}

Result<std::string> resolve_department(std::string_view text, const Directory& directory,
                                       const Task* task) {
  if (directory.find(text)) return directory.canonical(text);
  std::set<std::string> own;  // names that only the plan has
  if (task) {
    for (const std::string& name : task->co) own.insert(directory.canonical(name));
    own.insert(directory.canonical(task->lead));
    for (const Contribution& each : task->contributions) own.insert(each.department);
  }
  if (own.count(std::string(text)) > 0) return std::string(text);
  std::set<std::string> parts;
  for (const std::string& name : own) {
    if (!text.empty() && !directory.find(name) && name.find(text) != name.npos) parts.insert(name);
  }
  Result<std::string> known = directory.resolve(text);
  if (parts.empty()) return known;
  if (known) parts.insert(*known);
  if (parts.size() == 1 && !(known.has_value() == false && known.error().code == Errc::ambiguous))
    return *parts.begin();
  std::string list;
  for (const std::string& name : parts) list += (list.empty() ? "" : ", ") + name;
  return failed(Errc::ambiguous, "{name} is part of several names: {list}",
                {{"name", std::string(text)}, {"list", list}});
}

namespace {

Result<Actor> find_actor(std::string_view text, const People& people, const Directory& directory,
                         View& view) {
  const auto exact = people.actors.find(std::string(text));
  if (exact != people.actors.end()) return exact->second;
  const auto account_of = [&](const std::string& department) {
    const auto own = people.actors.find(department);
    return own != people.actors.end() ? own->second : Actor{department, department, {}, {}};
  };
  if (directory.find(text)) return account_of(directory.canonical(text));
  DUBAN_TRY(const bool of_a_plan, view.is_involved(std::string(text)));
  if (of_a_plan) return account_of(std::string(text));

  std::vector<Actor> matches;
  for (const auto& [id, actor] : people.actors) {
    if (!actor.ended && (id.find(text) != id.npos || (!actor.name.empty() && actor.name == text)))
      matches.push_back(actor);
  }
  const Result<std::string> department = directory.resolve(text);
  if (department) {
    const Actor own = account_of(*department);
    if (std::find(matches.begin(), matches.end(), own) == matches.end()) matches.push_back(own);
  } else if (department.error().code == Errc::ambiguous && matches.empty()) {
    return tl::make_unexpected(department.error());
  }
  if (matches.size() == 1) return matches.front();
  if (matches.empty()) {
    return failed(Errc::not_found, "no actor or department {name}", {{"name", std::string(text)}});
  }
  std::string list;
  for (const Actor& match : matches) list += (list.empty() ? "" : ", ") + match.id;
  return failed(Errc::ambiguous, "{name} is part of several names: {list}",
                {{"name", std::string(text)}, {"list", list}});
}

}  // namespace

Result<std::string> resolve_department_anywhere(std::string_view text, const Directory& directory,
                                                View& view) {
  Result<std::string> known = directory.resolve(text);
  if (known || directory.find(text)) return known;
  DUBAN_TRY(const bool of_a_plan, view.is_involved(std::string(text)));
  if (of_a_plan) return std::string(text);
  return known;
}

Result<Person> resolve_person(const World& world, const Meta& meta, const People& people,
                              const Directory& directory, std::string_view plan, View& view) {
  Actor actor;
  if (world.as.empty()) {
    std::string list;
    int count = 0;
    for (const auto& [id, each] : people.actors) {
      if (each.account != world.account || each.ended) continue;
      actor = each;
      ++count;
      list += (list.empty() ? "" : ", ") + id;
    }
    if (count == 0) {
      return failed(
          Errc::role,
          "the account {account} has no actor here; an admin adds one: duban actor add ID "
          "--department D --account {account}",
          {{"account", world.account}});
    }
    if (count > 1) {
      return failed(Errc::ambiguous,
                    "the account {account} has several actors; say which: --as {list}",
                    {{"account", world.account}, {"list", list}});
    }
  } else {
    DUBAN_TRY(actor, find_actor(world.as, people, directory, view));
    if (actor.ended) {
      return failed(Errc::role, "the actor {id} was ended and acts no more", {{"id", actor.id}});
    }
    if (!meta.rehearsal && actor.account != world.account) {
      return failed(Errc::role,
                    "{actor} does not belong to the account {account}; an admin can map it: duban "
                    "actor add {actor} --department D --account {account}",
                    {{"actor", actor.id}, {"account", world.account}});
    }
  }
  return person_of(std::move(actor), plan, people, directory);
}

}  // namespace duban
