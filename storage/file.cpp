#include "storage/file.hpp"

#include <fcntl.h>

#include <cerrno>
#include <system_error>

namespace duban::storage {

std::string reason(int error) { return std::generic_category().message(error); }

Status sync_folder(const std::string& folder) {
  const std::string name = folder.empty() ? "." : folder;
  const File file(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file && ::fsync(file.get()) == 0) return {};
  return failed(Errc::io, "what was written in {folder} may not be on the disk: {reason}",
                {{"folder", name}, {"reason", reason(errno)}});
}

}  // namespace duban::storage
