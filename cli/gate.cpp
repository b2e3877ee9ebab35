#include "cli/gate.hpp"

#include <filesystem>

#include "cli/workspace.hpp"
#include "engine/base/utf8.hpp"
#include "intake/screening.hpp"
#include "text/caret.hpp"

namespace duban {

Status Gate::pass(const std::string& path) {
  if (passed_.contains(path)) return {};
  DUBAN_TRY(const intake::Screening found, intake::screen(path));
  const std::string name = readable_name(std::filesystem::path(path).filename().string());
  if (!found.secret.empty()) {
    return failed(
        Errc::forbidden,
        "{file} is marked '{mark}': a state secret must not be entered; nothing of it is kept",
        {{"file", name}, {"mark", found.secret}});
  }
  if (!found.internal.empty() && !confirmed) {
    return failed(
        Errc::forbidden,
        "{file} says '{mark}'; whoever may enter it confirms that with --confirm-internal",
        {{"file", name}, {"mark", found.internal}});
  }
  for (const intake::PersonalNumber& number : found.numbers) {
    const bool is_card = number.kind == intake::PersonalNumber::Kind::identity_card;
    doubts_.push_back({{number.place},
                       is_card
                           ? Message{"an identity-card number stands here; is it needed?"}
                           : Message{"the number of a bank account stands here; is it needed?"}});
  }
  passed_.insert(path);
  return {};
}

std::vector<Doubt> Gate::take_doubts() { return std::exchange(doubts_, {}); }

Result<Attachment> Gate::inspect(const std::string& path) {
  DUBAN_TRY(pass(path));
  return behind_->inspect(path);
}

Status Gate::keep(const std::string& path, const std::string& sha256) {
  DUBAN_TRY(pass(path));
  return behind_->keep(path, sha256);
}

Result<std::string> Gate::keep_bytes(std::string_view bytes) { return behind_->keep_bytes(bytes); }

Result<std::string> Gate::read(const std::string& sha256) { return behind_->read(sha256); }

Status Gate::show_kept(const std::string& sha256,
                       const std::function<Status(std::string_view)>& sink) {
  return behind_->show_kept(sha256, sink);
}

void tell_gate_doubts(Context& context) {
  if (!context.workspace || !context.workspace->vault) return;
  for (const Doubt& doubt : context.workspace->vault->take_doubts()) {
    context.err << "duban: " << shown(place_words(context.lang, to_text(doubt.place)))
                << colon(context.lang) << shown(say(context.lang, doubt.message)) << '\n';
  }
}

}  // namespace duban
