#include "cli/words.hpp"

#include <CLI/App.hpp>
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "cli/app.hpp"
#include "cli/context.hpp"
#include "cli/workspace.hpp"
#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"
#include "templates.hpp"

using namespace duban;

namespace {

/// A line each of what lacks Chinese.
std::string lacking(const std::set<std::string>& templates) {
  std::string lines;
  for (const std::string& text : templates) {
    if (!has_chinese(text)) lines += text + "\n";
  }
  return lines;
}

void collect_help(const CLI::App& app, std::set<std::string>& found) {
  found.insert(app.get_description());
  for (const CLI::Option* option : app.get_options()) found.insert(option->get_description());
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    collect_help(*command, found);
}

std::set<std::string> holes_of(std::string_view text) {
  std::set<std::string> holes;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos) break;
    std::string name(text.substr(open + 1, close - open - 1));
    if (name.ends_with('*')) name.pop_back();
    const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == '_';
    });
    if (is_name) holes.insert(name);
  }
  return holes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(words_tests)

BOOST_AUTO_TEST_CASE(every_message_has_its_chinese) {
  BOOST_TEST(lacking(test::templates_of_tree(DUBAN_SOURCE)) == "");
}

BOOST_AUTO_TEST_CASE(every_line_of_help_has_its_chinese) {
  std::istringstream in;
  std::ostringstream out, err;
  Context context(in, out, err);
  CLI::App app;
  build(app, context);
  std::set<std::string> found;
  collect_help(app, found);
  found.erase("");
  BOOST_TEST(lacking(found) == "");
}

BOOST_AUTO_TEST_CASE(chinese_has_the_holes_of_its_template_and_no_other) {
  std::string wrong;
  for (const std::string& text : test::templates_of_tree(DUBAN_SOURCE)) {
    if (has_chinese(text) && holes_of(text) != holes_of(say(Lang::zh, text))) wrong += text + "\n";
  }
  BOOST_TEST(wrong == "");
}

BOOST_AUTO_TEST_CASE(chinese_has_no_sign_that_some_terminals_show_wide) {
  std::string wrong;
  for (const std::string& text : test::templates_of_tree(DUBAN_SOURCE)) {
    for (const Lang lang : {Lang::en, Lang::zh}) {
      const std::string said = say(lang, text);
      const std::u32string signs = code_points(said);
      if (std::any_of(signs.begin(), signs.end(), is_ambiguous)) wrong += said + "\n";
    }
  }
  BOOST_TEST(wrong == "");
}

BOOST_AUTO_TEST_CASE(finds_templates_however_they_are_written) {
  const std::string source = R"-(
    return failed(Errc::usage, "one "
                               "and two", {{"a", "b c"}});
    x = ok ? failed(Errc::io, "three") : ruled(failed(Errc::io, late ? "four" : "five"), place);
    // failed(Errc::io, "not this")
    add("lead", Message{"six"}, '"', 1'000, U'"');
    columns{{"seven", ColumnKind::key}};
    other("not this {} either", "but {this}");
  )-";
  std::string found;
  for (const std::string& text : test::templates_in(source)) found += text + "\n";
  BOOST_TEST(found == "but {this}\nfive\nfour\none and two\nseven\nsix\nthree\n");
}

BOOST_AUTO_TEST_CASE(fills_holes_with_words_of_the_vocabularies) {
  BOOST_TEST(say(Lang::zh, "'{event}' of {task} lacks: {missing} (of {departments})",
                 {{"event", "report"},
                  {"task", "hn135/1.3.11"},
                  {"missing", "evidence, contributions"},
                  {"departments", "省安监局, 省公安厅"}}) ==
             "hn135/1.3.11 '报结'还缺：佐证材料（--evidence）、协办反馈（欠：省安监局、省公安厅）");
  BOOST_TEST(say(Lang::zh, "a task that is {state} cannot take '{event}'",
                 {{"state", "in_progress"}, {"event", "verify"}}) ==
             "事项'办理中'时不能办理'核验办结'");
  BOOST_TEST(say(Lang::zh, "suspend {task} until {latest} at the latest: {max} in all",
                 {{"task", "p/1"}, {"latest", "2018-06-30"}, {"max", "120wd"}}) ==
             "p/1 最迟暂缓至 2018-06-30：累计不超过120个工作日");
  BOOST_TEST(say(Lang::en, "no plan {plan}", {{"plan", "x"}}) == "no plan x");
}

BOOST_AUTO_TEST_CASE(a_value_that_looks_like_a_hole_stays_a_value) {
  BOOST_TEST(say(Lang::zh, "no plan {plan}", {{"plan", "{plan}"}}) == "没有台账 {plan}");
}

BOOST_AUTO_TEST_CASE(counts_from_moments) {
  const At before_due{Anchor::due, {-30, SpanUnit::day}};
  BOOST_TEST(moment_words(Lang::en, before_due) == "due - 30d");
  BOOST_TEST(moment_words(Lang::zh, before_due) == "时限前30天");
  BOOST_TEST(moment_words(Lang::zh, {Anchor::assigned, {10, SpanUnit::working_day}}) ==
             "交办后10个工作日");
  const At after_blue{Anchor::raised, {5, SpanUnit::working_day}, "blue"};
  BOOST_TEST(moment_words(Lang::en, after_blue) == "raised(blue) + 5wd");
  BOOST_TEST(moment_words(Lang::zh, after_blue) == "blue 提示发出后5个工作日");
  BOOST_TEST(level_word(Lang::zh, 3) == "建议通报");
}

BOOST_AUTO_TEST_SUITE_END()
