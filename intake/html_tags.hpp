// Keeps one tag of a page from having attributes without end: libxml2 compares each with all
// others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duban::intake {

/// Fed with a page in pieces; what a tag has beyond two thousand attributes is left out, up to its
/// end. A long attribute, such as a picture, stays whole.
class TagGuard {
 public:
  std::string pass(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
      last_.erase(0, last_.size() >= 4 ? 1 : 0);
      last_ += c;
      if (in_comment_) {
        if (!last_.ends_with("-->")) continue;
        in_comment_ = false;
        before_ = c;
        out += "-->";
        continue;
      }
      if (!in_tag_ && last_ == "<!--") {
        in_comment_ = true;
        last_.clear();
      }
      if (!in_tag_) {
        in_tag_ = before_ == '<' && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        parts_ = 0;
        quote_ = '\0';
      } else if (quote_ != '\0') {
        if (c == quote_) quote_ = '\0';
      } else if (c == '>') {
        in_tag_ = false;
      } else if (c == '"' || c == '\'') {
        quote_ = c;
        ++parts_;
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '/') {
        ++parts_;
      }
      before_ = c;
      if (!in_tag_ || parts_ <= parts_max) out += c;
    }
    return out;
  }

 private:
  static constexpr std::size_t parts_max = 4000;
  char before_ = '\0';
  char quote_ = '\0';
  bool in_tag_ = false;
  bool in_comment_ = false;  ///< nothing of it is handed on: a long one is searched without end
  std::string last_;         ///< four signs
  std::size_t parts_ = 0;
};

}  // namespace duban::intake
