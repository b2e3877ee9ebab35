// The departments that a cell names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/directory.hpp"

namespace duban::intake {

struct Mention {
  std::string name;  ///< canonical; as written where the directory lacks it
  bool known = true;
  bool operator==(const Mention&) const = default;
};

struct DepartmentCell {
  std::vector<Mention> mentions;     ///< the lead first, each once
  std::vector<Message> doubts = {};  ///< what a person should look at, in the cell's order
};

/// Splits cells into departments by what the directory knows: no name, place or suffix stands in
/// the code. The longest known name wins, so that a sign within a group's name does not split it.
/// Reported as doubts: aliases, names that the directory lacks (the first few with the nearest
/// known one), what was completed from a neighbour (长沙、岳阳市人民政府), missing separators,
/// repetitions, 等.
class DepartmentReader {
 public:
  explicit DepartmentReader(const Directory& directory);

  /// Without `may_guess`, unknown names are not compared with all the known ones.
  DepartmentCell read(std::string_view text, bool may_guess = true) const;

 private:
  struct Token;
  struct Known {
    std::string name;  ///< canonical
    bool is_alias = false;
  };

  const Known* find(std::u32string_view name) const;
  std::vector<Token> tokens_of(std::u32string_view text) const;
  /// Length of the group name with a separator inside that stands at `at`; 0 for none.
  std::size_t group_at(std::u32string_view text, std::size_t at) const;
  /// Known names that make up the whole text, with or without 和 between them; empty for none.
  std::vector<std::u32string> cover(std::u32string_view text) const;
  bool cover(std::u32string_view text, std::size_t at, std::vector<bool>& dead,
             std::vector<std::u32string>& names) const;
  std::u32string with_suffix_of(std::u32string_view token, std::u32string_view donor) const;
  std::u32string with_prefix_of(std::u32string_view token, std::u32string_view donor) const;
  void strip(Token& token) const;
  void resolve(Token& token, std::u32string_view right) const;
  void doubt_unknown(const std::string& name, bool may_guess, DepartmentCell& cell) const;

  std::map<std::u32string, Known, std::less<>> names_;  ///< names and aliases, squeezed
  std::vector<std::u32string> groups_;                  ///< those with a separator inside
  std::vector<std::string> spelled_;                    ///< names and aliases, for guesses
  std::size_t longest_ = 0;
};

}  // namespace duban::intake
