// Schema and loader say yes and no to the same files, as far as a schema can.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "rules/load.hpp"
#include "tests/unit/rules/picture.hpp"
#include "text/yaml.hpp"

namespace data = boost::unit_test::data;
namespace fs = std::filesystem;
using namespace duban;
using nlohmann::json;

namespace {

std::string file_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const json& schema() {
  static const json read = json::parse(file_text(DUBAN_SOURCE "/config/schema/rules.schema.json"));
  return read;
}

bool passes_schema(const json& document) {
  static const std::unique_ptr<const valijson::Schema> compiled = [] {
    auto made = std::make_unique<valijson::Schema>();
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema()), *made);
    return made;
  }();
  return valijson::Validator().validate(*compiled,
                                        valijson::adapters::NlohmannJsonAdapter(document), nullptr);
}

/// A document as YAML readers of editors see it: what stands without quotes may be a number, a flag
/// or nothing.
json json_of(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::Kind::null:
      return nullptr;
    case yaml::Kind::sequence: {
      json list = json::array();
      for (const yaml::Node& item : node.items) list.push_back(json_of(item));
      return list;
    }
    case yaml::Kind::mapping: {
      json object = json::object();
      for (const yaml::Pair& pair : node.pairs) object[pair.key.text] = json_of(pair.value);
      return object;
    }
    case yaml::Kind::scalar:
      break;
  }
  if (node.quoted) return node.text;
  const json value = json::parse(node.text, nullptr, false);
  return value.is_number() || value.is_boolean() || value.is_null() ? value : json(node.text);
}

json read(const std::string& text) {
  const Checked<yaml::Node> tree = yaml::parse(text, "r");
  return tree ? json_of(*tree) : json();
}

bool loads(const std::string& text) { return load_rules(text, "r").has_value(); }

/// Every key that there is, once at least.
const char* const everything = R"yaml(
rules: all
version: 1
timezone: Asia/Shanghai
calendar: cn
storm: 20
cites: [甲, 乙]
transitions:
  start: { by: [lead], in: [assigned], forbid: [requester], cites: 丙,
           require: { note: true, evidence: 1, any: [note], contributions: all, groups: any,
                      without: allowed } }
  request-extension: { by: [lead, co], limit: 2 }
  suspend: { by: [coordinator], max: 120wd }
deadlines:
  ongoing: { every: month, grace: 5wd }
  suspension: { moves_due: none }
  warning: 2w
  roll: next
escalations:
  - { id: blue, name: 蓝, at: due - 5wd, in: [assigned], level: 0, notify: [lead], when: missing,
      repeat: { every: 1mo, times: 2 }, cites: 丁 }
  - { id: blue2, at: due, in: [overdue], level: 1, notify: [] }
overrides:
  - match: { plan: hn135, part: "1", section: "1.3", task: "1.3.11", lead: 甲, co: 乙,
             ongoing: true, urgent: false, schedule: periodic }
    cites: 戊
    transitions: { start: { by: [co] } }
    deadlines: { warning: 1d }
    escalations:
      blue: { name: 蓝色, at: heard + 1d, in: [overdue], level: 1, notify: [co], when: missing,
              repeat: { every: 2mo, times: 3 }, cites: 己 }
  - match: { plan: [hn135], part: ["1"], section: ["1.3"], task: ["1.3.11"], lead: [甲], co: [乙] }
    escalations: { blue: { at: "raised(blue2)"
}
}
  - match: { urgent: true }
    transitions: { start: null }
    deadlines: null
    escalations: null
  - match: { urgent: false }
    escalations: { more: { at: raised(blue), in: [overdue], level: 1, notify: [lead] } }
)yaml";

/// Changes a file in one place after another, each time against one word of the schema.
class Mutants {
 public:
  struct One {
    std::string what;
    json document;
  };
  std::vector<One> all;
  /// Keys of the schema, by the mapping that has them, that the document uses.
  std::set<std::pair<const json*, std::string>> used;

  explicit Mutants(json document) : document_(std::move(document)) {
    walk(schema(), json::json_pointer());
  }

 private:
  void change(const json::json_pointer& at, const char* why, const json& value) {
    json changed = document_;
    changed.at(at) = value;
    all.push_back({at.to_string() + ": " + why, std::move(changed)});
  }

  static const json& resolved(const json& part) {
    if (!part.contains("$ref")) return part;
    return resolved(schema().at(json::json_pointer(part.at("$ref").get<std::string>().substr(1))));
  }

  static bool is_for(const json& part, const json& value) {
    const json& found = resolved(part);
    const std::string type = found.value("type", "");
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "null" && value.is_null());
  }

  void walk(const json& part, const json::json_pointer& at) {
    const json& rule = resolved(part);
    const json& value = document_.at(at);
    for (const char* several : {"oneOf", "allOf"}) {
      if (!rule.contains(several)) continue;
      for (const json& one : rule.at(several)) {
        if (std::string(several) == "allOf" || is_for(one, value)) walk(one, at);
      }
    }
    if (!at.empty()) change(at, "of another kind", json::array({json::array()}));
    if (value.is_object()) of_mapping(rule, value, at);
    if (value.is_array()) of_list(rule, value, at);
    of_scalar(rule, value, at);
  }

  void of_mapping(const json& rule, const json& value, const json::json_pointer& at) {
    if (rule.contains("additionalProperties") && rule.at("additionalProperties") == false) {
      json more = value;
      more["zzzz"] = 1;
      change(at, "a key more", more);
    }
    if (rule.contains("minProperties")) change(at, "empty", json::object());
    for (const json& key : rule.value("required", json::array())) {
      json less = value;
      less.erase(key.get<std::string>());
      change(at, "a key less", less);
    }
    for (const auto& [key, inner] : value.items()) {
      if (rule.contains("properties") && rule.at("properties").contains(key)) {
        used.insert({&rule.at("properties"), key});
        walk(rule.at("properties").at(key), at / key);
      } else if (rule.contains("additionalProperties") &&
                 rule.at("additionalProperties").is_object()) {
        walk(rule.at("additionalProperties"), at / key);
      }
      if (!rule.contains("propertyNames")) continue;
      json other = value;
      other["zzzz"] = inner;
      change(at, "another key", other);
    }
  }

  void of_list(const json& rule, const json& value, const json::json_pointer& at) {
    if (rule.contains("minItems")) change(at, "empty", json::array());
    if (rule.value("uniqueItems", false) && !value.empty()) {
      json twice = value;
      twice.push_back(twice.at(0));
      change(at, "one twice", twice);
    }
    if (rule.contains("maxItems")) {
      json more = json::array();
      for (int i = 0; i <= rule.at("maxItems").get<int>(); ++i)
        more.push_back("n" + std::to_string(i));
      change(at, "too many", more);
    }
    if (rule.contains("items") && !value.empty()) walk(rule.at("items"), at / 0);
  }

  void of_scalar(const json& rule, const json& value, const json::json_pointer& at) {
    if (rule.contains("enum")) change(at, "another word", "zzzz");
    if (rule.contains("pattern")) change(at, "another form", "a b");
    if (rule.contains("minLength")) change(at, "blank", "");
    if (rule.contains("maxLength"))
      change(at, "too long", std::string(rule.at("maxLength").get<std::size_t>() + 1, 'x'));
    if (rule.contains("minimum")) change(at, "too small", rule.at("minimum").get<int>() - 1);
    if (rule.contains("maximum")) change(at, "too large", rule.at("maximum").get<int>() + 1);
    if (value.is_number()) change(at, "a number in quotes", "1");
    if (value.is_boolean()) change(at, "a flag in quotes", "true");
  }

  json document_;
};

/// Every mapping of the schema with each of its keys.
void collect(const json& part, std::set<std::pair<const json*, std::string>>& keys) {
  if (part.is_object() && part.contains("properties") && part.contains("additionalProperties")) {
    for (const auto& [key, inner] : part.at("properties").items())
      keys.insert({&part.at("properties"), key});
  }
  for (const json& inner : part) {
    if (inner.is_structured()) collect(inner, keys);
  }
}

std::vector<std::string> valid_files() {
  std::vector<std::string> files;
  for (const char* folder : {"/config/rules", "/tests/data/rules"}) {
    const fs::path root = std::string(DUBAN_SOURCE) + folder;
    if (!fs::exists(root)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      const fs::path name = entry.path().filename();
      const bool is_directory_file = entry.path().parent_path().filename() == "directories";
      if (name.extension() == ".yaml" && name.stem().extension().empty() && !is_directory_file)
        files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Broken {
  const char* why;
  const char* lines;  ///< after tests::right_start, which ends within `transitions`
};
std::ostream& operator<<(std::ostream& out, const Broken& each) { return out << each.why; }

/// Wrong in ways that no single change of a right file brings.
const Broken broken[] = {
    {"a storm of words", "storm: many\n"},
    {"a flag as yes", "  verify: { by: [coordinator], require: { note: yes } }\n"},
    {"one role without a list", "  verify: { by: coordinator }\n"},
    {"counted backwards from a raising",
     "escalations: [{ id: a, at: raised(b) - 1d, in: [overdue], level: 1, notify: [lead] }]\n"},
    {"raised of nothing",
     "escalations: [{ id: a, at: raised, in: [overdue], level: 1, notify: [lead] }]\n"},
    {"a rung without a level",
     "escalations: [{ id: a, at: due, in: [overdue], notify: [lead] }]\n"},
    {"months of suspension", "  suspend: { by: [coordinator], max: 3mo }\n"},
    {"no days of suspension", "  suspend: { by: [coordinator], max: 0d }\n"},
    {"a section without quotes", "overrides: [{ match: { section: 1.3 }, deadlines: null }]\n"},
    {"a section of five levels",
     "overrides: [{ match: { section: \"1.3.4.5.6\" }, deadlines: null }]\n"},
    {"urgency in words", "overrides: [{ match: { urgent: 急 }, deadlines: null }]\n"},
    {"an override of everything", "overrides: [{ match: {}, deadlines: null }]\n"},
    {"rungs of an override in a list",
     "overrides: [{ match: { urgent: true }, escalations: [{ id: a }] }]\n"},
    {"an override's rung with an id",
     "escalations: [{ id: a, at: due, in: [overdue], level: 1, notify: [lead] }]\n"
     "overrides: [{ match: { urgent: true }, escalations: { a: { id: b } } }]\n"},
    {"the scheduler's own step", "  deadline: { by: [lead] }\n"},
};

/// What a schema cannot say; its description lists it.
const Broken beyond[] = {
    {"a step from where the lifecycle has none", "  verify: { by: [lead], in: [assigned] }\n"},
    {"'limit' of another step", "  verify: { by: [lead], limit: 1 }\n"},
    {"a rung twice",
     "escalations:\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"
     "  - { id: a, at: due, in: [overdue], level: 1, notify: [lead] }\n"},
    {"an override of a rung that is none",
     "overrides: [{ match: { urgent: true }, escalations: { b: null } }]\n"},
    {"the raising of a rung that is none",
     "escalations: [{ id: a, at: raised(b), in: [overdue], level: 1, notify: [lead] }]\n"},
    {"a rung that waits for itself",
     "escalations: [{ id: a, at: raised(a), in: [overdue], level: 1, notify: [lead] }]\n"},
    {"an added event without 'by'",
     "overrides: [{ match: { urgent: true }, transitions: { verify: { forbid: [lead] } } }]\n"},
    {"a hundred years and more", "deadlines: { warning: 99999d }\n"},
    {"nearly a role",
     "escalations: [{ id: a, at: due, in: [overdue], level: 1, notify: [laed] }]\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_schema_and_loader_tests)

BOOST_DATA_TEST_CASE(both_take_what_is_right, data::make(valid_files()), file) {
  const std::string text = file_text(file);
  BOOST_TEST(loads(text));
  BOOST_TEST(passes_schema(read(text)));
}

BOOST_AUTO_TEST_CASE(every_shipped_file_names_its_schema) {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(DUBAN_SOURCE "/config/rules")) {
    if (entry.path().extension() != ".yaml" || !entry.path().stem().extension().empty()) continue;
    ++files;
    const std::string line = "# yaml-language-server: $schema=../schema/rules.schema.json\n";
    BOOST_TEST_CONTEXT(entry.path()) { BOOST_TEST(file_text(entry.path()).find(line) < 1000); }
  }
  BOOST_TEST(files >= 3);
}

BOOST_DATA_TEST_CASE(both_refuse_what_is_wrong, data::make(broken), each) {
  const std::string text = tests::right_start + std::string(each.lines);
  BOOST_TEST(!loads(text));
  BOOST_TEST(!passes_schema(read(text)));
}

BOOST_DATA_TEST_CASE(only_the_loader_sees_what_is_beyond, data::make(beyond), each) {
  const std::string text = tests::right_start + std::string(each.lines);
  BOOST_TEST(!loads(text));
  BOOST_TEST(passes_schema(read(text)));
}

BOOST_AUTO_TEST_CASE(the_loader_knows_every_key_of_the_schema) {
  const json document = read(everything);
  BOOST_TEST(loads(document.dump()));
  BOOST_TEST(passes_schema(document));
  std::set<std::pair<const json*, std::string>> keys;
  collect(schema(), keys);
  BOOST_TEST(keys.size() > 60u);
  const Mutants mutants(document);
  for (const auto& key : keys) {
    BOOST_TEST_CONTEXT(key.second) { BOOST_TEST(mutants.used.count(key) == 1u); }
  }
}

BOOST_AUTO_TEST_CASE(both_refuse_every_change_against_the_schema) {
  const Mutants mutants(read(everything));
  BOOST_TEST(mutants.all.size() > 200u);
  for (const Mutants::One& mutant : mutants.all) {
    BOOST_TEST_CONTEXT(mutant.what) {
      BOOST_TEST(!loads(mutant.document.dump()));
      BOOST_TEST(!passes_schema(mutant.document));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_key_is_documented) {
  const std::string page = file_text(DUBAN_SOURCE "/docs/rules.md");
  std::set<std::pair<const json*, std::string>> keys;
  collect(schema(), keys);
  for (const auto& [mapping, key] : keys) {
    BOOST_TEST_CONTEXT(key) {
      const bool in_table = page.find("| `" + key + "`") != page.npos;
      const bool with_its_mapping = page.find("." + key + "`") != page.npos;
      BOOST_TEST((in_table || with_its_mapping));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
