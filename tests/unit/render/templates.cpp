#include "templates.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace duban::test {
namespace {

/// A source as a list of names, single marks and whole literals; comments are left out.
struct Token {
  enum class Kind { name, mark, literal } kind = Kind::mark;
  std::string text;
};

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Reader {
 public:
  explicit Reader(std::string_view source) : text_(source) {}

  std::vector<Token> tokens() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (text_.substr(at_).starts_with("//")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (text_.substr(at_).starts_with("/*")) {
      at_ = std::min(text_.find("*/", at_), text_.size() - 2) + 2;
    } else if (text_.substr(at_).starts_with("R\"")) {
      raw();
    } else if (c == '"') {
      literal();
    } else if (c == '\'') {
      character();
    } else if (is_name(c)) {
      std::size_t end = at_;
      // 1'000 is one token, u8'x' is two.
      const bool number = std::isdigit(static_cast<unsigned char>(c)) != 0;
      while (end < text_.size() && (is_name(text_[end]) || (number && text_[end] == '\''))) ++end;
      tokens_.push_back({Token::Kind::name, std::string(text_.substr(at_, end - at_))});
      at_ = end;
    } else {
      if (std::isspace(static_cast<unsigned char>(c)) == 0)
        tokens_.push_back({Token::Kind::mark, std::string(1, c)});
      ++at_;
    }
  }

  void raw() {
    const std::size_t open = text_.find('(', at_);
    const std::string end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    at_ = text_.find(end, open) + end.size();
    tokens_.push_back({Token::Kind::mark, "R"});
  }

  void character() {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '\'') at_ += text_[at_] == '\\' ? 2 : 1;
    ++at_;
    tokens_.push_back({Token::Kind::mark, "'"});
  }

  void literal() {
    std::string value;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] != '\\') {
        value += text_[at_];
        continue;
      }
      const char escape = text_[++at_];
      value += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape;
    }
    ++at_;
    if (!tokens_.empty() && tokens_.back().kind == Token::Kind::literal) {
      tokens_.back().text += value;
    } else {
      tokens_.push_back({Token::Kind::literal, value});
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

bool has_hole(std::string_view text) {
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == text.npos || close == open + 1) continue;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (std::all_of(name.begin(), name.end(), [](char c) { return is_name(c); })) return true;
  }
  return false;
}

/// Literals of the `wanted`-th argument (from 0) of the call that opens at `open`.
void collect_argument(const std::vector<Token>& tokens, std::size_t open, int wanted,
                      std::set<std::string>& found) {
  int depth = 0;
  int argument = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::Kind::literal) {
      // Within an inner call or comparison a literal is something else.
      const bool compared = i > 0 && tokens[i - 1].text == "=";
      if (depth == 1 && argument == wanted && !compared) found.insert(token.text);
    } else if (token.text == "(" || token.text == "{" || token.text == "[") {
      ++depth;
    } else if (token.text == ")" || token.text == "}" || token.text == "]") {
      if (--depth == 0) return;
    } else if (token.text == "," && depth == 1 && ++argument > wanted) {
      return;
    }
  }
}

struct Call {
  std::string_view name;
  int argument;
};
constexpr std::array<Call, 8> calls{{{"failed", 1},
                                     {"say", 1},
                                     {"say_here", 0},
                                     {"heading", 0},
                                     {"finish", 0},
                                     {"phrase", 0},
                                     {"line", 0},
                                     {"section", 0}}};

}  // namespace

std::set<std::string> templates_in(std::string_view source) {
  const std::vector<Token> tokens = Reader(source).tokens();
  std::set<std::string> found;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::Kind::literal) {
      const bool is_heading =
          i + 2 < tokens.size() && tokens[i + 1].text == "," && tokens[i + 2].text == "ColumnKind";
      const bool is_message = i > 1 && tokens[i - 1].text == "{" && tokens[i - 2].text == "Message";
      if (is_heading || is_message || has_hole(token.text)) found.insert(token.text);
      continue;
    }
    if (tokens[i + 1].text != "(") continue;
    for (const Call& call : calls) {
      if (token.text == call.name) collect_argument(tokens, i + 1, call.argument, found);
    }
  }
  found.erase("");
  return found;
}

std::set<std::string> templates_of_tree(const std::string& root) {
  std::set<std::string> all;
  for (const char* folder :
       {"engine", "text", "rules", "intake", "storage", "audit", "notify", "rehearsal", "cli"}) {
    const std::filesystem::path path = std::filesystem::path(root) / folder;
    if (!std::filesystem::exists(path)) continue;
    for (const auto& file : std::filesystem::recursive_directory_iterator(path)) {
      const std::string name = file.path().filename().string();
      const std::string kind = file.path().extension().string();
      if (kind != ".cpp" && kind != ".hpp") continue;
      if (path.filename() == "cli" && name.starts_with("words")) continue;  // the table itself
      std::ifstream in(file.path());
      const std::string source{std::istreambuf_iterator<char>(in), {}};
      all.merge(templates_in(source));
    }
  }
  return all;
}

}  // namespace duban::test
