#include "intake/lint.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "intake/calendar_file.hpp"
#include "intake/deadline_text.hpp"

using namespace duban;
using namespace duban::intake;

namespace {

std::string slurp(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

const LintWords& shipped() {
  static const LintWords words =
      parse_lint_words(slurp(DUBAN_SOURCE "/config/lint.yaml"), "lint.yaml").value();
  return words;
}

const Directory& directory() {
  static const Directory known = [] {
    std::vector<Department> all;
    for (const char* name : {"财政局", "水利局", "教育局", "民政局", "安监局"}) {
      Department one;
      one.name = name;
      all.push_back(one);
    }
    all[0].aliases = {"市财政局"};
    Department group;
    group.name = "县市区";
    group.group = true;
    all.push_back(group);
    return Directory(std::move(all));
  }();
  return known;
}

std::vector<std::string> split(const std::string& text, char sign) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(sign, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// "1.2|work|lead|co,co|deadline"
PlanRow row_of(const std::string& line, Date issued) {
  const std::vector<std::string> parts = split(line, '|');
  BOOST_REQUIRE_EQUAL(parts.size(), 5u);
  PlanRow row;
  row.key = parse_task_key("p/" + parts[0]).value();
  row.content = parts[1];
  row.lead = parts[2];
  if (!parts[3].empty()) row.co = split(parts[3], ',');
  row.deadline = read_deadline(parts[4], issued).value().deadline;
  row.deadline_text = parts[4];
  row.place.file = "plan: row " + parts[0];
  return row;
}

std::string found(const std::vector<std::string>& lines, int sections) {
  static const Calendar calendar = read_calendar(DUBAN_SOURCE "/config/calendars/cn").value();
  LintBasis basis{directory(), calendar, shipped()};
  basis.issued = make_date(2026, 1, 5);
  basis.closed = {{"财政局", 9}, {"水利局", 2}, {"教育局", 9}, {"民政局", 9}};
  basis.may_be_verified = [](const PlanRow& row) { return row.lead != "民政局"; };
  Lint lint(basis);
  for (const std::string& line : lines) lint.add(row_of(line, *basis.issued));
  PlanSummary summary;
  summary.sections = sections;
  lint.add(summary);
  std::string all;
  for (const LintFinding& finding : lint.finish()) {
    lint_check(finding.check);  // every finding says why and what mends it
    all += (all.empty() ? "" : " ") + std::string(finding.check) +
           (finding.task.empty() ? "" : ":" + finding.task);
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lint_tests)

// Blocks of the file: what must be found, then the rows of a plan. Clean plans find nothing.
BOOST_AUTO_TEST_CASE(finds_every_planted_gap_and_is_silent_on_clean_plans) {
  std::ifstream file(DUBAN_TEST_DATA "/lint/plans.txt");
  std::string line;
  std::string why;
  std::string expected;
  std::vector<std::string> rows;
  int sections = 0;
  int plans = 0;
  const auto judge = [&] {
    if (rows.empty()) return;
    BOOST_TEST(why + ": " + found(rows, sections) == why + ": " + expected);
    rows.clear();
    sections = 0;
    ++plans;
  };
  while (std::getline(file, line)) {
    if (line.starts_with("# ")) continue;
    if (line.starts_with("== ")) {
      judge();
      const std::size_t arrow = line.find(" => ");
      why = line.substr(3, arrow - 3);
      expected = line.substr(arrow + 4);
      if (expected == "-") expected.clear();
    } else if (line.starts_with("sections ")) {
      sections = std::stoi(line.substr(9));
    } else if (!line.empty()) {
      rows.push_back(line);
    }
  }
  judge();
  BOOST_TEST(plans > 20);
}

BOOST_AUTO_TEST_CASE(stays_bounded_over_many_alike_rows) {
  const Calendar calendar;
  LintBasis basis{directory(), calendar, shipped()};
  Lint lint(basis);
  PlanRow row = row_of("1|完成全市中小河流治理和水库除险加固工程建设任务|水利局||2026年6月底前",
                       make_date(2026, 1, 5));
  for (int i = 1; i <= 30'000; ++i) {
    row.key = parse_task_key("p/" + std::to_string(i)).value();
    row.lead = i % 2 == 0 ? "水利局" : "财政局";
    lint.add(row);
  }
  const auto findings = lint.finish();
  BOOST_TEST(findings.size() <= 10'001u);
  BOOST_TEST(lint.tasks() == 30'000);
}

BOOST_AUTO_TEST_CASE(refuses_a_file_of_words_with_its_places) {
  const auto read = parse_lint_words("nobody: [无]\nvagu: [x]\nsimilar_percent: 20\n", "lint.yaml");
  BOOST_REQUIRE(!read);
  BOOST_TEST(read.error().size() == 2u);
  BOOST_TEST(read.error()[0].where.line == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
