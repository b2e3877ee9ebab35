// Directory files (单位名录): the departments of a workspace, its first actors and grants, as YAML.
//
//     departments:
//       - { name: 省政府督查室, superior: 湖南省人民政府 }
//       - { name: 省安监局, aliases: [湖南省安全生产监督管理局], superior: 湖南省人民政府 }
//       - { name: 省安委办, housed_in: 省安监局 }
//       - { name: 各市州人民政府, members: [长沙市人民政府, 湘西自治州人民政府] }
//       - { name: 各职能部门, group: true }        # a group whose members nobody knows
//     actors:
//       - { id: 督查一处, department: 省政府督查室, name: 李明 }
//     grants:
//       - { subject: 省政府督查室, role: coordinator, plan: hn135 }
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/model/directory.hpp"

namespace duban {

/// Reads a directory file; `file` is its name for messages.
///
/// A directory file is valid if and only if
///  1. it is YAML as text/yaml.hpp takes it, a mapping with only the keys shown above, and has
///     `departments`; `actors` and `grants` may be missing or empty;
///  2. every name, alias and id is text of at most 100 characters, without hidden characters or
///     blanks at its ends;
///  3. names and aliases are all different, over all departments;
///  4. members, houses and superiors are names or aliases of departments in the file; no member
///     stands in a group twice or is a group itself; nobody is housed in, or subordinate to,
///     itself, on however long a way;
///  5. actors' ids are all different, and none is a department's name or alias but that of the
///     department's own account; their departments exist;
///  6. every grant is for an actor or a department of the file, of coordinator, auditor or admin,
///     and stands there once.
///
/// In the result all references are canonical names, and grants are sorted. Fails with every
/// problem, in the file's order.
Checked<DirectoryFile> load_directory(std::string_view text, const std::string& file);

}  // namespace duban
