// Paragraphs and cells of a .docx as they read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/word_styles.hpp"
#include "intake/xml.hpp"

namespace duban::intake {

/// What is in the file but not on the page: tracked deletions, phonetic guides, the second form of
/// what stands there twice, properties.
bool is_unseen(std::string_view name);
bool is_on(const XmlNode& node);

/// A paragraph as it reads with every tracked change accepted and hidden text hidden.
struct Paragraph {
  std::string text;     ///< not cleaned; its automatic number is not part of it
  std::string counted;  ///< that number
  int heading = 0;
  bool bold = false;
  bool centred = false;
  bool joined = false;         ///< its end is deleted: it goes on in the next one
  std::vector<XmlNode> boxes;  ///< text boxes that hang on it, as <w:txbxContent>
};

/// Reads the blocks of one document in their order.
class WordReader {
 public:
  explicit WordReader(const WordStyles& styles) : styles_(styles), counter_(styles) {}

  Paragraph paragraph(const XmlNode& node);
  /// All text of a cell, tables and text boxes within it included, a line for each paragraph.
  std::string cell(const XmlNode& node);

 private:
  void append_block(const XmlNode& node, std::string& text, std::string& pending);

  const WordStyles& styles_;
  ListCounter counter_;
};

/// The automatic number before the text, with a blank where they would run into each other.
std::string with_number(const std::string& counted, const std::string& text);

/// What an EQ field shows: `eq \o\ac(○,1)` is ①. Empty for other fields.
std::string equation_text(std::string_view code);
/// A sign of a font of signs as a character: F052 of "Wingdings 2" is ☑.
std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace duban::intake
