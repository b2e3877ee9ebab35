// A log that somebody has been at: the entries of a store, altered, behind a View.
#pragma once

#include <map>

#include "engine/log/entry_text.hpp"
#include "tests/support/office.hpp"

namespace duban::test {

/// Everything but the entries is answered by the store as it was.
class DamagedLog final : public BoardReader<View> {
 public:
  explicit DamagedLog(MemoryStore& store) : board_(store.board()) {
    const auto view = must(store.read());
    must(view->each_entry(0, board_.meta.size,
                          [&](std::int64_t seq, std::string_view body) -> Result<bool> {
                            bodies[seq] = body;
                            return true;
                          }));
    for (std::int64_t number = 0; number < board_.meta.size / tile_width; ++number)
      tiles[{0, number}] = must(view->tile(0, number));
  }

  std::map<std::int64_t, std::string> bodies;
  std::map<std::pair<int, std::int64_t>, std::string> tiles;
  std::map<std::string, std::shared_ptr<const BasisTexts>>& bases() { return board_.bases; }

  Entry entry(std::int64_t seq) const { return must(parse_entry(bodies.at(seq))); }
  void replace(const Entry& entry) { bodies[entry.seq] = canonical(entry); }
  /// The first entry that `wanted` says yes to.
  Entry find(const std::function<bool(const Entry&)>& wanted) const {
    for (const auto& [seq, body] : bodies) {
      Entry entry = must(parse_entry(body));
      if (wanted(entry)) return entry;
    }
    BOOST_FAIL("no such entry");
    return {};
  }
  /// Takes an entry out as one would who knows the format: later seqs and prevs close ranks.
  void forge_out(std::int64_t gone) {
    const Entry taken = entry(gone);
    std::map<std::int64_t, std::string> rest;
    for (const auto& [seq, body] : bodies) {
      if (seq == gone) continue;
      Entry entry = must(parse_entry(body));
      if (entry.prev == gone) entry.prev = taken.prev;
      if (entry.prev && *entry.prev > gone) entry.prev = *entry.prev - 1;
      if (entry.seq > gone) --entry.seq;
      rest[entry.seq] = canonical(entry);
    }
    bodies = std::move(rest);
  }

  Status each_entry(
      std::int64_t first, std::int64_t last,
      const std::function<Result<bool>(std::int64_t, std::string_view)>& visit) override {
    for (auto at = bodies.lower_bound(first); at != bodies.end() && at->first < last; ++at) {
      DUBAN_TRY(const bool more, visit(at->first, at->second));
      if (!more) break;
    }
    return {};
  }
  Result<std::string> tile(int level, std::int64_t number) override {
    const auto known = tiles.find({level, number});
    if (known == tiles.end()) return failed(Errc::not_found, "no such tile");
    return known->second;
  }

 private:
  const Board& board() const override { return board_; }
  Result<std::string> body(std::int64_t seq) override { return bodies.at(seq); }
  Board board_;
};

}  // namespace duban::test
