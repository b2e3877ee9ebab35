#include "audit/compare.hpp"

#include <algorithm>
#include <set>

#include "audit/row_scan.hpp"
#include "audit/structure.hpp"
#include "engine/log/base64.hpp"
#include "engine/log/people_value.hpp"
#include "engine/model/task_fields.hpp"

namespace duban::audit {
namespace {

/// A row as pairs of field and text, so that one function compares rows of every kind.
using Fields = std::vector<std::pair<const char*, std::string>>;

std::string text_of(const std::optional<Date>& date) { return date ? to_text(*date) : "null"; }
std::string text_of(const std::optional<Instant>& at) { return at ? to_text(*at) : "null"; }
std::string text_of(bool flag) { return flag ? "true" : "false"; }

Fields fields(const Plan& plan) {
  return {{"title", plan.title},
          {"file", plan.file},
          {"sha256", plan.sha256},
          {"digest", plan.digest},
          {"issued", text_of(plan.issued)},
          {"ends", text_of(plan.ends)},
          {"imported", to_text(plan.imported)},
          {"tasks", std::to_string(plan.tasks)},
          {"settled", plan.settled},
          {"number", plan.number},
          {"issuer", plan.issuer}};
}

Fields fields(const Actor& actor) {
  return {{"department", actor.department}, {"name", actor.name},
          {"account", actor.account},       {"person", actor.person},
          {"ended", text_of(actor.ended)},  {"was", canonical(former_value(actor))}};
}

Fields fields(const TaskText& text) {
  return {{"titles", names_text(text.titles)},
          {"content", text.content},
          {"deadline", text.deadline},
          {"extra", pairs_text(text.extra)}};
}

Fields fields(const BasisTexts& texts) {
  return {{"rules", texts.rules}, {"calendar", texts.calendar}, {"directory", texts.directory}};
}

Fields fields(const Meta& meta) {
  return {{"workspace", meta.workspace},
          {"rehearsal", text_of(meta.rehearsal)},
          {"last_time", to_text(meta.last_time)},
          {"judged", to_text(meta.judged)},
          {"basis", meta.basis},
          {"last_night", text_of(meta.last_night)}};
}

Fields fields(const Escalation& escalation) {
  const Value::Array notify(escalation.notify.begin(), escalation.notify.end());
  return {{"level", std::to_string(escalation.level)},
          {"anchor", escalation.anchor},
          {"fires", to_text(escalation.fires)},
          {"raised", to_text(escalation.raised)},
          {"recorded", text_of(escalation.recorded)},
          {"late_armed", text_of(escalation.late_armed)},
          {"notify", canonical(notify)},
          {"entry", std::to_string(escalation.entry)}};
}

std::string name_of(const Escalation& escalation) {
  return escalation.rung + "/" + std::to_string(escalation.generation) + "/" +
         std::to_string(escalation.occurrence);
}

Fields fields(const RowCounts& rows) {
  return {
      {"tasks", std::to_string(rows.tasks)},   {"co", std::to_string(rows.co)},
      {"texts", std::to_string(rows.texts)},   {"escalations", std::to_string(rows.escalations)},
      {"plans", std::to_string(rows.plans)},   {"actors", std::to_string(rows.actors)},
      {"grants", std::to_string(rows.grants)}, {"bases", std::to_string(rows.bases)},
      {"tiles", std::to_string(rows.tiles)}};
}

class Comparison {
 public:
  Comparison(View& stored, Derived& all, Findings& findings)
      : stored_(stored), all_(all), derived_(all.board), findings_(findings) {}

  Status go() {
    stored_.pass_by([this](const Error& fault) { unread(fault); });
    const Status done = parts();
    stored_.pass_by({});
    return done;
  }

 private:
  Status parts() {
    DUBAN_TRY(part(judge_structure(stored_, findings_)));
    DUBAN_TRY(part(meta()));
    DUBAN_TRY(part(bases()));
    DUBAN_TRY(part(plans()));
    DUBAN_TRY(part(people()));
    DUBAN_TRY(part(tasks()));
    DUBAN_TRY(part(escalations()));
    DUBAN_TRY(part(tree()));
    return part(counts());
  }

  Status part(const Status& done) {
    if (done || done.error().code != Errc::corrupt) return done;
    unread(done.error());
    return {};
  }
  /// More than one part may meet the same row; it is named once.
  void unread(const Error& fault) {
    if (!unread_.insert(to_text(fault.message)).second) return;
    if (unread_.size() > Findings::kept) unread_.erase(unread_.begin());
    findings_.add({.what = "row", .message = fault.message});
  }

  void differ(const std::string& row, const std::optional<TaskKey>& task, const Fields& stored,
              const Fields& derived) {
    for (std::size_t i = 0; i < stored.size(); ++i) {
      if (stored[i].second != derived[i].second)
        differs(row + "." + stored[i].first, task, stored[i].second, derived[i].second);
    }
  }
  void differs(const std::string& field, const std::optional<TaskKey>& task,
               const std::string& stored, const std::string& derived) {
    findings_.add({.task = task,
                   .what = field,
                   .stored = stored,
                   .derived = derived,
                   .message = {"the tables have {field} as {stored}; the log says {derived}",
                               {{"field", field}, {"stored", stored}, {"derived", derived}}}});
  }
  void lacks(const std::string& row, const std::optional<TaskKey>& task = {}) {
    findings_.add({.task = task,
                   .what = row,
                   .derived = row,
                   .message = {"the tables lack {row}", {{"row", row}}}});
  }
  void exceeds(const std::string& row, const std::optional<TaskKey>& task = {}) {
    findings_.add(
        {.task = task,
         .what = row,
         .stored = row,
         .message = {"the tables have {row}, of which the log knows nothing", {{"row", row}}}});
  }

  Status meta() {
    DUBAN_TRY(const Meta stored, stored_.meta());
    differ("meta", {}, fields(stored), fields(derived_.meta));
    return {};
  }

  Status bases() {
    for (const auto& [hash, texts] : derived_.bases) {
      DUBAN_TRY(const std::optional<BasisTexts> stored, stored_.basis_texts(hash));
      if (!stored)
        lacks("basis " + hash);
      else
        differ("basis " + hash, {}, fields(*stored), fields(*texts));
    }
    return {};
  }

  Status plans() {
    DUBAN_TRY(const std::vector<Plan> stored, stored_.plans());
    std::set<std::string> seen;
    for (const Plan& plan : stored) {
      seen.insert(plan.id);
      const auto derived = derived_.plans.find(plan.id);
      if (derived == derived_.plans.end())
        exceeds("plan " + plan.id);
      else
        differ("plan " + plan.id, {}, fields(plan), fields(derived->second));
    }
    for (const auto& [id, plan] : derived_.plans) {
      if (seen.count(id) == 0) lacks("plan " + id);
    }
    return {};
  }

  Status people() {
    DUBAN_TRY(const People stored, stored_.people());
    const People& derived = derived_.people;
    for (const auto& [id, actor] : stored.actors) {
      const auto known = derived.actors.find(id);
      if (known == derived.actors.end())
        exceeds("actor " + id);
      else
        differ("actor " + id, {}, fields(actor), fields(known->second));
    }
    for (const auto& [id, actor] : derived.actors) {
      if (stored.actors.count(id) == 0) lacks("actor " + id);
    }
    const auto name = [](const Grant& grant) {
      return "grant " + grant.subject + "/" + std::string(to_text(grant.role)) + "/" + grant.plan;
    };
    const std::set<Grant> stored_grants(stored.grants.begin(), stored.grants.end());
    const std::set<Grant> derived_grants(derived.grants.begin(), derived.grants.end());
    for (const Grant& grant : stored_grants) {
      if (derived_grants.count(grant) == 0) exceeds(name(grant));
    }
    for (const Grant& grant : derived_grants) {
      if (stored_grants.count(grant) == 0) lacks(name(grant));
    }
    return {};
  }

  /// Tasks whose rows are byte for byte what they must be are passed by; of the others is said what
  /// is wrong with them.
  Status tasks() {
    DUBAN_TRY(Doubtful doubtful, doubtful_rows(stored_, all_));
    for (const Error& fault : doubtful.unread) unread(fault);
    for (const TaskKey& key : doubtful.tasks) DUBAN_TRY(part(compare_task(key)));
    return {};
  }

  Status compare_task(const TaskKey& key) {
    const DerivedTask* const derived = all_.find(key);
    DUBAN_TRY(const std::optional<Task> stored, stored_.task(key));
    if (stored && derived) return compare_task(*stored, *derived);
    if (stored) exceeds("task", key);
    if (derived) lacks("task", key);
    return {};
  }

  Status compare_task(const Task& stored, const DerivedTask& derived) {
    const TaskKey& key = derived.task.key;
    const std::string difference = first_difference(stored, derived.task);
    if (!difference.empty()) {
      const std::size_t colon = difference.find(": ");
      const std::size_t middle = difference.find(" != ", colon);
      differs("task." + difference.substr(0, colon), key,
              difference.substr(colon + 2, middle - colon - 2), difference.substr(middle + 4));
    }
    DUBAN_TRY(const std::optional<Instant> timer, stored_.next_timer(key));
    if (timer != derived.next_timer)
      differs("task.next_timer", key, text_of(timer), text_of(derived.next_timer));
    DUBAN_TRY(const std::optional<TaskText> text, stored_.text(key));
    if (!text) {
      lacks("text", key);
      return {};
    }
    DUBAN_TRY(const TaskText words, Derived::text(derived, stored_));
    differ("text", key, fields(*text), fields(words));
    return {};
  }

  /// Those of one task may come in any order; each is found by what makes it unique.
  Status escalations() {
    std::vector<std::size_t> met(all_.tasks().size());  // of each task
    DUBAN_TRY(stored_.each_escalation({}, [&](const Escalation& stored) -> Result<bool> {
      const DerivedTask* const task = all_.find(stored.task);
      const Escalation* const derived = task ? like(*task, stored) : nullptr;
      if (!derived) {
        exceeds("escalation " + name_of(stored), stored.task);
        return true;
      }
      ++met[task->number];
      if (stored != *derived)
        differ("escalation " + name_of(stored), stored.task, fields(stored), fields(*derived));
      return true;
    }));
    std::vector<const DerivedTask*> lacking;
    for (const DerivedTask& task : all_.tasks()) {
      if (met[task.number] != task.escalations.size()) lacking.push_back(&task);
    }
    std::sort(lacking.begin(), lacking.end(), comes_before);
    for (const DerivedTask* task : lacking) {
      DUBAN_TRY(lacks_escalations(*task));
    }
    return {};
  }

  static const Escalation* like(const DerivedTask& task, const Escalation& stored) {
    for (const Escalation& derived : task.escalations) {
      if (derived.rung == stored.rung && derived.generation == stored.generation &&
          derived.occurrence == stored.occurrence)
        return &derived;
    }
    return nullptr;
  }

  Status lacks_escalations(const DerivedTask& task) {
    std::set<std::string> names;
    DUBAN_TRY(stored_.each_escalation(task.task.key, [&](const Escalation& e) -> Result<bool> {
      names.insert(name_of(e));
      return true;
    }));
    for (const Escalation& derived : task.escalations) {
      if (names.count(name_of(derived)) == 0)
        lacks("escalation " + name_of(derived), task.task.key);
    }
    return {};
  }

  Status tree() {
    DUBAN_TRY(const Meta meta, stored_.meta());
    DUBAN_TRY(all_.tree.finish(meta));
    findings_.add(all_.tree_findings);
    return {};
  }

  /// Rows that hang on nothing are met by no question above; their number betrays them.
  Status counts() {
    DUBAN_TRY(const RowCounts stored, stored_.row_counts());
    differ("rows", {}, fields(stored), fields(all_.rows()));
    return {};
  }

  View& stored_;
  Derived& all_;
  const Board& derived_;  ///< of it: what does not belong to one task
  Findings& findings_;
  std::set<std::string> unread_;  // what was said of rows that cannot be read
};

}  // namespace

Status compare(View& stored, Derived& derived, Findings& findings) {
  return Comparison(stored, derived, findings).go();
}

}  // namespace duban::audit
