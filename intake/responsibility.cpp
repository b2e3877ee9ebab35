#include "intake/responsibility.hpp"

#include <algorithm>
#include <cstring>
#include <set>

#include "intake/cell_text.hpp"
#include "intake/responsibility_parser.hpp"
#include "intake/unit_words.hpp"

namespace duban::intake {
namespace {

using View = std::u32string_view;

constexpr std::size_t short_max = 64;  // bytes; 无, 同上, 不涉及, with blanks between

/// Names with their parts become mentions; what is doubtful about them is told.
class Casting {
 public:
  Casting(Responsibility& result, Says says, bool first_leads)
      : result_(result), says_(says), first_leads_(first_leads) {}

  void cast(std::vector<Clause>& clauses) {
    settle(clauses);
    std::vector<Mention> leads, others;
    std::set<std::string> leading, named;
    std::vector<std::u32string> short_forms, full_names;
    Field completed_field = Field::co;
    for (const Clause& clause : clauses) {
      if (clause.part != Part::lead) continue;
      for (const Mention& mention : clause.name.mentions) leading.insert(mention.name);
    }
    for (Clause& clause : clauses) {
      const bool is_lead = clause.part == Part::lead;
      const Field field = is_lead ? Field::lead : Field::co;
      for (Message& message : clause.name.doubts) doubt(field, std::move(message));
      if (clause.name.completed) {
        if (is_lead) completed_field = Field::lead;
        short_forms.push_back(clause.name.completed->first);
        full_names.push_back(clause.name.completed->second);
      }
      for (Mention& mention : clause.name.mentions) {
        if (!is_lead && leading.contains(mention.name) && result_.by == LeadBy::said) {
          doubt(Field::co,
                {"{name} leads, and stands among the co-departments again; kept as the lead",
                 {{"name", mention.name}}});
        } else if (!named.insert(mention.name).second) {
          doubt(field, {"{name} is named twice", {{"name", mention.name}}});
        } else {
          (is_lead ? leads : others).push_back(std::move(mention));
        }
      }
    }
    if (!short_forms.empty()) {
      doubt(completed_field,
            {"{texts}: completed from the names beside, to {names}",
             {{"texts", joined_names(short_forms)}, {"names", joined_names(full_names)}}});
    }
    result_.leads = leads.size();
    result_.mentions = std::move(leads);
    result_.mentions.insert(result_.mentions.end(), std::make_move_iterator(others.begin()),
                            std::make_move_iterator(others.end()));
    tell();
  }

 private:
  void doubt(Field field, Message message, Habit habit = Habit::none) {
    Finding finding{field, {}, std::move(message), false, habit};
    const auto same = [&](const Finding& each) {
      return each.field == finding.field && each.message == finding.message;
    };
    // 等等等… is one thing to look at.
    if (result_.doubts.empty() || !same(result_.doubts.back())) {
      result_.doubts.push_back(std::move(finding));
    }
  }

  /// Every clause becomes a lead or a co-department.
  void settle(std::vector<Clause>& clauses) {
    const auto is = [](Part part) {
      return [part](const Clause& each) { return each.part == part; };
    };
    if (says_ == Says::co || says_ == Says::beside) {
      for (Clause& clause : clauses) clause.part = Part::co;
      return;
    }
    if (std::any_of(clauses.begin(), clauses.end(), is(Part::lead))) {
      result_.by = LeadBy::said;
      const auto lead = std::find_if(clauses.begin(), clauses.end(), is(Part::lead));
      const auto apart = [](const Clause& each) { return each.part != Part::co; };
      is_later_ = std::any_of(clauses.begin(), lead, apart) && says_ != Says::lead;
      for (Clause& clause : clauses) {
        if (clause.part != Part::lead) clause.part = Part::co;
      }
      return;
    }
    std::size_t names = 0, helpers = 0;
    for (const Clause& clause : clauses) {
      (clause.part == Part::co ? helpers : names) += clause.name.mentions.size();
    }
    bool is_first = true;
    std::vector<Clause> split;
    for (Clause& clause : clauses) {
      if (clause.part != Part::co) {
        clause.part = is_first || says_ == Says::lead ? Part::lead : Part::co;
        // 省财政厅和省公安厅: one piece, two names, of which the first leads.
        if (is_first && says_ != Says::lead && clause.name.mentions.size() > 1) {
          Clause rest;
          rest.part = Part::co;
          rest.name.mentions.assign(clause.name.mentions.begin() + 1, clause.name.mentions.end());
          clause.name.mentions.resize(1);
          split.push_back(std::move(clause));
          clause = std::move(rest);
        }
        is_first = false;
      }
      split.push_back(std::move(clause));
    }
    clauses = std::move(split);
    if (names == 0) return;
    result_.by = says_ == Says::lead || (names == 1 && helpers > 0) ? LeadBy::said
                 : names == 1                                       ? LeadBy::alone
                 : first_leads_                                     ? LeadBy::rule
                                                                    : LeadBy::first;
  }

  void tell() {
    const Values first =
        result_.mentions.empty() ? Values{} : Values{{"name", result_.mentions.front().name}};
    if (result_.leads > 1 && !first_leads_) {
      doubt(Field::lead,
            {"several leads; {name} leads, the others are taken as co-departments", first});
    }
    if (result_.by == LeadBy::first) {
      doubt(Field::lead,
            {"nothing says who leads; {name} stands first and is taken as the lead", first},
            Habit::first_leads);
    }
    if (is_later_) {
      doubt(Field::lead, {"{name} does not stand first, but is marked as the lead", first});
    }
    if (says_ == Says::beside && !result_.mentions.empty()) {
      doubt(Field::co, {"responsible departments stand beside a lead; taken as co-departments", {}},
            Habit::beside);
    }
  }

  Responsibility& result_;
  Says says_;
  bool first_leads_;
  bool is_later_ = false;
};

}  // namespace

Responsibility ResponsibilityReader::read(std::string_view text, Says says,
                                          bool first_leads) const {
  Responsibility result;
  if (is_nobody(text)) {
    result.nobody = true;
    return result;
  }
  ResponsibilityParser parser(names_, says == Says::bracket);
  std::vector<Clause> clauses = parser.parse(text, result);
  std::vector<NamePiece> pieces;
  for (Clause& clause : clauses) pieces.push_back(std::move(clause.name));
  names_.resolve(pieces);
  for (std::size_t i = 0; i < clauses.size(); ++i) clauses[i].name = std::move(pieces[i]);
  Casting(result, says, first_leads || result.first_leads).cast(clauses);
  return result;
}

bool ResponsibilityReader::concerns(std::string_view bracket) const {
  Responsibility read;
  ResponsibilityParser parser(names_, true);
  const std::vector<Clause> clauses = parser.parse(bracket, read);
  if (!read.in_charge.empty() && read.extra.empty()) return true;
  if (clauses.empty()) return false;
  if (parser.said() || read.first_leads) return true;
  return read.extra.empty() &&
         std::all_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
           return names_.knows(clause.name.text) || is_surely_unit(clause.name.text);
         });
}

Responsibility together(Responsibility lead, Responsibility co) {
  Responsibility both = std::move(lead);
  std::set<std::string> leading, named;
  for (std::size_t i = 0; i < both.mentions.size(); ++i) {
    (i < both.leads ? leading : named).insert(both.mentions[i].name);
  }
  const auto append = [](auto& list, auto& more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  };
  append(both.doubts, co.doubts);
  for (Mention& mention : co.mentions) {
    if (leading.contains(mention.name)) {
      both.doubts.push_back(
          {Field::co,
           {},
           {"{name} leads, and stands among the co-departments again; kept as the lead",
            {{"name", mention.name}}}});
    } else if (!named.insert(mention.name).second) {
      both.doubts.push_back({Field::co, {}, {"{name} is named twice", {{"name", mention.name}}}});
    } else {
      both.mentions.push_back(std::move(mention));
    }
  }
  append(both.in_charge, co.in_charge);
  append(both.deadlines, co.deadlines);
  append(both.extra, co.extra);
  both.first_leads = both.first_leads || co.first_leads;
  both.nobody = both.nobody && co.mentions.empty();
  return both;
}

bool prints_first_leads(std::string_view text) {
  constexpr std::size_t rule_max = 4000;  // bytes; a rule stands in a sentence
  if (text.size() > rule_max) return false;
  // Every form below has one of these signs, and few sentences have both; all texts pass here.
  const auto has_one_of = [&](std::initializer_list<std::string_view> signs) {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
      return ::memmem(text.data(), text.size(), sign.data(), sign.size()) != nullptr;
    });
  };
  if (!has_one_of({"头", "办", "主", "总"}) || !has_one_of({"首", "第", "排"})) return false;
  const std::u32string plain = squeezed(text);
  return has_any(plain,
                 {U"首位", U"第一位", U"第1位", U"排第一", U"排名第一", U"排序第一", U"列第一",
                  U"第一个", U"首个", U"首家", U"第一家", U"第一责任单位", U"第一责任部门",
                  U"排在最前", U"排在第一", U"排在前", U"第一单位", U"居首", U"列首"}) &&
         has_any(plain, {U"牵头", U"主办", U"主责", U"负总责", U"总负责"});
}

bool is_nobody(std::string_view text) {
  if (text.size() > short_max) return false;
  const std::u32string plain = squeezed(text);
  if (plain.empty() || plain.size() > 8) return false;
  for (const View word : {View(U"无"), View(U"无。"), View(U"暂无"), View(U"不涉及"), View(U"没有"),
                          View(U"/"), View(U"\\"), View(U"无配合单位"), View(U"无协办单位")}) {
    if (plain == word) return true;
  }
  return std::all_of(plain.begin(), plain.end(),
                     [](char32_t c) { return View(U"-—–―─﹣－_~").find(c) != View::npos; });
}

bool is_ditto(std::string_view text) {
  if (text.size() > short_max) return false;
  const std::u32string plain = squeezed(text);
  for (const View word : {View(U"同上"), View(U"〃"), View(U"同前"), View(U"″"), View(U"\"\""),
                          View(U"\""), View(U"''"), View(U"”"), View(U"々"), View(U"同上。")}) {
    if (plain == word) return true;
  }
  return false;
}

bool tells_when(std::string_view clause) { return is_when(squeezed(clause)); }

}  // namespace duban::intake
