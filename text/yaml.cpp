#include "text/yaml.hpp"

#include <yaml.h>

#include <unordered_map>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"

namespace duban::yaml {
namespace {

constexpr std::size_t max_bytes = 1 << 20;
constexpr std::size_t max_depth = 32;
constexpr std::size_t max_width = 1000;  // in bytes; a caret is never longer

/// Where libyaml's marks, which count characters, stand in the bytes. They come nearly in order:
/// from one to the next it is a short walk, where counting from the beginning would be a long one.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  /// How wide what stands from `begin` to `end` is in its first line.
  std::uint32_t width(const yaml_mark_t& begin, const yaml_mark_t& end) {
    go_to(begin.index);
    const std::size_t first = offset_;
    std::size_t last = first;
    for (std::size_t i = begin.index; i < end.index && last - first < max_width; ++i) {
      if (last == text_.size() || text_[last] == '\n' || text_[last] == '\r') break;
      last = next(last);
    }
    return static_cast<std::uint32_t>(
        std::max(1, display_width(text_.substr(first, last - first))));
  }

 private:
  static bool is_inside(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

  std::size_t next(std::size_t offset) const {
    ++offset;
    while (offset < text_.size() && is_inside(text_[offset])) ++offset;
    return offset;
  }

  void go_to(std::size_t index) {
    for (; index_ < index && offset_ < text_.size(); ++index_) offset_ = next(offset_);
    for (; index_ > index && offset_ > 0; --index_) {
      --offset_;
      while (offset_ > 0 && is_inside(text_[offset_])) --offset_;
    }
  }

  std::string_view text_;
  std::size_t index_ = 0;   // in characters
  std::size_t offset_ = 0;  // in bytes
};

Spot spot_of(const yaml_mark_t& mark) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1),
          1};
}

std::string_view text_of(const yaml_char_t* bytes, std::size_t length) {
  return {reinterpret_cast<const char*>(bytes), length};
}

bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// One document of libyaml's events as a tree.
class Builder {
 public:
  Builder(std::string_view text, Problems& problems) : cursor_(text), problems_(problems) {}

  Node root;

  /// False: it makes no sense to go on.
  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (!seen_document_) return seen_document_ = true;
        problems_.at(spot_of(event.start_mark),
                     failed(Errc::bad_file, "a second document; only one is taken"));
        return false;
      case YAML_ALIAS_EVENT:
        problems_.at(made(Kind::null, event).spot,
                     failed(Errc::bad_file, "aliases (*name) are not taken; write it out"));
        add(made(Kind::null, event));
        return true;
      case YAML_SCALAR_EVENT:
        add_scalar(event);
        return true;
      case YAML_SEQUENCE_START_EVENT:
        return open(made(Kind::sequence, event), event.data.sequence_start.anchor,
                    event.data.sequence_start.tag);
      case YAML_MAPPING_START_EVENT:
        return open(made(Kind::mapping, event), event.data.mapping_start.anchor,
                    event.data.mapping_start.tag);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close();
        return true;
      default:
        return event.type != YAML_STREAM_END_EVENT;
    }
  }

 private:
  struct Frame {
    Node node;
    Node key;
    bool has_key = false;
    bool keep = true;                                     // false below a key that was refused
    std::unordered_map<std::string, std::uint32_t> keys;  ///< with their lines
  };

  Node made(Kind kind, const yaml_event_t& event) {
    Node node;
    node.kind = kind;
    node.spot = spot_of(event.start_mark);
    return node;
  }

  void add_scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const std::string_view text = text_of(scalar.value, scalar.length);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    Node node = made(plain && is_null(text) ? Kind::null : Kind::scalar, event);
    if (node.kind == Kind::null) {
      // The mark of a value that is not there is wherever the scanner has come to.
      if (!frames_.empty() && frames_.back().has_key) node.spot = frames_.back().key.spot;
    } else {
      node.text = text;
      node.quoted = !plain;
      node.spot.width = cursor_.width(event.start_mark, event.end_mark);
    }
    refuse_properties(node.spot, scalar.anchor, scalar.tag);
    add(std::move(node));
  }

  void refuse_properties(Spot spot, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) {
      problems_.at(spot, failed(Errc::bad_file, "anchors (&name) are not taken"));
    } else if (tag != nullptr) {
      problems_.at(spot, failed(Errc::bad_file, "tags (!name) are not taken"));
    }
  }

  bool open(Node node, const yaml_char_t* anchor, const yaml_char_t* tag) {
    refuse_properties(node.spot, anchor, tag);
    if (frames_.size() == max_depth) {
      problems_.at(node.spot, failed(Errc::bad_file, "nested deeper than {limit}",
                                     {{"limit", std::to_string(max_depth)}}));
      return false;
    }
    frames_.push_back({});
    frames_.back().node = std::move(node);
    return true;
  }

  void close() {
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (frames_.empty()) {
      root = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind == Kind::sequence) {
      frame.node.items.push_back(std::move(node));
    } else if (!frame.has_key) {
      frame.keep = accept_key(frame, node);
      frame.key = std::move(node);
      frame.has_key = true;
    } else {
      if (frame.keep) frame.node.pairs.push_back({std::move(frame.key), std::move(node)});
      frame.has_key = false;
    }
  }

  bool accept_key(Frame& frame, const Node& key) {
    if (key.kind != Kind::scalar || key.text.empty()) {
      problems_.at(key.spot, failed(Errc::bad_file, "a key must be plain text"));
      return false;
    }
    const auto [first, is_new] = frame.keys.emplace(key.text, key.spot.line);
    if (is_new) return true;
    problems_.at(key.spot, failed(Errc::bad_file,
                                  "key '{key}' stands here twice; the first is in line {line}",
                                  {{"key", key.text}, {"line", std::to_string(first->second)}}));
    return false;
  }

  Cursor cursor_;
  Problems& problems_;
  std::vector<Frame> frames_;
  bool seen_document_ = false;
};

/// libyaml's words for the mistakes that people make, in ours.
tl::unexpected<Error> syntax_problem(std::string_view reason) {
  const auto says = [&](std::string_view words) { return reason.find(words) != reason.npos; };
  if (says("',' or '}'")) return failed(Errc::bad_file, "a '{' is not closed, or a ',' is missing");
  if (says("',' or ']'")) return failed(Errc::bad_file, "a '[' is not closed, or a ',' is missing");
  if (says("expected key") || says("expected '-'") || says("expected ':'") ||
      says("document start")) {
    return failed(Errc::bad_file,
                  "this line fits nothing above; check its indentation and its ':'");
  }
  if (says("are not allowed in this context")) {
    return failed(Errc::bad_file,
                  "a ':' or '-' that is not expected here; quote the text if it is part of it");
  }
  if (says("escape character")) {
    return failed(Errc::bad_file, "an unknown '\\' escape; use single quotes for plain text");
  }
  if (says("end of stream")) return failed(Errc::bad_file, "a quoted text does not end");
  if (says("cannot start any token"))
    return failed(Errc::bad_file, "a text cannot begin with this character; quote it");
  return failed(Errc::bad_file, "this is not YAML: {reason}", {{"reason", std::string(reason)}});
}

/// False when none of the characters that check_bytes refuses is there, by the bytes that they
/// begin with: below space, U+007F to U+009F, U+061C, and some from U+2000 to U+207F.
bool may_have_controls(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const auto next = static_cast<unsigned char>(i + 1 < line.size() ? line[i + 1] : 0);
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F || byte == 0xD8) return true;
    if ((byte == 0xC2 && next < 0xA0) || (byte == 0xE2 && next < 0x82)) return true;
  }
  return false;
}

/// What makes the text unreadable as a whole; false when there is such a thing.
bool check_bytes(std::string_view text, Problems& problems) {
  if (text.size() > max_bytes) {
    problems.at({}, failed(Errc::bad_file, "larger than {limit} bytes",
                           {{"limit", std::to_string(max_bytes)}}));
    return false;
  }
  std::uint32_t number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t good = is_utf8(line) ? line.size() : valid_utf8_prefix(line);
    if (good < line.size()) {
      // One message for the whole file: every line of a GB18030 file would have its own.
      problems.at(problems.spot(number, good, 1),
                  failed(Errc::bad_file, "not UTF-8; save the file as UTF-8"));
      return false;
    }
    const std::size_t indent = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    if (tab < indent && indent != line.npos && line[indent] != '#') {
      problems.at(problems.spot(number, tab, 1),
                  failed(Errc::bad_file, "a tab stands where spaces must indent"));
    }
    std::uint32_t column = 1;
    for (const char32_t c : may_have_controls(line) ? code_points(line) : std::u32string()) {
      if ((is_control(c) && c != '\t') || c == U'\u2028' || c == U'\u2029') {
        problems.at({number, column, 1}, failed(Errc::bad_file, "a control character"));
      }
      ++column;
    }
    begin = end + 1;
  }
  return problems.empty();
}

/// libyaml's parser, and one event of it at a time.
class Parser {
 public:
  explicit Parser(std::string_view text) {
    DUBAN_ASSERT(yaml_parser_initialize(&parser_) == 1);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  /// The next event; nullptr when the text is no YAML from here on.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) == 1 ? &event_ : nullptr;
  }

  void report(Problems& problems) const {
    const std::string_view reason = parser_.problem == nullptr ? "" : parser_.problem;
    // What is not closed is best shown where it was opened.
    const bool open_quote = reason.find("end of stream") != reason.npos;
    problems.at(spot_of(open_quote ? parser_.context_mark : parser_.problem_mark),
                syntax_problem(reason));
  }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

}  // namespace

const Pair* Node::find(std::string_view key) const {
  for (const Pair& pair : pairs) {
    if (pair.key.text == key) return &pair;
  }
  return nullptr;
}

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

Node parse(std::string_view text, Problems& problems) {
  text = without_mark(text);
  if (!check_bytes(text, problems)) return {};
  Parser parser(text);
  Builder builder(text, problems);
  for (;;) {
    const yaml_event_t* event = parser.next();
    if (event == nullptr) {
      parser.report(problems);
      return {};
    }
    if (!builder.take(*event)) break;
  }
  if (builder.root.kind == Kind::null && problems.empty()) {
    problems.at({}, failed(Errc::bad_file, "there is nothing in this file"));
  }
  return std::move(builder.root);
}

std::optional<std::string> text_under(std::string_view text, std::string_view key) {
  Parser parser(without_mark(text));
  std::size_t depth = 0;
  bool key_is_next = true;
  bool found = false;
  while (const yaml_event_t* event = parser.next()) {
    switch (event->type) {
      case YAML_SCALAR_EVENT: {
        if (depth != 1) break;
        const auto& scalar = event->data.scalar;
        if (found) return std::string(text_of(scalar.value, scalar.length));
        found = key_is_next && text_of(scalar.value, scalar.length) == key;
        key_is_next = !key_is_next;
        break;
      }
      case YAML_SEQUENCE_START_EVENT:
        if (depth == 0) return {};
        [[fallthrough]];
      case YAML_MAPPING_START_EVENT:
        if (found) return {};
        ++depth;
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        if (--depth == 1) key_is_next = true;
        break;
      case YAML_STREAM_END_EVENT:
        return {};
      default:
        break;
    }
  }
  return {};
}

Checked<Node> parse(std::string_view text, const std::string& file) {
  Problems problems(without_mark(text), file);
  Node root = parse(text, problems);
  if (!problems.empty()) return tl::unexpected(problems.take());
  return root;
}

}  // namespace duban::yaml
