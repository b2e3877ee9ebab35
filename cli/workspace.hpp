// A workspace on disk: where it is, what its duban.yaml says, and the ports that stand on it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include "cli/gate.hpp"

namespace duban {

inline constexpr const char* workspace_file = "duban.yaml";
inline constexpr const char* database_file = "duban.db";

/// What duban.yaml says.
struct Settings {
  int format = 1;                      ///< of the workspace; a newer one is refused
  std::optional<Lang> lang;            ///< of what people read
  std::optional<int> ambiguous_width;  ///< of signs on the terminal: 1 or 2 columns
  int max_gap_days = 45;               ///< a clock further past the last entry is refused
  int busy_timeout_ms = 5000;          ///< how long a step waits for another one
};
Checked<Settings> read_settings(const std::string& text, const std::string& file);
/// The text that `init` writes.
std::string settings_text();

enum class Access : std::uint8_t { read, write };

struct Workspace {
  std::filesystem::path directory;
  Settings settings;
  Access access = Access::read;
  std::unique_ptr<Store> store;
  std::unique_ptr<Gate> vault;
  std::unique_ptr<BasisCompiler> compiler;
  std::unique_ptr<Clock> clock;
  std::string account;

  World world(const Context& context);
};

/// The directory at or above `from` that has a duban.yaml.
std::optional<std::filesystem::path> find_workspace(const std::filesystem::path& from);
/// Opens what `--workspace` names, or what is found upwards; not_found when there is none.
Result<std::unique_ptr<Workspace>> open_workspace(const Context& context, Access access);
/// The ports of the workspace in `directory`.
Result<std::unique_ptr<Workspace>> open_ports(const std::filesystem::path& directory,
                                              const Settings& settings, Access access);
/// The same for a directory that has no database yet.
Result<std::unique_ptr<Workspace>> make_ports(const std::filesystem::path& directory,
                                              const std::string& id, bool rehearsal);

/// The group of the system that shares a workspace; none: one account keeps it to itself.
struct Sharers {
  std::optional<unsigned> group;
};
/// not_found for a group that the system does not know.
Result<Sharers> sharers_of(const std::string& group);
/// Gives a directory its modes: 0700, or 2770 for a group; and this process a umask to go with it.
Status share(const std::filesystem::path& directory, const Sharers& sharers);

/// The workspace as it stood at `at`, earlier than its last entry: replayed from the log.
Result<std::unique_ptr<View>> view_of_past(std::unique_ptr<View> view, BasisCompiler& compiler,
                                           Instant at);

/// Rules and directory as the shipped files have them: beside the program, where it was built, or
/// where it was installed.
Result<std::filesystem::path> shipped_config();
/// What stands in a file of settings; bad_file when it cannot be read. Of a file larger than the
/// mebibyte that their readers take, a byte more than that.
Result<std::string> read_text(const std::filesystem::path& path);

/// Name of the operating system's account that runs this process; its number when it has none.
std::string account_name();

}  // namespace duban
