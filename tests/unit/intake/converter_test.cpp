#include "intake/converter.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/unit/intake/readers_picture.hpp"

using namespace duban;
using namespace duban::intake;

namespace {
namespace fs = std::filesystem;

/// A folder with files of ours, in front of PATH while it lives.
struct Desk {
  fs::path folder = fs::temp_directory_path() / ("duban-desk-" + std::to_string(::getpid()));
  std::string path = std::getenv("PATH");
  Desk() {
    fs::remove_all(folder);
    fs::create_directories(folder / "bin");
    // An installed converter is no part of these tests: the stand-ins find their tools elsewhere.
    setenv("PATH", (folder / "bin").c_str(), 1);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk() {
    setenv("PATH", path.c_str(), 1);
    fs::remove_all(folder);
  }
  void program(const std::string& name, const std::string& script) const {
    const fs::path file = folder / "bin" / name;
    std::ofstream(file) << "#!/bin/sh\nPATH=/usr/bin:/bin\n" << script;
    fs::permissions(file, fs::perms::owner_all);
  }
  std::string file(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return (folder / name).string();
  }
};

// The word after --outdir, and the last one.
const char* const stand_in =
    "while [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; [ \"$1\" = --convert-to ] && to=$2; "
    "shift; done\n"
    "cp " DUBAN_TEST_DATA "/trials/";

}  // namespace

BOOST_AUTO_TEST_SUITE(converter_tests)

BOOST_AUTO_TEST_CASE(without_a_converter_a_sentence_says_so) {
  const Desk desk;
  BOOST_TEST(picture(desk.file("a.doc", "\xD0\xCF\x11\xE0 old")) ==
             "a.doc is of a format that LibreOffice converts, which is not installed here: install "
             "it, or save the file as .docx or .xlsx");
  BOOST_TEST(picture(desk.file("a.pdf", "%PDF-1.7")) ==
             "a.pdf is a PDF; its text is read by pdftotext, which is not installed here: install "
             "poppler-utils, or save it as .docx from the program that made it");
}

BOOST_AUTO_TEST_CASE(an_old_document_is_read_from_what_the_converter_makes) {
  const Desk desk;
  std::string program(stand_in);
  program += "d06_number_in_eq_field.docx \"$out/paper.$to\"";
  desk.program("soffice", program);
  const std::string path = desk.file("旧.wps", "\xD0\xCF\x11\xE0 old");
  BOOST_TEST(picture(path).find("T1.R3|②|修订") != std::string::npos);
  std::string made;
  {
    const auto document = open_document(path);
    BOOST_REQUIRE(document);
    made = (*document)->converted();
    BOOST_TEST((*document)->converter() == "LibreOffice");
    BOOST_TEST(fs::exists(made));
    Row row;
    row.table = 1;
    row.number = 2;
    BOOST_TEST((*document)->place(row) == "旧.wps: table 1, row 2");
  }
  BOOST_TEST(!fs::exists(made));
}

BOOST_AUTO_TEST_CASE(a_converter_that_fails_or_makes_nothing_is_named) {
  const Desk desk;
  const std::string path = desk.file("a.xls", "\xD0\xCF\x11\xE0 old");
  const std::string says =
      "LibreOffice makes nothing of a.xls; it may be damaged or have a password: save it as .docx "
      "or .xlsx";
  desk.program("soffice", "exit 1");
  BOOST_TEST(picture(path) == says);
  desk.program("soffice", "exit 0");
  BOOST_TEST(picture(path) == says);
  desk.program("soffice", "ln -s /etc/passwd made/paper.xlsx");
  BOOST_TEST(picture(path) == says);
}

BOOST_AUTO_TEST_CASE(the_text_of_a_pdf_is_paragraphs_again) {
  const Desk desk;
  desk.program("pdftotext",
               "for last; do :; done\n"
               "printf '%s\\n' '            关于工作的通知' '' "
               "'    一、修订办法，开展全省范围内的检查工作，形成清单并逐项' "
               "'完成整改。（省财政厅牵头）' '    二、开展培训。' '- 2 -' > \"$last\"");
  BOOST_TEST(picture(desk.file("a.pdf", "%PDF-1.7")) ==
             "L1|关于工作的通知\n"
             "L2|一、修订办法，开展全省范围内的检查工作，形成清单并逐项完成整改。（省财政厅牵头）\n"
             "L3|二、开展培训。\n");
  desk.program("pdftotext", "for last; do :; done\nprintf '\\f' > \"$last\"");
  BOOST_TEST(picture(desk.file("a.pdf", "%PDF-1.7")).find("holds no text") != std::string::npos);
  BOOST_TEST(paragraphs_of_layout("1    甲    乙    丙\n2    甲    乙    丙\n") == "");
}

BOOST_AUTO_TEST_SUITE_END()
