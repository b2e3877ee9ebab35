#include "intake/unit_words.hpp"

#include <algorithm>
#include <array>

namespace duban::intake {
namespace {

using View = std::u32string_view;

constexpr View levels = U"省市县区州旗盟镇乡";
/// What follows a level's character where it is none: 市场监管局, 区域中心, 县级.
constexpr View no_level_before = U"场域块间级城民际内委政府直";
constexpr View unit_ends =
    U"厅局委办部会院所站队心处室科股组团关司署行社园馆校台段库府"
    U"镇乡村区县市州省旗盟道联协学大班位门庭港矿厂店司";

/// The fields of work that departments are named by. The longest that fits counts.
constexpr std::array government = {View(U"发展和改革"),
                                   View(U"发展改革"),
                                   View(U"发改"),
                                   View(U"教育"),
                                   View(U"教体"),
                                   View(U"教科"),
                                   View(U"科学技术"),
                                   View(U"科技"),
                                   View(U"科工"),
                                   View(U"工业和信息化"),
                                   View(U"工信"),
                                   View(U"经济和信息化"),
                                   View(U"经信"),
                                   View(U"公安"),
                                   View(U"民政"),
                                   View(U"司法"),
                                   View(U"财政"),
                                   View(U"人力资源和社会保障"),
                                   View(U"人力资源社会保障"),
                                   View(U"人社"),
                                   View(U"自然资源"),
                                   View(U"国土资源"),
                                   View(U"生态环境"),
                                   View(U"环境保护"),
                                   View(U"环保"),
                                   View(U"规划"),
                                   View(U"住房和城乡建设"),
                                   View(U"住房城乡建设"),
                                   View(U"住建"),
                                   View(U"城市管理"),
                                   View(U"城管"),
                                   View(U"交通运输"),
                                   View(U"交通"),
                                   View(U"水利"),
                                   View(U"水务"),
                                   View(U"农业农村"),
                                   View(U"农业"),
                                   View(U"商务"),
                                   View(U"文化和旅游"),
                                   View(U"文化旅游"),
                                   View(U"文旅"),
                                   View(U"文化"),
                                   View(U"文体"),
                                   View(U"旅游"),
                                   View(U"卫生健康"),
                                   View(U"卫生"),
                                   View(U"卫健"),
                                   View(U"退役军人"),
                                   View(U"应急管理"),
                                   View(U"应急"),
                                   View(U"安监"),
                                   View(U"审计"),
                                   View(U"市场监管"),
                                   View(U"市场监督管理"),
                                   View(U"市监"),
                                   View(U"统计"),
                                   View(U"医疗保障"),
                                   View(U"医保"),
                                   View(U"林业"),
                                   View(U"林草"),
                                   View(U"国资"),
                                   View(U"信访"),
                                   View(U"税务"),
                                   View(U"气象"),
                                   View(U"机关事务"),
                                   View(U"乡村振兴"),
                                   View(U"体育"),
                                   View(U"粮食"),
                                   View(U"地方金融"),
                                   View(U"金融"),
                                   View(U"大数据"),
                                   View(U"数据"),
                                   View(U"行政审批"),
                                   View(U"政务服务"),
                                   View(U"民族宗教"),
                                   View(U"民宗"),
                                   View(U"外事"),
                                   View(U"外办"),
                                   View(U"广播电视"),
                                   View(U"广电"),
                                   View(U"能源"),
                                   View(U"消防救援"),
                                   View(U"消防"),
                                   View(U"畜牧"),
                                   View(U"供销"),
                                   View(U"园林"),
                                   View(U"人防"),
                                   View(U"招商"),
                                   View(U"投资促进"),
                                   View(U"知识产权"),
                                   View(U"药品监管"),
                                   View(U"药监"),
                                   View(U"海洋"),
                                   View(U"渔业"),
                                   View(U"移民"),
                                   View(U"扶贫"),
                                   View(U"残联"),
                                   View(U"妇联"),
                                   View(U"工商"),
                                   View(U"物价"),
                                   View(U"邮政"),
                                   View(U"烟草")};
constexpr std::array party = {View(U"组织"), View(U"宣传"),     View(U"统战"), View(U"政法"),
                              View(U"网信"), View(U"编办"),     View(U"编制"), View(U"社会工作"),
                              View(U"巡察"), View(U"巡视"),     View(U"农办"), View(U"改革办"),
                              View(U"机要"), View(U"老干部"),   View(U"党校"), View(U"财经办"),
                              View(U"国安"), View(U"军民融合"), View(U"保密")};

template <class Words>
std::size_t begins(View text, const Words& words) {
  std::size_t most = 0;
  for (const View word : words) {
    if (word.size() > most && text.starts_with(word)) most = word.size();
  }
  return most;
}

std::size_t field_at(View text) { return std::max(begins(text, government), begins(text, party)); }

bool is_one_of(View set, char32_t c) { return set.find(c) != View::npos; }

/// The text without a bracket at its end.
View without_bracket(View text) {
  while (!text.empty() && text.back() == U')') {
    const std::size_t open = text.rfind(U'(');
    if (open == View::npos || open == 0) return text;
    text = text.substr(0, open);
  }
  return text;
}

/// Where the field of work begins in a name: what stands before says whose department it is.
std::size_t owner_of(View name) {
  constexpr std::size_t owner_max = 8;
  for (std::size_t at = 1; at < name.size() && at <= owner_max; ++at) {
    const char32_t last = name[at - 1];
    if (field_at(name.substr(at)) > 0 && (is_one_of(levels, last) || last == U'委')) return at;
  }
  return 0;
}

/// 县, 市州, 县(市、区), 乡镇街道: so many characters of levels at the beginning.
std::size_t levels_at(View text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with(U"街道")) {
      at += 2;
    } else if (text.substr(at).starts_with(U"园区") || text.substr(at).starts_with(U"地区")) {
      at += 2;
    } else if (text.substr(at).starts_with(U"开发区")) {
      at += 3;
    } else if (is_one_of(U"省市县区州旗盟镇乡", text[at])) {
      ++at;
    } else if (text[at] == U'(' && at > 0) {
      const std::size_t close = text.find(U')', at);
      if (close == View::npos || !is_levels(text.substr(at + 1, close - at - 1))) break;
      at = close + 1;
    } else {
      break;
    }
  }
  return at;
}

bool is_seat(View text) {
  return text.empty() || text.starts_with(U"人民政府") || text.starts_with(U"政府") ||
         text.starts_with(U"办事处") || text.starts_with(U"党委") || text.starts_with(U"党工委") ||
         text.starts_with(U"管委会");
}

/// Where the level of a place stands that a seat follows: 2 in 衡阳市人民政府; 0 for no such name.
std::size_t place_of_seat(View name) {
  constexpr std::size_t place_max = 8;
  for (std::size_t at = 1; at < name.size() && at <= place_max; ++at) {
    std::size_t length = 0;
    for (const View level : {View(U"自治州"), View(U"自治县"), View(U"街道"), View(U"市"),
                             View(U"县"), View(U"区"), View(U"州"), View(U"镇"), View(U"乡")}) {
      if (name.substr(at).starts_with(level)) length = std::max(length, level.size());
    }
    const View seat = name.substr(at + length);
    if (length > 0 && !seat.empty() && is_seat(seat)) return at;
  }
  return 0;
}

}  // namespace

bool has_any(View text, std::initializer_list<View> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](View word) { return text.find(word) != View::npos; });
}

bool ends_like_unit(View text) {
  text = without_bracket(text);
  return text.size() > 1 && is_one_of(unit_ends, text.back());
}

bool begins_like_unit(View text) {
  if (text.size() < 2) return false;
  if (text.front() == U'各') return true;
  if (field_at(text) > 0 || !is_one_of(levels, text.front())) return false;
  if (is_one_of(U"委政府直", text[1])) return true;
  if (text[1] == U'级') return text.size() > 4 && is_one_of(U"门位", text.back());  // 省级有关部门
  return !is_one_of(no_level_before, text[1]);
}

bool is_surely_unit(View text) {
  if (!ends_like_unit(text)) return false;
  const View bare = without_bracket(text);
  if (bare.size() < 3) return bare.size() == 2 && begins_like_unit(bare) && bare.back() != U'道';
  const std::size_t field = field_at(bare);
  return begins_like_unit(bare) || (field > 0 && field < bare.size()) || owner_of(bare) > 0 ||
         place_of_seat(bare) > 0;
}

bool is_levels(View text) {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(U"办事处")) {
      at += 3;
    } else if (text.substr(at).starts_with(U"街道")) {
      at += 2;
    } else if (text.substr(at).starts_with(U"园区") || text.substr(at).starts_with(U"开发区")) {
      at += text[at] == U'园' ? 2 : 3;
    } else if (text.substr(at).starts_with(U"场")) {
      ++at;
    } else if (is_one_of(U"省市县区州旗盟镇乡村居、,/", text[at])) {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

bool is_other_end(View text) {
  return text.size() == 1 && (is_one_of(unit_ends, text.front()) || text.front() == U'居');
}

bool is_group_name(View text) {
  if (text.size() > 1 && text.front() == U'各') return true;
  const View bare = without_bracket(text);
  return has_any(text, {U"有关部门", U"相关部门", U"有关单位", U"相关单位", U"各部门", U"各单位",
                        U"成员单位", U"责任单位"}) ||
         (bare.find(U'各') != View::npos &&
          (bare.ends_with(U"部门") || bare.ends_with(U"单位") || bare.ends_with(U"专班")));
}

bool group_goes_on(View group, View rest) {
  if (group.size() < 2 || group.front() != U'各' || rest.empty()) return false;
  if (levels_at(group.substr(1)) != group.size() - 1) return false;
  const std::size_t length = levels_at(rest);
  return length > 0 &&
         is_seat(without_bracket(rest).substr(std::min(length, without_bracket(rest).size())));
}

std::u32string with_unit_suffix(View token, View right) {
  const bool is_letter = token.size() == 1 && token[0] >= U'A' && token[0] <= U'Z';  // A、B区政府
  if ((token.size() < 2 && !is_letter) || right.size() < 3) return {};
  // 县水利 before 农业农村局: all of the token is an owner and a field.
  const std::size_t owner = owner_of(token);
  const bool is_field =
      !ends_like_unit(token) && owner + field_at(token.substr(owner)) == token.size();
  if (is_field && is_one_of(U"厅局委办部", right.back()) && field_at(right) + 1 >= right.size()) {
    return std::u32string(token) + right.back();
  }
  if (is_field && is_one_of(U"厅局委办部", right.back()) && owner_of(right) > 0) {
    return std::u32string(token) + right.back();
  }
  const std::size_t place = place_of_seat(right);
  constexpr std::size_t name_max = 5;
  if (place == 0 || token.size() > name_max || token.front() == U'各' || owner > 0) return {};
  const bool has_level = is_one_of(U"市县区州镇乡", token.back()) && token.size() > 2;
  if (!has_level && (ends_like_unit(token) || is_field)) return {};
  std::size_t seat = place;
  if (has_level) {
    for (const View word : {View(U"人民政府"), View(U"政府"), View(U"管委会"), View(U"党委")}) {
      if (right.ends_with(word)) {
        seat = right.size() - word.size();
        break;
      }
    }
    if (seat == place) return {};
  }
  return std::u32string(token) + std::u32string(right.substr(seat));
}

std::u32string with_unit_prefix(View token, View left) {
  const std::size_t field = field_at(token);
  if (field == 0 || field >= token.size() || !ends_like_unit(token)) return {};
  const std::size_t owner = owner_of(left);
  if (owner == 0) return {};
  View prefix = left.substr(0, owner);
  const bool is_party = begins(token, party) > 0;
  if (is_party != (prefix.back() == U'委')) {
    if (is_party || prefix.size() < 2) return {};
    prefix.remove_suffix(1);  // 省委组织部、财政厅
  }
  return std::u32string(prefix) + std::u32string(token);
}

std::pair<std::size_t, std::size_t> joint_of(View text) {
  for (std::size_t at = 2; at + 2 <= text.size(); ++at) {
    const View left = text.substr(0, at);
    const View rest = text.substr(at);
    std::size_t length = 0;
    for (const View word : {View(U"以及"), View(U"会同"), View(U"联合"), View(U"和"), View(U"及"),
                            View(U"与"), View(U"暨")}) {
      if (length == 0 && rest.starts_with(word)) length = word.size();
    }
    if (length > 0) {
      const View right = rest.substr(length);
      // 材料科学与工程学院, 实验室与设备管理处: what ends so is a subject as often as an office.
      if (is_one_of(U"学室", left.back()) && !is_surely_unit(left)) continue;
      if (right.size() > 1 && ends_like_unit(left) && !left.ends_with(U"机关") &&
          ends_like_unit(right))
        return {at, at + length};
      continue;
    }
    const bool ended =
        is_one_of(U"厅局办部", left.back()) || (left.back() == U'委' && left.size() > 3);
    if (ended && left.size() > 2 && is_one_of(levels, rest.front()) && begins_like_unit(rest) &&
        is_surely_unit(left) && is_surely_unit(rest))
      return {at, at};
  }
  return {0, 0};
}

bool is_person(View text) {
  text = without_bracket(text);
  for (const View title :
       {View(U"省长"),   View(U"市长"),   View(U"县长"),  View(U"区长"), View(U"州长"),
        View(U"镇长"),   View(U"乡长"),   View(U"书记"),  View(U"主任"), View(U"局长"),
        View(U"厅长"),   View(U"部长"),   View(U"同志"),  View(U"领导"), View(U"常委"),
        View(U"秘书长"), View(U"负责人"), View(U"主席"),  View(U"专员"), View(U"组长"),
        View(U"处长"),   View(U"科长"),   View(U"院长"),  View(U"行长"), View(U"队长"),
        View(U"所长"),   View(U"站长"),   View(U"调研员")}) {
    if (text.ends_with(title)) return true;
  }
  constexpr std::size_t person_max = 12;
  if (text.size() > person_max || ends_like_unit(text)) return false;
  for (const View title :
       {View(U"省长"), View(U"市长"), View(U"县长"), View(U"区长"), View(U"州长"), View(U"书记"),
        View(U"主任"), View(U"局长"), View(U"秘书长"), View(U"分管领导"), View(U"责任人")}) {
    const std::size_t at = text.find(title);
    // 副县长张三, 县委书记李四: a title, then two to four characters of a name.
    if (at == View::npos || at > 6) continue;
    const std::size_t after = text.size() - at - title.size();
    if (after >= 2 && after <= 4) return true;
  }
  return false;
}

bool is_telephone(View text) {
  const auto digits = std::count_if(text.begin(), text.end(),
                                    [](char32_t c) { return is_one_of(U"0123456789", c); });
  return digits >= 7 && std::all_of(text.begin(), text.end(),
                                    [](char32_t c) { return is_one_of(U"0123456789-()+转 ", c); });
}

}  // namespace duban::intake
