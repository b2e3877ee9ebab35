#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "rules/load.hpp"
#include "tests/unit/rules/picture.hpp"

using namespace duban;

namespace {

nlohmann::json schema() {
  std::ifstream in(DUBAN_SOURCE "/config/schema/rules.schema.json");
  return nlohmann::json::parse(in);
}

std::string words(const nlohmann::json& list) {
  std::string out;
  for (const auto& word : list) out += word.get<std::string>() + " ";
  return out;
}

/// What the loader lists when a word is far from all it knows: its vocabulary, in order.
std::string known(const std::string& lines) {
  std::string problem = tests::problems_of(tests::right_start + lines);
  problem = problem.substr(problem.rfind(": ") + 2);
  std::string out;
  for (const char c : problem) out += c == ',' || c == '\n' ? "" : std::string(1, c);
  return out + " ";
}

}  // namespace

/// The schema is for editors; it must not know other words than the loader.
BOOST_AUTO_TEST_SUITE(rules_schema_tests)

BOOST_AUTO_TEST_CASE(has_the_words_of_the_loader) {
  const nlohmann::json defs = schema().at("$defs");
  BOOST_TEST(words(defs.at("step").at("enum")) == known("  zzzz: { by: [lead] }\n"));
  BOOST_TEST(words(defs.at("role").at("enum")) == known("  verify: { by: [zzzz] }\n"));
  BOOST_TEST(words(defs.at("state").at("enum")) == known("  verify: { by: [lead], in: [zzzz] }\n"));
  BOOST_TEST(words(defs.at("party").at("enum")) ==
             known("  verify: { by: [lead], forbid: [zzzz] }\n"));
}

BOOST_AUTO_TEST_CASE(has_the_keys_of_the_loader) {
  const auto keys = [](const nlohmann::json& mapping) {
    std::string out;
    for (const auto& [key, value] : mapping.at("properties").items()) out += key + " ";
    return out;
  };
  const auto sorted = [](std::string text) {
    std::vector<std::string> parts;
    for (std::size_t end; (end = text.find(' ')) != std::string::npos; text.erase(0, end + 1))
      parts.push_back(text.substr(0, end));
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string& part : parts) out += part + " ";
    return out;
  };
  const nlohmann::json root = schema();
  const nlohmann::json& defs = root.at("$defs");
  BOOST_TEST(keys(root) == sorted(known("zzzz: 1\n")));
  BOOST_TEST(keys(defs.at("rule")) == sorted(known("  verify: { by: [lead], zzzz: 1 }\n")));
  BOOST_TEST(keys(defs.at("require")) ==
             sorted(known("  verify: { by: [lead], require: { zzzz: 1 } }\n")));
  BOOST_TEST(keys(defs.at("deadlines")) == sorted(known("deadlines: { zzzz: 1 }\n")));
  BOOST_TEST(keys(defs.at("match")) == sorted(known("overrides: [{ match: { zzzz: 1 } }]\n")));
  BOOST_TEST(keys(defs.at("override")) ==
             sorted(known("overrides: [{ match: { ongoing: true }, zzzz: 1 }]\n")));
}

BOOST_AUTO_TEST_SUITE_END()
