#include "cli/context.hpp"

#include "cli/workspace.hpp"

namespace duban {

Context::Context(std::istream& input, std::ostream& output, std::ostream& errors)
    : in(input), out(output), err(errors) {}
Context::~Context() = default;

Result<World> world(Context& context) {
  if (!context.workspace || context.workspace->access == Access::read) {
    DUBAN_TRY(context.workspace, open_workspace(context, Access::write));
  }
  return context.workspace->world(context);
}

Result<std::unique_ptr<Reading>> reading(Context& context) {
  if (!context.workspace) {
    DUBAN_TRY(context.workspace, open_workspace(context, Access::read));
  }
  const World world = context.workspace->world(context);
  DUBAN_TRY(std::unique_ptr<View> view, world.store.read());
  DUBAN_TRY(const Meta meta, view->meta());
  DUBAN_TRY(const std::shared_ptr<const Basis> basis, basis_in_force(*view, world.compiler));
  DUBAN_TRY(const Instant now, reading_time(meta, world, basis->zone));
  if (now < meta.judged) {
    DUBAN_TRY(view, view_of_past(std::move(view), world.compiler, now));
  }
  return Reading::open(std::move(view), world.compiler, now);
}

}  // namespace duban
