#include "intake/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "engine/base/utf8.hpp"
#include "intake/archive.hpp"
#include "intake/docx.hpp"
#include "intake/relations.hpp"
#include "intake/text_tables.hpp"
#include "intake/xlsx.hpp"

namespace duban::intake {
namespace {

/// The file's first bytes.
Result<std::string> beginning(const std::filesystem::path& path, const std::string& shown) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return failed(Errc::bad_file, "there is no file {file}", {{"file", shown}}, {shown});
  if (!std::filesystem::is_regular_file(status)) {
    return failed(Errc::bad_file, "{file} is not a file that can be read twice, as an import must",
                  {{"file", shown}}, {shown});
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes(512, '\0');
  if (file) file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.is_open() || file.bad()) {
    return failed(Errc::bad_file, "cannot read {file}: {reason}",
                  {{"file", shown}, {"reason", std::strerror(errno)}}, {shown});
  }
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.empty()) return failed(Errc::bad_file, "{file} is empty", {{"file", shown}}, {shown});
  return bytes;
}

/// What can be told of files that are not read, from how they begin.
Status refuse_other_formats(const std::string& bytes, const std::string& shown,
                            const std::string& extension) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return failed(
        Errc::bad_file,
        "{file} is in an old Word, Excel or WPS format, or has a password; save it as .docx "
        "or .xlsx without one",
        {{"file", shown}}, {shown});
  }
  if (bytes.starts_with("%PDF")) {
    return failed(Errc::bad_file, "{file} is a PDF; save it as .docx from the program that made it",
                  {{"file", shown}}, {shown});
  }
  if (bytes.starts_with("{\\rtf"))
    return failed(Errc::bad_file, "{file} is in RTF; save it as .docx", {{"file", shown}}, {shown});
  for (const char* old : {".doc", ".wps", ".pdf", ".rtf", ".odt", ".ofd"}) {
    if (extension == old)
      return failed(Errc::bad_file, "{file} cannot be read; save it as .docx", {{"file", shown}},
                    {shown});
  }
  for (const char* old : {".xls", ".et", ".ods", ".xlsb"}) {
    if (extension == old)
      return failed(Errc::bad_file, "{file} cannot be read; save it as .xlsx", {{"file", shown}},
                    {shown});
  }
  return {};
}

Result<std::unique_ptr<Document>> open_zip(const std::string& path, const std::string& shown) {
  DUBAN_TRY(Archive archive, Archive::open(path, shown));
  DUBAN_TRY(const Relations relations, read_relations(archive, ""));
  const std::string main_part = relations.of_kind("officeDocument");
  if (main_part.starts_with("word/") || archive.has("word/document.xml")) {
    return make_docx(std::move(archive),
                     main_part.starts_with("word/") ? main_part : "word/document.xml");
  }
  if (main_part.ends_with(".bin")) {
    return failed(Errc::bad_file, "{file} is a binary .xlsb; save it as .xlsx", {{"file", shown}},
                  {shown});
  }
  if (main_part.starts_with("xl/") || archive.has("xl/workbook.xml")) {
    return make_xlsx(std::move(archive),
                     main_part.starts_with("xl/") ? main_part : "xl/workbook.xml");
  }
  return failed(Errc::bad_file, "{file} is a zip file, but neither a .docx nor an .xlsx",
                {{"file", shown}}, {shown});
}

}  // namespace

Message message_of(CellNote note) {
  switch (note) {
    case CellNote::near_midnight:
      return {"the time in this cell is less than a minute from midnight; its day is taken"};
    case CellNote::instant:
      return {"this cell holds an instant in UTC; its day is taken in the zone of the plan"};
    case CellNote::never_computed:
      return {"holds a formula that was never computed; open it in Excel or WPS and save it"};
    case CellNote::picture:
      return {"holds a picture, which is no text; type what it shows"};
    case CellNote::lost_bytes:
      return {"some bytes of this cell are neither UTF-8 nor GB18030; type it anew"};
    default:
      return {};
  }
}

Result<std::unique_ptr<Document>> open_document(const std::string& path) {
  const std::filesystem::path file(path);
  const std::string shown = readable_name(file.filename().string());
  std::string extension = file.extension().string();
  for (char& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);

  DUBAN_TRY(const std::string bytes, beginning(file, shown));
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return open_zip(path, shown);
  }
  DUBAN_TRY(refuse_other_formats(bytes, shown, extension));
  if (extension == ".docx" || extension == ".xlsx" || extension == ".docm" ||
      extension == ".xlsm") {
    return failed(Errc::bad_file,
                  "{file} is no {extension}: it is not a zip file; open it and save it again",
                  {{"file", shown}, {"extension", extension}}, {shown});
  }
  if (extension != ".csv" && extension != ".txt") {
    return failed(Errc::bad_file,
                  "{file} is of no known kind; an import reads .docx, .xlsx, .csv and .txt",
                  {{"file", shown}}, {shown});
  }
  DUBAN_TRY(const Encoding encoding, find_encoding(path, shown));
  if (extension == ".csv") return make_csv(path, shown, encoding);
  return make_txt(path, shown, encoding);
}

}  // namespace duban::intake
