#include "intake/zip_library.hpp"

#include <dlfcn.h>

#include <string>

namespace duban::intake {
namespace {

class Opened {
 public:
  /// By the name that a linked program would have asked for.
  Opened() : handle_(dlopen(DUBAN_LIBZIP, RTLD_NOW | RTLD_LOCAL)) {
    take(functions_.open, "zip_open");
    take(functions_.discard, "zip_discard");
    take(functions_.get_num_entries, "zip_get_num_entries");
    take(functions_.get_name, "zip_get_name");
    take(functions_.name_locate, "zip_name_locate");
    take(functions_.stat_index, "zip_stat_index");
    take(functions_.fopen_index, "zip_fopen_index");
    take(functions_.fread, "zip_fread");
    take(functions_.fclose, "zip_fclose");
    take(functions_.strerror, "zip_strerror");
    take(functions_.error_init_with_code, "zip_error_init_with_code");
    take(functions_.error_strerror, "zip_error_strerror");
    take(functions_.error_fini, "zip_error_fini");
  }

  /// Null when anything is missing.
  const ZipLibrary* functions() const { return problem_.empty() ? &functions_ : nullptr; }
  const std::string& problem() const { return problem_; }

 private:
  template <class Function>
  void take(Function& function, const char* name) {
    void* const found = handle_ ? dlsym(handle_, name) : nullptr;
    function = reinterpret_cast<Function>(found);
    if (!found && problem_.empty()) {
      const char* reason = dlerror();
      problem_ = reason ? reason : name;
    }
  }

  void* handle_;  // never closed: archives are read until the process ends
  ZipLibrary functions_{};
  std::string problem_;
};

}  // namespace

Result<const ZipLibrary*> zip_library() {
  static const Opened library;
  if (const ZipLibrary* functions = library.functions()) return functions;
  return failed(Errc::io, "documents cannot be read: {library} is needed for it ({reason})",
                {{"library", DUBAN_LIBZIP}, {"reason", library.problem()}});
}

}  // namespace duban::intake
