// Actors: who acts for whom, from which account, and what was granted.
#include <algorithm>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "engine/log/people_value.hpp"

namespace duban {
namespace {

struct GrantOptions {
  std::string subject;
  std::string role;
  std::string plan;
};

Result<int> add(Context& context, const Actor& actor) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(add_actor(world, actor));
  context.settled = 0;
  if (context.json()) {
    print_json(context, Value::Object{{"actor", actor.id}});
  } else {
    context.out << say(context.lang, "{actor} may act", {{"actor", shown(actor.id)}}) << '\n';
  }
  return 0;
}

Result<int> end(Context& context, const std::string& id) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const std::vector<Grant> gone, end_actor(world, id));
  context.settled = 0;
  if (context.json()) {
    Value grants = Value::Array{};
    for (const Grant& grant : gone) grants.push(value_of(grant));
    print_json(context, Value::Object{{"actor", id}, {"ended", true}, {"grants", grants}});
    return 0;
  }
  context.out << say(context.lang, "{actor} acts no more; its history stays",
                     {{"actor", shown(id)}})
              << '\n';
  for (const Grant& grant : gone) {
    context.out << say(context.lang, "{subject} is {role} no more",
                       {{"subject", shown(id)}, {"role", std::string(to_text(grant.role))}})
                << '\n';
  }
  return 0;
}

Result<Grant> grant_of(const GrantOptions& options) {
  const std::vector<std::string> known{"coordinator", "auditor", "admin"};
  const std::optional<Role> role = parse_role(options.role);
  if (!role || std::find(known.begin(), known.end(), options.role) == known.end()) {
    return failed(Errc::usage, "--role takes coordinator, auditor or admin, not '{value}'",
                  {{"value", options.role}});
  }
  return Grant{options.subject, *role, options.plan};
}

Result<int> change(Context& context, const GrantOptions& options, bool is_grant) {
  DUBAN_TRY(const Grant wanted, grant_of(options));
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(is_grant ? grant(world, wanted) : revoke(world, wanted));
  context.settled = 0;
  if (context.json()) {
    print_json(context, Value::Object{{"subject", wanted.subject},
                                      {"role", to_text(wanted.role)},
                                      {"plan", wanted.plan.empty() ? Value() : Value(wanted.plan)},
                                      {"granted", is_grant}});
    return 0;
  }
  const Values values{{"subject", wanted.subject}, {"role", std::string(to_text(wanted.role))}};
  context.out << (is_grant ? say(context.lang, "{subject} is {role} now", values)
                           : say(context.lang, "{subject} is {role} no more", values))
              << '\n';
  return 0;
}

/// Grants of the actor itself, and those of its department in brackets.
std::string grants_of(Lang lang, const Actor& actor, const People& people,
                      const Directory& directory) {
  std::vector<std::string> all;
  if (actor.ended) return {};
  for (const Grant& grant : people.grants) {
    const bool own = grant.subject == actor.id;
    if (!own && (actor.department.empty() || !directory.same(grant.subject, actor.department)))
      continue;
    std::string text = word(lang, grant.role);
    if (!grant.plan.empty()) text += " " + grant.plan;
    all.push_back(own ? text : "(" + text + ")");
  }
  return joined(lang, all);
}

Value json_of(const Actor& actor, const People& people, const Directory& directory) {
  const auto text = [](const std::string& value) { return value.empty() ? Value() : Value(value); };
  Value grants = Value::Array{};
  for (const Grant& grant : people.grants) {
    if (actor.ended) break;
    if (grant.subject != actor.id &&
        (actor.department.empty() || !directory.same(grant.subject, actor.department)))
      continue;
    grants.push(Value::Object{
        {"subject", grant.subject}, {"role", to_text(grant.role)}, {"plan", text(grant.plan)}});
  }
  return Value::Object{{"actor", actor.id},
                       {"department", text(actor.department)},
                       {"name", text(actor.name)},
                       {"account", text(actor.account)},
                       {"person", text(actor.person)},
                       {"ended", actor.ended ? Value(to_text(*actor.ended)) : Value()},
                       {"grants", std::move(grants)}};
}

/// The one actor of this id, or with this part of it.
Result<Actor> find(const People& people, const std::string& text) {
  if (const auto exact = people.actors.find(text); exact != people.actors.end()) {
    return exact->second;
  }
  std::vector<std::string> ids;
  for (const auto& [id, actor] : people.actors) {
    if (id.find(text) != id.npos || actor.name == text) ids.push_back(id);
  }
  if (ids.size() == 1) return people.actors.at(ids.front());
  if (ids.empty()) return failed(Errc::not_found, "no actor {name}", {{"name", text}});
  return failed(Errc::ambiguous, "{name} is part of several names: {list}",
                {{"name", text}, {"list", joined(Lang::en, ids)}});
}

Result<int> list(Context& context, const std::string& text) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  const People& people = reading->people();
  const Directory& directory = reading->basis().directory;
  std::string id;
  if (!text.empty()) {
    DUBAN_TRY(const Actor actor, find(people, text));
    if (context.json()) {
      print_json(context, json_of(actor, people, directory));
      return 0;
    }
    id = actor.id;
  }
  const auto any = [&](const auto& has) {
    return std::any_of(people.actors.begin(), people.actors.end(),
                       [&](const auto& each) { return has(each.second); });
  };
  const bool persons = any([](const Actor& actor) { return !actor.person.empty(); });
  const bool ended = any([](const Actor& actor) { return actor.ended.has_value(); });
  std::vector<Column> columns{{"actor", ColumnKind::key},
                              {"department", ColumnKind::name},
                              {"name", ColumnKind::name},
                              {"account", ColumnKind::text}};
  if (persons) columns.push_back({"person", ColumnKind::name});
  columns.push_back({"granted (by department)", ColumnKind::name});
  if (ended) columns.push_back({"no more since", ColumnKind::date});
  Answer answer(context, columns);
  const Zone& zone = reading->basis().zone;
  const auto add_row = [&](const Actor& actor) {
    answer.add(
        [&] {
          std::vector<Cell> cells{actor.id, actor.department, actor.name, actor.account};
          if (persons) cells.emplace_back(actor.person);
          cells.emplace_back(grants_of(context.lang, actor, people, directory));
          if (ended) cells.emplace_back(actor.ended ? to_text(zone.date_of(*actor.ended)) : "");
          return cells;
        },
        [&] { return json_of(actor, people, directory); });
  };
  std::vector<std::string> unmatched;
  for (const auto& [known, actor] : people.actors) {
    if (id.empty() || known == id) add_row(actor);
  }
  // A grant to a department without an actor of its own still shows.
  for (const Grant& grant : people.grants) {
    const auto of_subject = [&](const auto& each) {
      return each.first == grant.subject || directory.same(each.second.department, grant.subject);
    };
    if (!id.empty() || std::any_of(people.actors.begin(), people.actors.end(), of_subject) ||
        std::find(unmatched.begin(), unmatched.end(), grant.subject) != unmatched.end())
      continue;
    unmatched.push_back(grant.subject);
    add_row({grant.subject, grant.subject, {}, {}});
  }
  answer.finish("there are no actors");
  return 0;
}

void add_grant(CLI::App& actor, Context& context, const char* name, const char* what,
               const char* example, bool is_grant) {
  auto options = std::make_shared<GrantOptions>();
  CLI::App* command = add_command(actor, name, what, example);
  argument(command, "ID", options->subject, "an actor, or a department for all its people");
  required_option(command, "--role", options->role, "coordinator, auditor or admin", "ROLE");
  option(command, "--plan", options->plan, "for this plan only", "P");
  runs(command, context,
       [&context, options, is_grant] { return change(context, *options, is_grant); });
}

}  // namespace

void add_actor(CLI::App& app, Context& context) {
  CLI::App* actor =
      add_command(app, "actor", "who acts: add, end, grant, revoke, list, show (经办人)",
                  "duban actor add 督查三处 --department 省政府督查室\n"
                  "duban actor grant 督查三处 --role coordinator --plan hn135");
  needs_command(actor);
  auto made = std::make_shared<Actor>();
  CLI::App* command = add_command(
      *actor, "add", "add an actor, or map one to an account; by an admin",
      "duban actor add 督查三处 --department 省政府督查室 --name 李明 --account liming");
  argument(command, "ID", made->id, "how it appears in the log");
  required_option(command, "--department", made->department, "whose person it is", "D");
  option(command, "--name", made->name, "the person's name (姓名)", "NAME");
  option(command, "--account", made->account, "the account of the system it acts from", "OSUSER");
  option(command, "--person", made->person,
         "who it is, for a person with several actors: the same word with each", "P");
  runs(command, context, [&context, made] { return add(context, *made); });

  auto gone = std::make_shared<std::string>();
  command = add_command(*actor, "end", "let an actor act no more; by an admin",
                        "duban actor end 督查三处");
  argument(command, "ID", *gone, "the actor; its id is not used again");
  runs(command, context, [&context, gone] { return end(context, *gone); });

  add_grant(*actor, context, "grant", "grant a role; by an admin",
            "duban actor grant 省安委办 --role coordinator --plan hn135", true);
  add_grant(*actor, context, "revoke", "take a granted role back; by an admin",
            "duban actor revoke 省安委办 --role coordinator --plan hn135", false);

  command = add_command(*actor, "list", "all actors with their grants", "duban actor list");
  runs(command, context, [&context] { return list(context, {}); });
  auto id = std::make_shared<std::string>();
  command = add_command(*actor, "show", "one actor", "duban actor show 督查一处");
  argument(command, "ID", *id, "its id");
  runs(command, context, [&context, id] { return list(context, *id); });
}

}  // namespace duban
