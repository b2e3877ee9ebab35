// What an audit has to say: one thing that is not as it must be, and lists of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/model/plan.hpp"

namespace duban::audit {

struct Finding {
  std::int64_t seq = -1;  ///< of the entry it is about; -1: of none
  std::optional<TaskKey> task = {};
  std::string what;          ///< which field, row or rule; for scripts
  std::string stored = {};   ///< what stands there; empty where nothing does
  std::string derived = {};  ///< what should
  Message message = {};      ///< the same for people, without entry and task
};

/// The first thousand findings in the order in which they were made, and how many there were.
class Findings {
 public:
  static constexpr std::size_t kept = 1000;

  void add(Finding finding);
  void add(const Findings& more);
  /// Errc::corrupt becomes a finding about `what`, as what can be read is judged all the same; any
  /// other failure is returned.
  Status unless_corrupt(const Status& done, const char* what,
                        const std::optional<TaskKey>& task = {});
  const std::vector<Finding>& first() const { return first_; }
  std::int64_t total() const { return total_; }
  bool none() const { return total_ == 0; }

 private:
  std::vector<Finding> first_;
  std::int64_t total_ = 0;
};

/// "entry 17, hn135/1.3.11: …" in English; for tests and logs.
std::string to_text(const Finding& finding);

}  // namespace duban::audit
