#include "intake/html_library.hpp"

#include <dlfcn.h>

#include <string>

namespace duban::intake {
namespace {

class Opened {
 public:
  Opened() : handle_(dlopen(DUBAN_LIBXML2, RTLD_NOW | RTLD_LOCAL)) {
    take(functions_.create, "htmlCreatePushParserCtxt");
    take(functions_.use_options, "htmlCtxtUseOptions");
    take(functions_.parse, "htmlParseChunk");
    take(functions_.free, "htmlFreeParserCtxt");
  }

  /// Null when anything is missing.
  const HtmlLibrary* functions() const { return problem_.empty() ? &functions_ : nullptr; }
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

  void* handle_;  // never closed: pages are read until the process ends
  HtmlLibrary functions_{};
  std::string problem_;
};

}  // namespace

Result<const HtmlLibrary*> html_library() {
  static const Opened library;
  if (const HtmlLibrary* functions = library.functions()) return functions;
  return failed(Errc::io, "documents cannot be read: {library} is needed for it ({reason})",
                {{"library", DUBAN_LIBXML2}, {"reason", library.problem()}});
}

}  // namespace duban::intake
