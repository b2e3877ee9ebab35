// The gate for papers that must not get in: every file passes it before a byte of it is kept.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace duban {

/// The vault behind a look at each file (intake/screening.hpp): one that is marked as a state
/// secret is refused, one that calls itself internal needs `confirmed`. A file is looked at once.
class Gate : public Vault {
 public:
  explicit Gate(std::unique_ptr<Vault> behind) : behind_(std::move(behind)) {}

  /// Errc::forbidden, in words that repeat nothing of the file but its mark.
  Status pass(const std::string& path);
  /// What was seen in files that passed, since the last call: numbers of persons.
  std::vector<Doubt> take_doubts();

  Result<Attachment> inspect(const std::string& path) override;
  Status keep(const std::string& path, const std::string& sha256) override;
  Result<std::string> keep_bytes(std::string_view bytes) override;
  Result<std::string> read(const std::string& sha256) override;
  Status show_kept(const std::string& sha256,
                   const std::function<Status(std::string_view)>& sink) override;

  bool confirmed = false;  ///< `--confirm-internal`

 private:
  std::unique_ptr<Vault> behind_;
  std::set<std::string> passed_;
  std::vector<Doubt> doubts_;
};

/// Tells on `context.err` what was seen in evidence.
void tell_gate_doubts(Context& context);

}  // namespace duban
