// A text on responsibility cut into clauses: names with their parts, persons, days and remarks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/department_cell.hpp"
#include "intake/responsibility.hpp"
#include "intake/role_words.hpp"

namespace duban::intake {

struct Clause {
  NamePiece name;
  Part part = Part::none;
  char32_t before = U'\0';  ///< the separator in front of it
};

class ResponsibilityParser {
 public:
  /// In a bracket, what looks like no name is a remark.
  ResponsibilityParser(const DepartmentReader& names, bool in_bracket)
      : names_(names), in_bracket_(in_bracket) {}

  /// Names are returned in their order; all else goes into `result`.
  std::vector<Clause> parse(std::string_view text, Responsibility& result);
  /// Whether any word told a part (牵头, 负责, 责任单位：…).
  bool said() const { return said_; }

 private:
  /// A piece between separators, and where it stands in the text.
  struct Token {
    std::u32string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    char32_t before = U'\0';
  };

  void even_out(std::string_view text);
  std::vector<Token> tokens() const;
  bool is_layout(const Token& left, const Token& right) const;
  void join(std::vector<Token>& tokens) const;

  void take(Token token, std::u32string_view next);
  void take_piece(Token token, std::u32string_view next);
  void take_label(Token& token);
  bool take_labelled(const Token& token);
  void take_brackets(Token& token, Part& own);
  bool take_inner(const Token& token, const InnerPart& inner, std::u32string_view next);
  void take_name(Token& token, Part part, Part own, std::u32string_view next);
  void say(Part part);
  void remark(const std::string& label, std::string text, const Token& token);
  void tell_when(const Token& token);
  /// Writes down what tell_when took, once for all clauses in a row.
  void settle_when() {
    if (when_end_) result_->deadlines[when_at_] = written({{}, when_begin_, *when_end_});
  }
  std::string written(const Token& token) const;

  const DepartmentReader& names_;
  bool in_bracket_;
  bool said_ = false;
  Responsibility* result_ = nullptr;
  std::u32string raw_;
  std::u32string even_;
  std::vector<Clause> clauses_;
  int nested_ = 0;          ///< how many pieces of one token are being taken within each other
  std::size_t unsaid_ = 0;  ///< the first clause that no word has given a part yet
  Label label_ = Label::none;
  std::string label_text_;
  /// Where the last clause that tells when ends, to be gone on with behind a comma.
  std::optional<std::size_t> when_end_;
  std::size_t when_begin_ = 0;
  std::size_t when_at_ = 0;  ///< of these in the deadlines
};

}  // namespace duban::intake
