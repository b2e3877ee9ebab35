// A drawn office: tasks, people, nights, crashes and clocks; after everything that happens, the
// engine's word beside the model's.
#pragma once

#include <deque>
#include <string>

#include "storage/sqlite_store.hpp"
#include "tests/sim/laws.hpp"
#include "tests/sim/model.hpp"
#include "tests/support/failing_store.hpp"
#include "tests/support/ports_in_memory.hpp"
#include "tests/support/random_course.hpp"
#include "tests/support/temp_folder.hpp"

namespace duban::sim {

/// What a story was made of, so that a run can show that it was no walk in the park.
struct Tally {
  std::map<std::string, int> answers;  ///< steps by what came of them: "done", "role", "state", …
  std::map<std::string, int> events;   ///< steps taken, by event
  std::map<std::string, int> rungs;    ///< rungs raised, by id
  std::map<std::string, int> kinds;    ///< steps taken, by the task's schedule
  int nights = 0, missed = 0, deaths = 0, clocks = 0, activations = 0, replays = 0;
};

/// The engine and the model do not say the same. `what` tells it all.
struct Difference {
  int day;
  std::string what;
};

class Story {
 public:
  Story(std::uint32_t seed, Tally& tally);
  ~Story();

  /// Lives `days` days. Throws Difference.
  void live(int days);

 private:
  struct Told;  // one command: as it is typed, and as the model hears it

  void begin();
  void act(Instant now);
  void night(Instant now);
  void activate_other_rules(Instant now);
  void import_again(Instant now);

  Told draw(const TaskKey& key, Instant now);
  void spoil(Told& told, Instant now);
  std::string expected(const Told& told, Instant given);
  std::string expected_time(Instant given, bool gap_accepted);
  World world(Store& store, Instant given, const std::string& as);
  void reopen();

  void judge(const TaskKey& key, Instant now);
  void judge_all(Instant now);
  void judge_log();
  void judge_replay();
  std::string of_engine(Reading& reading, const TaskKey& key);
  std::string of_model(const TaskKey& key, Instant now) const;
  void same(const std::string& what, const std::string& engine, const std::string& model);
  [[noreturn]] void fail(const std::string& what) const;
  void note(const std::string& line);

  int below(int n) { return random_.below(n); }
  bool chance(int percent) { return random_.chance(percent); }
  Instant last();
  Store& seen();

  std::shared_ptr<const Basis> basis_;
  testing::RandomCourse random_;
  Tally& tally_;
  bool rehearsal_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<SqliteStore> reader_;
  test::StillClock clock_;
  test::MemoryVault vault_;
  test::PlainCompiler compiler_;
  test::RowOpener opener_;
  BasisTexts texts_;
  std::deque<Country> countries_;  // as rules changed; the last is in force
  std::map<TaskKey, Model> models_;
  std::deque<std::string> journal_;
  int day_ = 0;
  std::optional<Date> night_;  // the last business date with a nightly entry
  int files_ = 0;
};

}  // namespace duban::sim
