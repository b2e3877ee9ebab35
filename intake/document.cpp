#include "intake/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/utf8.hpp"
#include "intake/archive.hpp"
#include "intake/converter.hpp"
#include "intake/docx.hpp"
#include "intake/html.hpp"
#include "intake/relations.hpp"
#include "intake/text_tables.hpp"
#include "intake/xlsx.hpp"

namespace duban::intake {
namespace {

/// The file's first bytes.
Result<std::vector<char>> beginning(const std::filesystem::path& path, const std::string& shown) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return failed(Errc::bad_file, "there is no file {file}", {{"file", shown}}, {shown});
  if (!std::filesystem::is_regular_file(status)) {
    return failed(Errc::bad_file, "{file} is not a file that can be read twice, as an import must",
                  {{"file", shown}}, {shown});
  }
  std::ifstream file(path, std::ios::binary);
  std::vector<char> bytes(512);
  if (file) file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.is_open() || file.bad()) {
    return failed(Errc::bad_file, "cannot read {file}: {reason}",
                  {{"file", shown}, {"reason", std::strerror(errno)}}, {shown});
  }
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.empty()) return failed(Errc::bad_file, "{file} is empty", {{"file", shown}}, {shown});
  return bytes;
}

/// Whether a file that begins so is a page, whatever its name says: systems export pages as .xls.
bool is_html(std::string_view beginning) {
  std::string plain;
  for (const char c : beginning.substr(0, 512))
    plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  const std::size_t first = plain.find('<');
  if (first == plain.npos || plain.find_first_not_of(" \t\r\n\xEF\xBB\xBF") < first) return false;
  for (const char* mark : {"<!doctype html", "<html", "<table"}) {
    if (plain.find(mark) != plain.npos) return true;
  }
  return false;
}

/// What another program has to make of a file first.
std::optional<ConvertTo> conversion(std::string_view bytes, std::string_view extension) {
  if (bytes.starts_with("%PDF")) return ConvertTo::text;
  if (bytes.starts_with("{\\rtf")) return ConvertTo::docx;
  if (extension == ".odt") return ConvertTo::docx;
  if (extension == ".ods" || extension == ".xlsb") return ConvertTo::xlsx;
  if (bytes.starts_with("PK")) return std::nullopt;  // a new format under an old name
  for (const char* old : {".doc", ".dot", ".wps", ".wpt", ".rtf"}) {
    if (extension == old) return ConvertTo::docx;
  }
  for (const char* old : {".xls", ".xlt", ".et", ".ett"}) {
    if (extension == old) return ConvertTo::xlsx;
  }
  return std::nullopt;
}

/// A document that is read from what a converter made.
class ConvertedDocument final : public Document {
 public:
  ConvertedDocument(std::shared_ptr<Converted> source, std::unique_ptr<Document> made)
      : source_(std::move(source)), made_(std::move(made)) {}

  Status rows(const TakeRow& take) const override { return made_->rows(take); }
  std::string place(const Row& row) const override { return made_->place(row); }
  std::string address(const Row& row) const override { return made_->address(row); }
  bool tables_continue() const override { return made_->tables_continue(); }
  std::string converted() const override { return source_->path; }
  std::string converter() const override { return source_->program; }

 private:
  std::shared_ptr<Converted> source_;
  std::unique_ptr<Document> made_;
};

/// What can be told of files that are not read, from how they begin.
Status refuse_other_formats(std::string_view bytes, const std::string& shown,
                            const std::string& extension) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return failed(
        Errc::bad_file,
        "{file} is in an old Word, Excel or WPS format, or has a password; save it as .docx "
        "or .xlsx without one",
        {{"file", shown}}, {shown});
  }
  if (extension == ".pdf" || extension == ".ofd") {
    return failed(Errc::bad_file, "{file} cannot be read; save it as .docx", {{"file", shown}},
                  {shown});
  }
  return {};
}

Result<std::unique_ptr<Document>> open_zip(const std::string& path, const std::string& shown,
                                           const DayOf& day_of) {
  DUBAN_TRY(Archive archive, Archive::open(path, shown));
  DUBAN_TRY(const Relations relations, read_relations(archive, ""));
  const std::string main_part = relations.of_kind("officeDocument");
  std::string folder = main_part.substr(0, main_part.find('/'));
  for (char& c : folder) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  if (folder == "word" || archive.has("word/document.xml")) {
    return make_docx(std::move(archive), folder == "word" ? main_part : "word/document.xml");
  }
  if (folder == "xl" || archive.has("xl/workbook.xml")) {
    return make_xlsx(std::move(archive), folder == "xl" ? main_part : "xl/workbook.xml", day_of);
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

namespace {

Result<std::unique_ptr<Document>> open_converted(const std::string& path, const std::string& shown,
                                                 const std::string& extension, ConvertTo to,
                                                 const DayOf& day_of) {
  DUBAN_TRY(std::shared_ptr<Converted> converted, convert(path, shown, extension, to));
  std::unique_ptr<Document> made;
  if (to == ConvertTo::text) {
    DUBAN_TRY(made, make_txt(converted->path, shown, Encoding::utf8));
  } else {
    DUBAN_TRY(made, open_zip(converted->path, shown, day_of));
  }
  return std::make_unique<ConvertedDocument>(std::move(converted), std::move(made));
}

}  // namespace

Result<std::unique_ptr<Document>> open_document(const std::string& path, const DayOf& day_of) {
  const std::filesystem::path file(path);
  const std::string shown = readable_name(file.filename().string());
  std::string extension = file.extension().string();
  for (char& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);

  DUBAN_TRY(const std::vector<char> begins, beginning(file, shown));
  const std::string_view bytes(begins.data(), begins.size());
  const std::optional<ConvertTo> to = conversion(bytes, extension);
  if (to && !is_html(bytes)) return open_converted(path, shown, extension, *to, day_of);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return open_zip(path, shown, day_of);
  }
  const bool is_page = extension == ".html" || extension == ".htm" || extension == ".shtml";
  if (is_page || is_html(bytes)) {
    DUBAN_TRY(const Encoding encoding, find_encoding(path, shown, true));
    return make_html(path, shown, encoding);
  }
  DUBAN_TRY(refuse_other_formats(bytes, shown, extension));
  if (extension == ".docx" || extension == ".xlsx" || extension == ".docm" ||
      extension == ".xlsm") {
    return failed(Errc::bad_file,
                  "{file} is no {extension}: it is not a zip file; open it and save it again",
                  {{"file", shown}, {"extension", extension}}, {shown});
  }
  if (extension != ".csv" && extension != ".tsv" && extension != ".txt") {
    return failed(
        Errc::bad_file,
        "{file} is of no known kind; an import reads .docx, .xlsx, .csv, .tsv, .txt and .html",
        {{"file", shown}}, {shown});
  }
  DUBAN_TRY(const Encoding encoding, find_encoding(path, shown));
  if (extension != ".txt") return make_csv(path, shown, encoding);
  return make_txt(path, shown, encoding);
}

}  // namespace duban::intake
