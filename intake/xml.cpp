#include "intake/xml.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <pugixml.hpp>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t depth_max = 200;
// A parsed element takes up to sixteen times its bytes: <a/><a/>…
constexpr std::size_t piece_max = std::size_t{4} << 20;
constexpr std::size_t name_max = 200;
constexpr std::size_t block_bytes = std::size_t{64} << 10;

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Walks the tags of a stream; everything that it no longer needs is thrown away.
class Cutter {
 public:
  Cutter(const ReadBytes& read, const std::string& where, const XmlWish& wish,
         const std::function<Status(const XmlPiece&)>& take)
      : read_(read), where_(where), wish_(wish), take_(take) {}

  Status run() {
    for (;;) {
      DUBAN_TRY(const bool found, next_tag());
      if (!found) break;
      DUBAN_TRY(tag());
    }
    if (!path_.empty() || !saw_root_)
      return failed(Errc::bad_file, "{where} is broken XML: it ends too early", named(), here());
    return {};
  }

 private:
  Values named() const { return {{"where", where_}}; }
  Place here() const { return {where_}; }

  /// Appends a block; false at the end of the stream.
  Result<bool> more() {
    const std::size_t keep = piece_ ? *piece_ : at_;
    if (keep > 0) {
      buffer_.erase(0, keep);
      at_ -= keep;
      if (piece_) piece_ = 0;
    }
    if (buffer_.size() > piece_max)
      return failed(Errc::bad_file, "{where} has an element of more than 4 MiB", named(), here());
    const std::size_t before = buffer_.size();
    buffer_.resize(before + block_bytes);
    DUBAN_TRY(const std::size_t got, read_(buffer_.data() + before, block_bytes));
    buffer_.resize(before + got);
    if (std::memchr(buffer_.data() + before, 0, got) != nullptr) {
      return failed(Errc::bad_file, "{where} has NUL bytes; XML of a document is UTF-8", named(),
                    here());
    }
    return got > 0;
  }

  /// Moves to the next '<'; false when none comes.
  Result<bool> next_tag() {
    for (;;) {
      const std::size_t found = buffer_.find('<', at_);
      if (found != std::string::npos) {
        at_ = found;
        return true;
      }
      at_ = buffer_.size();
      DUBAN_TRY(const bool got, more());
      if (!got) return false;
    }
  }

  /// The position after `end`, looked for from `from` bytes after the tag's beginning.
  Result<std::size_t> after(std::string_view end, std::size_t from) {
    for (std::size_t look = from;;) {
      const std::size_t found = buffer_.find(end, at_ + look);
      if (found != std::string::npos) return found + end.size();
      const std::size_t seen = buffer_.size() - at_;
      look = std::max(from, seen < end.size() ? 0 : seen - end.size());
      DUBAN_TRY(const bool got, more());
      if (!got)
        return failed(Errc::bad_file, "{where} is broken XML: it ends within a tag", named(),
                      here());
    }
  }

  /// The position after the '>' of an element's tag; one in quotes is text.
  Result<std::size_t> after_tag() {
    char quote = '\0';
    for (std::size_t look = 1;; ++look) {
      while (at_ + look >= buffer_.size()) {
        DUBAN_TRY(const bool got, more());
        if (!got)
          return failed(Errc::bad_file, "{where} is broken XML: it ends within a tag", named(),
                        here());
      }
      const char c = buffer_[at_ + look];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at_ + look + 1;
      } else if (c == '<') {
        return failed(Errc::bad_file, "{where} is broken XML: a tag within a tag", named(), here());
      }
    }
  }

  Status tag() {
    while (buffer_.size() - at_ < 9) {  // as long as the longest mark below
      DUBAN_TRY(const bool got, more());
      if (!got) break;
    }
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    if (rest.starts_with("<!--")) {
      DUBAN_TRY(at_, after("-->", 4));
    } else if (rest.starts_with("<![CDATA[")) {
      DUBAN_TRY(at_, after("]]>", 9));
    } else if (rest.starts_with("<!")) {
      return failed(Errc::bad_file, "{where} has a DTD, which no document needs", named(), here());
    } else if (rest.starts_with("<?")) {
      DUBAN_TRY(const std::size_t end, after("?>", 2));
      DUBAN_TRY(check_encoding(std::string_view(buffer_).substr(at_, end - at_)));
      at_ = end;
    } else {
      DUBAN_TRY(const std::size_t end, after_tag());
      if (rest_at(1) == '/') return close(end);
      return open(end);
    }
    return {};
  }

  char rest_at(std::size_t offset) const { return buffer_[at_ + offset]; }

  Status check_encoding(std::string_view declaration) const {
    if (!declaration.starts_with("<?xml")) return {};
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    std::string name;
    for (const char c : declaration.substr(at + 8)) {
      if (c == '?') break;
      if (c != '=' && c != '"' && c != '\'' && c != ' ') {
        name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
      }
    }
    if (name.starts_with("utf-8") || name.starts_with("us-ascii")) return {};
    return failed(Errc::bad_file, "{where} is not in UTF-8; save the document again", named(),
                  here());
  }

  Status open(std::size_t end) {
    const std::string_view tag = std::string_view(buffer_).substr(at_ + 1, end - at_ - 2);
    const std::string name(local_name(tag.substr(0, tag.find_first_of(" \t\r\n/"))));
    if (name.size() > name_max)
      return failed(Errc::bad_file, "{where} is broken XML: a name without end", named(), here());
    const bool closed = tag.ends_with('/');
    saw_root_ = true;
    if (!piece_ && contains(wish_.announce, name)) {
      DUBAN_TRY(take_(XmlPiece{name, path_, nullptr}));
    }
    if (!piece_ && contains(wish_.cut, name)) {
      piece_ = at_;
      piece_depth_ = path_.size();
    }
    path_.push_back(name);
    if (path_.size() > depth_max)
      return failed(Errc::bad_file, "{where} is nested deeper than any document", named(), here());
    at_ = end;
    return closed ? leave() : Status{};
  }

  Status close(std::size_t end) {
    std::string_view name = std::string_view(buffer_).substr(at_ + 2, end - at_ - 3);
    name = local_name(name.substr(0, name.find_first_of(" \t\r\n")));
    if (path_.empty() || path_.back() != name) {
      return failed(Errc::bad_file, "{where} is broken XML: its tags do not match", named(),
                    here());
    }
    at_ = end;
    return leave();
  }

  /// After the end of an element: hands it over if it was the one being cut.
  Status leave() {
    const std::string name = std::move(path_.back());
    path_.pop_back();
    if (!piece_ || path_.size() != piece_depth_) return {};
    const std::string_view text = std::string_view(buffer_).substr(*piece_, at_ - *piece_);
    if (!is_utf8(text))
      return failed(Errc::bad_file, "{where} has bytes that are not UTF-8", named(), here());
    pugi::xml_document parsed;
    const auto result = parsed.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!result)
      return failed(Errc::bad_file, "{where} is broken XML; open the document and save it again",
                    named(), here());
    const pugi::xml_node element = parsed.document_element();
    piece_.reset();
    return take_(XmlPiece{name, path_, &element});
  }

  const ReadBytes& read_;
  const std::string& where_;
  const XmlWish& wish_;
  const std::function<Status(const XmlPiece&)>& take_;
  std::string buffer_;
  std::size_t at_ = 0;                ///< the tag being read
  std::optional<std::size_t> piece_;  ///< where the element being cut begins
  std::size_t piece_depth_ = 0;
  std::vector<std::string> path_;
  bool saw_root_ = false;
};

}  // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view local_name(const pugi::xml_node& node) {
  return local_name(std::string_view(node.name()));
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& found : node.attributes()) {
    if (local_name(std::string_view(found.name())) == name) return found.value();
  }
  return {};
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto& found : node.children()) {
    if (local_name(found) == name) return found;
  }
  return {};
}

Status cut_xml(const ReadBytes& read, const std::string& where, const XmlWish& wish,
               const std::function<Status(const XmlPiece&)>& take) {
  return Cutter(read, where, wish, take).run();
}

ReadBytes stream_of(std::string_view text) {
  return [text](char* to, std::size_t room) mutable -> Result<std::size_t> {
    const std::size_t count = std::min(room, text.size());
    std::copy_n(text.data(), count, to);
    text.remove_prefix(count);
    return count;
  };
}

}  // namespace duban::intake
