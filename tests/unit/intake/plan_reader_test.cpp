#include "intake/plan_reader.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "intake/directory_file.hpp"

namespace data = boost::unit_test::data;
using namespace duban;
using namespace duban::intake;

namespace {

const Directory& hunan() {
  static const Directory directory = [] {
    std::ifstream file(DUBAN_SOURCE "/config/departments/hunan.yaml");
    std::stringstream text;
    text << file.rdbuf();
    return load_directory(text.str(), "hunan.yaml").value().directory;
  }();
  return directory;
}

const Directory& small() {
  static const Directory directory = [] {
    std::vector<Department> list;
    for (const char* name : {"省公安厅", "省财政厅", "省教育厅"}) {
      list.push_back({name, {}, false, {}, {}, {}});
    }
    return Directory(std::move(list));
  }();
  return directory;
}

std::string text_of(const Message& message) { return to_text(message); }

/// Of nearly every cell with several names where no rule is printed.
bool is_first_taken(const Doubt& doubt) {
  return text_of(doubt.message).find("nothing says who leads") != std::string::npos;
}

/// A whole reading as text: a line a task, then doubts or errors with their places.
std::string picture(const std::string& file, const Directory& directory,
                    std::optional<Date> issued = std::nullopt) {
  std::string out;
  const auto plan =
      open_plan(DUBAN_TEST_DATA "/plans/" + file, directory, {.deadlines = {.issued = issued}});
  if (!plan) return to_text(plan.error().message) + "\n";
  const auto read = (*plan)->read([&](const PlanRow& row) {
    out += number_text(row.key);
    for (const std::string& title : row.titles) {
      if (!title.empty()) out += " [" + title + "]";
    }
    std::string content = row.content;
    for (char& c : content) {
      if (c == '\n') c = '/';
    }
    out += " " + content + " " + row.lead;
    for (const std::string& co : row.co) out += "+" + co;
    out += " " + (row.deadline.ongoing ? "ongoing" : to_text(row.deadline.due));
    if (row.deadline.every) out += " every " + std::string(to_text(*row.deadline.every));
    if (row.urgent) out += " urgent";
    out += "\n";
    return Status{};
  });
  if (read) {
    if (!read->title.empty()) out += "title: " + read->title + "\n";
    for (const Doubt& doubt : read->doubts) {
      if (is_first_taken(doubt)) continue;
      out += doubt.place.file + ": " + text_of(doubt.message) + "\n";
    }
  } else {
    for (const Error& error : read.error()) {
      out += "error: " + error.where.file + ": " + text_of(error.message) + "\n";
    }
  }
  return out;
}

struct Counts {
  PlanSummary summary;
  std::map<std::string, int> by_part, by_year;
  int ongoing = 0;
  std::set<std::string> keys;
  std::string rows;
};
Counts counts_of(const std::string& file) {
  Counts counts;
  const auto plan = open_plan(DUBAN_TEST_DATA "/plans/" + file, hunan(), {});
  BOOST_REQUIRE_MESSAGE(plan, file << ": " << (plan ? "" : text_of(plan.error().message)));
  auto read = (*plan)->read([&](const PlanRow& row) {
    ++counts.by_part[std::to_string(row.key.depth() > 2 ? row.key.path[0] : 0)];
    if (row.deadline.ongoing) {
      ++counts.ongoing;
    } else {
      ++counts.by_year[to_text(row.deadline.due).substr(0, 4)];
    }
    counts.keys.insert(number_text(row.key));
    counts.rows += number_text(row.key) + "|" + part_title(row.titles) + "|" +
                   section_title(row.titles) + "|" + row.content + "|" + row.lead;
    for (const std::string& co : row.co) counts.rows += "|" + co;
    counts.rows += "|" + row.deadline_text + "\n";
    return Status{};
  });
  if (!read) {
    for (const Error& error : read.error()) {
      BOOST_TEST_MESSAGE(error.where.file << ": " << text_of(error.message));
    }
  }
  BOOST_REQUIRE(read);
  counts.summary = *read;
  return counts;
}

const char* const seed_files[] = {"plan.docx", "plan.xlsx", "plan.csv", "plan_gb18030.csv",
                                  "plan.txt"};

}  // namespace

BOOST_AUTO_TEST_SUITE(real_plan_tests)

BOOST_DATA_TEST_CASE(every_file_gives_the_same_plan, data::make(seed_files), file) {
  const Counts counts = counts_of(file);
  BOOST_TEST(counts.summary.parts == 2);
  BOOST_TEST(counts.summary.sections == 15);
  BOOST_TEST(counts.summary.tasks == 57);
  BOOST_TEST(counts.keys.size() == 57u);
  BOOST_TEST(counts.by_part.at("1") == 41);
  BOOST_TEST(counts.by_part.at("2") == 16);
  BOOST_TEST(counts.ongoing == 17);
  BOOST_TEST(counts.by_year.at("2017") == 2);
  BOOST_TEST(counts.by_year.at("2018") == 13);
  BOOST_TEST(counts.by_year.at("2019") == 11);
  BOOST_TEST(counts.by_year.at("2020") == 14);
  BOOST_TEST(counts.summary.mentions == 195);
  BOOST_TEST(counts.summary.unregistered.empty());
  BOOST_TEST(counts.summary.title == "湖南省安全生产“十三五”规划主要任务部门分工");
  BOOST_TEST(counts.rows == counts_of("plan.docx").rows);
}

BOOST_AUTO_TEST_CASE(doubtful_cells_are_listed_with_their_place) {
  std::string out;
  for (const Doubt& doubt : counts_of("plan.docx").summary.doubts) {
    if (is_first_taken(doubt)) continue;
    out += doubt.place.file + ": " + text_of(doubt.message) + "\n";
  }
  BOOST_TEST(out ==
             "plan.docx: table 1, row 6, 责任部门: 省保监会 is taken for 省保监局\n"
             "plan.docx: table 1, row 16, 责任部门: 长沙, 衡阳: completed from the names beside, "
             "to 长沙市人民政府, 衡阳市人民政府\n"
             "plan.docx: table 1, row 34, 责任部门: 省安监局省经信委 has no sign between its "
             "names; read as 省安监局, 省经信委\n"
             "plan.docx: table 1, row 59, 责任部门: 省经信委省安监局 has no sign between its "
             "names; read as 省经信委, 省安监局\n"
             "plan.docx: table 1, row 69, 责任部门: 长沙, 湘潭, 郴州, 永州, 常德: completed from "
             "the names beside, to 长沙市人民政府, 湘潭市人民政府, 郴州市人民政府, 永州市人民政府, "
             "常德市人民政府\n"
             "plan.docx: table 1, row 72, 责任部门: 省财政厅省旅游发展委 has no sign between its "
             "names; read as 省财政厅, 省旅游发展委\n"
             "plan.docx: table 1, row 72, 责任部门: 长沙, 衡阳, 怀化, 张家界: completed from the "
             "names beside, to 长沙市人民政府, 衡阳市人民政府, 怀化市人民政府, 张家界市人民政府\n"
             "plan.docx: table 1, row 75, 责任部门: 省发改委省财政厅 has no sign between its "
             "names; read as 省发改委, 省财政厅\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(other_plans_tests)

BOOST_AUTO_TEST_CASE(merged_cells_apply_to_all_their_rows) {
  BOOST_TEST(picture("merged.docx", small()) ==
             "1.1 [制度建设] 修订办法。/印发办法。 省公安厅 2018-12-31\n"
             "1.2 [制度建设] 开展培训。/每季度一次。 省公安厅 2018-12-31\n"
             "2.1 [能力建设] 建立台账：/甲/乙 省公安厅+省财政厅 2018-06-30\n"
             "2.2 [能力建设] 编制年度计划 表。 省财政厅 ongoing\n"
             "title: 关于合并单元格的分工方案\n");
}
BOOST_AUTO_TEST_CASE(a_plan_goes_on_in_the_next_table) {
  BOOST_TEST(
      picture("two_tables.docx", small()) ==
      "1.1 [第一张表] 甲事。 省公安厅 2018-12-31\n"
      "2.1 [第二张表] 乙事。 省财政厅 2019-12-31\n"
      "2.2 [第二张表] 丙事。 省财政厅 2019-12-31\n"
      "title: 分表方案\n"
      "two_tables.docx: table 3, row 1: this table has not the columns of the plan; left out\n");
}
BOOST_AUTO_TEST_CASE(lead_and_co_have_columns_of_their_own) {
  BOOST_TEST(picture("lead_and_co.docx", small()) ==
             "1 甲事。 省公安厅+省财政厅+省教育厅 2018-12-31\n"
             "2 乙事。 省财政厅+省公安厅 ongoing\n"
             "lead_and_co.docx: table 1, row 4, 牵头单位: several leads; 省财政厅 leads, the "
             "others are taken as co-departments\n"
             "lead_and_co.docx: table 1, row 4, 配合单位: 省公安厅 leads, and stands "
             "among the co-departments again; kept as the lead\n");
}
BOOST_AUTO_TEST_CASE(a_column_may_say_how_urgent_a_matter_is) {
  BOOST_TEST(picture("urgency.csv", small()) ==
             "1 甲事。 省公安厅 2018-12-31 urgent\n"
             "2 乙事。 省财政厅 2018-12-31\n"
             "3 丙事。 省财政厅 2018-12-31\n"
             "4 丁事。 省财政厅 2018-12-31\n"
             "5 戊事。 省财政厅 2018-12-31 urgent\n"
             "urgency.csv: line 5, 紧急程度: 尽快 does not say whether it is urgent; taken as not "
             "urgent\n");
}
BOOST_AUTO_TEST_CASE(sheets_have_dates_as_serial_numbers) {
  BOOST_TEST(picture("serials.xlsx", small()) ==
             "1 修订办法。 省公安厅+省财政厅 2018-06-30\n"
             "2 甲事。 省公安厅 2018-06-30\n"
             "3 乙事。 省公安厅 2018-06-30\n"
             "4 丙事。 省公安厅 2018-12-31\n"
             "5 丁事。 省财政厅 2018-12-31\n"
             "6 戊事。 省财政厅 2018-06-30\n"
             "title: 含日期序列值的分工表\n");
  BOOST_TEST(picture("serials_1904.xlsx", small()) == "1 甲事。 省公安厅 2018-06-30\n");
}
BOOST_AUTO_TEST_CASE(every_visible_sheet_with_headings_is_part_of_the_plan) {
  BOOST_TEST(picture("sheets.xlsx", small()) ==
             "1.1 甲事。 省公安厅 2018-12-31\n"
             "1.2 甲事。 省公安厅 2018-12-31\n"
             "sheets.xlsx: sheet 又一, row 4, 序号: number 1 stands here a second time; it gets "
             "2\n");
}

const char* const two_levels[] = {"two_levels.csv", "two_levels_utf16.csv", "two_levels_tabs.csv",
                                  "two_levels_semicolons.csv"};
BOOST_DATA_TEST_CASE(two_levels_and_other_headings, data::make(two_levels), file) {
  BOOST_TEST(picture(file, small()) ==
             "1.1 [第一方面] 甲事，/含\"引号\"。 省公安厅 2018-06-30\n"
             "1.2 [第一方面] 乙事。 省财政厅+省公安厅 2018-09-30\n"
             "2.3 [第二方面] 丙事。 省教育厅 ongoing every quarter\n"
             "title: 关于某项工作的分工方案\n");
}
BOOST_AUTO_TEST_CASE(one_level) {
  BOOST_TEST(
      picture("one_level.txt", small()) ==
      "1 甲事，/分两段。 省公安厅 2018-12-31\n"
      "2 乙事。 省财政厅 ongoing\n"
      "title: 一级分工\n"
      "one_level.txt: line 20: 附件完 has no number, no department and no deadline; left out\n");
}

BOOST_AUTO_TEST_CASE(all_problems_come_at_once) {
  BOOST_TEST(picture("all_wrong.csv", small()) ==
             "error: all_wrong.csv: line 3, 责任部门: the row names no lead department\n"
             "error: all_wrong.csv: line 5, 完成时间: 近期 names no day; it needs a person, or a "
             "day given with --due\n"
             "error: all_wrong.csv: line 7, 工作内容: the row has no content\n"
             "error: all_wrong.csv: line 7, 完成时间: 6月底前 names no year; give the day of the "
             "document with --issued\n"
             "error: all_wrong.csv: line 8, 责任部门: the row names no lead department\n"
             "error: all_wrong.csv: line 8, 完成时间: there is no deadline\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(bad_documents_tests)

const char* const bad_files[] = {"no_table.docx", "dtd.docx",       "deep.docx",  "bomb.docx",
                                 "torn.docx",     "other.zip.docx", "twice.docx", "open_quote.csv",
                                 "nul.csv",       "not_a_zip.docx", "cut.docx",   "empty.csv",
                                 "picture.png",   "missing.docx",   "."};
BOOST_AUTO_TEST_CASE(end_in_one_sentence) {
  std::string out;
  for (const char* file : bad_files) {
    const auto plan = open_plan(DUBAN_TEST_DATA "/plans/" + std::string(file), small(), {});
    BOOST_TEST(!plan);
    if (plan) continue;
    BOOST_TEST((plan.error().code == Errc::bad_file));
    out += text_of(plan.error().message) + "\n";
  }
  BOOST_TEST(
      out ==
      "no_table.docx has no tasks of a plan: neither a table with headings such as 工作内容, "
      "责任部门 and 完成时间, nor paragraphs that end with who is responsible\n"
      "dtd.docx: word/document.xml has a DTD, which no document needs\n"
      "deep.docx: word/document.xml is nested deeper than any document\n"
      "word/document.xml of bomb.docx unpacks to far more than its size; this is no document\n"
      "torn.docx: word/document.xml is broken XML: it ends too early\n"
      "other.zip.docx is a zip file, but neither a .docx nor an .xlsx\n"
      "twice.docx has two members named word/document.xml\n"
      "a quote that opens in line 2 of open_quote.csv is never closed\n"
      "line 2 of nul.csv has NUL bytes; this is no text: save it as UTF-8\n"
      "not_a_zip.docx is no .docx: it is not a zip file; open it and save it again\n"
      "cut.docx is a damaged zip file (Not a zip archive); open it in Word or Excel and save it "
      "again\n"
      "empty.csv is empty\n"
      "picture.png is of no known kind; an import reads .docx, .xlsx, .csv, .tsv, .txt and "
      ".html\n"
      "there is no file missing.docx\n"
      ". is not a file that can be read twice, as an import must\n");
}

BOOST_AUTO_TEST_CASE(an_instant_has_its_day_in_the_zone_of_the_plan) {
  const std::string path = DUBAN_SOURCE "/tests/documents/trials/x08b_utc_instant.xlsx";
  const auto due = [&](const char* name) {
    const Zone zone = Zone::find(name).value();
    PlanOptions options;
    options.deadlines.issued = make_date(2026, 1, 1);
    options.deadlines.zone = &zone;
    std::string text;
    options.seen = [&](const Draft& draft) -> Status {
      text = draft.deadline;
      return {};
    };
    const auto plan = open_plan(path, Directory(), std::move(options));
    BOOST_REQUIRE(plan);
    BOOST_REQUIRE((*plan)->read([](const PlanRow&) { return Status{}; }));
    return text;
  };
  BOOST_TEST(due("Asia/Shanghai") == "2026-06-30");
  BOOST_TEST(due("America/New_York") == "2026-06-29");
}

BOOST_AUTO_TEST_SUITE_END()
