#include "intake/strangers.hpp"

#include "intake/cell_text.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t places_max = 3;
// A guess looks at all known names, and nobody reads more of them.
constexpr std::size_t guesses_max = 200;

}  // namespace

bool Strangers::note(const Responsibility& who, const std::string& place) {
  if (is_overrun_) return false;
  for (const Mention& mention : who.mentions) {
    if (mention.known) continue;
    const auto [at, is_new] = strangers_.try_emplace(mention.name);
    Stranger& stranger = at->second;
    if (is_new) {
      stranger.name = mention.name;
      stranger.group = is_group_name(squeezed(mention.name));
    }
    ++stranger.count;
    if (stranger.places.size() < places_max) stranger.places.push_back({place});
  }
  is_overrun_ = strangers_.size() > names_max;
  if (is_overrun_) strangers_.clear();
  return !is_overrun_;
}

std::vector<Stranger> Strangers::list() const {
  std::vector<Stranger> all;
  for (const auto& [name, stranger] : strangers_) {
    all.push_back(stranger);
    if (all.size() <= guesses_max) all.back().like = names_.like(name);
  }
  return all;
}

}  // namespace duban::intake
