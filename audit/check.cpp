#include "audit/check.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <limits>
#include <map>

#include "audit/kept_file.hpp"
#include "audit/parallel.hpp"
#include "audit/structure.hpp"
#include "audit/task_map.hpp"
#include "audit/tree.hpp"
#include "engine/log/entry_glance.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/log/merkle.hpp"

namespace duban::audit {
namespace {

/// What is remembered of a task.
struct Last {
  std::int64_t seq = -1;  ///< of its last entry; -1: it had none
  Instant effective;
};

class Check {
 public:
  Check(View& log, Vault& vault) : log_(log), vault_(vault), tree_(log, report_.findings) {}

  Result<CheckReport> go() {
    DUBAN_TRY(report_.findings.unless_corrupt(layout(), "layout"));
    using all = std::numeric_limits<std::int64_t>;
    const Status read = each_entry_looked_at<Looked>(
        log_, all::min(), all::max(), look,
        [&](std::int64_t seq, std::string_view body, Looked& found) -> Result<bool> {
          DUBAN_TRY(entry(seq, body, found));
          return true;
        });
    if (!read && read.error().code != Errc::corrupt) return tl::make_unexpected(read.error());
    if (!read)
      report_.findings.add({.seq = next_, .what = "body", .message = read.error().message});
    // After a hole no hash can be right, and the hole was named.
    if (!holes_) DUBAN_TRY(report_.findings.unless_corrupt(head(), "tree"));
    DUBAN_TRY(files());
    report_.size = entries_;
    report_.root = tree_.root();
    return std::move(report_);
  }

 private:
  /// What is found in an entry alone, by any core.
  struct Looked {
    Digest leaf;
    std::optional<EntryGlance> glance;
  };
  static Looked look(std::int64_t, std::string_view body) {
    return {leaf_digest(body), glance(body)};
  }

  Status entry(std::int64_t seq, std::string_view body, Looked& found) {
    if (seq < 0 || seq >= safe_integer) {
      report_.findings.add(
          {.what = "seq",
           .stored = std::to_string(seq),
           .message = {"the log has a row of number {seq}, which no entry can have",
                       {{"seq", std::to_string(seq)}}}});
      return {};
    }
    ++entries_;
    if (seq != next_) hole(seq);
    next_ = seq + 1;
    if (!holes_) DUBAN_TRY(tree_.add(view(found.leaf)));
    if (found.glance && !found.glance->names_files) {
      judge(seq, *found.glance);
      if (found.glance->event == Event::void_plan) last_.forget(std::string(found.glance->plan));
      return {};
    }
    const Result<Entry> entry = parse_entry(body);
    if (!entry) {
      report_.findings.add({.seq = seq, .what = "body", .message = entry.error().message});
      return {};
    }
    EntryGlance same;
    same.seq = entry->seq;
    same.prev = entry->prev;
    same.recorded = entry->recorded;
    same.effective = entry->effective;
    same.key = entry->task;
    judge(seq, same);
    if (entry->event == Event::void_plan) last_.forget(entry->plan);
    files_.add(seq, *entry);
    return {};
  }

  Status layout() {
    DUBAN_TRY(judge_layout(log_, report_.findings));
    return {};
  }

  Status head() {
    DUBAN_TRY(const Meta meta, log_.meta());
    return tree_.finish(meta);
  }

  void judge(std::int64_t seq, const EntryGlance& entry) {
    if (entry.seq != seq) {
      report_.findings.add({.seq = seq,
                            .task = entry.key,
                            .what = "seq",
                            .stored = std::to_string(entry.seq),
                            .derived = std::to_string(seq),
                            .message = {"its own number is {number}: it was moved",
                                        {{"number", std::to_string(entry.seq)}}}});
    }
    times(seq, entry);
  }

  void hole(std::int64_t seq) {
    holes_ = true;
    Finding finding{.seq = next_, .what = "hole", .derived = std::to_string(next_)};
    if (seq > next_ + 1) {
      finding.message = {"it is gone, with all up to {last}", {{"last", std::to_string(seq - 1)}}};
    } else {
      finding.message = {"it is gone"};
    }
    report_.findings.add(std::move(finding));
  }

  void times(std::int64_t seq, const EntryGlance& entry) {
    if (entry.recorded < recorded_) {
      differs(seq, entry, "recorded", duban::to_text(entry.recorded), duban::to_text(recorded_),
              "it is recorded at {stored}, before the entry that precedes it, {derived}");
    }
    recorded_ = std::max(recorded_, entry.recorded);
    if (entry.effective > entry.recorded) {
      differs(seq, entry, "effective", duban::to_text(entry.effective),
              duban::to_text(entry.recorded),
              "it takes effect at {stored}, later than it is recorded, {derived}");
    }
    if (!entry.key) return;
    Last& last = last_.of(*entry.key);
    if (last.seq < 0) {
      if (entry.prev) {
        differs(seq, entry, "prev", std::to_string(*entry.prev), "null",
                "its 'prev' is {stored}, but it is the task's first");
      }
      last = {seq, entry.effective};
      return;
    }
    if (entry.prev != last.seq) {
      differs(seq, entry, "prev", entry.prev ? std::to_string(*entry.prev) : "null",
              std::to_string(last.seq),
              "its 'prev' is {stored}, but the task's entry before it is {derived}");
    }
    if (entry.effective < last.effective) {
      differs(seq, entry, "effective", duban::to_text(entry.effective),
              duban::to_text(last.effective),
              "it takes effect at {stored}, before the task's entry that precedes it, {derived}");
    }
    last = {seq, std::max(entry.effective, last.effective)};
  }

  void differs(std::int64_t seq, const EntryGlance& entry, const char* what, std::string stored,
               std::string derived, const char* text) {
    Finding finding{.seq = seq, .task = entry.key, .what = what};
    finding.message = {text, {{"stored", stored}, {"derived", derived}}};
    finding.stored = std::move(stored);
    finding.derived = std::move(derived);
    report_.findings.add(std::move(finding));
  }

  /// Hashed by all cores, each taking the next when it has done one: some are large.
  Status files() {
    report_.files = files_.in_order();
    std::vector<std::optional<Result<KeptFile>>> kept(report_.files.size());
    std::atomic<std::size_t> next = 0;
    {
      Crew crew;
      std::vector<std::future<void>> workers;
      for (std::size_t core = 0; core < cores(); ++core) {
        workers.push_back(crew.start([&] {
          for (std::size_t i = next++; i < kept.size(); i = next++)
            kept[i] = look_at(vault_, report_.files[i].sha256);
        }));
      }
      for (std::future<void>& worker : workers) worker.get();
    }
    std::map<std::string, std::string> words;  // by hash of the file
    for (std::size_t i = 0; i < kept.size(); ++i) {
      NamedFile& file = report_.files[i];
      judge(file, *kept[i]);
      if (file.sound && !(*kept[i])->words.empty()) words[file.sha256] = (*kept[i])->words;
    }
    gather_alike(words);
    return {};
  }

  void gather_alike(const std::map<std::string, std::string>& words) {
    std::map<std::pair<TaskKey, std::string>, std::vector<NamedFile>> groups;
    for (const NamedFile& file : files_.evidence()) {
      const auto known = words.find(file.sha256);
      if (known != words.end()) groups[{*file.task, known->second}].push_back(file);
    }
    for (auto& [key, group] : groups) {
      if (group.size() > 1) report_.alike.push_back(std::move(group));
    }
  }

  void judge(NamedFile& file, const Result<KeptFile>& kept) {
    if (kept && kept->sha256 == file.sha256) {
      file.sound = true;
      file.size = kept->size;
      return;
    }
    Finding finding{.seq = file.seq, .task = file.task, .what = "file", .derived = file.sha256};
    Values values{{"hash", file.sha256}, {"name", file.name}, {"who", file.by}};
    if (!kept) {
      values.emplace_back("reason", duban::to_text(kept.error().message));
      finding.message = {file.name.empty()
                             ? "the file {hash} that it names cannot be read: {reason}"
                             : "the file '{name}' handed in by {who} cannot be read: {reason}",
                         std::move(values)};
    } else {
      finding.stored = kept->sha256;
      const auto before = size_with_other_line_ends(vault_, file.sha256);
      values.emplace_back("size", std::to_string(before.value_or(file.size)));
      values.emplace_back("now", std::to_string(kept->size));
      finding.message = {how_altered(file, before.has_value()), std::move(values)};
    }
    report_.findings.add(std::move(finding));
  }

  static const char* how_altered(const NamedFile& file, bool line_ends) {
    if (file.name.empty()) {
      return line_ends ? "the file {hash} that it names was altered: only its line ends differ; it "
                         "had {size} bytes and has {now}"
                       : "the file {hash} that it names was altered";
    }
    if (line_ends) {
      return "the file '{name}' handed in by {who} was altered: only its line ends differ; it had "
             "{size} bytes and has {now} (its hash was {hash})";
    }
    return file.size < 0 ? "the file '{name}' handed in by {who} was altered: it has {now} bytes "
                           "now (its hash was {hash})"
                         : "the file '{name}' handed in by {who} was altered: it had {size} bytes "
                           "and has {now} (its hash was {hash})";
  }

  View& log_;
  Vault& vault_;
  CheckReport report_;
  TreeCheck tree_;
  TaskMap<Last> last_;
  NamedFiles files_;
  std::int64_t entries_ = 0;
  std::int64_t next_ = 0;
  bool holes_ = false;
  Instant recorded_;
};

}  // namespace

Result<CheckReport> check(View& log, Vault& vault) { return Check(log, vault).go(); }

}  // namespace duban::audit
