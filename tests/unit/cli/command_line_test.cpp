// The line itself, before any workspace: what cannot be understood, --help, --version.
#include <CLI/CLI.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "cli/app.hpp"
#include "cli/context.hpp"
#include "cli/failure.hpp"

namespace duban {
namespace {

namespace data = boost::unit_test::data;

struct Answered {
  int status = 0;
  std::string out;
  std::string err;
};

Answered answer(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int status = run(arguments, in, out, err);
  return {status, out.str(), err.str()};
}

struct Case {
  const char* why;
  std::vector<std::string> arguments;
  const char* message;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"nothing to do",
     {"--lang", "en"},
     "duban: say what to do: duban COMMAND; duban --help lists them\n"},
    {"a command that is none",
     {"reprot", "1.3.11", "--lang", "en"},
     "duban: there is no command 'reprot'; did you mean 'report'?\n"},
    {"a command like no other",
     {"xyzzy", "--lang", "en"},
     "duban: there is no command 'xyzzy'; duban --help lists them all\n"},
    {"a command of a command",
     {"rules", "chek", "rules.yaml", "--lang", "en"},
     "duban: there is no command 'chek'; did you mean 'check'?\n"},
    {"half a command",
     {"rules", "--lang", "en"},
     "duban: say what to do: duban rules COMMAND; duban rules --help lists them\n"},
    {"an option that is none",
     {"start", "1.3.11", "--noet", "x", "--lang", "en"},
     "duban: there is no option --noet; did you mean --note?\n"},
    {"an option of other commands",
     {"start", "1.3.11", "--due", "2018-12-31", "--lang", "en"},
     "duban: 'duban start' takes no --due\n"},
    {"an option without its value",
     {"start", "1.3.11", "--lang", "en", "--note"},
     "duban: --note needs a value\n"},
    {"a single option twice",
     {"start", "1.3.11", "--note", "a", "--note", "b", "--lang", "en"},
     "duban: --note is given more than once\n"},
    {"no task",
     {"start", "--lang", "en"},
     "duban: 'duban start' needs TASK; duban start --help has an example\n"},
    {"an argument too many",
     {"nightly", "now", "--lang", "en"},
     "duban: 'duban nightly' does not take the argument 'now'\n"},
    {"a form that is none",
     {"nightly", "--format", "xml", "--lang", "en"},
     "duban: --format takes table, json, jsonl or csv, not 'xml'\n"},
    {"a date that is none",
     {"reopen", "1.3.11", "--due", "2018-02-30", "--lang", "en"},
     "duban: --due takes a date such as 2018-12-31, not '2018-02-30'\n"},
    {"a number that is none",
     {"apply", "-", "--commit-every", "many", "--lang", "en"},
     "duban: --commit-every does not take 'many'\n"},
};

BOOST_AUTO_TEST_SUITE(command_line_tests)

BOOST_DATA_TEST_CASE(says_in_one_sentence_what_is_wrong, data::make(cases), c) {
  const Answered answered = answer(c.arguments);
  BOOST_TEST(answered.err == c.message);
  BOOST_TEST(answered.out == "");
  BOOST_TEST(answered.status == 2);
}

BOOST_AUTO_TEST_CASE(says_it_in_json_wherever_the_option_stands) {
  BOOST_TEST(answer({"reprot", "--format", "json", "--lang", "en"}).err ==
             "{\"error\":{\"at\":null,\"code\":\"usage\",\"message\":\"there is no command "
             "'reprot'; did you mean 'report'?\",\"rule\":null}}\n");
}

BOOST_AUTO_TEST_CASE(says_it_in_chinese) {
  BOOST_TEST(answer({"--lang=zh", "reprot"}).err.find("report") != std::string::npos);
  BOOST_TEST(answer({"--lang=zh", "reprot"}).err.find("there is") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(shows_its_version) {
  const Answered answered = answer({"--version"});
  BOOST_TEST(answered.status == 0);
  BOOST_TEST(answered.out.starts_with("duban "));
}

/// Every command with its own name, those of commands included.
void each_command(const CLI::App& app, const std::function<void(const CLI::App&)>& visit) {
  visit(app);
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    each_command(*command, visit);
  }
}

BOOST_AUTO_TEST_CASE(helps_in_both_languages_with_an_example) {
  std::istringstream in;
  std::ostringstream out;
  Context context(in, out, out);
  CLI::App app;
  build(app, context);
  each_command(app, [](const CLI::App& command) {
    BOOST_TEST_CONTEXT(command.get_name()) {
      BOOST_TEST(command.get_footer().starts_with("duban "));
      BOOST_TEST(has_chinese(command.get_description()), command.get_description());
      for (const CLI::Option* option : command.get_options()) {
        BOOST_TEST(has_chinese(option->get_description()),
                   option->get_name() << ": " << option->get_description());
      }
    }
  });
}

BOOST_AUTO_TEST_CASE(helps_where_it_is_asked) {
  const Answered answered = answer({"withdraw", "--help", "--lang", "en"});
  BOOST_TEST(answered.status == 0);
  BOOST_TEST(answered.out ==
             "take a report back (撤回)\n"
             "\n"
             "  duban withdraw TASK... [--...]\n"
             "\n"
             "  TASK...  tasks, such as hn135/1.3.11, 1.3.11 or 一（三）11\n"
             "\n"
             "Options:\n"
             "  -h --help           show this help\n"
             "  --note TEXT         the words that come with it (办理说明)\n"
             "  --evidence FILE...  a file that proves it (佐证材料)\n"
             "  --for DEPT          the department whose paper is recorded (代录)\n"
             "  --all-or-none       all tasks in one transaction: one that is refused stops them "
             "all\n"
             "  --dry-run           show what would happen, write nothing\n"
             "\n"
             "Examples:\n"
             "  duban withdraw 1.3.11 --note 数据有误 --as 省经信委\n"
             "\n"
             "`duban --help` has the options that every command takes.\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(failure_tests)

BOOST_AUTO_TEST_CASE(has_one_table_of_exit_statuses) {
  std::string picture;
  for (int code = 0; code <= static_cast<int>(Errc::newer); ++code) {
    picture += std::string(to_text(static_cast<Errc>(code))) + " " +
               std::to_string(exit_status(static_cast<Errc>(code))) + "\n";
  }
  BOOST_TEST(picture ==
             "usage 2\nbad-file 2\nnot-found 1\nambiguous 1\ntime 1\ntime 3\nstate 1\n"
             "disabled 1\nrole 1\nforbidden 1\nargument 1\nmissing 1\nlimit 1\nconflict 1\n"
             "busy 3\nio 3\ncorrupt 3\nnewer 3\n");
}

BOOST_AUTO_TEST_CASE(names_the_line_that_asks_and_what_is_missing) {
  Error error = failed(Errc::missing, "'{event}' of {task} lacks: {missing}",
                       {{"event", "report"}, {"task", "hn135/1.3.11"}, {"missing", "evidence"}})
                    .value();
  error.rule = {"rules.yaml", 23, 5};
  error.missing = {"evidence"};
  BOOST_TEST(sentence(Lang::en, error) ==
             "'report' of hn135/1.3.11 lacks: evidence (rules.yaml:23 asks for it)");
  BOOST_TEST(canonical(json_of(Lang::en, error)) ==
             "{\"at\":null,\"code\":\"missing\",\"message\":\"'report' of hn135/1.3.11 lacks: "
             "evidence\",\"missing\":[\"evidence\"],\"rule\":\"rules.yaml:23\"}");
}

BOOST_AUTO_TEST_CASE(shows_the_line_of_a_file_with_a_caret) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Context context(in, out, err);
  Error error = failed(Errc::bad_file, "unknown state '{state}'", {{"state", "asigned"}},
                       {"rules.yaml", 7, 11})
                    .value();
  error.excerpt = "    in: [ asigned ]";
  error.width = 7;
  BOOST_TEST(fail(context, error) == 2);
  BOOST_TEST(err.str() ==
             "rules.yaml:7:11: error: unknown state 'asigned'\n"
             "  7 |     in: [ asigned ]\n"
             "    |           ^~~~~~~\n");
}

BOOST_AUTO_TEST_CASE(shows_control_characters_instead_of_obeying_them) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Context context(in, out, err);
  fail(context, failed(Errc::not_found, "no plan {plan}", {{"plan", "a\x1b[2J\nb"}}).value());
  BOOST_TEST(err.str().find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace duban
