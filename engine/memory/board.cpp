#include "engine/memory/board.hpp"

#include <algorithm>

#include "engine/model/task_fields.hpp"

namespace duban {
namespace {

bool is_any_of(const std::string& name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool matches(const Task& task, const TaskQuery& query) {
  if (!query.plan.empty() && task.key.plan != query.plan) return false;
  if (task.key.depth() <= query.below.size() || !task.key.starts_with(query.below)) return false;
  if (!query.lead.empty() && !is_any_of(task.lead, query.lead)) return false;
  return query.involved.empty() || is_any_of(task.lead, query.involved) ||
         std::any_of(task.co.begin(), task.co.end(),
                     [&](const std::string& co) { return is_any_of(co, query.involved); });
}

/// The tree over a board's bodies; no tile of it is kept.
class BodyTree final : public TiledTree {
 public:
  explicit BodyTree(std::function<Result<std::string>(std::int64_t)> body)
      : body_(std::move(body)) {}

 private:
  Result<std::optional<std::string>> tile(int level, std::int64_t number) override {
    DUBAN_TRY(std::string hashes, make_tile(level, number));
    return std::optional(std::move(hashes));
  }
  Result<std::string> leaf(std::int64_t seq) override {
    DUBAN_TRY(const std::string body, body_(seq));
    return leaf_hash(body);
  }
  std::function<Result<std::string>(std::int64_t)> body_;
};

}  // namespace

void Board::count(const Entry& entry, std::string_view leaf_hash) {
  note(entry);
  tree.add(leaf_hash);
  meta.size = tree.size();
}

void Board::note(const Entry& entry) {
  if (entry.event == Event::init) {
    const Value* workspace = entry.data.find("workspace");
    const Value* rehearsal = entry.data.find("rehearsal");
    if (workspace && workspace->text()) meta.workspace = *workspace->text();
    meta.rehearsal = rehearsal && rehearsal->boolean() && *rehearsal->boolean();
  }
  meta.judged = judged_after(entry, meta.last_time, meta.judged);
  meta.last_time = entry.recorded;
}

void Board::put(const Task& task, std::optional<Instant> next_timer) {
  tasks[task.key] = std::make_shared<const Row>(Row{task, next_timer});
}

Status Board::put(const Escalation& escalation) {
  auto& known = escalations[escalation.task];
  std::vector<Escalation> all = known ? *known : std::vector<Escalation>();
  const bool twice = std::any_of(all.begin(), all.end(), [&](const Escalation& each) {
    return each.rung == escalation.rung && each.generation == escalation.generation &&
           each.occurrence == escalation.occurrence;
  });
  if (twice) {
    return failed(Errc::corrupt, "rung {rung} of {task} was raised already for this occurrence",
                  {{"rung", escalation.rung}, {"task", to_text(escalation.task)}});
  }
  all.push_back(escalation);
  known = std::make_shared<const std::vector<Escalation>>(std::move(all));
  return {};
}

void Board::put(const Grant& grant) {
  const auto at = std::lower_bound(people.grants.begin(), people.grants.end(), grant);
  if (at == people.grants.end() || *at != grant) people.grants.insert(at, grant);
}

void Board::remove(const Grant& grant) { std::erase(people.grants, grant); }

void Board::remove_plan(const std::string& id) {
  plans.erase(id);
  const auto is_its = [&](const auto& row) { return row.first.plan == id; };
  std::erase_if(tasks, is_its);
  std::erase_if(texts, is_its);
  std::erase_if(escalations, is_its);
}

RowCounts Board::rows() const {
  const auto count = [](const auto& rows) { return static_cast<std::int64_t>(rows.size()); };
  RowCounts counts{.tasks = count(tasks),
                   .texts = count(texts),
                   .plans = count(plans),
                   .actors = count(people.actors),
                   .grants = count(people.grants),
                   .bases = count(bases)};
  for (const auto& [key, row] : tasks) counts.co += count(row->task.co);
  for (const auto& [key, list] : escalations) counts.escalations += count(*list);
  for (std::int64_t width = tile_width; width <= meta.size; width *= tile_width)
    counts.tiles += meta.size / width;
  return counts;
}

template <class Port>
Result<Meta> BoardReader<Port>::meta() {
  Meta meta = board().meta;
  meta.root = board().tree.root();
  return meta;
}

template <class Port>
Result<std::vector<Plan>> BoardReader<Port>::plans() {
  std::vector<Plan> all;
  for (const auto& [id, plan] : board().plans) all.push_back(plan);
  return all;
}

template <class Port>
Result<std::optional<Plan>> BoardReader<Port>::plan(const std::string& id) {
  const auto at = board().plans.find(id);
  if (at == board().plans.end()) return std::nullopt;
  return std::optional(at->second);
}

template <class Port>
Result<People> BoardReader<Port>::people() {
  return board().people;
}

template <class Port>
Result<std::optional<BasisTexts>> BoardReader<Port>::basis_texts(const std::string& hash) {
  const auto at = board().bases.find(hash);
  if (at == board().bases.end()) return std::nullopt;
  return std::optional(*at->second);
}

template <class Port>
Result<std::optional<Task>> BoardReader<Port>::task(const TaskKey& key) {
  const auto at = board().tasks.find(key);
  if (at == board().tasks.end()) return std::nullopt;
  return std::optional(at->second->task);
}

template <class Port>
Result<std::optional<TaskText>> BoardReader<Port>::text(const TaskKey& key) {
  const auto at = board().texts.find(key);
  if (at == board().texts.end()) return std::nullopt;
  return std::optional(*at->second);
}

template <class Port>
Result<std::vector<TaskKey>> BoardReader<Port>::keys_with_number(const TaskKey& number) {
  std::vector<TaskKey> keys;
  for (const auto& [id, plan] : board().plans) {
    const TaskKey key{id, number.path};
    if ((number.plan.empty() || number.plan == id) && board().tasks.count(key) != 0)
      keys.push_back(key);
  }
  if (!keys.empty() || !number.plan.empty()) return keys;
  for (const auto& [key, row] : board().tasks) {
    const auto own = key.numbers();
    const auto end = number.numbers();
    if (own.size() > end.size() && std::equal(end.rbegin(), end.rend(), own.rbegin()))
      keys.push_back(key);
  }
  return keys;
}

template <class Port>
Result<bool> BoardReader<Port>::is_involved(const std::string& name) {
  TaskQuery query;
  query.involved = {name};
  return std::any_of(board().tasks.begin(), board().tasks.end(),
                     [&](const auto& row) { return matches(row.second->task, query); });
}

template <class Port>
Status BoardReader<Port>::each_task(const TaskQuery& query,
                                    const std::function<Result<bool>(Task& task)>& visit) {
  for (const auto& [key, row] : board().tasks) {
    if (!matches(row->task, query)) continue;
    Task task = row->task;
    DUBAN_TRY(const bool more, visit(task));
    if (!more) break;
  }
  return {};
}

template <class Port>
Status BoardReader<Port>::each_stored_task(
    const std::function<Result<bool>(const StoredTask&)>& visit) {
  for (const auto& [key, row] : board().tasks) {
    const Task& task = row->task;
    const std::string detail = detail_text(task);
    std::vector<StoredCo> co;
    for (std::int64_t i = 0; const std::string& name : task.co) co.push_back({i++, name});
    DUBAN_TRY(const bool more, visit({key, task.lead, to_text(task.state), row->next_timer,
                                      task.last_entry, detail, co}));
    if (!more) break;
  }
  return {};
}

template <class Port>
Status BoardReader<Port>::each_stored_text(
    const std::function<Result<bool>(const StoredText&)>& visit) {
  for (const auto& [key, text] : board().texts) {
    const std::string titles = names_text(text->titles);
    const std::string extra = pairs_text(text->extra);
    DUBAN_TRY(const bool more, visit({key, titles, text->content, text->deadline, extra}));
    if (!more) break;
  }
  return {};
}

template <class Port>
Result<std::optional<Instant>> BoardReader<Port>::next_timer(const TaskKey& key) {
  const auto at = board().tasks.find(key);
  if (at == board().tasks.end()) return std::nullopt;
  return at->second->next_timer;
}

template <class Port>
Result<std::vector<TaskKey>> BoardReader<Port>::ripe_tasks(Instant until) {
  std::vector<TaskKey> keys;
  for (const auto& [key, row] : board().tasks) {
    if (row->next_timer && *row->next_timer <= until) keys.push_back(key);
  }
  return keys;
}

template <class Port>
Status BoardReader<Port>::each_escalation(
    const std::optional<TaskKey>& task,
    const std::function<Result<bool>(const Escalation&)>& visit) {
  for (const auto& [key, list] : board().escalations) {
    if (task && key != *task) continue;
    for (const Escalation& escalation : *list) {
      DUBAN_TRY(const bool more, visit(escalation));
      if (!more) return {};
    }
  }
  return {};
}

template <class Port>
Result<std::string> BoardReader<Port>::entry_body(std::int64_t seq) {
  if (seq < 0 || seq >= board().meta.size)
    return failed(Errc::not_found, "the log has no entry {seq}", {{"seq", std::to_string(seq)}});
  return body(seq);
}

template <class Port>
Status BoardReader<Port>::each_entry(
    std::int64_t first, std::int64_t last,
    const std::function<Result<bool>(std::int64_t seq, std::string_view body)>& visit) {
  for (std::int64_t seq = std::max<std::int64_t>(first, 0); seq < std::min(last, board().meta.size);
       ++seq) {
    DUBAN_TRY(const std::string bytes, body(seq));
    DUBAN_TRY(const bool more, visit(seq, bytes));
    if (!more) break;
  }
  return {};
}

template <class Port>
Result<std::string> BoardReader<Port>::tile(int level, std::int64_t number) {
  std::int64_t width = tile_width;
  for (int i = 0; i < level && width <= board().meta.size; ++i) width *= tile_width;
  if (level < 0 || number < 0 || number >= board().meta.size / width) {
    return failed(Errc::not_found, "the tree has no full tile {level}/{number}",
                  {{"level", std::to_string(level)}, {"number", std::to_string(number)}});
  }
  return BodyTree([this](std::int64_t seq) { return body(seq); }).make_tile(level, number);
}

template <class Port>
Result<RowCounts> BoardReader<Port>::row_counts() {
  return board().rows();
}

template class BoardReader<View>;
template class BoardReader<Transaction>;

}  // namespace duban
