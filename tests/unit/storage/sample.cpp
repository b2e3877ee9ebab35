#include "tests/unit/storage/sample.hpp"

#include <SQLiteCpp/Database.h>

#include <boost/test/unit_test.hpp>

#include "engine/log/basis_hash.hpp"
#include "engine/log/people_value.hpp"
#include "engine/log/sha256.hpp"
#include "engine/model/task_fields.hpp"

namespace duban::test {

BasisTexts sample_basis() { return {"rules: default\n", "{}", "{\"departments\":[]}"}; }

Entry sample_entry(std::int64_t second) {
  Entry entry;
  entry.recorded = {second};
  entry.effective = {second};
  entry.actor = "督查一处";
  entry.event = Event::nightly;
  entry.basis = basis_hash(sample_basis());
  entry.data.set("n", second);
  return entry;
}

Task sample_task(int no) {
  Task task;
  task.key = {"hn135", {1, 3, no}};
  task.lead = no == 2 ? "省公安厅" : "省经信委";
  task.co = {"省安监局", "省发改委"};
  if (no == 3) task.co = {"省经信委", "省公安厅", "各市州人民政府"};
  task.original_due = make_date(2018, 12, 31);
  task.dues = {{make_date(2018, 12, 31), Event::assign, {1488297600}, "督查一处"}};
  task.updated = {1488297600};
  task.last_entry = no;
  return task;
}

Escalation sample_escalation(int no, int occurrence, std::int64_t entry) {
  Escalation escalation;
  escalation.task = {"hn135", {1, 3, no}};
  escalation.rung = "overdue";
  escalation.level = 1;
  escalation.generation = 1;
  escalation.occurrence = occurrence;
  escalation.fires = make_date(2019, 1, 1);
  escalation.raised = {1546272000};
  escalation.recorded = Instant{1546300000};
  escalation.notify = {"lead", "missing"};
  escalation.entry = entry;
  return escalation;
}

std::unique_ptr<SqliteStore> sample_store(const std::string& path, int entries) {
  auto store = SqliteStore::create(path, "0123456789abcdef", true);
  BOOST_REQUIRE_EQUAL(outcome(store), "ok");
  auto tx = (*store)->write();
  BOOST_REQUIRE_EQUAL(outcome(tx), "ok");
  Transaction& t = **tx;
  const auto done = [](const auto& result) { BOOST_REQUIRE_EQUAL(outcome(result), "ok"); };
  done(t.put_basis(basis_hash(sample_basis()), sample_basis()));
  for (int i = 0; i < entries; ++i) done(t.append(sample_entry(1488297600 + i)));
  done(t.put(Plan{"hn135",
                  "一个方案",
                  "plan.docx",
                  sha256_hex("file"),
                  sha256_hex("rows"),
                  make_date(2016, 12, 1),
                  make_date(2020, 12, 31),
                  {1488297600},
                  3,
                  {},
                  "湘政发〔2016〕30号",
                  "省人民政府"}));
  for (int no = 1; no <= 3; ++no) {
    done(t.put(sample_task(no), no == 3 ? std::nullopt : std::optional(Instant{1000 * no})));
    done(t.put(sample_task(no).key,
               TaskText{{"一", "三"}, "做这件事。", "2018年", {{"备注", "\"一\""}}}));
    done(t.put(sample_escalation(no, 0, no)));
  }
  done(t.put(sample_escalation(1, 1, 4)));
  done(t.put(Actor{"督查一处", "省政府督查室", "张三", "zhang"}));
  done(t.put(Grant{"省政府督查室", Role::coordinator, "hn135"}));
  done(t.put_night(make_date(2019, 1, 1)));
  done(t.commit());
  tx->reset();
  return std::move(*store);
}

namespace {

void show_tables(View& view, std::string& out) {
  const auto plans = view.plans();
  out += "plans " + outcome(plans) + "\n";
  if (plans) {
    for (const Plan& plan : *plans) {
      out += plan.id + "|" + plan.title + "|" + plan.file + "|" + plan.sha256 + "|" + plan.digest +
             "|" + plan.settled + "|" + plan.number + "|" + plan.issuer + "|" +
             (plan.issued ? to_text(*plan.issued) : "-") + "|" +
             (plan.ends ? to_text(*plan.ends) : "-") + "|" + to_text(plan.imported) + "|" +
             std::to_string(plan.tasks) + "\n";
    }
  }
  const auto people = view.people();
  out += "people " + outcome(people) + "\n";
  if (people) {
    for (const auto& [id, actor] : people->actors) {
      out += actor.id + "|" + actor.department + "|" + actor.name + "|" + actor.account + "|" +
             actor.person + "|" + (actor.ended ? to_text(*actor.ended) : "-") + "|" +
             canonical(former_value(actor)) + "\n";
    }
    for (const Grant& grant : people->grants)
      out += grant.subject + "|" + std::string(to_text(grant.role)) + "|" + grant.plan + "\n";
  }
  const std::string hash = basis_hash(sample_basis());
  const auto texts = view.basis_texts(hash);
  out += "basis " + outcome(texts) + (texts && *texts ? " there" : " not there") + "\n";
}

void show_task(View& view, const Task& task, std::string& out) {
  out += to_text(task.key) + "|" + task.lead + "|" + std::string(to_text(task.state)) + "|" +
         std::to_string(task.last_entry) + "|" + detail_text(task);
  for (const std::string& co : task.co) out += "|" + co;
  const auto timer = view.next_timer(task.key);
  out += "|" + (timer && *timer ? to_text(**timer) : outcome(timer)) + "\n";
  const auto text = view.text(task.key);
  if (!text) out += outcome(text) + "\n";
  if (text && *text) {
    const TaskText& words = **text;
    out += names_text(words.titles) + "|" + words.content + "|" + words.deadline +
           pairs_text(words.extra) + "\n";
  }
}

void show_escalation(const Escalation& e, std::string& out) {
  out += to_text(e.task) + "|" + e.rung + "|" + std::to_string(e.level) + "|" +
         std::to_string(e.generation) + "|" + std::to_string(e.occurrence) + "|" + e.anchor + "|" +
         to_text(e.fires) + "|" + to_text(e.raised) + "|" + to_text(*e.recorded) + "|" +
         (e.late_armed ? "late" : "-") + "|" + std::to_string(e.entry);
  for (const std::string& name : e.notify) out += "|" + name;
  out += "\n";
}

}  // namespace

std::string everything(View& view) {
  std::string out;
  const auto meta = view.meta();
  out += "meta " + outcome(meta) + "\n";
  if (meta) {
    out += meta->workspace + "|" + (meta->rehearsal ? "rehearsal" : "normal") + "|" +
           to_text(meta->last_time) + "|" + to_text(meta->judged) + "|" + meta->basis + "|" +
           (meta->last_night ? to_text(*meta->last_night) : "-") + "|" +
           std::to_string(meta->compared) + "|" + std::to_string(meta->size) + "|" +
           to_hex(meta->root) + "\n";
  }
  show_tables(view, out);
  out += "tasks " +
         outcome(view.each_task({},
                                [&](Task& task) -> Result<bool> {
                                  show_task(view, task, out);
                                  return true;
                                })) +
         "\n";
  out += "escalations " +
         outcome(view.each_escalation({},
                                      [&](const Escalation& e) -> Result<bool> {
                                        show_escalation(e, out);
                                        return true;
                                      })) +
         "\n";
  out += "entries " +
         outcome(view.each_entry(0, 1 << 20,
                                 [&](std::int64_t seq, std::string_view body) -> Result<bool> {
                                   out += std::to_string(seq) + " " + std::string(body) + "\n";
                                   return true;
                                 })) +
         "\n";
  for (int level = 0; level < 2; ++level) {
    for (int number = 0; number < 3; ++number) {
      const auto tile = view.tile(level, number);
      if (!tile && tile.error().code == Errc::not_found) continue;
      out += "tile " + std::to_string(level) + "/" + std::to_string(number) + " " +
             (tile ? sha256_hex(*tile) : outcome(tile)) + "\n";
    }
  }
  return out;
}

std::string everything(Store& store) {
  auto view = store.read();
  return view ? everything(**view) : outcome(view);
}

void tamper(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  database.exec(
      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
      "DROP TRIGGER IF EXISTS log_has_no_holes;"
      "DROP TRIGGER IF EXISTS log_is_never_updated;"
      "DROP TRIGGER IF EXISTS log_is_never_deleted;");
  database.exec(sql);
}

}  // namespace duban::test
