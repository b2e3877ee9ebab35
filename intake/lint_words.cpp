#include <algorithm>
#include <array>

#include "intake/lint.hpp"
#include "text/fields.hpp"

namespace duban::intake {
namespace {

constexpr std::array<std::string_view, 8> keys{"nobody",     "group_words",    "vague",
                                               "measurable", "same_day_tasks", "similar_percent",
                                               "load_tasks", "dissolved"};
constexpr std::array<std::string_view, 3> dissolved_keys{"name", "since", "now"};

class WordsReader {
 public:
  WordsReader(std::string_view text, const std::string& file) : problems_(text, file) {
    const yaml::Node root = yaml::parse(text, problems_);
    if (!problems_.empty() || !yaml::is_mapping(root, problems_)) return;
    yaml::refuse_unknown_keys(root, keys, problems_);
    list(root, "nobody", words_.nobody);
    list(root, "group_words", words_.group_words);
    list(root, "vague", words_.vague);
    list(root, "measurable", words_.measurable);
    number(root, "same_day_tasks", 2, 1000, words_.same_day_tasks);
    number(root, "similar_percent", 50, 100, words_.similar_percent);
    number(root, "load_tasks", 1, 1000, words_.load_tasks);
    if (const yaml::Pair* pair = root.find("dissolved")) {
      for (const yaml::Node& item : pair->value.items) dissolved(item);
    }
  }

  Checked<LintWords> take() {
    if (!problems_.empty()) return tl::make_unexpected(problems_.take());
    return std::move(words_);
  }

 private:
  void list(const yaml::Node& root, std::string_view key, std::vector<std::string>& words) {
    const yaml::Pair* pair = root.find(key);
    if (!pair) return;
    for (const yaml::Node* node : yaml::list_of(pair->value, problems_)) {
      if (const std::string* word = yaml::text_of(*node, problems_)) words.push_back(*word);
    }
  }

  void number(const yaml::Node& root, std::string_view key, int low, int high, int& value) {
    const yaml::Pair* pair = root.find(key);
    if (!pair) return;
    value = yaml::number_of(pair->value, low, high, problems_).value_or(value);
  }

  void dissolved(const yaml::Node& item) {
    if (!yaml::is_mapping(item, problems_)) return;
    yaml::refuse_unknown_keys(item, dissolved_keys, problems_);
    const auto text = [&](std::string_view key) -> const std::string* {
      if (const yaml::Pair* pair = item.find(key)) return yaml::text_of(pair->value, problems_);
      problems_.at(item.spot,
                   failed(Errc::bad_file, "'{key}' is missing here", {{"key", std::string(key)}}));
      return nullptr;
    };
    const std::string* name = text("name");
    const std::string* since = text("since");
    const std::string* now = text("now");
    if (!name || !since || !now) return;
    const Result<Date> day = parse_date(*since);
    if (!day) {
      problems_.at(item.find("since")->value.spot,
                   failed(Errc::bad_file, "'{word}' in '{key}' is no day; write it as 2018-03-01",
                          {{"word", *since}, {"key", "since"}}));
      return;
    }
    words_.dissolved.push_back({*name, *day, *now});
  }

  Problems problems_;
  LintWords words_;
};

}  // namespace

Checked<LintWords> parse_lint_words(std::string_view text, const std::string& file) {
  return WordsReader(yaml::without_mark(text), file).take();
}

std::string_view to_text(Severity severity) {
  constexpr std::array<std::string_view, 3> words{"note", "warning", "error"};
  return words[static_cast<std::size_t>(severity)];
}

const std::vector<LintCheck>& lint_checks() {
  static const std::vector<LintCheck> checks{
      {"no-lead", Message{"nobody is asked when it is late"},
       Message{"name one department that leads"}},
      {"group-lead", Message{"where many lead, each waits for the others"},
       Message{"name one department that leads, and the group as co-departments"}},
      {"unknown-lead", Message{"who is not in the directory can neither report nor be reminded"},
       Message{"add the department to the directory, or correct its name"}},
      {"dissolved-lead", Message{"a department that is no more cannot answer"},
       Message{"name the department that has its work now"}},
      {"co-twice", Message{"a slip where another department was probably meant"},
       Message{"name each department once"}},
      {"vague", Message{"nobody can tell on that day whether it is done"},
       Message{"say what will be there, and how much of it"}},
      {"no-cadence", Message{"work without an end that nobody asks for is forgotten"},
       Message{"say how often it is reported"}},
      {"due-before-issue", Message{"it is late on the day on which it is assigned"},
       Message{"correct the deadline, or the day of the document"}},
      {"due-on-day-off", Message{"nobody takes a report on that day"},
       Message{"name a working day"}},
      {"all-on-one-day", Message{"all reports come at once, and slips are seen at the end only"},
       Message{"spread the deadlines, or ask for stages"}},
      {"twin", Message{"each of the two leads takes it for the other's"},
       Message{"join the two, or say what is whose"}},
      {"overloaded", Message{"what is too much is not done"},
       Message{"give some of it to others, or more time"}},
      {"number-gap", Message{"a task may have been lost on the way"},
       Message{"compare with the document that was signed"}},
      {"empty-section", Message{"what the section promises, nobody has to do"},
       Message{"add its tasks, or take the heading out"}},
      {"no-verifier", Message{"a report would wait for ever"},
       Message{"grant the role to somebody outside of the departments that do the work"}}};
  return checks;
}

const LintCheck& lint_check(std::string_view name) {
  const auto& checks = lint_checks();
  const auto found = std::find_if(checks.begin(), checks.end(),
                                  [&](const LintCheck& check) { return check.name == name; });
  DUBAN_ASSERT(found != checks.end());
  return *found;
}

}  // namespace duban::intake
