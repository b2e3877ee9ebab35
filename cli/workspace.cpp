#include "cli/workspace.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "cli/compiler.hpp"
#include "cli/logging.hpp"
#include "cli/real_clock.hpp"
#include "intake/deadline_text.hpp"

namespace duban {
namespace fs = std::filesystem;

World Workspace::world(const Context& context) {
  World world{*store, *vault, *clock, *compiler, account};
  world.as = context.as;
  if (!context.at.empty()) world.at = context.at;
  vault->confirmed = context.confirm_internal;
  world.accept_gap = context.accept_gap;
  world.max_gap_days = settings.max_gap_days;
  world.read_deadline = [](std::string_view text, const Plan& plan,
                           const Basis& basis) -> Result<Deadline> {
    intake::DeadlineContext said;
    said.issued = plan.issued;
    said.calendar = &basis.calendar;
    said.zone = &basis.zone;
    DUBAN_TRY(intake::ReadDeadline read, intake::read_deadline(text, said));
    return std::move(read.deadline);
  };
  return world;
}

std::optional<fs::path> find_workspace(const fs::path& from) {
  std::error_code failure;
  for (fs::path here = from; !here.empty(); here = here.parent_path()) {
    // One that may not be looked into is found too, and one whose duban.yaml is no file; opening it
    // tells what is wrong with it.
    if (fs::exists(fs::symlink_status(here / workspace_file, failure)) ||
        failure == std::errc::permission_denied)
      return here;
    if (here == here.root_path()) break;
  }
  return {};
}

// Readers of settings refuse more than a mebibyte; they need not be given all of it to say so.
constexpr std::size_t text_bytes_max = std::size_t{1} << 20;

Result<std::string> read_text(const fs::path& path) {
  std::error_code failure;
  if (fs::is_directory(path, failure)) {
    return failed(Errc::bad_file, "{path} is a directory, not a file", {{"path", path.string()}});
  }
  // A pipe would be waited for, and a device may have no end.
  if (fs::exists(path, failure) && !fs::is_regular_file(path, failure)) {
    return failed(Errc::bad_file, "{file} is a device or a pipe, not a file",
                  {{"file", path.string()}});
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  const std::uintmax_t size =
      std::min<std::uintmax_t>(fs::file_size(path, failure), text_bytes_max);
  std::string text(static_cast<std::size_t>(size) + 1, '\0');
  if (file) file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad()) {
    return failed(Errc::bad_file, "{path} cannot be read: {reason}",
                  {{"path", path.string()}, {"reason", std::strerror(errno)}});
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

Result<std::unique_ptr<Workspace>> open_workspace(const Context& context, Access access) {
  std::error_code failure;
  fs::path directory = context.directory;
  if (context.directory.empty()) {
    const auto found = find_workspace(fs::current_path(failure));
    if (!found) {
      return failed(
          Errc::not_found,
          "there is no workspace here or above; make one with duban init, or name it with "
          "--workspace");
    }
    directory = *found;
  } else if (!fs::exists(directory / workspace_file, failure) &&
             failure != std::errc::permission_denied) {
    return failed(Errc::not_found, "{directory} is no workspace: it has no duban.yaml",
                  {{"directory", directory.string()}});
  }
  const std::string file = (directory / workspace_file).string();
  Result<std::string> text = read_text(file);
  if (!text) {
    text.error().code = Errc::io;  // it is there; the machine keeps it from us
    return tl::make_unexpected(text.error());
  }
  const Checked<Settings> settings = read_settings(*text, file);
  if (!settings) return tl::make_unexpected(settings.error().front());
  log_info("workspace " + directory.string());
  return open_ports(directory, *settings, access);
}

Result<fs::path> shipped_config() {
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  for (const fs::path& candidate :
       {program.parent_path() / ".." / "share" / "duban", fs::path(DUBAN_CONFIG_SOURCE),
        fs::path(DUBAN_CONFIG_INSTALLED)}) {
    if (fs::exists(candidate / "rules" / "default.yaml", failure)) return candidate;
  }
  return failed(Errc::io, "the files shipped with duban are neither in {source} nor in {installed}",
                {{"source", DUBAN_CONFIG_SOURCE}, {"installed", DUBAN_CONFIG_INSTALLED}});
}

std::string account_name() {
  const uid_t uid = geteuid();
  const passwd* account = getpwuid(uid);
  return account ? account->pw_name : std::to_string(uid);
}

}  // namespace duban
