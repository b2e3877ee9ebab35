// The entries of a log in their order, each looked at by one of all cores first. Internal to audit.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/operations/ports.hpp"

namespace duban::audit {

/// How many threads to start for work that all cores share.
inline std::size_t cores() { return std::clamp(std::thread::hardware_concurrency(), 1u, 16u); }

/// One thread a core, which do one job after the other. Done with all when it goes away.
class Crew {
 public:
  Crew() {
    for (std::size_t i = 0; i < cores(); ++i)
      threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }

  std::future<void> start(std::function<void()> job) {
    std::packaged_task<void()> task(std::move(job));
    std::future<void> done = task.get_future();
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(task));
    }
    waiting_.notify_one();
    return done;
  }

 private:
  void work(const std::stop_token& stop) {
    for (;;) {
      std::unique_lock lock(mutex_);
      if (!waiting_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
      std::packaged_task<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any waiting_;
  std::deque<std::packaged_task<void()>> jobs_;
  std::vector<std::jthread> threads_;  // die first: they work on the members above
};

/// Some entries that stand one after the other, and what the cores find in them.
template <class T>
class Block {
 public:
  using Look = std::function<T(std::int64_t seq, std::string_view body)>;
  using Visit = std::function<Result<bool>(std::int64_t seq, std::string_view body, T& found)>;

  bool empty() const { return size_ == 0; }
  bool full() const { return size_ == entries_max || bytes_.size() >= bytes_max; }

  void add(std::int64_t seq, std::string_view body) {
    // At once, or growing would copy it again and again.
    if (bytes_.capacity() == 0) bytes_.reserve(bytes_max + bytes_max / 8);
    if (size_ == entries_.size()) entries_.emplace_back();
    One& one = entries_[size_++];
    one.seq = seq;
    one.at = bytes_.size();
    one.size = body.size();
    bytes_ += body;
  }

  /// Starts looking, on every core. `look` must outlive that.
  void start(Crew& crew, const Look& look) {
    const std::size_t share = size_ / cores() + 1;
    for (std::size_t first = 0; first < size_; first += share) {
      const std::size_t last = std::min(first + share, size_);
      shares_.push_back(crew.start([this, &look, first, last] {
        for (std::size_t i = first; i < last; ++i)
          entries_[i].found.emplace(look(entries_[i].seq, body(i)));
      }));
    }
  }

  /// Waits for the cores and visits all in order; false when the visitor wants no more. Empty
  /// after.
  Result<bool> finish(const Visit& visit) {
    for (std::future<void>& share : shares_) share.get();
    shares_.clear();
    for (std::size_t i = 0; i < size_; ++i) {
      DUBAN_TRY(const bool more, visit(entries_[i].seq, body(i), *entries_[i].found));
      if (!more) return false;
    }
    size_ = 0;  // what was found stays until a core puts something else in its place
    bytes_.clear();
    return true;
  }

 private:
  // So few that they are still in a core's cache when they are visited.
  static constexpr std::size_t entries_max = 1024;
  static constexpr std::size_t bytes_max = std::size_t{1} << 20;

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
  std::size_t size_ = 0;
  std::vector<std::future<void>> shares_;
};

/// Reads on one thread, by `read`, which hands what it finds to its argument; while the cores look
/// at one block, the one before it is visited and the next one read. `look` sees nothing but its
/// arguments and what stays as it is. Returns what `read` did, or the visitor's failure.
template <class T>
Status each_looked_at(
    const std::function<Status(
        const std::function<Result<bool>(std::int64_t seq, std::string_view body)>& add)>& read,
    const typename Block<T>::Look& look, const typename Block<T>::Visit& visit) {
  Block<T> blocks[2];
  Crew crew;  // dies first: it works on the blocks
  std::size_t reading = 0;
  bool more = true;
  // The block that was read goes to the cores, the other one, which they have done, to the visitor.
  const auto turn = [&]() -> Result<bool> {
    blocks[reading].start(crew, look);
    reading = 1 - reading;
    if (!blocks[reading].empty()) {
      DUBAN_TRY(more, blocks[reading].finish(visit));
    }
    return more;
  };
  const Status done = read([&](std::int64_t seq, std::string_view body) {
    blocks[reading].add(seq, body);
    return blocks[reading].full() ? turn() : Result<bool>(true);
  });
  // What was read before a failure is judged all the same.
  if (!done && done.error().code != Errc::corrupt) return done;
  for (int i = 0; i < 2 && more; ++i) {
    DUBAN_TRY(turn());
  }
  return done;
}

/// The same over the entries [first, last) of a log.
template <class T>
Status each_entry_looked_at(View& log, std::int64_t first, std::int64_t last,
                            const typename Block<T>::Look& look,
                            const typename Block<T>::Visit& visit) {
  return each_looked_at<T>([&](const auto& add) { return log.each_entry(first, last, add); }, look,
                           visit);
}

}  // namespace duban::audit
