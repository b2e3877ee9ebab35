#include "intake/directory_file.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <ostream>

#include "text/caret.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string picture(const DirectoryFile& file) {
  std::string out;
  const auto list = [](const char* name, const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : " ") + value;
    return values.empty() ? "" : std::string(" ") + name + "=[" + text + "]";
  };
  for (const Department& each : file.directory.departments()) {
    out += each.name + list("aliases", each.aliases) + (each.group ? " group" : "") +
           list("members", each.members) +
           (each.housed_in.empty() ? "" : " housed_in=" + each.housed_in) +
           (each.superior.empty() ? "" : " superior=" + each.superior) + "\n";
  }
  for (const Actor& actor : file.actors)
    out += "actor " + actor.id + " of " + actor.department + " (" + actor.name + ")\n";
  for (const Grant& grant : file.grants) {
    out += "grant " + grant.subject + " " + std::string(to_text(grant.role)) + " [" + grant.plan +
           "]\n";
  }
  return out;
}

std::string load(std::string_view text) {
  const Checked<DirectoryFile> file = load_directory(text, "d");
  if (file) return picture(*file);
  std::string out;
  for (const Error& error : file.error())
    out += to_text(error.where) + ": " + to_text(error.message) + "\n";
  return out;
}

struct Slip {
  const char* why;
  std::string text;
  const char* outcome;
};
std::ostream& operator<<(std::ostream& os, const Slip& c) { return os << c.why; }

std::string departments(const std::string& lines) { return "departments:\n" + lines; }
/// One department 甲, and what follows.
std::string with_one(const std::string& rest) { return "departments: [{ name: 甲 }]\n" + rest; }

const Slip slips[] = {
    {"nothing", "", "d: there is nothing in this file\n"},
    {"no departments", "actors: []\n", "d: 'departments' is missing\n"},
    {"departments in no list", "departments: { name: 甲 }\n",
     "d:1:14: a list is wanted here, each item beginning with '- '\n"},
    {"a department that is a word", "departments: [甲]\n",
     "d:1:15: keys and values (key: value) are wanted here\n"},
    {"unknown keys", departments("  - { name: 甲, alias: [乙], boss: 丙 }\nactor: []\n"),
     "d:2:16: unknown key 'alias'; did you mean 'aliases'?\n"
     "d:2:28: unknown key 'boss'; known here: name, aliases, group, members, housed_in, superior\n"
     "d:3:1: unknown key 'actor'; did you mean 'actors'?\n"},
    {"a department without a name", departments("  - { aliases: [甲] }\n"),
     "d:2:5: 'name' is missing here\n"},
    {"blank names",
     departments("  - { name: \" \" }\n  - { name: \"甲 \" }\n  - { name: '　乙' }\n"),
     "d:2:13: blank text\n"
     "d:3:13: a blank at the end of a name\n"
     "d:4:13: a blank at the end of a name\n"},
    {"a name that is too long", departments("  - { name: " + std::string(101, 'x') + " }\n"),
     "d:2:13: longer than 100 characters\n"},
    {"a control character", departments("  - { name: \"甲\\n乙\" }\n"),
     "d:2:13: a hidden character in a name\n"},
    {"a department twice", departments("  - { name: 甲 }\n  - { name: 甲 }\n"),
     "d:3:13: department '甲' is in this file twice\n"},
    {"an alias twice",
     departments("  - { name: 甲, aliases: [丙] }\n  - { name: 乙, aliases: [丙] }\n"),
     "d:3:26: '丙' is an alias of '甲' already\n"},
    {"a name that is an alias", departments("  - { name: 甲, aliases: [乙] }\n  - { name: 乙 }\n"),
     "d:3:13: '乙' is an alias of '甲' already\n"},
    {"an alias that is a name", departments("  - { name: 甲 }\n  - { name: 乙, aliases: [甲] }\n"),
     "d:3:26: '甲' is a department of its own in this file\n"},
    {"its own name as alias", departments("  - { name: 甲, aliases: [甲, 乙, 乙] }\n"),
     "d:2:26: '甲' stands here twice\n"
     "d:2:32: '乙' stands here twice\n"},
    {"references to nobody",
     departments("  - { name: 省安监局, housed_in: 甲 }\n  - { name: 乙, superior: 省安监句 }\n"
                 "  - { name: 丙, members: [丁, 乙, 乙] }\n"),
     "d:2:30: no department '甲' in this file\n"
     "d:3:26: no department '省安监句' in this file; did you mean '省安监局'?\n"
     "d:4:26: no department '丁' in this file\n"
     "d:4:32: '乙' stands here twice\n"},
    {"a group in a group",
     departments(
         "  - { name: 甲, members: [乙] }\n  - { name: 乙, members: [丙] }\n  - { name: 丙 }\n"),
     "d:2:26: '乙' is a group; groups do not nest\n"},
    {"members of what is no group",
     departments("  - { name: 甲, group: false, members: [乙] }\n  - { name: 乙 }\n"),
     "d:2:16: what has members is a group\n"},
    {"a house in itself", departments("  - { name: 甲, aliases: [乙], housed_in: 乙 }\n"),
     "d:2:41: this leads back to itself: 甲 -> 甲\n"},
    {"superiors in a circle",
     departments("  - { name: 甲, superior: 乙 }\n  - { name: 乙, superior: 丙 }\n  - { name: 丙, "
                 "superior: 乙 }\n"),
     "d:3:26: this leads back to itself: 乙 -> 丙 -> 乙\n"},
    {"an actor without id or house", with_one("actors: [{ name: 李明 }]\n"),
     "d:2:10: 'id' is missing here\n"
     "d:2:10: 'department' is missing here\n"},
    {"an actor twice",
     with_one("actors:\n  - { id: a, department: 甲 }\n  - { id: a, department: 甲 }\n"),
     "d:4:11: actor 'a' is in this file twice\n"},
    {"an actor of nobody", with_one("actors: [{ id: a, department: 乙 }]\n"),
     "d:2:31: no department '乙' in this file\n"},
    {"an actor called like another's department",
     departments("  - { name: 甲 }\n  - { name: 乙 }\nactors: [{ id: 甲, department: 乙 }]\n"),
     "d:4:16: '甲' is a department's name; only its own account is called so\n"},
    {"grants of what is not granted",
     with_one(
         "grants:\n  - { subject: 甲, role: lead }\n  - { subject: 甲, role: coordinater }\n"
         "  - { subject: 乙, role: admin }\n  - { role: admin, plans: x }\n  - { subject: 甲 }\n"),
     "d:3:25: 'lead' is no role that is granted; known: coordinator, auditor, admin\n"
     "d:4:25: unknown role 'coordinater'; did you mean 'coordinator'?\n"
     "d:5:16: no department '乙' in this file\n"
     "d:6:5: 'subject' is missing here\n"
     "d:6:20: unknown key 'plans'; did you mean 'plan'?\n"
     "d:7:5: 'role' is missing here\n"},
    {"a grant twice",
     with_one("grants:\n  - { subject: 甲, role: admin }\n  - { subject: 甲, role: admin }\n"),
     "d:4:5: this grant is in this file twice\n"},
};

/// Every name of the plan that the shipped directory was written for, spelling variants included.
const char* const plan_names[] = {
    "省安监局",
    "省编办",
    "省公安厅",
    "省交通运输厅",
    "省保监会",
    "省保监局",
    "各市州人民政府",
    "省政府法制办",
    "省应急办",
    "省质监局",
    "省住房城乡建设厅",
    "各负有安全监管执法职责的职能部门",
    "省发改委",
    "省财政厅",
    "省司法厅",
    "省检察院",
    "省人民法院",
    "省煤炭局",
    "湖南煤监局",
    "省经信委",
    "省科技厅",
    "省教育厅",
    "广铁集团长沙办事处",
    "省水运管理局",
    "省气象局",
    "省水利厅",
    "省邮政管理局",
    "中国电信湖南分公司",
    "湖南电力公司",
    "国家能源局湖南监管办",
    "民航湖南监管局",
    "省农机局",
    "省国资委",
    "省人力资源社会保障厅",
    "省文化厅",
    "省旅游发展委",
    "省卫生计生委",
    "省地震局",
    "省农委",
    "各市州、县人民政府",
    "长沙市人民政府",
    "衡阳市人民政府",
    "岳阳市人民政府",
    "湘潭市人民政府",
    "郴州市人民政府",
    "永州市人民政府",
    "常德市人民政府",
    "怀化市人民政府",
    "张家界市人民政府",
    "湘西自治州人民政府",
};

DirectoryFile shipped() {
  return load_directory(file_text(DUBAN_SOURCE "/config/departments/hunan.yaml"), "hunan.yaml")
      .value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(load_directory_tests)

BOOST_AUTO_TEST_CASE(reads_all_that_a_file_can_say) {
  BOOST_TEST(load(R"(departments:
  - { name: 省安委办, housed_in: 省安全监管局, superior: 省政府 }
  - { name: 省安监局, aliases: [省安全监管局, 安监] }
  - { name: 省人民政府, aliases: [省政府] }
  - { name: 各市, members: [长沙, 市二] }
  - { name: 各部门, group: true }
  - { name: 长沙市人民政府, aliases: [长沙] }
  - { name: 市二 }
actors:
  - { id: 李明, department: 安监, name: 李小明 }
  - { id: 省安委办, department: 省安委办 }
grants:
  - { subject: 李明, role: auditor }
  - { subject: 安监, role: coordinator, plan: hn135 }
)") == R"(省安委办 housed_in=省安监局 superior=省人民政府
省安监局 aliases=[省安全监管局 安监]
省人民政府 aliases=[省政府]
各市 group members=[长沙市人民政府 市二]
各部门 group
长沙市人民政府 aliases=[长沙]
市二
actor 李明 of 省安监局 (李小明)
actor 省安委办 of 省安委办 ()
grant 李明 auditor []
grant 省安监局 coordinator [hn135]
)");
}

BOOST_AUTO_TEST_CASE(takes_sections_whose_lines_are_all_commented_out) {
  BOOST_TEST(load("departments: [{ name: 甲 }]\nactors:\ngrants:\n") == "甲\n");
}

BOOST_DATA_TEST_CASE(refuses_with_a_place, data::make(slips), c) {
  BOOST_TEST(load(c.text) == c.outcome);
}

BOOST_AUTO_TEST_CASE(ships_every_name_of_the_plan) {
  const DirectoryFile file = shipped();
  std::string unknown;
  for (const char* name : plan_names) {
    if (file.directory.find(name) == nullptr) unknown += std::string(name) + " ";
  }
  BOOST_TEST(unknown == "");
  BOOST_TEST(file.directory.canonical("省保监会") == "省保监局");
  BOOST_TEST(file.directory.canonical("湖南省安全生产监督管理局") == "省安监局");
  BOOST_TEST(file.directory.canonical("各市州县人民政府") == "各市州、县人民政府");
}

BOOST_AUTO_TEST_CASE(ships_groups_houses_and_two_coordinators) {
  const DirectoryFile file = shipped();
  const Directory& directory = file.directory;
  BOOST_TEST(directory.members("各市州人民政府").size() == 14U);
  BOOST_TEST(directory.members("各市州、县人民政府").size() == 14U);
  BOOST_TEST(directory.is_group("各负有安全监管执法职责的职能部门"));
  BOOST_TEST(directory.members("各负有安全监管执法职责的职能部门").empty());
  BOOST_TEST(directory.same_house("省安委会办公室", "省安监局"));
  BOOST_TEST(!directory.same_house("省政府督查室", "省安监局"));
  std::string people;
  for (const Actor& actor : file.actors) people += actor.id + " of " + actor.department + "\n";
  for (const Grant& grant : file.grants)
    people += grant.subject + " is " + std::string(to_text(grant.role)) + "\n";
  BOOST_TEST(people ==
             "督查一处 of 省政府督查室\n督查二处 of 省政府督查室\n"
             "省安委办 is coordinator\n省政府督查室 is coordinator\n");
}

BOOST_AUTO_TEST_SUITE_END()
