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

BOOST_AUTO_TEST_CASE(compares_the_keys_of_a_large_object_quickly) {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"" + std::to_string(i) + "\":1,";
  BOOST_TEST(read(text + "\"0\":2}") == "the key '0' stands twice; ");
  BOOST_TEST(read(text + "\"x\":2}") == "there is no key '0'; ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban
