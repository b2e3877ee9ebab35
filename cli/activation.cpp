#include "cli/activation.hpp"

#include "cli/answer.hpp"

namespace duban {
namespace {

Value json_of(const ActivateReceipt& receipt) {
  Value value;
  value.set("at", to_text(receipt.at));
  value.set("before", receipt.before);
  value.set("after", receipt.after);
  value.set("fired", receipt.fired);
  value.set("tasks", receipt.tasks);
  value.set("moved", receipt.moved);
  value.set("raised", receipt.raised);
  return value;
}

}  // namespace

void print_activation(Context& context, const ActivateReceipt& receipt) {
  if (context.json()) {
    print_json(context, json_of(receipt));
    return;
  }
  if (receipt.before == receipt.after) {
    context.out << say(context.lang, "it is in force already: nothing has changed") << '\n';
    return;
  }
  context.out << say(context.lang,
                     "in force: basis {after}, before {before}; {fired} timers fired under the old "
                     "one, {moved} of {tasks} live tasks have another next timer, {raised} "
                     "escalations raised",
                     {{"after", receipt.after.substr(0, 12)},
                      {"before", receipt.before.substr(0, 12)},
                      {"fired", std::to_string(receipt.fired)},
                      {"moved", std::to_string(receipt.moved)},
                      {"tasks", std::to_string(receipt.tasks)},
                      {"raised", std::to_string(receipt.raised)}})
              << '\n';
}

Result<BasisTexts> texts_in_force(const World& world) {
  DUBAN_TRY(const std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(const Meta meta, view->meta());
  DUBAN_TRY(std::optional<BasisTexts> texts, view->basis_texts(meta.basis));
  if (!texts) {
    return failed(Errc::corrupt, "the store has no texts of the basis in force, {hash}",
                  {{"hash", meta.basis}});
  }
  return std::move(*texts);
}

}  // namespace duban
