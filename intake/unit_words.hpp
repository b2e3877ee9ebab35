// What the names of departments look like, for those that no directory knows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace duban::intake {

// Every text here has half-width signs (see half_width) and no blanks.

bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words);

/// Ends as names of departments, offices, companies and places do; a bracket at its end is passed
/// over.
bool ends_like_unit(std::u32string_view text);
/// Begins with a level (省, 市, 县, 区…) of a department's name, or with 各: a name of its own.
bool begins_like_unit(std::u32string_view text);
/// A name on its own looks: nobody would take （县级） for it.
bool is_surely_unit(std::u32string_view text);
/// 市、区 or 街道 or 办事处: what brackets within the names of groups hold.
bool is_levels(std::u32string_view text);
/// What a bracket behind a name holds where it may end so, too: 学生工作部（处）, 各村（居）.
bool is_other_end(std::u32string_view text);
/// 各市州人民政府, 省直有关部门: it stands for several.
bool is_group_name(std::u32string_view text);
/// 各市州 goes on with 县(市、区)人民政府: the sign between them belongs to one name.
bool group_goes_on(std::u32string_view group, std::u32string_view rest);

/// 县水利 before 农业农村局, 长沙 before 衡阳市人民政府: the whole name; empty where it lacks none.
std::u32string with_unit_suffix(std::u32string_view token, std::u32string_view right);
/// 工业和信息化厅 after 省科技厅: the whole name; empty where it lacks none.
std::u32string with_unit_prefix(std::u32string_view token, std::u32string_view left);
/// 省财政厅和省公安厅, 省财政厅省公安厅: where the first name ends and the next begins; 0 and 0 for
/// one name. 和 within a name (文化和旅游部) ends none.
std::pair<std::size_t, std::size_t> joint_of(std::u32string_view text);

/// 分管副省长, 张三副县长, 县长王丽, 分管领导.
bool is_person(std::u32string_view text);
bool is_telephone(std::u32string_view text);

}  // namespace duban::intake
