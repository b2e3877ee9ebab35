#include "tests/sim/story.hpp"

#include "engine/log/sha256.hpp"
#include "engine/memory/memory_store.hpp"
#include "tests/sim/must.hpp"

namespace duban::sim {
namespace {

constexpr std::int64_t day_seconds = 86400;
constexpr std::int64_t tolerance_seconds = 120;
constexpr int gap_days_max = 45;
const char* const workspace_id = "00112233445566ff";
const char* const outsiders[] = {"省教育厅", "省安委办", "省政府督查室", "督查一处", "省财政厅"};

}  // namespace

struct Story::Told {
  TaskKey key;
  std::string task;  ///< as typed
  std::string as;
  Command command;
  bool unknown = false;  ///< a name in it is none
};

Story::Story(std::uint32_t seed, Tally& tally)
    : basis_(shipped_basis()), random_(seed, *basis_), tally_(tally), rehearsal_(chance(50)) {
  countries_.push_back({draw_law([&](int n) { return below(n); }), random_.plan(), basis_->calendar,
                        basis_->directory, basis_->zone});
  texts_ = texts_with(countries_.back().law);
  if (chance(75)) {
    store_ = must(SqliteStore::create(folder_ / "duban.db", workspace_id, rehearsal_));
  } else {
    store_ = std::make_unique<MemoryStore>();
  }
  begin();
}

Story::~Story() = default;

World Story::world(Store& store, Instant given, const std::string& as) {
  clock_.time = given;
  World world{store, vault_, clock_, compiler_, "root"};
  world.as = as;
  if (rehearsal_) world.at = to_text(given);
  return world;
}

void Story::begin() {
  const Country& country = countries_.back();
  const Instant birth{country.zone.midnight(make_date(2017, 1, 20) + below(400)).seconds +
                      below(day_seconds)};
  InitRequest init;
  init.workspace = workspace_id;
  init.rehearsal = rehearsal_;
  init.texts = texts_;
  // In a normal workspace only actors of the account act; in a rehearsal departments do too.
  // One person is both 督查二处 and the account of 省安委办 (model.cpp, twins).
  init.people.actors = {{"督查一处", "省政府督查室", {}, {}},
                        {"督查二处", "省政府督查室", {}, {}, "兼"},
                        {"省安委办", "省安委办", {}, {}, "兼"}};
  if (!rehearsal_) {
    for (const Department& each : country.directory.departments()) {
      if (each.name != "省教育厅" && each.name != "省安委办")
        init.people.actors.push_back({each.name, each.name, {}, {}});
    }
    init.people.actors.push_back({"名录外的单位", "名录外的单位", {}, {}});
  }
  init.people.grants = {{"省安委办", Role::coordinator, {}},
                        {"省政府督查室", Role::coordinator, {}}};
  must(init_workspace(world(*store_, birth, {}), init));

  std::map<TaskKey, PlanRow> rows;
  for (int n = 3 + below(4); n > 0; --n) {
    const PlanRow row = random_.row();
    rows[row.key] = row;
  }
  ImportRequest request;
  request.plan = country.plan.id;
  request.issued = country.plan.issued;
  request.ends = country.plan.ends;
  request.path = "plan";
  for (const auto& [key, row] : rows) opener_.rows.push_back(row);
  must(import_plan(world(*store_, birth, "督查一处"), opener_, request));
  for (const auto& [key, row] : rows) {
    models_.emplace(key, Model(country, row, birth));
  }
  judge_all(birth);
}

Instant Story::last() { return must(must(seen().read())->meta()).last_time; }

void Story::live(int days) {
  const Zone zone = countries_.back().zone;
  Date today = zone.date_of(last());
  int quiet_nights = 0;
  for (day_ = 1; day_ <= days; ++day_) {
    today = today + 1;
    Instant now = zone.midnight(today);
    const Instant night_time{now.seconds + 2 * 3600};
    // A weekend without power; a scheduler that nobody looks at for a month.
    if (quiet_nights == 0 && chance(4)) quiet_nights = chance(20) ? 35 : 1 + below(5);
    if (quiet_nights > 0) {
      --quiet_nights;
      ++tally_.missed;
    }
    const bool nightly_first = chance(80);
    if (nightly_first && quiet_nights == 0) night(night_time);
    if (nightly_first) now = night_time;
    for (int n = below(5); n > 0; --n) {
      if (!chance(15)) now.seconds += below(3 * 3600);
      act(now);
    }
    if (chance(1)) activate_other_rules(now);
    if (chance(1)) import_again(now);
    if (chance(2)) judge_replay();
  }
  --day_;
  night({last().seconds + 40 * day_seconds});
  judge_log();
  judge_replay();
}

/// What the time as given is worth: refused, or taken (never before the last entry).
std::string Story::expected_time(Instant given, bool gap_accepted) {
  if (given.seconds < last().seconds - tolerance_seconds) return "time";
  const bool far = given.seconds - last().seconds > gap_days_max * day_seconds;
  return far && !rehearsal_ && !gap_accepted ? "time" : "";
}

Story::Told Story::draw(const TaskKey& key, Instant now) {
  const auto reading = must(Reading::open(must(seen().read()), compiler_, now));
  Told told;
  told.key = key;
  told.task = chance(80) ? to_text(key) : number_text(key);
  const Task task = must(reading->task(key)).task;
  // What moves the work along comes up too seldom among twenty events.
  for (int tries = 0; tries < 3; ++tries) {
    told.command = random_.command(task, now);
    const Event event = told.command.event;
    const bool moves = event == Event::report || event == Event::verify ||
                       event == Event::return_ || event == Event::request_extension ||
                       event == Event::start;
    if (moves || chance(30)) break;
  }
  told.as = told.command.by.actor.id;
  for (Attachment& file : told.command.evidence) {
    file.name = "件" + std::to_string(++files_);
  }
  return told;
}

void Story::spoil(Told& told, Instant now) {
  Command& c = told.command;
  const Date today = basis_->zone.date_of(now);
  switch (below(14)) {
    case 0:
      told.as = outsiders[below(5)];
      break;
    case 1:
      c.event = lifecycle_events[static_cast<std::size_t>(below(21))];
      break;
    case 2:
      c.evidence.clear();
      break;
    case 3:
      c.note = chance(50) ? "" : "  ";
      break;
    case 4:
      c.due = today - 5 + below(10);
      break;
    case 5:
      c.dated = today - 40 + below(45);
      break;
    case 6:
      c.for_department = outsiders[below(5)];
      break;
    case 7:
      c.without.clear();
      break;
    case 8:
      c.until = today - 1 + below(200);
      break;
    case 9:
      c.to = chance(50) ? "各市州人民政府" : "省安监局";
      break;
    case 10:
      c.co = {chance(50) ? "省财政厅" : "省教育厅"};
      break;
    case 11:
      told.task = "p/9.9.99";
      told.unknown = true;
      break;
    case 12:
      if (files_ > 0) c.evidence = {{{}, "件" + std::to_string(1 + below(files_)), 1}};
      break;
    case 13:
      c.to = "查无此单位";
      told.unknown = true;
      break;
  }
  if (c.event == Event::deadline) c.event = Event::start;  // people have no such word
}

/// The code that the contract gives; when it is empty, the model has taken the step.
std::string Story::expected(const Told& told, Instant given) {
  if (Model::is_misused(told.command)) return "usage";
  if (told.unknown) return "not-found";
  const Country& country = countries_.back();
  const auto of_a_plan = [&](const std::string& name) {
    return std::any_of(models_.begin(), models_.end(), [&](const auto& each) {
      return each.second.lead == name || each.second.co.count(name);
    });
  };
  const bool is_person = told.as == "督查一处" || told.as == "督查二处";
  const bool has_account = is_person || (!rehearsal_ && told.as != "省教育厅");
  if (!has_account && !country.directory.find(told.as) && !of_a_plan(told.as)) return "not-found";
  if (!has_account && !rehearsal_) return "role";
  Command command = told.command;
  command.by = {};
  command.by.actor = {told.as, is_person ? "省政府督查室" : told.as, {}, {}};
  command.by.coordinator = is_person || told.as == "省政府督查室" || told.as == "省安委办";
  Model& model = models_.at(told.key);
  const std::string& spoken = command.for_department;
  if (!spoken.empty() && !country.directory.find(spoken) && !model.knows(spoken))
    return "not-found";
  const std::string time = expected_time(given, false);
  if (!time.empty()) return time;
  return model.step(heard(std::move(command), country.directory), std::max(given, last()));
}

namespace {

StepRequest request_of(const std::string& task, const Command& c) {
  StepRequest request;
  request.event = c.event;
  request.task = task;
  request.note = c.note;
  for (const Attachment& file : c.evidence) request.evidence.push_back(file.name);
  request.due = c.due;
  request.until = c.until;
  request.dated = c.dated;
  request.to = c.to;
  request.co = c.co;
  request.without = c.without;
  request.add_co = c.add_co;
  request.drop_co = c.drop_co;
  request.content = c.content;
  request.for_department = c.for_department;
  request.partial = c.partial;
  request.undo = c.undo;
  request.error = c.error;
  request.keep_as_co = c.keep_as_co;
  request.urgent = c.urgent;
  request.not_urgent = c.not_urgent;
  return request;
}

}  // namespace

void Story::act(Instant now) {
  Instant given = now;
  if (chance(3)) {
    ++tally_.clocks;
    const std::int64_t steps[] = {
        -60, -119, -3600, -3 * day_seconds, 44 * day_seconds, 60 * day_seconds};
    given.seconds += steps[below(rehearsal_ ? 4 : 6)];
    // A jump that passes would be the new present; it is tried at the end of a story.
    if (given > now && expected_time(given, false).empty()) given = now;
  }
  auto chosen = models_.begin();
  std::advance(chosen, below(static_cast<int>(models_.size())));
  const TaskKey key = chosen->first;
  Told told = draw(key, std::max(given, last()));
  if (chance(20)) spoil(told, given);
  for (Attachment& file : told.command.evidence) file.sha256 = sha256_hex(file.name);
  const StepRequest request = request_of(told.task, told.command);
  note(to_text(given) + " " + told.as + " " + std::string(to_text(request.event)) + " " +
       told.task + " " + canonical(data_of(told.command)));

  if (chance(2)) {
    test::FailingStore failing(*store_, 1 + below(20));
    const Model before = models_.at(key);
    const std::string code = expected(told, given);
    const auto receipt = duban::step(world(failing, given, told.as), request);
    if (failing.failed_once()) {
      if (receipt) fail("a step succeeded though the store failed");
      models_.at(key) = before;
      reopen();
      judge(key, last());
      return;
    }
    same("answer", receipt ? "" : std::string(to_text(receipt.error().code)), code);
    return judge(key, last());
  }
  const Instant before = last();
  const std::string code = expected(told, given);
  const auto receipt = duban::step(world(*store_, given, told.as), request);
  ++tally_.answers[code.empty() ? "done" : code];
  if (code.empty()) {
    ++tally_.events[std::string(to_text(request.event))];
    ++tally_.kinds[std::string(to_text(models_.at(key).kind()))];
  }
  if (!receipt && code.empty()) fail("refused: " + to_text(receipt.error().message));
  same("answer", receipt ? "" : std::string(to_text(receipt.error().code)), code);
  same("time of the last entry", to_text(last()),
       to_text(code.empty() ? std::max(given, before) : before));
  if (chance(10)) return judge(key, {last().seconds + below(90) * day_seconds});
  judge(key, last());
}

void Story::reopen() {
  ++tally_.deaths;
  if (dynamic_cast<SqliteStore*>(store_.get()) == nullptr) return;
  reader_.reset();
  store_.reset();
  store_ = must(SqliteStore::open(folder_ / "duban.db", SqliteStore::Mode::write));
}

/// Another process that only reads.
Store& Story::seen() {
  if (dynamic_cast<SqliteStore*>(store_.get()) == nullptr) return *store_;
  if (!reader_) reader_ = must(SqliteStore::open(folder_ / "duban.db", SqliteStore::Mode::read));
  return *reader_;
}

void Story::note(const std::string& line) {
  journal_.push_back(line);
  if (journal_.size() > 12) journal_.pop_front();
}

}  // namespace duban::sim
