// Open escalations as letters: one for each recipient, plain text.
#pragma once

#include <string>
#include <vector>

#include "cli/words.hpp"
#include "engine/operations/reading.hpp"

namespace duban {

class Digest {
 public:
  /// With `only`, nothing but that department's letter.
  Digest(const Reading& reading, std::string only);

  void add(const Escalation& escalation, const TaskView& view, const TaskText& text);
  /// The letters, in the order in which their recipients were first named; no empty one.
  std::string text(Lang lang) const;
  Value json() const;

 private:
  /// What one task gives a recipient to hear.
  struct Matter {
    TaskKey task;
    std::string title;
    std::string lead;
    TaskState state = TaskState::assigned;
    Date due;
    int late_days = 0;
    std::vector<std::string> missing;
    const RuleLayer* rules = nullptr;  ///< as they hold for the task
    std::vector<Escalation> raised;
  };
  struct Letter {
    std::string recipient;
    std::vector<Matter> matters;
  };
  Letter& letter_to(const std::string& recipient);
  std::string matter_text(Lang lang, const Matter& matter) const;

  const Reading& reading_;
  std::string only_;
  std::vector<Letter> letters_;
};

}  // namespace duban
