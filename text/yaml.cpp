#include "text/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <unordered_map>

#include "engine/base/utf8.hpp"
#include "engine/base/width.hpp"

namespace duban::yaml {
namespace {

constexpr std::size_t max_bytes = 1 << 20;
constexpr std::size_t max_depth = 32;
constexpr std::size_t max_width = 1000;  // in bytes; a caret is never longer

/// How wide the scalar that begins at `rest` is in the file, quotes and escapes included; one that
/// goes on in the next line ends with this one.
std::uint32_t raw_width(std::string_view rest, const std::string& value, bool quoted) {
  rest = rest.substr(0, max_width);
  std::size_t length = rest.starts_with(value) ? value.size() : rest.size();
  if (quoted) {
    const char quote = rest.empty() ? '\0' : rest.front();
    if (quote != '"' && quote != '\'') return 1;  // a block of text
    length = 1;
    while (length < rest.size() && rest[length] != quote) {
      length += quote == '"' && rest[length] == '\\' ? 2 : 1;
    }
    ++length;
  }
  return static_cast<std::uint32_t>(std::max(1, display_width(rest.substr(0, length))));
}

/// Builds the tree from yaml-cpp's events. yaml-cpp's own Node knows no places of keys and keeps
/// the last of two equal keys without a word.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(Problems& problems) : problems_(problems) {}

  Node root;
  bool seen_document = false;

  void OnDocumentStart(const YAML::Mark&) override { seen_document = true; }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    Node node = made(Kind::null, mark);
    // The mark of a value that is not there is wherever the scanner has come to.
    const Frame* frame = frames_.empty() ? nullptr : &frames_.back();
    if (frame != nullptr && frame->has_key) node.spot = frame->key.spot;
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Node node = made(Kind::null, mark);
    problems_.at(node.spot, failed(Errc::bad_file, "aliases (*name) are not taken; write it out"));
    add(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    Node node = made(Kind::scalar, mark);
    node.text = value;
    node.quoted = tag == "!";
    node.spot.width = raw_width(rest_of_line(mark), value, node.quoted);
    if (node.quoted && !is_closed(mark)) {
      problems_.at(node.spot, failed(Errc::bad_file, "a quoted text does not end"));
    }
    refuse_properties(node.spot, mark, tag);
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(Kind::sequence, mark, tag);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(Kind::mapping, mark, tag);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Node node;
    Node key;
    bool has_key = false;
    bool keep = true;                                     // false below a key that was refused
    std::unordered_map<std::string, std::uint32_t> keys;  ///< with their lines
  };

  std::string_view rest_of_line(const YAML::Mark& mark) const {
    const std::string_view line = problems_.line(static_cast<std::uint32_t>(mark.line + 1));
    return line.substr(std::min(static_cast<std::size_t>(mark.column), line.size()));
  }

  /// yaml-cpp takes the end of the file for a closing quote.
  bool is_closed(const YAML::Mark& mark) const {
    std::string_view rest = rest_of_line(mark);
    const char quote = rest.empty() ? '\0' : rest.front();
    if (quote != '"' && quote != '\'') return true;
    rest.remove_prefix(1);
    for (auto number = static_cast<std::uint32_t>(mark.line + 1);;) {
      for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == quote) return true;
        if (quote == '"' && rest[i] == '\\') ++i;
      }
      if (++number > problems_.lines()) return false;
      rest = problems_.line(number);
    }
  }

  Node made(Kind kind, const YAML::Mark& mark) const {
    Node node;
    node.kind = kind;
    node.spot = problems_.spot(static_cast<std::uint32_t>(mark.line + 1),
                               static_cast<std::size_t>(mark.column), 1);
    return node;
  }

  /// yaml-cpp's marks of a node stand before its anchor and tag.
  void refuse_properties(Spot spot, const YAML::Mark& mark, const std::string& tag) {
    const std::string_view rest = rest_of_line(mark);
    if (rest.starts_with('&')) {
      problems_.at(spot, failed(Errc::bad_file, "anchors (&name) are not taken"));
    } else if (rest.starts_with('!') || (!tag.empty() && tag != "?" && tag != "!")) {
      problems_.at(spot, failed(Errc::bad_file, "tags (!name) are not taken"));
    }
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag) {
    if (skipping_ > 0) {
      ++skipping_;
      return;
    }
    Node node = made(kind, mark);
    refuse_properties(node.spot, mark, tag);
    if (frames_.size() == max_depth) {
      problems_.at(node.spot, failed(Errc::bad_file, "nested deeper than {limit}",
                                     {{"limit", std::to_string(max_depth)}}));
      add(Node());
      skipping_ = 1;  // yaml-cpp itself stops at a depth of 500
      return;
    }
    frames_.push_back({});
    frames_.back().node = std::move(node);
  }

  void close() {
    if (skipping_ > 0) {
      --skipping_;
      return;
    }
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (skipping_ > 0) return;
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

  Problems& problems_;
  std::vector<Frame> frames_;
  std::size_t skipping_ = 0;
};

/// yaml-cpp's words for the mistakes that people make, in ours.
tl::unexpected<Error> syntax_problem(const std::string& reason) {
  const auto says = [&](std::string_view words) { return reason.find(words) != reason.npos; };
  if (says("end of map flow"))
    return failed(Errc::bad_file, "a '{' is not closed, or a ',' is missing");
  if (says("end of sequence flow")) {
    return failed(Errc::bad_file, "a '[' is not closed, or a ',' is missing");
  }
  if (says("end of map") || says("end of sequence")) {
    return failed(Errc::bad_file,
                  "this line fits nothing above; check its indentation and its ':'");
  }
  if (says("illegal map") || says("illegal block entry")) {
    return failed(Errc::bad_file,
                  "a ':' or '-' that is not expected here; quote the text if it is part of it");
  }
  if (says("escape character")) {
    return failed(Errc::bad_file, "an unknown '\\' escape; use single quotes for plain text");
  }
  return failed(Errc::bad_file, "this is not YAML: {reason}", {{"reason", reason}});
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
    if (const std::size_t good = valid_utf8_prefix(line); good < line.size()) {
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
    for (const char32_t c : code_points(line)) {
      if (is_control(c) && c != '\t') {
        problems.at({number, column, 1}, failed(Errc::bad_file, "a control character"));
      }
      ++column;
    }
    begin = end + 1;
  }
  return problems.empty();
}

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
  std::istringstream stream{std::string(text)};
  Builder builder(problems);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    Builder second(problems);
    if (parser.HandleNextDocument(second)) {
      const Spot spot = second.root.spot;
      problems.at(spot, failed(Errc::bad_file, "a second document; only one is taken"));
    }
  } catch (const YAML::Exception& e) {
    const Spot spot = problems.spot(static_cast<std::uint32_t>(std::max(e.mark.line, 0) + 1),
                                    static_cast<std::size_t>(std::max(e.mark.column, 0)), 1);
    problems.at(spot, syntax_problem(e.msg));
    return {};
  }
  if (builder.root.kind == Kind::null && problems.empty()) {
    problems.at({}, failed(Errc::bad_file, "there is nothing in this file"));
  }
  return std::move(builder.root);
}

Checked<Node> parse(std::string_view text, const std::string& file) {
  Problems problems(without_mark(text), file);
  Node root = parse(text, problems);
  if (!problems.empty()) return tl::unexpected(problems.take());
  return root;
}

}  // namespace duban::yaml
