#include "text/yaml.hpp"

#include <yaml.h>

#include <algorithm>
#include <unordered_map>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"
#include "text/signs.hpp"
#include "text/yaml_bytes.hpp"

namespace duban::yaml {
namespace {

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

  /// Whether behind `end` a remark begins that is not set apart from the text: after one blank, or
  /// with none behind its '#'.
  bool has_remark_behind(const yaml_mark_t& end) {
    go_to(end.index);
    const std::size_t sign = std::min(text_.find_first_not_of(' ', offset_), text_.size());
    if (sign == offset_ || sign == text_.size() || text_[sign] != '#') return false;
    const char after = sign + 1 < text_.size() ? text_[sign + 1] : '\n';
    const bool is_blank = after == ' ' || after == '\t' || after == '\n' || after == '\r';
    return sign == offset_ + 1 || !is_blank;
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
  bool odd = false;  ///< a sign was refused that looks like another: what follows may come of it

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
                    event.data.sequence_start.tag,
                    event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
      case YAML_MAPPING_START_EVENT:
        return open(made(Kind::mapping, event), event.data.mapping_start.anchor,
                    event.data.mapping_start.tag, false);
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
    bool in_brackets = false;  // a list in [ ]
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
    if (plain && node.kind == Kind::scalar) {
      node.remarked = cursor_.has_remark_behind(event.end_mark);
      refuse_hidden_sign(node);
    }
    refuse_properties(node.spot, scalar.anchor, scalar.tag);
    add(std::move(node));
  }

  void refuse_hidden_sign(const Node& node) {
    const bool in_brackets = !frames_.empty() && frames_.back().in_brackets;
    const std::optional<HiddenSign> hidden = hidden_sign(node.text, in_brackets);
    if (!hidden) return;
    odd = true;
    const std::uint32_t line = node.spot.line;
    if (hidden->index == 0 && refuse_odd_indent(line, problems_.line(line), problems_)) return;
    const Spot spot{line, node.spot.column + static_cast<std::uint32_t>(hidden->index),
                    static_cast<std::uint32_t>(std::max(1, display_width(hidden->sign)))};
    problems_.at(spot, hidden->parts ? odd_comma(hidden->sign) : odd_sign(hidden->sign));
  }

  void refuse_properties(Spot spot, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) {
      problems_.at(spot, failed(Errc::bad_file, "anchors (&name) are not taken"));
    } else if (tag != nullptr) {
      problems_.at(spot, failed(Errc::bad_file, "tags (!name) are not taken"));
    }
  }

  bool open(Node node, const yaml_char_t* anchor, const yaml_char_t* tag, bool in_brackets) {
    refuse_properties(node.spot, anchor, tag);
    if (frames_.size() == max_depth) {
      problems_.at(node.spot, failed(Errc::bad_file, "nested deeper than {limit}",
                                     {{"limit", std::to_string(max_depth)}}));
      return false;
    }
    frames_.push_back({});
    frames_.back().node = std::move(node);
    frames_.back().in_brackets = in_brackets;
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
    if (!key.quoted && key.text.find("：") != std::string::npos) {
      odd = true;
      refuse_odd_sign(key.spot, key.text, problems_);
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
    // Where YAML gives up is often the line behind the one in which a sign is not what it seems.
    const auto line = static_cast<std::uint32_t>(parser_.problem_mark.line + 1);
    const auto begun = static_cast<std::uint32_t>(parser_.context_mark.line + 1);
    const std::uint32_t first =
        std::max(std::min(begun, line - (line > 1)), line > 3 ? line - 3 : 1);
    for (std::uint32_t number = first; number <= line; ++number) {
      if (refuse_odd_indent(number, problems.line(number), problems)) return;
      if (refuse_odd_sign_in_line(number, problems)) return;
    }
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
      if (!builder.odd) parser.report(problems);
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
