#include "intake/xlsx_library.hpp"

#include <dlfcn.h>

#include <string>

namespace duban::intake {
namespace {

class Opened {
 public:
  Opened() : handle_(dlopen(DUBAN_LIBXLSXWRITER, RTLD_NOW | RTLD_LOCAL)) {
    take(functions_.book_new_opt, "workbook_new_opt");
    take(functions_.book_add_sheet, "workbook_add_worksheet");
    take(functions_.book_add_format, "workbook_add_format");
    take(functions_.book_set_properties, "workbook_set_properties");
    take(functions_.book_close, "workbook_close");
    take(functions_.sheet_write_string, "worksheet_write_string");
    take(functions_.sheet_set_column, "worksheet_set_column");
    take(functions_.sheet_freeze_panes, "worksheet_freeze_panes");
    take(functions_.set_text_wrap, "format_set_text_wrap");
    take(functions_.set_bold, "format_set_bold");
    take(functions_.set_align, "format_set_align");
    take(functions_.set_number_format, "format_set_num_format_index");
    take(functions_.strerror, "lxw_strerror");
  }

  /// Null when anything is missing.
  const XlsxLibrary* functions() const { return problem_.empty() ? &functions_ : nullptr; }
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

  void* handle_;  // never closed: a sheet may be under construction until the process ends
  XlsxLibrary functions_{};
  std::string problem_;
};

}  // namespace

Result<const XlsxLibrary*> xlsx_library() {
  static const Opened library;
  if (const XlsxLibrary* functions = library.functions()) return functions;
  return failed(Errc::io,
                "no .xlsx can be written: {library} is needed for it ({reason}); a .csv "
                "can",
                {{"library", DUBAN_LIBXLSXWRITER}, {"reason", library.problem()}});
}

}  // namespace duban::intake
