#include "tests/fuzz/promises.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/base/utf8.hpp"
#include "intake/directory_file.hpp"
#include "intake/plan_reader.hpp"
#include "tests/support/temp_folder.hpp"
#include "text/caret.hpp"
#include "text/problems.hpp"

namespace duban::fuzz {
namespace {

constexpr std::size_t listed_max = 1001;  // a thousand, and the count of the others
constexpr std::size_t sentence_max = 64 << 10;

/// Text as cells give it: valid, and without characters that hide or turn what stands around them.
void check_text(std::string_view text) {
  DUBAN_ASSERT(is_utf8(text));
  for (const char32_t c : code_points(text)) DUBAN_ASSERT(c == U'\n' || !is_control(c));
}

void check_row(const PlanRow& row, const std::string& file, std::set<TaskKey>& keys) {
  DUBAN_ASSERT(row.key.plan.empty() && row.key.last() > 0);
  DUBAN_ASSERT(parse_path(number_text(row.key)) == row.key.path);
  DUBAN_ASSERT(keys.insert(row.key).second);
  DUBAN_ASSERT(!row.content.empty() && row.content.size() <= (64 << 10));
  DUBAN_ASSERT(!row.lead.empty() && row.place.file.starts_with(file));
  std::set<std::string> names{row.lead};
  for (const std::string& name : row.co) DUBAN_ASSERT(!name.empty() && names.insert(name).second);
  for (const std::string& name : names) check_text(name);
  for (const std::string* text : {&row.content, &row.deadline_text}) {
    check_text(*text);
  }
  for (const std::string& title : row.titles) check_text(title);
}

/// Everything that a reading gave, as one text.
std::string picture(PlanSource& source, std::size_t& rows) {
  std::string out;
  std::set<TaskKey> keys;
  const Checked<PlanSummary> summary = source.read([&](const PlanRow& row) -> Status {
    check_row(row, source.file(), keys);
    out += to_text(row.key) + '|' + row.content + '|' + row.lead + '|' + to_text(row.deadline.due);
    for (const std::string& name : row.co) out += ',' + name;
    out += '\n';
    ++rows;
    return {};
  });
  if (!summary) {
    DUBAN_ASSERT(!summary.error().empty() && summary.error().size() <= listed_max);
    for (const Error& error : summary.error()) {
      check_sentence(error);
      DUBAN_ASSERT(error.where.file.empty() || error.where.file.starts_with(source.file()));
      out += to_text(error.where) + ": " + to_text(error.message) + '\n';
    }
    return out;
  }
  DUBAN_ASSERT(summary->tasks > 0 && rows == static_cast<std::size_t>(summary->tasks));
  DUBAN_ASSERT(summary->doubts.size() <= listed_max);
  check_text(summary->title);
  for (const Stranger& stranger : summary->unregistered) check_text(stranger.name);
  for (const Doubt& doubt : summary->doubts) check_sentence({Errc::bad_file, doubt.message});
  return out;
}

}  // namespace

std::vector<Target>& targets() {
  static std::vector<Target> all;
  return all;
}

const Directory& shipped_directory() {
  static const Directory directory = [] {
    const std::string path = DUBAN_SOURCE "/config/departments/hunan.yaml";
    auto read = load_directory(test::read_file(path), path);
    DUBAN_ASSERT(read);
    return std::move(read->directory);
  }();
  return directory;
}

void check_sentence(const Error& error) {
  const std::string sentence = to_text(error.message);
  DUBAN_ASSERT(!sentence.empty() && sentence.size() <= sentence_max);
  DUBAN_ASSERT(is_utf8(sentence) && is_utf8(error.where.file));
}

void check_problems(const Errors& errors, std::string_view text, const std::string& file) {
  DUBAN_ASSERT(!errors.empty() && errors.size() <= listed_max);
  const Problems lines(text, file);
  std::uint32_t last = 0;
  for (const Error& error : errors) {
    check_sentence(error);
    DUBAN_ASSERT(error.where.file == file && error.where.line <= lines.lines() + 1);
    const bool is_count = error.where.line == 0 && &error == &errors.back();
    DUBAN_ASSERT(is_count || error.where.line >= last);
    last = error.where.line;
    const std::string_view line = lines.line(error.where.line);
    // The spot may be the line's end, where something is missing.
    DUBAN_ASSERT(error.where.column <= code_points(line).size() + 1);
    DUBAN_ASSERT(error.excerpt.empty() || error.excerpt == line);
    std::string shown = with_caret(error);
    std::erase(shown, '\n');
    if (is_utf8(to_text(error.message))) DUBAN_ASSERT(is_utf8(shown));
  }
}

std::string scratch_file(const std::string& name, std::string_view bytes) {
  static const test::TempFolder folder;
  const std::string path = folder / name;
  test::write_file(path, std::string(bytes));
  return path;
}

void check_plan(const std::string& path) {
  const auto plan = intake::open_plan(path, shipped_directory(),
                                      {.deadlines = {.issued = parse_date("2017-01-10").value()}});
  if (!plan) {
    check_sentence(plan.error());
    DUBAN_ASSERT(plan.error().code == Errc::bad_file);
    return;
  }
  std::size_t rows = 0;
  std::size_t again = 0;
  const std::string first = picture(**plan, rows);
  DUBAN_ASSERT(picture(**plan, again) == first && again == rows);
}

}  // namespace duban::fuzz
