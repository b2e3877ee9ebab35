#include "intake/document.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "intake/cell_format.hpp"
#include "intake/cell_text.hpp"
#include "intake/xml.hpp"

using namespace duban;
using namespace duban::intake;

namespace {

/// A file of the given text that is gone at the end of the test.
struct TextFile {
  std::string path;
  TextFile(const std::string& name, const std::string& text)
      : path((std::filesystem::temp_directory_path() /
              ("duban-intake-" + std::to_string(::getpid()) + "-" + name))
                 .string()) {
    std::ofstream(path, std::ios::binary) << text;
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() { std::filesystem::remove(path); }
};

/// Rows as lines, cells between bars; a carried cell in brackets, a line break as a slash.
std::string picture(const std::string& path) {
  const auto document = open_document(path);
  if (!document) return to_text(document.error().message);
  std::string out;
  const auto status = (*document)->rows([&](const Row& row) {
    out += std::to_string(row.table) + "." + std::to_string(row.number);
    for (const Cell& cell : row.cells) {
      std::string text = cell.text;
      for (char& c : text) c = c == '\n' ? '/' : c;
      out += "|" + (cell.carried ? "[" + text + "]" : text);
    }
    out += "\n";
    return Status{};
  });
  return status ? out : out + to_text(status.error().message);
}

std::string cut(const std::string& xml) {
  std::string out;
  const auto status = cut_xml(stream_of(xml), "x.xml", {{"b"}, {"a"}}, [&](const XmlPiece& piece) {
    out += std::string(piece.name) + (piece.element ? "! " : " ");
    return Status{};
  });
  return status ? out : to_text(status.error().message);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_tests)

BOOST_AUTO_TEST_CASE(csv_follows_rfc_4180) {
  const TextFile file("a.csv", "a,\"b\"\"c\",\"d,\r\ne\"\r\n\r\n ,x\"y,\n\"\",2,3");
  BOOST_TEST(picture(file.path) == "1.1|a|b\"c|d,/e\n1.3|\n1.4||x\"y|\n1.5||2|3\n");
}

BOOST_AUTO_TEST_CASE(txt_joins_what_an_empty_line_tore_apart) {
  const TextFile file("a.txt",
                      "title\nsecond\n\n\ta\n\tb\n\tc\n\n\t1\n\tlong\n\nmore\n\t3\n\n\tonly\n\n"
                      "\t1\n\t2\n\t3\nnext line\n\nnote\n");
  BOOST_TEST(picture(file.path) ==
             "1.1|title\n1.2|second\n1.4|a|b|c\n1.8|1|long/more|3\n1.14|only\n"
             "1.16|1|2|3/next line\n1.21|note\n");
}

BOOST_AUTO_TEST_CASE(merged_cells_stand_first_and_are_carried_down) {
  const std::string rows = picture(DUBAN_TEST_DATA "/plans/merged.docx");
  BOOST_TEST(rows.find("1.2|一、制度建设|||\n"
                       "1.3|1|修订办法。|省公安厅|2018年\n"
                       "1.4|[1]|印发办法。|[省公安厅]|[2018年]\n"
                       "1.5|2|开展培训。/每季度一次。|[省公安厅]|[2018年]\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_endless_line_is_refused) {
  const TextFile file("long.csv", "a,b,c\n" + std::string(std::size_t{3} << 20, 'x'));
  BOOST_TEST(picture(file.path).starts_with("line 2 of "));
  BOOST_TEST(picture(file.path).ends_with("is longer than 1 MiB; this is no plan"));
}

BOOST_AUTO_TEST_CASE(half_a_zip_is_refused_at_every_length) {
  std::ifstream whole(DUBAN_TEST_DATA "/plans/plan.docx", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  for (std::size_t length = 4; length < bytes.size(); length += 997) {
    const TextFile file("half.docx", bytes.substr(0, length));
    BOOST_TEST(picture(file.path).find("is a damaged zip file") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(damage_never_passes_unseen) {
  std::ifstream whole(DUBAN_TEST_DATA "/plans/plan.xlsx", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  const std::string intact = picture(DUBAN_TEST_DATA "/plans/plan.xlsx");
  for (std::size_t at = 0; at < bytes.size(); at += 61) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    const TextFile file("damaged.xlsx", damaged);
    const std::string read = picture(file.path);
    // Either the damage lies where nothing is read, or a sentence says that the file is broken.
    if (read != intact) BOOST_TEST(!read.ends_with("\n"), "byte " << at << ": " << read);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(cut_xml_tests)

BOOST_AUTO_TEST_CASE(hands_over_the_wished_elements) {
  BOOST_TEST(cut("<?xml version='1.0'?><r><w:a><!-- <b> --><b><a/><b/></b></w:a><b x='>'/></r>") ==
             "a b! b! ");
}

BOOST_AUTO_TEST_CASE(refuses_what_no_document_needs) {
  BOOST_TEST(cut("<!DOCTYPE r><r/>") == "x.xml has a DTD, which no document needs");
  BOOST_TEST(cut("<?xml version='1.0' encoding='gbk'?><r/>") ==
             "x.xml is not in UTF-8; save the document again");
  BOOST_TEST(cut("<r><b></r>") == "x.xml is broken XML: its tags do not match");
  BOOST_TEST(cut("<r><b>") == "x.xml is broken XML: it ends too early");
  BOOST_TEST(cut("<r") == "x.xml is broken XML: it ends within a tag");
  BOOST_TEST(cut("") == "x.xml is broken XML: it ends too early");
  BOOST_TEST(cut("<r><b>\xFF</b></r>") == "x.xml has bytes that are not UTF-8");
  BOOST_TEST(cut(std::string("<r>\0</r>", 8)) == "x.xml has NUL bytes; XML of a document is UTF-8");
  BOOST_TEST(cut("<r><b>" + std::string(std::size_t{17} << 20, ' ') + "</b></r>") ==
             "x.xml has an element of more than 4 MiB");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(cell_tests)

BOOST_AUTO_TEST_CASE(numbers_read_as_in_the_sheet) {
  const auto shown = [](const char* value, const NumberFormat& format, bool from_1904) {
    return cell_number(value, format, from_1904).text;
  };
  BOOST_TEST(shown("2018", {DateShown::none}, false) == "2018");
  BOOST_TEST(shown("2018.0", {DateShown::none}, false) == "2018");
  BOOST_TEST(shown("2.018E3", {DateShown::none}, false) == "2018");
  BOOST_TEST(shown("0.1", {DateShown::none}, false) == "0.1");
  BOOST_TEST(shown("43281", {DateShown::day}, false) == "2018-06-30");
  BOOST_TEST(shown("43281.75", {DateShown::day}, false) == "2018-06-30");
  BOOST_TEST(shown("43281", {DateShown::month}, false) == "2018-06");
  BOOST_TEST(shown("43281", {DateShown::year}, false) == "2018");
  BOOST_TEST(shown("41819", {DateShown::day}, true) == "2018-06-30");
  BOOST_TEST(shown("1", {DateShown::day}, false) == "1900-01-01");
  BOOST_TEST(shown("61", {DateShown::day}, false) == "1900-03-01");
  BOOST_TEST(shown("9e99", {DateShown::day}, false) == "9e+99");
  BOOST_TEST(shown("text", {DateShown::day}, false) == "text");
}

BOOST_AUTO_TEST_CASE(numbers_are_shown_as_their_format_says) {
  const auto shown = [](const char* value, const char* format) {
    return cell_number(value, parse_format(format), false).text;
  };
  BOOST_TEST(shown("1.1", "0.00") == "1.10");
  BOOST_TEST(shown("1.1", "0.00_ ;[Red]\\-0.00") == "1.10");
  BOOST_TEST(shown("7", "000") == "007");
  BOOST_TEST(shown("1234567.891", "#,##0.00") == "1,234,567.89");
  BOOST_TEST(shown("0.5", "0%") == "50%");
  BOOST_TEST(shown("12", "General\"月\"") == "12月");
  BOOST_TEST(shown("3", "\"第\"0\"项\"") == "第3项");
  BOOST_TEST(shown("1.5", "0.##") == "1.5");
  BOOST_TEST(shown("1.5", "@") == "1.5");
  BOOST_TEST(shown("1.5", "# ?/?") == "1.5");
  BOOST_TEST(shown("1.1", "General") == "1.1");
}

BOOST_AUTO_TEST_CASE(a_time_right_before_midnight_is_that_midnight) {
  const NumberFormat day = {DateShown::day};
  const ShownNumber near = cell_number("46203.99950231481", day, false);
  BOOST_TEST(near.text == "2026-07-01");
  BOOST_TEST(near.near_midnight);
  const ShownNumber noise = cell_number("46203.99999999999", day, false);
  BOOST_TEST(noise.text == "2026-07-01");
  BOOST_TEST(!noise.near_midnight);
  BOOST_TEST(cell_number("46203.9", day, false).text == "2026-06-30");
}

BOOST_AUTO_TEST_CASE(a_format_tells_how_much_of_a_date_it_shows) {
  const auto shows = [](const char* code) { return static_cast<int>(parse_format(code).date); };
  BOOST_TEST(shows("yyyy\"年\"m\"月\"d\"日\"") == 3);
  BOOST_TEST(shows("[$-804]yyyy\"年\"m\"月\";@") == 2);
  BOOST_TEST(shows("yyyy\"年\"") == 1);
  BOOST_TEST(shows("yyyy/m/d h:mm") == 3);
  BOOST_TEST(shows("h:mm:ss") == 0);
  BOOST_TEST(shows("0.00") == 0);
  BOOST_TEST(shows("[Red]0\"day\"") == 0);
  BOOST_TEST(shows("General") == 0);
}

BOOST_AUTO_TEST_CASE(text_is_cleaned_as_a_person_reads_it) {
  BOOST_TEST(clean_cell(" \r\n　a \t b \n\n\xEF\xBB\xBF c\xE2\x80\x8B\n ") == "a   b\n\nc");
  BOOST_TEST(to_utf8(squeezed("２０１８ 年\n（６）月")) == "2018年(6)月");
}

BOOST_AUTO_TEST_SUITE_END()
