#include "engine/log/people_value.hpp"

namespace duban {
namespace {

std::string text_in(const Value& data, const char* name) {
  const Value* value = data.find(name);
  return value && value->text() ? *value->text() : std::string();
}

}  // namespace

Value value_of(const Actor& actor) {
  return Value::Object{{"account", actor.account},
                       {"department", actor.department},
                       {"id", actor.id},
                       {"name", actor.name},
                       {"person", actor.person}};
}

Value value_of(const Grant& grant) {
  return Value::Object{
      {"plan", grant.plan}, {"role", to_text(grant.role)}, {"subject", grant.subject}};
}

Value end_value(const std::string& id, const std::vector<Grant>& grants) {
  Value::Array gone;
  for (const Grant& grant : grants) gone.push_back(value_of(grant));
  return Value::Object{{"ended", true}, {"grants", std::move(gone)}, {"id", id}};
}

bool is_end(const Value& value) { return value.find("ended") != nullptr; }

Value former_value(const Actor& actor) {
  Value::Array list;
  for (const FormerActor& former : actor.was) {
    list.push_back(Value::Object{{"account", former.account},
                                 {"department", former.department},
                                 {"name", former.name},
                                 {"person", former.person},
                                 {"until", former.until}});
  }
  return list;
}

Result<std::vector<FormerActor>> parse_former(std::string_view text) {
  DUBAN_TRY(const Value value, parse_value(text));
  if (!value.array()) return failed(Errc::corrupt, "what an actor was is no list");
  std::vector<FormerActor> list;
  for (const Value& each : *value.array()) {
    const Value* until = each.find("until");
    if (!until || !until->integer()) return failed(Errc::corrupt, "what an actor was has no end");
    list.push_back({text_in(each, "department"), text_in(each, "name"), text_in(each, "account"),
                    text_in(each, "person"), *until->integer()});
  }
  return list;
}

Actor actor_from(const Value& value) {
  return {text_in(value, "id"), text_in(value, "department"), text_in(value, "name"),
          text_in(value, "account"), text_in(value, "person")};
}

std::optional<Grant> grant_from(const Value& value) {
  const std::optional<Role> role = parse_role(text_in(value, "role"));
  if (!role) return std::nullopt;
  return Grant{text_in(value, "subject"), *role, text_in(value, "plan")};
}

}  // namespace duban
