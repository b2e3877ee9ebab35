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
                       {"name", actor.name}};
}

Value value_of(const Grant& grant) {
  return Value::Object{
      {"plan", grant.plan}, {"role", to_text(grant.role)}, {"subject", grant.subject}};
}

Actor actor_from(const Value& value) {
  return {text_in(value, "id"), text_in(value, "department"), text_in(value, "name"),
          text_in(value, "account")};
}

std::optional<Grant> grant_from(const Value& value) {
  const std::optional<Role> role = parse_role(text_in(value, "role"));
  if (!role) return std::nullopt;
  return Grant{text_in(value, "subject"), *role, text_in(value, "plan")};
}

}  // namespace duban
