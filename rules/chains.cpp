#include "rules/chains.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "rules/words.hpp"

namespace duban::rule_file {
namespace {

/// `rung` may be counted from the raising of `other`, as `at` says.
struct Link {
  std::string rung;
  std::string other;
  const yaml::Node* at;
};

class Chains {
 public:
  Chains(const std::vector<Rung>& ladder, Problems& problems) : problems_(problems) {
    for (const Rung& rung : ladder) known_.push_back(rung.id);
  }

  /// The `at` of one rung, in the ladder or in an override.
  void add(const std::string& id, const yaml::Node& rung) {
    const yaml::Pair* at = rung.find("at");
    if (at == nullptr || at->value.kind != yaml::Kind::scalar) return;
    const std::optional<std::string_view> other = raised_rung(at->value.text);
    if (!other || other->empty()) return;
    if (std::find(known_.begin(), known_.end(), *other) == known_.end()) {
      refuse_unknown(part(at->value, *other), Kind::other_rung, *other, known_, problems_);
      return;
    }
    links_.push_back({id, std::string(*other), &at->value});
    next_[id].push_back(links_.back().other);
  }

  void refuse_circles() {
    for (const Link& link : links_) {
      if (!reaches(link.other, link.rung)) continue;
      problems_.at(link.at->spot,
                   link.other == link.rung
                       ? failed(Errc::bad_file, "rung '{id}' would wait for its own raising",
                                {{"id", link.rung}})
                       : failed(Errc::bad_file,
                                "rung '{id}' would wait for its own raising, through '{other}'",
                                {{"id", link.rung}, {"other", link.other}}));
    }
  }

 private:
  /// Whether the chain from `from` comes to `to`.
  bool reaches(const std::string& from, const std::string& to) const {
    std::vector<std::string> open{from};
    std::unordered_set<std::string> seen;
    while (!open.empty()) {
      const std::string id = std::move(open.back());
      open.pop_back();
      if (id == to) return true;
      const auto others = next_.find(id);
      if (!seen.insert(id).second || others == next_.end()) continue;
      open.insert(open.end(), others->second.begin(), others->second.end());
    }
    return false;
  }

  Problems& problems_;
  std::vector<std::string_view> known_;
  std::vector<Link> links_;
  std::unordered_map<std::string, std::vector<std::string>> next_;
};

const yaml::Node* value_of(const yaml::Node& node, std::string_view key) {
  const yaml::Pair* pair = node.find(key);
  return pair == nullptr ? nullptr : &pair->value;
}

}  // namespace

void check_chains(const yaml::Node& root, const std::vector<Rung>& ladder, Problems& problems) {
  Chains chains(ladder, problems);
  if (const yaml::Node* rungs = value_of(root, "escalations")) {
    for (const yaml::Node& rung : rungs->items) {
      if (const yaml::Node* id = value_of(rung, "id")) chains.add(id->text, rung);
    }
  }
  if (const yaml::Node* overrides = value_of(root, "overrides")) {
    for (const yaml::Node& change : overrides->items) {
      const yaml::Node* rungs = value_of(change, "escalations");
      if (rungs == nullptr) continue;
      for (const yaml::Pair& pair : rungs->pairs) chains.add(pair.key.text, pair.value);
    }
  }
  chains.refuse_circles();
}

}  // namespace duban::rule_file
