#include "intake/lint.hpp"

#include <algorithm>
#include <cstring>
#include <set>

#include "intake/cell_text.hpp"
#include "text/brief.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t findings_max = 10'000;
constexpr std::size_t compared_max = 20'000;  // tasks whose wording is remembered
constexpr std::size_t grams_max = 48;         // of a task, the smallest hashes
constexpr std::size_t grams_min = 6;          // shorter texts are alike by chance
constexpr std::size_t bands = 12;
constexpr std::size_t bucket_max = 8;

std::uint32_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return static_cast<std::uint32_t>(x ^ (x >> 31));
}

bool is_letter(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000;
}

/// The smallest hashes of all pairs of neighbouring characters: equal texts have equal ones, and
/// of two the share that they have in common is that of their pairs.
std::vector<std::uint32_t> grams_of(const std::string& content) {
  std::vector<std::uint32_t> grams;
  char32_t before = 0;
  for (const char32_t c : squeezed(content)) {
    if (!is_letter(c)) continue;
    if (before != 0) grams.push_back(mixed(std::uint64_t{before} << 32 | c));
    before = c;
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  if (grams.size() > grams_max) grams.resize(grams_max);
  return grams;
}

/// The share in percent that two sketches have in common.
int likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t both = 0;
  std::size_t all = 0;
  const std::size_t most = std::min(grams_max, std::max(a.size(), b.size()));
  auto left = a.begin();
  auto right = b.begin();
  const bool whole = a.size() < grams_max && b.size() < grams_max;
  while ((left != a.end() || right != b.end()) && (whole || all < most)) {
    ++all;
    if (right == b.end() || (left != a.end() && *left < *right)) {
      ++left;
    } else if (left == a.end() || *right < *left) {
      ++right;
    } else {
      ++both;
      ++left;
      ++right;
    }
  }
  return all == 0 ? 0 : static_cast<int>(both * 100 / all);
}

/// Not by std::string::find, which looks for first bytes: of Han characters these are all alike.
bool contains_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
  });
}

/// A number or a share, in figures or in words: 3项, 百分之八十, 两个.
bool has_number(const std::string& text) {
  constexpr std::u32string_view counts =
      U"个项条座处次件所家户人台套万千百亩里吨元%％倍批名辆片份公";
  const std::u32string plain = squeezed(text);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] >= U'0' && plain[i] <= U'9') return true;
    const bool word = std::u32string_view(U"一两二三四五六七八九十百千万").find(plain[i]) !=
                      std::u32string_view::npos;
    if (word && i + 1 < plain.size() && counts.find(plain[i + 1]) != std::u32string_view::npos)
      return true;
  }
  return text.find("百分之") != std::string::npos;
}

}  // namespace

Lint::Lint(const LintBasis& basis) : basis_(basis) {}

void Lint::found(std::string_view check, Severity severity, const PlanRow* row, Message message) {
  if (++total_ > findings_max) return;
  constexpr std::size_t told_max = 120;
  for (auto& [name, value] : message.values) value = brief(value, told_max);
  findings_.push_back({check, severity, row ? row->place.file : std::string(),
                       row ? number_text(row->key) : std::string(), std::move(message)});
}

bool Lint::is_nobody(const std::string& name) const {
  const auto& nobody = basis_.words.nobody;
  return name.empty() || std::find(nobody.begin(), nobody.end(), name) != nobody.end();
}

void Lint::add(const PlanRow& row) {
  ++tasks_;
  ++led_[basis_.directory.canonical(row.lead)];
  check_number(row);
  check_lead(row);
  check_co(row);
  check_promise(row);
  check_deadline(row);
  check_twin(row);
  if (basis_.may_be_verified && !basis_.may_be_verified(row))
    found("no-verifier", Severity::error, &row, Message{"nobody may verify it"});
}

void Lint::check_lead(const PlanRow& row) {
  const Values named{{"name", row.lead}};
  if (is_nobody(row.lead)) {
    found("no-lead", Severity::error, &row,
          row.lead.empty() ? Message{"no department leads it"}
                           : Message{"only {name} leads it", named});
    return;
  }
  const auto& groups = basis_.words.group_words;
  const bool by_word = !basis_.directory.find(row.lead) &&
                       std::any_of(groups.begin(), groups.end(), [&](const std::string& word) {
                         return row.lead.starts_with(word);
                       });
  if (by_word || basis_.directory.is_group(row.lead)) {
    found("group-lead", Severity::warning, &row, Message{"{name} leads it, which is many", named});
    return;
  }
  for (const LintWords::Dissolved& gone : basis_.words.dissolved) {
    if (!basis_.issued || *basis_.issued < gone.since || !row.lead.ends_with(gone.name)) continue;
    found("dissolved-lead", Severity::error, &row,
          Message{"{name} leads it, which is no more since {since}; its work is with {now}",
                  {{"name", row.lead}, {"since", to_text(gone.since)}, {"now", gone.now}}});
    return;
  }
  if (!basis_.any_name && !basis_.directory.find(row.lead)) {
    found("unknown-lead", Severity::warning, &row,
          Message{"{name} leads it, which the directory does not have", named});
  }
}

void Lint::check_co(const PlanRow& row) {
  std::set<std::string> named{basis_.directory.canonical(row.lead)};
  for (const std::string& co : row.co) {
    const std::string name = basis_.directory.canonical(co);
    if (named.insert(name).second) continue;
    const bool lead = name == basis_.directory.canonical(row.lead);
    found("co-twice", Severity::warning, &row,
          lead ? Message{"{name} leads it and is a co-department too", {{"name", co}}}
               : Message{"{name} is a co-department twice", {{"name", co}}});
  }
}

void Lint::check_promise(const PlanRow& row) {
  if (row.deadline.ongoing) {
    if (!row.deadline.every)
      found("no-cadence", Severity::note, &row, Message{"it is ongoing without a cycle"});
    return;
  }
  if (!contains_any(row.content, basis_.words.vague) ||
      contains_any(row.content, basis_.words.measurable) || has_number(row.content))
    return;
  found("vague", Severity::warning, &row,
        Message{"it is due on {due}, but promises nothing that could be measured",
                {{"due", to_text(row.deadline.due)}}});
}

void Lint::check_deadline(const PlanRow& row) {
  std::vector<Date> days;
  for (const Stage& stage : row.deadline.stages) days.push_back(stage.due);
  if (days.empty() && !row.deadline.ongoing) days.push_back(row.deadline.due);
  if (days.empty() && row.deadline.ends) days.push_back(*row.deadline.ends);
  for (const Date day : days) {
    if (basis_.issued && day < *basis_.issued) {
      found("due-before-issue", Severity::error, &row,
            Message{"it is due on {due}, before the day of the document, {issued}",
                    {{"due", to_text(day)}, {"issued", to_text(*basis_.issued)}}});
    } else if (basis_.calendar.knows(day) && !basis_.calendar.is_workday(day)) {
      found("due-on-day-off", Severity::note, &row,
            Message{"it is due on {due}, a day off; the last working day before is {before}",
                    {{"due", to_text(day)},
                     {"before", to_text(basis_.calendar.last_workday_until(day))}}});
    }
  }
  if (row.deadline.ongoing) return;
  several_days_ = several_days_ || days.size() > 1 || (one_day_ && *one_day_ != days.back());
  one_day_ = days.back();
  ++on_one_day_;
}

void Lint::check_number(const PlanRow& row) {
  const std::string number = number_text(row.key);
  const auto no_of = [](std::string_view text) {
    int value = 0;
    for (const char c : text) {
      if (c >= '0' && c <= '9' && value < 1'000'000) value = value * 10 + (c - '0');
    }
    return value;
  };
  // From the outermost heading to the task itself: 1.3.11 is 1, 1.3, and 1.3.11.
  std::size_t begin = 0;
  while (begin <= number.size()) {
    const std::size_t end = std::min(number.find('.', begin), number.size());
    const bool is_task = end == number.size();
    const std::string above = number.substr(0, begin);
    const int no = no_of(std::string_view(number).substr(begin, end - begin));
    const auto [at, fresh] = last_number_.emplace(above, no);
    const int before = fresh ? 0 : at->second;
    // A plan that numbers on through its sections begins them anywhere.
    const bool begins = fresh && begin > 0 && is_task;
    if (no > before + 1 && !begins) {
      const auto called = [&](int value) { return above + std::to_string(value); };
      const bool one = no == before + 2;
      if (!is_task) missing_sections_ += static_cast<std::size_t>(no - before - 1);
      found(is_task ? "number-gap" : "empty-section", Severity::warning, &row,
            one ? Message{"{number} is missing before it", {{"number", called(before + 1)}}}
                : Message{"{first} to {last} are missing before it",
                          {{"first", called(before + 1)}, {"last", called(no - 1)}}});
    }
    if (no > before) at->second = no;
    begin = end + 1;
  }
}

void Lint::check_twin(const PlanRow& row) {
  if (sketches_.size() >= compared_max || is_nobody(row.lead)) return;
  Sketch sketch{grams_of(row.content), basis_.directory.canonical(row.lead), number_text(row.key)};
  if (sketch.grams.size() < grams_min) return;
  std::vector<std::uint32_t> near;
  const auto index = static_cast<std::uint32_t>(sketches_.size());
  // Two texts that share most pairs share some of their smallest, whichever way they are stirred.
  for (std::size_t band = 0; band < bands; ++band) {
    std::uint32_t least[2] = {~0u, ~0u};
    for (const std::uint32_t gram : sketch.grams) {
      for (std::size_t i = 0; i < 2; ++i) {
        const std::uint32_t stirred = mixed(std::uint64_t{band * 2 + i + 1} << 32 | gram);
        least[i] = std::min(least[i], stirred);
      }
    }
    const std::uint64_t key = (std::uint64_t{least[0]} << 32 | least[1]) ^ (band * 0x9E3779B9u);
    std::vector<std::uint32_t>& bucket = buckets_[key];
    near.insert(near.end(), bucket.begin(), bucket.end());
    if (bucket.size() < bucket_max) bucket.push_back(index);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  for (const std::uint32_t other : near) {
    const Sketch& twin = sketches_[other];
    if (twin.lead == sketch.lead) continue;
    if (likeness(twin.grams, sketch.grams) < basis_.words.similar_percent) continue;
    found("twin", Severity::warning, &row,
          Message{"{name} leads it; nearly the same work is {task}, which {other} leads",
                  {{"name", row.lead}, {"task", twin.number}, {"other", twin.lead}}});
    break;
  }
  sketches_.push_back(std::move(sketch));
}

void Lint::add(const PlanSummary& summary) {
  for (const Doubt& doubt : summary.doubts) {
    if (doubt.message.text != "{name} is named twice") continue;
    found("co-twice", Severity::warning, nullptr, doubt.message);
    if (!findings_.empty()) findings_.back().place = doubt.place.file;
  }
  // A heading that no task stands under leaves no hole where it is the last of its kind.
  std::set<std::string> with_tasks;
  for (const auto& [above, last] : last_number_) {
    if (!above.empty()) with_tasks.insert(above);
  }
  std::size_t sections = 0;
  for (auto above = with_tasks.begin(); above != with_tasks.end(); ++above) {
    // What begins with another text stands right behind it.
    const auto next = std::next(above);
    const bool outer = next != with_tasks.end() && next->starts_with(*above);
    if (!outer) ++sections;
  }
  const auto seen = static_cast<std::size_t>(std::max(summary.sections, 0));
  sections += missing_sections_;  // these were told of where they are missing
  if (seen > sections && sections > missing_sections_) {
    found("empty-section", Severity::warning, nullptr,
          Message{"{count} of the plan's sections have no task",
                  {{"count", std::to_string(seen - sections)}}});
  }
}

std::vector<LintFinding> Lint::finish() {
  if (!several_days_ && one_day_ && on_one_day_ >= basis_.words.same_day_tasks) {
    found("all-on-one-day", Severity::warning, nullptr,
          Message{"all {count} tasks with a day are due on {due}",
                  {{"count", std::to_string(on_one_day_)}, {"due", to_text(*one_day_)}}});
  }
  if (!basis_.closed.empty()) {
    for (const auto& [lead, count] : led_) {
      const auto closed = basis_.closed.find(lead);
      const std::int64_t ever = closed == basis_.closed.end() ? 0 : closed->second;
      if (count < basis_.words.load_tasks || count <= ever || is_nobody(lead)) continue;
      found("overloaded", Severity::warning, nullptr,
            Message{"{name} leads {count} tasks here and has closed {closed} so far",
                    {{"name", lead},
                     {"count", std::to_string(count)},
                     {"closed", std::to_string(ever)}}});
    }
  }
  return std::move(findings_);
}

}  // namespace duban::intake
