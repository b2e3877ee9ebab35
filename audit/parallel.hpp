// The entries of a log in their order, each looked at by one of all cores first. Internal to audit.
#pragma once

#include <algorithm>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/operations/ports.hpp"

namespace duban::audit {

/// Some entries that stand one after the other, and what the cores find in them.
template <class T>
class Block {
 public:
  using Look = T (*)(std::string_view body);
  using Visit = std::function<Result<bool>(std::int64_t seq, std::string_view body, T& found)>;

  bool empty() const { return entries_.empty(); }
  bool full() const { return entries_.size() == entries_max || bytes_.size() >= bytes_max; }

  void add(std::int64_t seq, std::string_view body) {
    entries_.push_back({seq, bytes_.size(), body.size(), {}});
    bytes_ += body;
  }

  /// Starts looking, on every core.
  void start(Look look) {
    const std::size_t cores = std::clamp(std::thread::hardware_concurrency(), 1u, 16u);
    const std::size_t share = entries_.size() / cores + 1;
    for (std::size_t first = 0; first < entries_.size(); first += share) {
      const std::size_t last = std::min(first + share, entries_.size());
      shares_.push_back(std::async(std::launch::async, [this, look, first, last] {
        for (std::size_t i = first; i < last; ++i) entries_[i].found = look(body(i));
      }));
    }
  }

  /// Waits for the cores and visits all in order; false when the visitor wants no more. Empty
  /// after.
  Result<bool> finish(const Visit& visit) {
    for (std::future<void>& share : shares_) share.get();
    shares_.clear();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      DUBAN_TRY(const bool more, visit(entries_[i].seq, body(i), *entries_[i].found));
      if (!more) return false;
    }
    entries_.clear();
    bytes_.clear();
    return true;
  }

 private:
  static constexpr std::size_t entries_max = 4096;
  static constexpr std::size_t bytes_max = std::size_t{4} << 20;

  struct One {
    std::int64_t seq = 0;
    std::size_t at = 0;
    std::size_t size = 0;
    std::optional<T> found;
  };
  std::string_view body(std::size_t i) const {
    return std::string_view(bytes_).substr(entries_[i].at, entries_[i].size);
  }

  std::string bytes_;
  std::vector<One> entries_;
  std::vector<std::future<void>> shares_;  // die first: they work on the members above
};

/// As View::each_entry; while the cores look at one block, the one before it is visited and the
/// next one read. `look` sees nothing but the bytes.
template <class T>
Status each_entry_looked_at(View& log, std::int64_t first, std::int64_t last,
                            typename Block<T>::Look look, const typename Block<T>::Visit& visit) {
  Block<T> blocks[2];
  std::size_t reading = 0;
  bool more = true;
  // The block that was read goes to the cores, the other one, which they have done, to the visitor.
  const auto turn = [&]() -> Result<bool> {
    blocks[reading].start(look);
    reading = 1 - reading;
    if (!blocks[reading].empty()) {
      DUBAN_TRY(more, blocks[reading].finish(visit));
    }
    return more;
  };
  const Status read = log.each_entry(first, last, [&](std::int64_t seq, std::string_view body) {
    blocks[reading].add(seq, body);
    return blocks[reading].full() ? turn() : Result<bool>(true);
  });
  // What was read before a failure is judged all the same.
  const bool failed_reading = !read && read.error().code == Errc::corrupt;
  if (!read && !failed_reading) return read;
  for (int i = 0; i < 2 && more; ++i) {
    DUBAN_TRY(turn());
  }
  return read;
}

}  // namespace duban::audit
