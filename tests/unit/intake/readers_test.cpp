// What offices' programs really write, one kind a file (tests/data/trials).
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "intake/cell_text.hpp"
#include "intake/docx_text.hpp"
#include "tests/unit/intake/readers_picture.hpp"

using namespace duban;
using namespace duban::intake;

namespace {

std::string trial(const std::string& name) { return picture(DUBAN_TEST_DATA "/trials/" + name); }

/// A file of the given text that is gone at the end of the test.
struct TextFile {
  std::string path;
  TextFile(const std::string& name, const std::string& text)
      : path((std::filesystem::temp_directory_path() /
              ("duban-readers-" + std::to_string(::getpid()) + "-" + name))
                 .string()) {
    std::ofstream(path, std::ios::binary) << text;
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() { std::filesystem::remove(path); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_tests)

BOOST_AUTO_TEST_CASE(a_wide_cell_covers_the_columns_it_reaches_over) {
  BOOST_TEST(trial("d01_grid_shift.docx") ==
             "P1|2026年重点任务分工表\n"
             "T1.R1|序号|工作内容|<|责任单位|完成时限\n"
             "T1.R2|1|开展隐患排查。|省安监局、省公安厅|<|2026年6月底前\n"
             "T1.R3|2|修订应急预案。|省水利厅|<|2026年12月31日前\n");
}

BOOST_AUTO_TEST_CASE(a_table_in_a_layout_table_stands_alone) {
  BOOST_TEST(trial("d02_layout_table.docx") ==
             "P1|2026年重点任务分工表\n"
             "T2.R1|序号|工作内容|责任单位|完成时限\n"
             "T2.R2|1|开展隐患排查。|省安监局、省公安厅|2026年6月底前\n"
             "T2.R3|2|修订应急预案。|省水利厅|2026年12月31日前\n");
}

BOOST_AUTO_TEST_CASE(signs_of_fonts_and_fields_are_characters) {
  BOOST_TEST(trial("d04_tick_as_symbol.docx").find("2026年3月底前|☑\n") != std::string::npos);
  BOOST_TEST(trial("d06_number_in_eq_field.docx").find("T1.R3|②|修订") != std::string::npos);
  BOOST_TEST(equation_text(" EQ \\o\\ac(○,12) ") == "⑫");
  BOOST_TEST(equation_text("eq \\o(\\s\\up 1(○),7)") == "○7");
  BOOST_TEST(equation_text("PAGE") == "");
  BOOST_TEST(symbol_text("Wingdings", "F0FC") == "√");
  BOOST_TEST(symbol_text("Symbol", "F031") == "1");
  BOOST_TEST(symbol_text("Symbol", "zz") == "");
}

BOOST_AUTO_TEST_CASE(numbers_that_word_counts_are_printed) {
  BOOST_TEST(trial("d05_headings_counted_by_word.docx") ==
             "T1.R1|序号|工作内容|责任单位|完成时限\n"
             "T1.R2|一、强化隐患治理|<|<|<\n"
             "T1.R3|1|开展隐患排查。|省安监局、省公安厅|2026年6月底前\n"
             "T1.R4|2|修订应急预案。|省水利厅|2026年12月31日前\n"
             "T1.R5|二、加强应急准备|<|<|<\n"
             "T1.R6|1|举行演练。|省公安厅|2026年9月底前\n");
  BOOST_TEST(counted_text("chineseCounting", 10) == "十");
  BOOST_TEST(counted_text("chineseCountingThousand", 110) == "一百一十");
  BOOST_TEST(counted_text("chineseCountingThousand", 1005) == "一千零五");
  BOOST_TEST(counted_text("ideographDigital", 20) == "二〇");
  BOOST_TEST(counted_text("chineseLegalSimplified", 12) == "壹拾贰");
  BOOST_TEST(counted_text("decimalEnclosedCircle", 21) == "㉑");
  BOOST_TEST(counted_text("upperRoman", 14) == "XIV");
  BOOST_TEST(counted_text("lowerLetter", 28) == "bb");
  BOOST_TEST(counted_text("decimalZero", 7) == "07");
  BOOST_TEST(counted_text("bullet", 7) == "");
}

BOOST_AUTO_TEST_CASE(text_that_lies_in_another_file_is_refused) {
  BOOST_TEST(trial("d07_altchunk.docx") ==
             "P1|2026年重点任务分工表\n"
             "d07_altchunk.docx holds text as a file of its own within it (altChunk); open it in "
             "Word or WPS, save it as .docx and import that");
}

BOOST_AUTO_TEST_CASE(a_placeholder_is_an_empty_cell) {
  BOOST_TEST(trial("d08_placeholder_of_a_control.docx").find("|修订应急预案。||2026年") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(tracked_changes_read_as_accepted) {
  BOOST_TEST(trial("d09_tracked_cell_and_paragraph.docx") ==
             "T1.R1|序号|工作内容|责任单位|完成时限\n"
             "T1.R2|1|开展隐患排查。|省安全生产监督管理局|2026年6月底前\n"
             "T1.R3|2|修订应急预案。|省水利厅|2026年12月31日前\n");
}

BOOST_AUTO_TEST_CASE(what_a_merge_carries_is_told_from_text) {
  BOOST_TEST(trial("d10_deadline_merged_over_headings.docx")
                 .find("T1.R5|二、加强应急准备|<|<|[2026年底前]\n") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(xlsx_tests)

BOOST_AUTO_TEST_CASE(parts_are_found_however_they_are_named) {
  const std::string plan =
      "S1.R1|序号|工作内容|责任单位|完成时限\n"
      "S1.R2|1|开展隐患排查。|省安监局、省公安厅|2026年6月底前\n"
      "S1.R3|2|修订应急预案。|省水利厅|2026年12月31日前\n";
  BOOST_TEST(trial("x01_part_name_in_other_case.xlsx") == plan);
  BOOST_TEST(trial("x02_backslashes_in_zip.xlsx") == plan);
}

BOOST_AUTO_TEST_CASE(escapes_are_the_signs_they_stand_for) {
  BOOST_TEST(trial("x03_hex_escapes.xlsx") ==
             "S1.R1|序号|工作内容|责任单位|完成时限\n"
             "S1.R2|1|核对型号_x0041_台账。|省安监局/省公安厅|2026年6月底前\n"
             "S1.R3|2|检查 设备。/再检查。|省水利厅|2026年12月31日前\n");
}

BOOST_AUTO_TEST_CASE(what_lies_under_a_merge_is_not_read) {
  const std::string rows = trial("x04_values_under_a_merge.xlsx");
  BOOST_TEST(rows.find("S1.R2|一、强化隐患治理|<|<|<\n") != std::string::npos);
  BOOST_TEST(rows.find("S1.R4|二、加强应急准备|<\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_number_reads_as_it_is_shown) {
  BOOST_TEST(trial("x05_number_shown_as_1.10.xlsx").find("S1.R11|1.10|") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(cells_say_what_else_they_are) {
  BOOST_TEST(trial("x06_numbers_turned_into_dates.xlsx").find("S1.R2|2026-01-01~date|") !=
             std::string::npos);
  BOOST_TEST(trial("x07_hidden_year.xlsx").find("|2025-06-30~date\n") != std::string::npos);
  BOOST_TEST(trial("x08_43_seconds_short.xlsx").find("|2026-07-01~near\n") != std::string::npos);
  BOOST_TEST(trial("x08b_utc_instant.xlsx").find("|2026-06-30~instant\n") != std::string::npos);
  BOOST_TEST(trial("x10_formulas_never_computed.xlsx")
                 .find("S1.R2|~formula|开展隐患排查。|省安监局|~formula\n") != std::string::npos);
  BOOST_TEST(trial("x12_picture_in_a_cell.xlsx").find("S1.R2|1|~picture|省安监局|") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(text_file_tests)

BOOST_AUTO_TEST_CASE(lines_end_as_any_program_ends_them) {
  const std::string rows =
      "L1|序号|工作内容|责任单位|完成时限\n"
      "L2|1|开展隐患排查。|省安监局、省公安厅|2026年6月底前\n"
      "L3|2|修订应急预案。|省水利厅|2026年12月31日前\n";
  BOOST_TEST(trial("t01_unicode_text.txt") == rows);
  BOOST_TEST(trial("t02_cr_only.csv") == rows);
  BOOST_TEST(trial("t05_kangxi_radicals.csv") == rows);
  const TextFile mixed("mixed.csv", "a,b,c\r\nd,e,f\rg,h,i\nj,k,l\r");
  BOOST_TEST(picture(mixed.path) == "L1|a|b|c\nL2|d|e|f\nL3|g|h|i\nL4|j|k|l\n");
}

BOOST_AUTO_TEST_CASE(a_line_may_name_the_separator) {
  BOOST_TEST(trial("t03_sep_line.csv").starts_with("L2|序号|工作内容|责任单位|完成时限\nL3|1|"));
  const TextFile bars("bars.csv", "sep=|\r\na|b,c|d\r\n");
  BOOST_TEST(picture(bars.path) == "L2|a|b,c|d\n");
}

BOOST_AUTO_TEST_CASE(a_bad_byte_costs_one_cell) {
  const std::string rows = trial("t04_one_bad_byte.csv");
  BOOST_TEST(rows.find("L6|5|第5项工作��~lost|省安监局|2026年6月底前\n") != std::string::npos);
  BOOST_TEST(rows.find("L7|6|第6项工作。|省安监局|2026年6月底前\n") != std::string::npos);
  const TextFile gb("gb.csv", "\xD0\xF2\xBA\xC5,\xC4\xDA\xFF\xC8\xDD,c\n");
  BOOST_TEST(picture(gb.path) == "L1|序号|内�容~lost|c\n");
}

BOOST_AUTO_TEST_CASE(lines_without_cells_are_paragraphs) {
  const TextFile file("plain.txt", "标题\n\n一、总则\n1.修订办法。（省财政厅牵头）\n");
  BOOST_TEST(picture(file.path) == "L1|标题\nL3|一、总则\nL4|1.修订办法。（省财政厅牵头）\n");
  const TextFile tabs("tabs.txt", "清单\n序号\t任务\t单位\n1\t修订。\t省财政厅\n");
  BOOST_TEST(picture(tabs.path) == "L1|清单\nL2|序号|任务|单位\nL3|1|修订。|省财政厅\n");
  const TextFile tsv("a.tsv", "序号\t任务\t单位\n1\t修订。\t省财政厅\n");
  BOOST_TEST(picture(tsv.path) == "L1|序号|任务|单位\nL2|1|修订。|省财政厅\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(html_tests)

BOOST_AUTO_TEST_CASE(a_saved_page_gives_its_tables_and_paragraphs) {
  const TextFile page(
      "page.html",
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title><style>p{}</style></head>"
      "<body><nav>首页</nav><div class=a>\n<h1>重点任务\n 清单</h1><script>var "
      "a='<p>no</p>';</script>"
      "<p style='TEXT-ALIGN: center'>（2026年）</p><p>一、总则<br>二、任务&nbsp;</p>"
      "<p style='display: none'>不见</p>"
      "<table><tr><td>外</td></tr><tr><td><table>"
      "<tr><th>序号<th>任务<th colspan=2>单位<th>时限"
      "<tr><td rowspan=2>1<td>修订<br>办法。<td>省财政厅<td>省教育厅<td rowspan='2'>6月底"
      "<tr><td>印发。<td>省公安厅<td></table></td></tr></table>"
      "<ol><li>甲</li><li><p>乙</p></li></ol></div><footer>版权</footer></body></html>");
  BOOST_TEST(picture(page.path) ==
             "P1 h1|重点任务 清单\n"
             "P2 centred|（2026年）\n"
             "P3|一、总则\nP4|二、任务\n"
             "T1.R1|外\n"
             "T2.R1|序号|任务|单位|<|时限\n"
             "T2.R2|1|修订/办法。|省财政厅|省教育厅|6月底\n"
             "T2.R3|[1]|印发。|省公安厅||[6月底]\n"
             "P5 (1.)|1.甲\nP6 (2.)|2.乙\n");
}

BOOST_AUTO_TEST_CASE(a_page_says_how_it_is_encoded) {
  // Of the bytes of 隆 and many other characters of GB2312 each pair is also one of UTF-8.
  std::string text;
  for (int i = 0; i < 100; ++i) text += "\xC2\xA1";
  text += "\xD0\xF2\xBA\xC5";  // 序号
  const auto with = [&](const char* name, const std::string& front, const std::string& meta) {
    const TextFile page(name, front + "<html><head>" + meta + "</head><p>" + text + "</p></html>");
    return picture(page.path).ends_with("序号\n");
  };
  const std::string old = "<META http-equiv=Content-Type content='text/html; charset=GB2312'>";
  BOOST_TEST(with("old.html", "", old));
  BOOST_TEST(with("new.html", "", "<meta charset=\"gbk\">"));
  BOOST_TEST(!with("none.html", "", ""));
  BOOST_TEST(!with("mark.html", "\xEF\xBB\xBF", old));
  const TextFile again("again.html", "<html><head>" + old + "</head><p>序号</p></html>");
  BOOST_TEST(picture(again.path) == "P1|序号\n");
}

BOOST_AUTO_TEST_CASE(a_page_is_known_by_what_it_holds) {
  const TextFile exported("list.xls", "<html><table><tr><td>\xD0\xF2\xBA\xC5<td>b</table></html>");
  BOOST_TEST(picture(exported.path) == "T1.R1|序号|b\n");
  const TextFile broken("b.html", "<table><tr><td>a<td></p></b></td></table></table>x<p");
  BOOST_TEST(picture(broken.path) == "T1.R1|a|\nP1|x\n");
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div><span>";
  const TextFile nested("n.html", deep);
  BOOST_TEST(picture(nested.path).ends_with("n.html is nested deeper than any document"));
}

BOOST_AUTO_TEST_SUITE_END()
