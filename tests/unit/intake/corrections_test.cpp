#include "intake/corrections.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "intake/document.hpp"
#include "intake/review.hpp"
#include "tests/support/temp_folder.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::intake;

namespace {

const Directory& directory() {
  static const Directory made = [] {
    std::vector<Department> list;
    for (const char* name : {"省安监局", "省经信委", "省公安厅", "省水利厅"})
      list.push_back({name, {}, false, {}, {}, {}});
    return Directory(std::move(list));
  }();
  return made;
}

Settler::Readers readers() {
  static const DepartmentReader names(directory());
  static const ResponsibilityReader departments(names);
  return {[](std::string_view text, Says says) { return departments.read(text, says); },
          [](std::string_view text) { return read_deadline(text, make_date(2018, 1, 5)); }};
}

/// A row as the reader of a table would leave it: one cell names all departments, and the deadline
/// could not be read.
Draft draft(const char* address = "T1.R6") {
  Draft made;
  made.row.key.path = {3};
  made.row.titles = {"一、主要任务", "（一）健全体系"};
  made.row.content = "=完善制度\n逐级落实";
  made.row.lead = "省经信委";
  made.row.co = {"省安监局"};
  made.row.address = address;
  made.number = "3";
  made.lead = "省经信委、省安监局";
  made.deadline = "待定";
  made.row.deadline_text = "待定";
  made.findings = {
      {Field::lead, {"p.docx: table 1, row 6"}, {"several are named, and nothing says so"}, false},
      {Field::deadline,
       {"p.docx: table 1, row 6"},
       {"{text} cannot be read", {{"text", "待定"}}},
       true}};
  return made;
}

std::string picture(const Draft& draft) {
  const PlanRow& row = draft.row;
  std::string out = number_text(row.key) + " " + row.content + " " + row.lead;
  for (const std::string& co : row.co) out += "+" + co;
  out += " " + deadline_words(row.deadline, false) + (row.urgent ? " urgent" : "") + "\n";
  for (const FieldDoubt& doubt : row.doubts)
    out += "doubt " + doubt.field + ": " + to_text(doubt.message) + "\n";
  for (const Correction& each : row.corrections) {
    out += each.field + ": " + each.read + " -> " + each.corrected;
    out += each.why.empty() ? "\n" : " (" + each.why + ")\n";
  }
  for (const Finding& finding : draft.findings) {
    out += std::string(finding.blocks ? "blocks " : "left ") + std::string(to_text(finding.field)) +
           ": " + to_text(finding.message) + "\n";
  }
  return out;
}

std::string told(const Errors& errors) {
  std::string out;
  for (const Error& error : errors) {
    out +=
        (error.where.file.empty() ? "" : error.where.file + ": ") + to_text(error.message) + "\n";
  }
  return out;
}

/// What becomes of the one row under these corrections.
std::string settled(const std::vector<std::string>& sets) {
  Corrections corrections;
  for (const std::string& set : sets) {
    if (const Status added = corrections.add_set(set); !added)
      return to_text(added.error().message) + "\n";
  }
  Settler settler(corrections, readers());
  Errors errors;
  Draft row = draft();
  const bool stays = settler.settle(row, errors);
  for (const Error& error : settler.finish()) errors.push_back(error);
  if (!errors.empty()) return told(errors);
  return stays ? picture(row) : "left out\n";
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settler_tests)

BOOST_AUTO_TEST_CASE(what_nobody_settled_is_left_as_it_is) {
  BOOST_TEST(settled({"T1.R6 urgent=急"}) ==
             "3 =完善制度\n逐级落实 省经信委+省安监局  urgent\n"
             "doubt lead: several are named, and nothing says so\n"
             "doubt deadline: 待定 cannot be read\n"
             "urgent:  -> 急\n"
             "left lead: several are named, and nothing says so\n"
             "blocks deadline: 待定 cannot be read\n");
}
BOOST_AUTO_TEST_CASE(a_deadline_is_read_by_the_reader_of_deadlines) {
  BOOST_TEST(settled({"T1.R6 deadline=6月底前", "T1.R6 lead=省经信委"}) ==
             "3 =完善制度\n逐级落实 省经信委+省安监局 2018-06-30\n"
             "doubt lead: several are named, and nothing says so\n"
             "doubt deadline: 待定 cannot be read\n"
             "lead: 省经信委、省安监局 -> 省经信委\n"
             "deadline: 待定 -> 6月底前\n");
  BOOST_TEST(settled({"T1.R6 deadline=随便"}).starts_with("--set T1.R6 deadline=随便: 随便 "));
}
BOOST_AUTO_TEST_CASE(a_lead_that_the_cell_names_too_changes_places) {
  BOOST_TEST(settled({"T1.R6 lead=省安监局", "T1.R6 deadline=2018年"}) ==
             "3 =完善制度\n逐级落实 省安监局+省经信委 2018-12-31\n"
             "doubt lead: several are named, and nothing says so\n"
             "doubt deadline: 待定 cannot be read\n"
             "lead: 省经信委、省安监局 -> 省安监局\n"
             "deadline: 待定 -> 2018年\n");
}
BOOST_AUTO_TEST_CASE(another_lead_takes_the_place_of_a_misreading) {
  BOOST_TEST(settled({"T1.R6 lead=省水利厅", "T1.R6 co=无", "T1.R6 deadline=2018年"}) ==
             "3 =完善制度\n逐级落实 省水利厅 2018-12-31\n"
             "doubt lead: several are named, and nothing says so\n"
             "doubt deadline: 待定 cannot be read\n"
             "lead: 省经信委、省安监局 -> 省水利厅\n"
             "co: 省安监局 -> 无\n"
             "deadline: 待定 -> 2018年\n");
}
BOOST_AUTO_TEST_CASE(a_row_can_be_left_out) { BOOST_TEST(settled({"T1.R6 row="}) == "left out\n"); }
BOOST_AUTO_TEST_CASE(what_fits_nothing_is_an_error) {
  BOOST_TEST(settled({"T1.R7 lead=省水利厅"}) ==
             "--set T1.R7 lead=省水利厅: the document has no task at T1.R7\n");
  BOOST_TEST(settled({"lead=省水利厅"}).starts_with("'lead=省水利厅' is no correction"));
  BOOST_TEST(settled({"T1.R6 chief=省水利厅"}).starts_with("'T1.R6 chief=省水利厅' is no"));
  BOOST_TEST(settled({"T1.R6 lead="}).starts_with("'T1.R6 lead=' is no correction"));
  BOOST_TEST(settled({"T1.R6 lead=省水利厅", "T1.R6 lead=省安监局"}) ==
             "T1.R6 gets two corrections of its lead\n");
}
BOOST_AUTO_TEST_CASE(a_number_stays_unique) {
  for (const bool twice : {false, true}) {
    Corrections corrections;
    BOOST_REQUIRE(corrections.add_set(twice ? "T1.R7 number=3" : "T1.R7 number=4"));
    Settler settler(corrections, readers());
    Errors errors;
    Draft first = draft("T1.R6"), second = draft("T1.R7");
    settler.settle(first, errors);
    settler.settle(second, errors);
    BOOST_TEST(told(errors) == "");
    BOOST_TEST(told(settler.finish()) ==
               (twice ? "--set T1.R7 number=3: the number 3 belongs to another task\n" : ""));
    BOOST_TEST(second.row.key.last() == (twice ? 3 : 4));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(review_sheet_tests)

const char* const kinds[] = {"review.csv", "review.xlsx"};

/// The sheet's cells, those of a row joined by |, line breaks as /.
std::string cells_of(const std::string& path) {
  std::string out;
  const auto document = open_document(path);
  BOOST_REQUIRE(document);
  BOOST_REQUIRE((*document)->rows([&](const Row& row) {
    for (const Cell& cell : row.cells) {
      out += "|";
      for (const char c : cell.text) out += c == '\n' ? '/' : c;
    }
    out += "\n";
    return Status();
  }));
  return out;
}

void write_sheet(const std::string& path, bool chinese) {
  auto sheet = ReviewSheet::create(path, chinese, [](const Message& m) { return to_text(m); });
  BOOST_REQUIRE(sheet);
  BOOST_REQUIRE((*sheet)->add(draft()));
  BOOST_REQUIRE((*sheet)->finish());
}

BOOST_DATA_TEST_CASE(is_read_back_by_the_readers_of_documents, data::make(kinds), kind) {
  const test::TempFolder folder;
  const std::string path = folder / kind;
  write_sheet(path, true);
  const std::string guard = std::string_view(kind).ends_with("csv") ? "'" : "";
  const std::string cells = cells_of(path);
  BOOST_TEST(cells.starts_with(
      "|位置|序号|改为|标题|改为|工作内容|改为|单位原文|牵头单位|改为|协办单位|改为|时限原文|"
      "完成时限|改为|是否紧急|改为|存疑|剔除|备注\n"
      "|T1.R6|3||一、主要任务/（一）健全体系||" +
      guard +
      "=完善制度/逐级落实||"
      "省经信委、省安监局|省经信委||省安监局||待定|||||several are named, and nothing says so/"
      "must be settled: 待定 cannot be read"));
  Corrections corrections;
  BOOST_REQUIRE(corrections.add_sheet(path));
  BOOST_TEST(corrections.empty());
}

BOOST_AUTO_TEST_CASE(what_was_filled_in_settles_the_row) {
  const test::TempFolder folder;
  const std::string path = folder / "filled.csv";
  write(path,
        "place,number,should be,work,should be,departments as written,lead,should be,deadline as "
        "written,deadline,should be,remark,leave out\r\n"
        "T1.R5,2,,别的,,省公安厅,省公安厅,,2018年,2018-12-31,,,\r\n"
        "T1.R6,3,,\"'=完善制度\n逐级落实\",,省经信委、省安监局,省经信委,省水利厅,待定,,2018年,"
        "电话确认,\r\n"
        "T1.R9,7,,x,,,,,,,,,是\r\n");
  Corrections corrections;
  const auto read = corrections.add_sheet(path);
  BOOST_REQUIRE_MESSAGE(read, told(read ? Errors() : read.error()));
  Settler settler(corrections, readers());
  Errors errors;
  Draft row = draft();
  BOOST_TEST(settler.settle(row, errors));
  BOOST_TEST(told(errors) == "");
  BOOST_TEST(picture(row) ==
             "3 =完善制度\n逐级落实 省水利厅+省安监局 2018-12-31\n"
             "doubt lead: several are named, and nothing says so\n"
             "doubt deadline: 待定 cannot be read\n"
             "lead: 省经信委、省安监局 -> 省水利厅 (电话确认)\n"
             "deadline: 待定 -> 2018年 (电话确认)\n");
  Draft changed = draft("T1.R9");
  settler.settle(changed, errors);
  BOOST_TEST(told(errors) ==
             "filled.csv: line 5: the correction no longer fits T1.R9: its content was x, and the "
             "document has =完善制度\n逐级落实\n");
  BOOST_TEST(told(settler.finish()) == "");
}

BOOST_AUTO_TEST_CASE(a_remark_alone_says_that_the_row_is_right) {
  const test::TempFolder folder;
  const std::string path = folder / "remark.csv";
  write(path, "位置,牵头单位,改为,备注\nT1.R6,省经信委,,已与来文单位核对\n");
  Corrections corrections;
  BOOST_REQUIRE(corrections.add_sheet(path));
  Settler settler(corrections, readers());
  Errors errors;
  Draft row = draft();
  settler.settle(row, errors);
  BOOST_TEST(picture(row) ==
             "3 =完善制度\n逐级落实 省经信委+省安监局 \n"
             "doubt lead: several are named, and nothing says so\n"
             "doubt deadline: 待定 cannot be read\n"
             "row:  ->  (已与来文单位核对)\n"
             "blocks deadline: 待定 cannot be read\n");
}

BOOST_AUTO_TEST_CASE(sheets_that_are_none_are_told) {
  const test::TempFolder folder;
  const auto wrong = [&](const char* name, const std::string& text) {
    write(folder / name, text);
    Corrections corrections;
    const auto read = corrections.add_sheet(folder / name);
    return read ? "read" : told(read.error());
  };
  BOOST_TEST(wrong("a.csv", "甲,乙,丙\n1,2,3\n").find("is no review sheet") != std::string::npos);
  BOOST_TEST(wrong("b.csv", "位置,牵头单位,改为\nT1.R6,甲,省水利厅\nT1.R6,甲,省公安厅\n") ==
             "b.csv: line 3: T1.R6 stands here a second time\n");
  BOOST_TEST(wrong("c.csv", "位置,牵头单位,改为\n,甲,省水利厅\n") ==
             "c.csv: line 2: the row is filled in, but its place is gone\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_written_over) {
  const test::TempFolder folder;
  write(folder / "there.csv", "x");
  const auto say = [](const Message& m) { return to_text(m); };
  const auto there = ReviewSheet::create(folder / "there.csv", true, say);
  BOOST_REQUIRE(!there);
  BOOST_TEST((there.error().code == Errc::conflict));
  BOOST_TEST(!ReviewSheet::create(folder / "sheet.docx", true, say));
  { BOOST_REQUIRE(ReviewSheet::create(folder / "begun.csv", true, say)); }
  BOOST_TEST(!std::ifstream(folder / "begun.csv"));
}

BOOST_AUTO_TEST_SUITE_END()
