#include "cli/rung_names.hpp"

#include "engine/policy/rules_for.hpp"

namespace duban {

std::int64_t level_of(const Entry& escalate) {
  const Value* value = escalate.data.find("level");
  return value && value->integer() ? *value->integer() : 0;
}

std::string RungNames::operator()(Lang lang, const Entry& escalate) {
  if (!asked_) {
    asked_ = true;
    if (auto view = world_.store.read()) {
      if (auto basis = basis_in_force(**view, world_.compiler)) basis_ = std::move(*basis);
      view_ = std::move(*view);
    }
  }
  const Value* rung = escalate.data.find("rung");
  if (basis_ && escalate.task && rung && rung->text()) {
    const auto task = view_->task(*escalate.task);
    if (task && *task)
      return rung_word(lang, rules_for(*basis_, **task), *rung->text(), level_of(escalate));
  }
  return level_word(lang, level_of(escalate));
}

}  // namespace duban
