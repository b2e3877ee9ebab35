#include "rules/chains.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "rules/words.hpp"

namespace duban::rule_file {
namespace {

constexpr std::size_t row_max = 20;

/// `rung` may be counted from the raising of `other`, as `at` says.
struct Link {
  std::string rung;
  std::string other;
  const yaml::Node* at;
};

class Chains {
 public:
  Chains(const Ladder& ladder, Problems& problems) : problems_(problems), known_(ladder.ids()) {}

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
    next_[id].insert(links_.back().other);
  }

  void refuse_circles() {
    bool round = false;
    for (const Link& link : links_) {
      if (!reached(link.other).contains(link.rung)) continue;
      round = true;
      problems_.at(link.at->spot,
                   link.other == link.rung
                       ? failed(Errc::bad_file, "rung '{id}' would wait for its own raising",
                                {{"id", link.rung}})
                       : failed(Errc::bad_file,
                                "rung '{id}' would wait for its own raising, through '{other}'",
                                {{"id", link.rung}, {"other", link.other}}));
    }
    if (!round) refuse_long_rows();
  }

 private:
  /// What the chains from `from` come to, itself included.
  const std::unordered_set<std::string>& reached(const std::string& from) {
    const auto [known, is_new] = reached_.try_emplace(from);
    if (!is_new) return known->second;
    std::vector<std::string> open{from};
    while (!open.empty()) {
      const std::string id = std::move(open.back());
      open.pop_back();
      if (!known->second.insert(id).second) continue;
      if (const auto others = next_.find(id); others != next_.end())
        open.insert(open.end(), others->second.begin(), others->second.end());
    }
    return known->second;
  }

  /// How many others `id` waits for, one behind the other. There is no circle.
  std::size_t row_behind(const std::string& id) {
    if (const auto known = rows_.find(id); known != rows_.end()) return known->second;
    std::size_t longest = 0;
    if (const auto others = next_.find(id); others != next_.end()) {
      for (const std::string& other : others->second)
        longest = std::max(longest, row_behind(other) + 1);
    }
    return rows_[id] = longest;
  }

  void refuse_long_rows() {
    for (const Link& link : links_) {
      if (row_behind(link.other) + 1 != row_max + 1) continue;  // those behind it say the same
      problems_.at(
          link.at->spot,
          failed(Errc::bad_file, "rung '{id}' would wait for a row of more than {limit} others",
                 {{"id", link.rung}, {"limit", std::to_string(row_max)}}));
    }
  }

  Problems& problems_;
  std::vector<std::string_view> known_;
  std::vector<Link> links_;
  std::unordered_map<std::string, std::unordered_set<std::string>> next_;
  std::unordered_map<std::string, std::unordered_set<std::string>> reached_;
  std::unordered_map<std::string, std::size_t> rows_;
};

const yaml::Node* value_of(const yaml::Node& node, std::string_view key) {
  const yaml::Pair* pair = node.find(key);
  return pair == nullptr ? nullptr : &pair->value;
}

}  // namespace

void check_chains(const yaml::Node& root, const Ladder& ladder, Problems& problems) {
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
