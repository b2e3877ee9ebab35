// What is piped into `apply`, line by line.
#include "cli/command_stream.hpp"

#include <boost/test/unit_test.hpp>
#include <sstream>

namespace duban {
namespace {

/// The task of each command, or the error.
std::string read(const std::string& text) {
  std::istringstream in(text);
  CommandStream stream(in);
  std::string out;
  while (const auto command = stream.next()) {
    out += (*command ? (*command)->step.task : to_text(command->error().message)) + "; ";
  }
  return out;
}

/// Gives one byte for ever.
class Endless : public std::streambuf {
 protected:
  int underflow() override {
    setg(block_, block_, block_ + sizeof block_);
    return traits_type::to_int_type(block_[0]);
  }

 private:
  char block_[4096] = {};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(command_stream_tests)

BOOST_AUTO_TEST_CASE(reads_lines_however_they_end) {
  BOOST_TEST(read("\xEF\xBB\xBF{\"do\":\"start\",\"task\":\"1\"}\r\n\n  \t\n"
                  "{\"do\":\"start\",\"task\":\"2\"}") == "1; 2; ");
}

BOOST_AUTO_TEST_CASE(goes_on_after_a_line_that_is_too_long) {
  std::string lines(5 << 20, 'x');
  lines.append("\n{\"do\":\"start\",\"task\":\"2\"}\n");
  BOOST_TEST(read(lines) == "a line is longer than 4194304 bytes; 2; ");
}

BOOST_AUTO_TEST_CASE(gives_up_on_a_line_without_end) {
  Endless endless;
  std::istream in(&endless);
  CommandStream stream(in);
  const auto first = stream.next();
  BOOST_REQUIRE((first && !*first));
  BOOST_TEST(to_text(first->error().message) ==
             "a line goes on for more than 134217728 bytes; nothing after it is read");
  BOOST_TEST(!stream.next());
}

BOOST_AUTO_TEST_CASE(says_where_a_text_is_none) {
  const auto half = [](const char* column, const char* text) {
    return std::string("column ") + column + ": '" + text +
           "' is half of a character, and its other half is not beside it; write the character "
           "itself; ";
  };
  BOOST_TEST(read(R"({"do":"remark","note":"\ud83d half a pair"})") == half("24", "\\ud83d"));
  BOOST_TEST(read(R"({"note":"催办\ud83d"})") == half("12", "\\ud83d"));
  BOOST_TEST(read(R"({"note":"\udc68\ud83d"})") == half("10", "\\udc68"));
  BOOST_TEST(read(R"({"note":"\ud83d\ud83d\udc68"})") == half("10", "\\ud83d"));
  BOOST_TEST(read(R"({"no\uD83Dte":"x"})") == half("5", "\\uD83D"));
  BOOST_TEST(read(R"({"note":"\ud83d\udc68 \\ \" \n \u0041 \udbff"})") == half("39", "\\udbff"));
  BOOST_TEST(read(R"({"note":"C:\督查"})") ==
             "column 12: '\\督' is no escape of JSON; write \\\\ for a backslash; ");
  BOOST_TEST(read(R"({"note":"\u12"})") ==
             "column 10: '\\u' is no escape of JSON; write \\\\ for a backslash; ");
  BOOST_TEST(
      read("{\"note\":\"a\tb\"}") ==
      "column 11: a control character (line end, tab, ...) stands within a text; write \\n, \\t or "
      "\\u0007; ");
}

BOOST_AUTO_TEST_CASE(compares_the_keys_of_a_large_object_quickly) {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"" + std::to_string(i) + "\":1,";
  BOOST_TEST(read(text + "\"0\":2}") == "the key '0' stands twice; ");
  BOOST_TEST(read(text + "\"x\":2}") == "there is no key '0'; ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban
