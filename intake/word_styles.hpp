// What a .docx says of its paragraphs beside their text: styles, and numbers that Word counts.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/archive.hpp"
#include "intake/relations.hpp"
#include "intake/xml.hpp"

namespace duban::intake {

/// A number in one of the ways in which Word writes it ("chineseCounting", "upperRoman"); as plain
/// digits where the way is unknown, empty for "bullet" and "none".
std::string counted_text(std::string_view format, int number);

/// A paragraph's own properties, those of its styles included.
struct ParagraphLook {
  int heading = 0;  ///< 1 to 9; 0: no heading
  bool centred = false;
  bool bold = false;  ///< of the style; runs may say otherwise
  int list = 0;       ///< the list that counts it; 0: none
  int level = 0;      ///< in that list, from 0
};

class WordStyles {
 public:
  /// Reads styles.xml and numbering.xml where there are any.
  static Result<WordStyles> load(const Archive& archive, const Relations& relations);

  /// `properties` is a <w:pPr>, or none.
  ParagraphLook look(const XmlNode& properties) const;

 private:
  friend class ListCounter;
  struct Style {
    std::string based_on;
    std::optional<int> heading, list, level;
    std::optional<bool> centred, bold;
  };
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;    ///< "%1.%2"
    std::string style;   ///< paragraphs of this style are of this level
    bool plain = false;  ///< digits for all levels, whatever their formats
  };
  using Levels = std::array<Level, 9>;
  struct List {
    int kind = 0;                    ///< the abstract list: what counts together
    std::map<int, int> starts = {};  ///< by level: where this list begins anew
    std::map<int, Level> own = {};   ///< by level: instead of the kind's
  };
  Status load_styles(const Archive& archive, const std::string& part);
  Status load_numbering(const Archive& archive, const std::string& part);
  const Level* level_of(int list, int level) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_style_;
  std::map<int, Levels> kinds_;
  std::map<int, std::string> linked_;  ///< kinds that are those of a style
  std::map<int, List> lists_;
};

/// Counts the paragraphs of one reading, in the document's order.
class ListCounter {
 public:
  explicit ListCounter(const WordStyles& styles) : styles_(styles) {}
  /// The number of the next paragraph, as it is printed: "一、", "1.2"; empty where none is.
  std::string next(const ParagraphLook& look);

 private:
  struct Counts {
    std::array<int, 9> now{};
    std::array<bool, 9> begun{};
  };
  const WordStyles& styles_;
  std::map<int, Counts> counts_;  ///< by kind
  std::map<int, bool> seen_;      ///< lists that have begun
};

}  // namespace duban::intake
