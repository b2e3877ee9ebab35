#include "intake/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "engine/base/utf8.hpp"

namespace duban::intake {

/// One piece, all in three arrays that the next piece uses again: a sheet has millions of cells.
class XmlTree {
 public:
  struct Span {
    std::uint32_t begin = 0, end = 0;
  };
  struct Attribute {
    Span name, value;
  };
  struct Element {
    Span name;        ///< empty for a text
    Span text;        ///< of a text
    Span attributes;  ///< in `attributes`
    std::uint32_t first = none, last = none, next = none;
  };
  static constexpr std::uint32_t none = ~0u;

  void clear() {
    elements.clear();
    attributes.clear();
    bytes.clear();
    open_.clear();
  }
  void begin(std::string_view name, const char** pairs) {
    const std::uint32_t at = add({});
    elements[at].name = keep(name);
    elements[at].attributes.begin = static_cast<std::uint32_t>(attributes.size());
    for (; *pairs != nullptr; pairs += 2) {
      const Span key = keep(pairs[0]);
      attributes.push_back({key, keep(pairs[1])});
    }
    elements[at].attributes.end = static_cast<std::uint32_t>(attributes.size());
    open_.push_back(at);
  }
  void end() { open_.pop_back(); }
  void text(std::string_view more) {
    const std::uint32_t last = elements[open_.back()].last;
    // expat tells a text in pieces: line by line, and apart what stood there as an entity.
    if (last != none && elements[last].name.begin == elements[last].name.end) {
      elements[last].text.end = keep(more).end;
      return;
    }
    const std::uint32_t at = add({});
    elements[at].text = keep(more);
  }
  std::string_view view(Span span) const {
    return std::string_view(bytes).substr(span.begin, span.end - span.begin);
  }
  XmlNode root() const { return {this, 0}; }

  std::vector<Element> elements;
  std::vector<Attribute> attributes;
  std::string bytes;

 private:
  Span keep(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(bytes.size());
    bytes += text;
    return {begin, static_cast<std::uint32_t>(bytes.size())};
  }
  std::uint32_t add(const Element& element) {
    const auto at = static_cast<std::uint32_t>(elements.size());
    elements.push_back(element);
    if (open_.empty()) return at;
    Element& parent = elements[open_.back()];
    if (parent.last == none) {
      parent.first = at;
    } else {
      elements[parent.last].next = at;
    }
    parent.last = at;
    return at;
  }
  std::vector<std::uint32_t> open_;
};

namespace {

constexpr std::size_t depth_max = 200;
constexpr std::int64_t piece_max = std::int64_t{4} << 20;  // parsed it takes ten times as much
constexpr std::size_t name_max = 200;
constexpr int block_bytes = 64 << 10;

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_known_encoding(const char* encoding) {
  std::string name(encoding == nullptr ? "utf-8" : encoding);
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return name == "utf-8" || name == "us-ascii";
}

/// expat over a stream; what is outside of the wished elements is thrown away at once.
class Cutter {
 public:
  Cutter(const ReadBytes& read, const std::string& where, const XmlWish& wish,
         const std::function<Status(const XmlPiece&)>& take)
      : read_(read), where_(where), wish_(wish), take_(take), parser_(XML_ParserCreate("UTF-8")) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), begun, ended);
    XML_SetCharacterDataHandler(parser_.get(), told);
    XML_SetXmlDeclHandler(parser_.get(), declared);
    XML_SetStartDoctypeDeclHandler(parser_.get(), typed);
  }

  Status run() {
    for (;;) {
      void* const block = XML_GetBuffer(parser_.get(), block_bytes);
      if (block == nullptr) return broken();
      DUBAN_TRY(const std::size_t got, read_(static_cast<char*>(block), block_bytes));
      if (std::memchr(block, 0, got) != nullptr)
        return failed(Errc::bad_file, "{where} has NUL bytes; XML of a document is UTF-8", named(),
                      here());
      fed_ += static_cast<std::int64_t>(got);
      const auto parsed = XML_ParseBuffer(parser_.get(), static_cast<int>(got), got == 0);
      if (!status_) return status_;
      if (parsed != XML_STATUS_OK) return broken();
      if (got == 0) return {};
      // A tag without end is kept by expat until it has one.
      if (fed_ - XML_GetCurrentByteIndex(parser_.get()) > piece_max) return too_large();
    }
  }

 private:
  struct Free {
    void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
  };

  Values named() const { return {{"where", where_}}; }
  Place here() const { return {where_}; }
  Status too_large() const {
    return failed(Errc::bad_file, "{where} has an element of more than 4 MiB", named(), here());
  }

  Status broken() const {
    switch (XML_GetErrorCode(parser_.get())) {
      case XML_ERROR_TAG_MISMATCH:
        return failed(Errc::bad_file, "{where} is broken XML: its tags do not match", named(),
                      here());
      case XML_ERROR_NO_ELEMENTS:
        return failed(Errc::bad_file, "{where} is broken XML: it ends too early", named(), here());
      case XML_ERROR_UNCLOSED_TOKEN:
      case XML_ERROR_UNCLOSED_CDATA_SECTION:
        return failed(Errc::bad_file, "{where} is broken XML: it ends within a tag", named(),
                      here());
      default:
        break;
    }
    int offset = 0, size = 0;
    const char* const context = XML_GetInputContext(parser_.get(), &offset, &size);
    if (context != nullptr && offset < size) {
      const std::string_view rest(context + offset, static_cast<std::size_t>(size - offset));
      if (valid_utf8_prefix(rest.substr(0, 256)) + 4 < std::min<std::size_t>(rest.size(), 256) ||
          valid_utf8_prefix(rest.substr(0, 4)) == 0)
        return failed(Errc::bad_file, "{where} has bytes that are not UTF-8", named(), here());
    }
    return failed(Errc::bad_file, "{where} is broken XML; open the document and save it again",
                  named(), here());
  }

  void stop(Status status) {
    status_ = std::move(status);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void begin(const char* full, const char** attributes) {
    const std::string_view name = local_name(full);
    if (name.size() > name_max)
      return stop(
          failed(Errc::bad_file, "{where} is broken XML: a name without end", named(), here()));
    if (!in_piece_ && contains(wish_.announce, name)) {
      if (Status taken = take_(XmlPiece{name, path_, {}}); !taken) return stop(std::move(taken));
    }
    if (!in_piece_ && contains(wish_.cut, name)) {
      in_piece_ = true;
      piece_at_ = XML_GetCurrentByteIndex(parser_.get());
      piece_depth_ = depth_;
      tree_.clear();
    }
    if (++depth_ > depth_max)
      return stop(
          failed(Errc::bad_file, "{where} is nested deeper than any document", named(), here()));
    if (!in_piece_) {
      path_.emplace_back(name);
    } else if (fits()) {
      tree_.begin(full, attributes);
    }
  }

  void end() {
    --depth_;
    if (!in_piece_) return path_.pop_back();
    tree_.end();
    if (depth_ != piece_depth_) return;
    in_piece_ = false;
    const XmlNode root = tree_.root();
    if (Status taken = take_(XmlPiece{root.name(), path_, root}); !taken) stop(std::move(taken));
  }

  bool fits() {
    if (XML_GetCurrentByteIndex(parser_.get()) - piece_at_ <= piece_max) return true;
    stop(too_large());
    return false;
  }

  // After a stop expat may still tell the end of an element that it has read: `status_` says so.
  static void begun(void* self, const char* name, const char** attributes) {
    auto& cutter = *static_cast<Cutter*>(self);
    if (cutter.status_) cutter.begin(name, attributes);
  }
  static void ended(void* self, const char*) {
    auto& cutter = *static_cast<Cutter*>(self);
    if (cutter.status_) cutter.end();
  }
  static void told(void* self, const char* text, int size) {
    auto& cutter = *static_cast<Cutter*>(self);
    if (cutter.status_ && cutter.in_piece_ && cutter.fits())
      cutter.tree_.text({text, static_cast<std::size_t>(size)});
  }
  static void declared(void* self, const char*, const char* encoding, int) {
    auto& cutter = *static_cast<Cutter*>(self);
    if (!is_known_encoding(encoding))
      cutter.stop(failed(Errc::bad_file, "{where} is not in UTF-8; save the document again",
                         cutter.named(), cutter.here()));
  }
  static void typed(void* self, const char*, const char*, const char*, int) {
    auto& cutter = *static_cast<Cutter*>(self);
    cutter.stop(failed(Errc::bad_file, "{where} has a DTD, which no document needs", cutter.named(),
                       cutter.here()));
  }

  const ReadBytes& read_;
  const std::string& where_;
  const XmlWish& wish_;
  const std::function<Status(const XmlPiece&)>& take_;
  const std::unique_ptr<XML_ParserStruct, Free> parser_;
  Status status_ = {};
  std::int64_t fed_ = 0;
  std::size_t depth_ = 0;
  std::vector<std::string> path_;  ///< outside of the piece
  bool in_piece_ = false;
  std::int64_t piece_at_ = 0;  ///< its first byte
  std::size_t piece_depth_ = 0;
  XmlTree tree_;
};

}  // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

XmlNode XmlNode::at(std::uint32_t index) const {
  return index == XmlTree::none ? XmlNode() : XmlNode(tree_, index);
}

std::string_view XmlNode::name() const {
  return tree_ ? local_name(tree_->view(tree_->elements[at_].name)) : std::string_view();
}

std::string_view XmlNode::text() const {
  if (!tree_) return {};
  if (name().empty()) return tree_->view(tree_->elements[at_].text);
  for (const XmlNode& each : children()) {
    if (each.name().empty()) return each.text();
  }
  return {};
}

std::vector<std::pair<std::string_view, std::string_view>> XmlNode::attributes() const {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  if (!tree_) return all;
  const XmlTree::Span span = tree_->elements[at_].attributes;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    all.emplace_back(tree_->view(tree_->attributes[i].name),
                     tree_->view(tree_->attributes[i].value));
  }
  return all;
}

std::string_view XmlNode::attribute(std::string_view local) const {
  if (!tree_) return {};
  const XmlTree::Span span = tree_->elements[at_].attributes;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const XmlTree::Attribute& found = tree_->attributes[i];
    if (local_name(tree_->view(found.name)) == local) return tree_->view(found.value);
  }
  return {};
}

XmlNode XmlNode::first_child() const { return tree_ ? at(tree_->elements[at_].first) : XmlNode(); }
XmlNode XmlNode::next() const { return tree_ ? at(tree_->elements[at_].next) : XmlNode(); }
XmlNode::Children XmlNode::children() const { return {first_child()}; }

XmlNode XmlNode::child(std::string_view local) const {
  for (const XmlNode& each : children()) {
    if (each.name() == local) return each;
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
