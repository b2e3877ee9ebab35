#include "tests/unit/course/small_world.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string_view>

#include "intake/calendar_file.hpp"
#include "rules/load.hpp"

namespace duban::tests {
namespace {

Directory directory() {
  std::vector<Department> all;
  const auto add = [&](const char* name, const char* housed_in = "") {
    Department department;
    department.name = name;
    department.housed_in = housed_in;
    all.push_back(department);
  };
  add("省政府督查室");
  add("省安监局");
  add("省安委办", "省安监局");
  add("省煤矿办", "省安委办");  // a house within a house
  for (const char* name : {"省经信委", "省公安厅", "省住建厅", "省财政厅"}) add(name);
  for (const char* name : {"长沙市人民政府", "衡阳市人民政府", "岳阳市人民政府"}) add(name);
  all[4].aliases = {"省经济和信息化委"};
  add("各市州人民政府");
  all.back().group = true;
  all.back().members = {"长沙市人民政府", "衡阳市人民政府", "岳阳市人民政府"};
  add("各县人民政府");
  all.back().group = true;
  add("安全口单位");
  all.back().group = true;
  all.back().members = {"省安监局"};
  return Directory(all);
}

std::string rules_text(const char* rules) {
  const std::string shipped = shipped_rules();
  if (!rules) return shipped;
  const std::string_view given = rules;
  if (given.starts_with("  - match")) return shipped + rules;
  if (given.starts_with("escalations:"))
    return shipped.substr(0, shipped.find("\nescalations:\n") + 1) + rules;
  return rules;
}

const Calendar& calendar() {
  static const Calendar shipped = *read_calendar(DUBAN_SOURCE "/config/calendars/cn");
  return shipped;
}

}  // namespace

std::string shipped_rules() {
  std::ifstream in(DUBAN_SOURCE "/config/rules/default.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::shared_ptr<const Basis> small_basis(const char* rules) {
  static std::map<std::string, std::shared_ptr<const Basis>> known;
  const std::string text = rules_text(rules);
  auto& basis = known[text];
  if (basis) return basis;
  Checked<Rules> loaded = load_rules(text, "rules.yaml");
  if (!loaded) {
    for (const Error& error : loaded.error())
      std::cerr << error.where.line << ": " << to_text(error.message) << "\n";
  }
  DUBAN_ASSERT(loaded);
  Result<Zone> zone = Zone::find("Asia/Shanghai");
  DUBAN_ASSERT(zone);
  basis = std::make_shared<const Basis>(
      Basis{"hash", std::move(*loaded), calendar(), directory(), std::move(*zone)});
  return basis;
}

const People& small_people() {
  static const People people{
      {{"督查一处", {"督查一处", "省政府督查室", "", ""}},
       {"督查二处", {"督查二处", "省政府督查室", "", ""}},
       {"张三", {"张三", "省安委办", "", ""}},
       {"李四", {"李四", "省经信委", "", ""}}},
      {{"省安委办", Role::coordinator, ""}, {"省政府督查室", Role::coordinator, ""}}};
  return people;
}

Person small_person(const std::string& id) {
  Person person;
  const auto known = small_people().actors.find(id);
  person.actor = known == small_people().actors.end() ? Actor{id, id, "", ""} : known->second;
  person.coordinator =
      person.actor.department == "省政府督查室" || person.actor.department == "省安委办";
  return person;
}

}  // namespace duban::tests
