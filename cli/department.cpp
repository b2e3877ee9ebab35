// Departments: the directory in force, and additions to it.
#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/activation.hpp"
#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/workspace.hpp"
#include "engine/base/utf8.hpp"
#include "engine/log/basis_hash.hpp"
#include "intake/directory_file.hpp"
#include "intake/directory_suggestion.hpp"
#include "intake/directory_table.hpp"
#include "intake/plan_reader.hpp"

namespace duban {
namespace {

struct Options {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> members;
  std::string housed_in;
  std::string superior;
};

Value list_of(const std::vector<std::string>& names) {
  return Value::Array(names.begin(), names.end());
}

Value json_of(const Department& department) {
  Value value;
  value.set("department", department.name);
  value.set("aliases", list_of(department.aliases));
  value.set("group", department.group);
  value.set("members", list_of(department.members));
  value.set("housed_in", department.housed_in.empty() ? Value() : Value(department.housed_in));
  value.set("superior", department.superior.empty() ? Value() : Value(department.superior));
  return value;
}

/// A name that no other department has, as name or as alias.
Status check_free(const Directory& directory, const std::string& name, const Department* own) {
  if (is_blank(name) || name.front() == ' ' || name.starts_with("\u3000")) {
    return failed(Errc::argument, "a department's name does not begin with a blank, nor is it one");
  }
  const std::u32string characters = code_points(name);
  if (!is_utf8(name) || characters.size() > 100 ||
      std::any_of(characters.begin(), characters.end(), is_invisible)) {
    return failed(Errc::argument,
                  "a department's name has at most 100 characters, none of them hidden");
  }
  const Department* known = directory.find(name);
  if (!known || (own && known->name == own->name)) return {};
  return failed(Errc::conflict, "{name} is a name of {department} already",
                {{"name", name}, {"department", known->name}});
}

/// What `options` give is added to what the directory has; houses and superiors are replaced.
Status extend(Department& department, const Directory& directory, const Options& options) {
  const Department* own = directory.find(department.name);
  for (const std::string& alias : options.aliases) {
    DUBAN_TRY(check_free(directory, alias, own));
    const auto& aliases = department.aliases;
    if (alias != department.name &&
        std::find(aliases.begin(), aliases.end(), alias) == aliases.end()) {
      department.aliases.push_back(alias);
    }
  }
  for (const std::string& name : options.members) {
    DUBAN_TRY(const std::string member, directory.resolve(name));
    if (member == department.name || directory.is_group(member)) {
      return failed(Errc::argument, "{department} cannot be a member: it is a group",
                    {{"department", member}});
    }
    const auto& members = department.members;
    if (std::find(members.begin(), members.end(), member) == members.end()) {
      department.members.push_back(member);
    }
    department.group = true;
  }
  if (!options.housed_in.empty()) {
    DUBAN_TRY(department.housed_in, directory.resolve(options.housed_in));
  }
  if (!options.superior.empty()) {
    DUBAN_TRY(department.superior, directory.resolve(options.superior));
  }
  return {};
}

/// Following `next` from a department never comes back to it.
Status check_way(const std::vector<Department>& departments, std::string Department::*next) {
  for (const Department& start : departments) {
    std::string here = start.*next;
    for (std::size_t steps = 0; !here.empty(); ++steps) {
      if (here == start.name || steps > departments.size()) {
        return failed(Errc::argument, "{department} would be housed in, or subordinate to, itself",
                      {{"department", start.name}});
      }
      const auto found = std::find_if(departments.begin(), departments.end(),
                                      [&](const Department& each) { return each.name == here; });
      here = found == departments.end() ? std::string() : (*found).*next;
    }
  }
  return {};
}

/// What a keeper of the directory wants to know, before what an administrator does.
void print_change(Context& context, const ActivateReceipt& receipt, std::size_t departments) {
  if (!context.json()) {
    context.out << say(context.lang, "the directory has {count} departments now",
                       {{"count", std::to_string(departments)}})
                << '\n';
  }
  print_activation(context, receipt);
}

Result<int> add(Context& context, const Options& options) {
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const BasisTexts texts, texts_in_force(world));
  DUBAN_TRY(const Directory directory, Directory::parse(texts.directory));
  std::vector<Department> departments = directory.departments();
  auto place = std::find_if(departments.begin(), departments.end(),
                            [&](const Department& each) { return each.name == options.name; });
  if (place == departments.end()) {
    DUBAN_TRY(check_free(directory, options.name, nullptr));
    Department made;
    made.name = options.name;
    place = departments.insert(departments.end(), made);
  }
  DUBAN_TRY(extend(*place, directory, options));
  const Value data = Value::Object{{"department", json_of(*place)}};
  DUBAN_TRY(check_way(departments, &Department::housed_in));
  DUBAN_TRY(check_way(departments, &Department::superior));
  DUBAN_TRY(const ActivateReceipt receipt,
            activate(world, BasisPart::directory, Directory(departments).text(), basis_hash(texts),
                     Event::department, data));
  context.settled = 0;
  print_change(context, receipt, departments.size());
  return 0;
}

/// The departments of a directory file or of a table.
Checked<std::vector<intake::DepartmentRow>> departments_of(const std::string& path) {
  const std::filesystem::path name(path);
  if (name.extension() != ".yaml" && name.extension() != ".yml")
    return intake::read_departments(path);
  const Result<std::string> text = read_text(name);
  if (!text) return tl::make_unexpected(Errors{text.error()});
  const Checked<DirectoryFile> file = load_directory(*text, path);
  if (!file) return tl::make_unexpected(file.error());
  std::vector<intake::DepartmentRow> rows;
  for (const Department& each : file->directory.departments()) {
    rows.push_back({{path, 0, 0},
                    each.name,
                    each.aliases,
                    each.members,
                    each.group,
                    each.housed_in,
                    each.superior});
  }
  return rows;
}

/// Names first, so that rows may refer to each other in any order; then what is said of them.
class Additions {
 public:
  explicit Additions(const Directory& directory) : departments_(directory.departments()) {}

  Checked<Directory> add(const std::vector<intake::DepartmentRow>& rows) {
    std::vector<std::size_t> places;
    const Directory before(departments_);
    for (const intake::DepartmentRow& row : rows) {
      const Department* known = before.find(row.name);
      const std::string name = known ? known->name : row.name;
      if (const Status free = check_free(before, row.name, known); !free) fault(row, free.error());
      const auto [at, is_new] = index_.emplace(name, departments_.size());
      if (!is_new) {
        fault(row, failed(Errc::conflict, "{name} stands in this file twice", {{"name", row.name}})
                       .value());
      } else if (known) {
        at->second = static_cast<std::size_t>(known - before.departments().data());
      } else {
        departments_.emplace_back().name = name;
      }
      places.push_back(at->second);
    }
    if (!errors_.empty()) return tl::make_unexpected(std::move(errors_));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      // Each row sees the aliases of those before it: none is given twice.
      const Directory now(departments_);
      Options options;
      options.aliases = rows[i].aliases;
      options.members = rows[i].members;
      options.housed_in = rows[i].housed_in;
      options.superior = rows[i].superior;
      Department department = departments_[places[i]];
      department.group = department.group || rows[i].group;
      if (const Status done = extend(department, now, options); !done) {
        fault(rows[i], done.error());
      } else {
        departments_[places[i]] = std::move(department);
      }
    }
    for (const auto next : {&Department::housed_in, &Department::superior}) {
      if (const Status way = check_way(departments_, next); !way) errors_.push_back(way.error());
    }
    if (!errors_.empty()) return tl::make_unexpected(std::move(errors_));
    return Directory(std::move(departments_));
  }

 private:
  void fault(const intake::DepartmentRow& row, Error error) {
    error.where = row.place;
    errors_.push_back(std::move(error));
  }

  std::vector<Department> departments_;
  std::map<std::string, std::size_t> index_;  // of the file's rows
  Errors errors_;
};

Result<int> import(Context& context, const std::string& file) {
  const Checked<std::vector<intake::DepartmentRow>> rows = departments_of(file);
  if (!rows) return fail(context, rows.error());
  DUBAN_TRY(const World world, duban::world(context));
  DUBAN_TRY(const BasisTexts texts, texts_in_force(world));
  DUBAN_TRY(const Directory directory, Directory::parse(texts.directory));
  const Checked<Directory> after = Additions(directory).add(*rows);
  if (!after) return fail(context, after.error());
  Value list = Value::Array{};
  for (const intake::DepartmentRow& row : *rows) list.push(json_of(*after->find(row.name)));
  DUBAN_TRY(const ActivateReceipt receipt,
            activate(world, BasisPart::directory, after->text(), basis_hash(texts),
                     Event::department, Value::Object{{"departments", std::move(list)}}));
  context.settled = 0;
  print_change(context, receipt, after->departments().size());
  return 0;
}

/// The names of a document as a directory file.
Result<int> suggest(Context& context, const std::string& file) {
  const Directory nobody;
  std::vector<Stranger> names;
  intake::PlanOptions options;
  options.strangers = [&](std::vector<Stranger> all) { names = std::move(all); };
  DUBAN_TRY(const std::unique_ptr<PlanSource> source,
            intake::open_plan(file, nobody, std::move(options)));
  // Deadlines that cannot be read and the like are for the import.
  const Checked<PlanSummary> summary = source->read([](const PlanRow&) { return Status{}; });
  if (!summary && names.empty()) return fail(context, summary.error());
  context.out << intake::suggest_directory(names, source->file());
  return 0;
}

void add_row(Answer& answer, Lang lang, const Department& department) {
  answer.add(
      [&]() -> std::vector<Cell> {
        return {department.name, joined(lang, department.aliases), joined(lang, department.members),
                department.housed_in, department.superior};
      },
      [&] { return json_of(department); });
}

Result<int> list(Context& context, const std::string& name) {
  DUBAN_TRY(const std::unique_ptr<Reading> reading, duban::reading(context));
  const Directory& directory = reading->basis().directory;
  Answer answer(context, {{"department", ColumnKind::key},
                          {"aliases", ColumnKind::name},
                          {"members", ColumnKind::name},
                          {"housed in", ColumnKind::name},
                          {"superior", ColumnKind::name}});
  if (!name.empty()) {
    DUBAN_TRY(const std::string canonical, directory.resolve(name));
    const Department& department = *directory.find(canonical);
    if (context.json()) {
      print_json(context, json_of(department));
      return 0;
    }
    add_row(answer, context.lang, department);
  } else {
    for (const Department& each : directory.departments()) add_row(answer, context.lang, each);
  }
  answer.finish("the directory is empty");
  return 0;
}

}  // namespace

void add_department(CLI::App& app, Context& context) {
  CLI::App* department =
      add_command(app, "department", "departments: add, import, suggest, list, show (单位名录)",
                  "duban department show 省安委办\n"
                  "duban department add 省应急管理厅 --alias 省应急厅");
  needs_command(department);
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(*department, "add", "add a department, or names and members to one; by an admin",
                  "duban department add 省应急管理厅 --alias 省应急厅 --superior 湖南省人民政府");
  argument(command, "NAME", options->name, "its name in full");
  repeated(command, "--alias", options->aliases, "another name for it", "A");
  repeated(command, "--member", options->members, "a department of this group", "D");
  option(command, "--housed-in", options->housed_in, "the department in whose house it sits", "D");
  option(command, "--superior", options->superior, "who hears when the ladder reaches it", "D");
  runs(command, context, [&context, options] { return add(context, *options); });

  auto table = std::make_shared<std::string>();
  command = add_command(*department, "import", "add many departments at once; by an admin",
                        "duban department import departments.csv");
  argument(command, "FILE", *table, "a table with the column 单位 (name), or a directory file");
  runs(command, context, [&context, table] { return import(context, *table); });

  auto plan = std::make_shared<std::string>();
  command = add_command(*department, "suggest", "a directory file of the names in a document",
                        "duban department suggest plan.docx > departments.yaml");
  argument(command, "FILE", *plan, "a plan's document");
  runs(command, context, [&context, plan] { return suggest(context, *plan); });

  command = add_command(*department, "list", "all departments", "duban department list");
  runs(command, context, [&context] { return list(context, {}); });

  auto name = std::make_shared<std::string>();
  command = add_command(*department, "show", "one department", "duban department show 省安委办");
  argument(command, "NAME", *name, "any of its names");
  runs(command, context, [&context, name] { return list(context, *name); });
}

}  // namespace duban
