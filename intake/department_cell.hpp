// The departments that the pieces of a cell name.
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

/// A piece of a text that is left for a name: signs, roles and remarks are taken off. Half-width,
/// without blanks.
struct NamePiece {
  std::u32string text;
  std::vector<Mention> mentions = {};  ///< what it stands for: one name as a rule
  std::vector<Message> doubts = {};    ///< what a person should look at
  /// A part of it that was completed from a neighbour, and to what.
  std::optional<std::pair<std::u32string, std::u32string>> completed = {};
};

/// Finds departments by what the directory knows, and what it does not know by how names are built
/// (see unit_words.hpp). The longest known name wins, so that a sign within a group's name does not
/// split it. Doubts: aliases, what was completed from a neighbour (长沙、岳阳市人民政府), missing
/// separators.
class DepartmentReader {
 public:
  explicit DepartmentReader(const Directory& directory);

  bool knows(std::u32string_view name) const { return find(name) != nullptr; }
  /// Whether known names make up all of it, with or without 和 between them.
  bool is_made_of_known(std::u32string_view text) const;
  /// Length of the known name with a separator inside that stands at `at`; 0 for none.
  std::size_t group_at(std::u32string_view text, std::size_t at) const;
  /// Fills in the mentions of all pieces of a text.
  void resolve(std::vector<NamePiece>& pieces) const;
  /// The known name that is most like an unknown one; empty when none is close.
  std::string like(const std::string& name) const;

 private:
  struct Known {
    std::string name;  ///< canonical
    bool is_alias = false;
  };

  const Known* find(std::u32string_view name) const;
  /// Known names that make up the whole text, with or without 和 between them; empty for none.
  std::vector<std::u32string> cover(std::u32string_view text) const;
  bool cover(std::u32string_view text, std::size_t at, std::vector<bool>& dead,
             std::vector<std::u32string>& names) const;
  std::u32string with_suffix_of(std::u32string_view token, std::u32string_view donor) const;
  std::u32string with_prefix_of(std::u32string_view token, std::u32string_view donor) const;
  std::vector<std::u32string> names_in(NamePiece& piece, std::u32string_view right) const;
  std::vector<std::u32string> unknown_names_in(NamePiece& piece, std::u32string_view right) const;
  void mention(NamePiece& piece, const std::u32string& name) const;

  std::map<std::u32string, Known, std::less<>> names_;  ///< names and aliases, squeezed
  std::vector<std::u32string> groups_;                  ///< those with a separator inside
  std::vector<std::string> spelled_;                    ///< names and aliases, for guesses
  std::size_t longest_ = 0;
};

/// The signs that stand between names; blanks and line breaks may also be mere layout within one.
bool is_separator(char32_t c);
/// Names as a message lists them.
std::string joined_names(const std::vector<std::u32string>& names);

}  // namespace duban::intake
