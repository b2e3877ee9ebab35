// Formats that programs of others read for us: LibreOffice old office files, poppler a .pdf.
#pragma once

#include <memory>
#include <string>

#include "engine/base/error.hpp"

namespace duban::intake {

/// What a converter made of a file, in a folder that only this account sees and that goes with the
/// object.
class Converted {
 public:
  explicit Converted(std::string folder) : folder_(std::move(folder)) {}
  ~Converted();
  Converted(const Converted&) = delete;
  Converted& operator=(const Converted&) = delete;

  const std::string& folder() const { return folder_; }
  std::string path;     ///< of the new file
  std::string program;  ///< "LibreOffice", "pdftotext"

 private:
  std::string folder_;
};

enum class ConvertTo { docx, xlsx, text };

/// Runs the converter that is on PATH, in a process group of its own: two minutes, 4 GiB of memory,
/// files of 256 MiB, no network where the kernel allows to take it away; then the whole group is
/// killed. `extension` is that of the file, ".doc". Errc::bad_file, with a sentence that says what
/// to do, when none is installed or it makes nothing of the file.
Result<std::shared_ptr<Converted>> convert(const std::string& path, const std::string& shown,
                                           const std::string& extension, ConvertTo to);

/// The lines of a page, as pdftotext lays them out, put together to paragraphs again: page numbers
/// left out, a paragraph ended by a short line, a blank one or an indent. Empty when most of it are
/// the columns of a table, whose cells nobody can tell apart.
std::string paragraphs_of_layout(const std::string& text);

}  // namespace duban::intake
