#include "intake/sheet_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "intake/xlsx_library.hpp"
#include "text/formula.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t rows_max = 1048576;  // of any .xlsx

std::string cut(const std::string& text) {
  if (text.size() <= cell_shown_max) return text;
  std::size_t end = cell_shown_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + std::string(cut_mark);
}

tl::unexpected<Error> not_written(const std::string& path, const std::string& reason) {
  return failed(Errc::io, "cannot write {path}: {reason}", {{"path", path}, {"reason", reason}});
}

/// A new file that goes away again unless it is kept.
class NewFile {
 public:
  explicit NewFile(std::string path) : path_(std::move(path)) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    close();
    if (made_ && !kept_) ::unlink(path_.c_str());
  }

  Status create() {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0 && errno == EEXIST) {
      return failed(Errc::conflict, "{path} is there already; choose another name",
                    {{"path", path_}});
    }
    if (descriptor_ < 0) return not_written(path_, std::strerror(errno));
    made_ = true;
    return {};
  }
  Status write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return not_written(path_, std::strerror(errno));
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }
  Status keep() {
    if (!close()) return not_written(path_, std::strerror(errno));
    kept_ = true;
    return {};
  }
  const std::string& path() const { return path_; }

 private:
  bool close() {
    const int descriptor = std::exchange(descriptor_, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
  }

  std::string path_;
  int descriptor_ = -1;
  bool made_ = false;
  bool kept_ = false;
};

class CsvSheet final : public SheetWriter {
 public:
  explicit CsvSheet(const std::string& path) : file_(path) {}
  Status create() {
    DUBAN_TRY(file_.create());
    return file_.write("\xEF\xBB\xBF");  // else Excel takes it for GBK
  }

  Status add(const std::vector<std::string>& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_ += ',';
      line_ += '"';
      for (const char c : without_formula(cut(cells[i]))) {
        if (c == '"') line_ += '"';
        line_ += c;
      }
      line_ += '"';
    }
    line_ += "\r\n";
    return line_.size() < 65536 ? Status() : flush();
  }
  Status finish() override {
    DUBAN_TRY(flush());
    return file_.keep();
  }

 private:
  Status flush() {
    const Status written = file_.write(line_);
    line_.clear();
    return written;
  }

  NewFile file_;
  std::string line_;
};

/// Row by row into files of the library's own, so that a long plan needs no more memory than a
/// short one.
class XlsxSheet final : public SheetWriter {
 public:
  XlsxSheet(const std::string& path, const XlsxLibrary& library) : file_(path), lib_(library) {}
  ~XlsxSheet() override {
    if (book_) lib_.book_close(book_);
  }

  Status create(const std::vector<double>& widths) {
    DUBAN_TRY(file_.create());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = lib_.book_new_opt(file_.path().c_str(), &options);
    if (!book_) return not_written(file_.path(), std::strerror(errno));
    lxw_doc_properties properties{};
    properties.created = 946684800;  // the same sheet has the same bytes
    lib_.book_set_properties(book_, &properties);
    // A name of our own: this version of the library writes past its buffer for some others.
    sheet_ = lib_.book_add_sheet(book_, "duban");
    text_ = format();
    head_ = format();
    if (!sheet_ || !text_ || !head_) return not_written(file_.path(), std::strerror(ENOMEM));
    lib_.set_bold(head_);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      lib_.sheet_set_column(sheet_, column, column, widths[i], text_);
    }
    lib_.sheet_freeze_panes(sheet_, 1, 0);
    return {};
  }

  Status add(const std::vector<std::string>& cells) override {
    if (row_ == rows_max) {
      return failed(Errc::usage, "{path} would have too many rows for .xlsx; write a .csv",
                    {{"path", file_.path()}});
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      const lxw_error error =
          lib_.sheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(i),
                                  cut(cells[i]).c_str(), row_ == 0 ? head_ : text_);
      if (error != LXW_NO_ERROR) return not_written(file_.path(), lib_.strerror(error));
    }
    ++row_;
    return {};
  }
  Status finish() override {
    const lxw_error error = lib_.book_close(std::exchange(book_, nullptr));
    if (error != LXW_NO_ERROR) return not_written(file_.path(), lib_.strerror(error));
    return file_.keep();
  }

 private:
  /// Text, so that no spreadsheet turns what is typed (3.10, 2018-6-30) into something else.
  lxw_format* format() {
    lxw_format* const made = lib_.book_add_format(book_);
    if (!made) return nullptr;
    constexpr std::uint8_t text_format = 49;  // "@"
    lib_.set_number_format(made, text_format);
    lib_.set_text_wrap(made);
    lib_.set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  NewFile file_;
  const XlsxLibrary& lib_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* head_ = nullptr;
  std::size_t row_ = 0;
};

}  // namespace

Result<std::unique_ptr<SheetWriter>> make_sheet(const std::string& path,
                                                const std::vector<double>& widths) {
  const auto ends_in = [&](std::string_view end) {
    return path.size() > end.size() && std::string_view(path).ends_with(end);
  };
  if (ends_in(".csv") || ends_in(".CSV")) {
    auto sheet = std::make_unique<CsvSheet>(path);
    DUBAN_TRY(sheet->create());
    return sheet;
  }
  if (ends_in(".xlsx") || ends_in(".XLSX")) {
    DUBAN_TRY(const XlsxLibrary* const library, xlsx_library());
    auto sheet = std::make_unique<XlsxSheet>(path, *library);
    DUBAN_TRY(sheet->create(widths));
    return sheet;
  }
  return failed(Errc::usage, "a sheet is a .xlsx or .csv, not {path}", {{"path", path}});
}

}  // namespace duban::intake
