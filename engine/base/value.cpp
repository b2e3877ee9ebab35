#include "engine/base/value.hpp"

#include <simdjson.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

#include "engine/base/utf8.hpp"

namespace duban {
namespace {

/// Bytes of UTF-8 sort as code points do; UTF-16 puts U+E000…U+FFFF after the rest.
bool utf16_less(std::string_view a, std::string_view b) {
  const std::size_t n = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < n; ++i) {
    if (a[i] == b[i]) continue;
    const auto rank = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte == 0xEE || byte == 0xEF) return 0x1000u + byte;  // after the surrogates
      return unsigned{byte};
    };
    return rank(a[i]) < rank(b[i]);
  }
  return a.size() < b.size();
}

/// Whether none of eight bytes needs an escape. Each test leaves the high bit of a byte that is
/// meant; bytes above 0x7F are masked out of all three.
bool all_plain(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t highs = 0x80 * ones;
  const auto zero_bytes = [](std::uint64_t x) { return (x - ones) & ~x; };
  const std::uint64_t controls = (word - 0x20 * ones) & ~word;
  const std::uint64_t found =
      controls | zero_bytes(word ^ ('"' * ones)) | zero_bytes(word ^ ('\\' * ones));
  return (found & highs) == 0;
}

/// A key that two members have, or nullptr.
const std::string* key_twice(const Value::Object& members) {
  constexpr std::size_t few = 32;  // so few are compared sooner than sorted
  if (members.size() <= few) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members[j].first == members[i].first) return &members[j].first;
      }
    }
    return nullptr;
  }
  std::vector<const std::string*> keys;
  keys.reserve(members.size());
  for (const Value::Member& member : members) keys.push_back(&member.first);
  std::sort(keys.begin(), keys.end(), [](const auto* a, const auto* b) { return *a < *b; });
  const auto twice = std::adjacent_find(keys.begin(), keys.end(),
                                        [](const auto* a, const auto* b) { return *a == *b; });
  return twice == keys.end() ? nullptr : *twice;
}

/// Straight into its place: a Result of a value for each of them would be moved twice.
Status convert(simdjson::dom::element element, int depth, Value& out) {
  if (depth > json_depth_max) return failed(Errc::usage, "the JSON text nests deeper than 64");
  switch (element.type()) {
    case simdjson::dom::element_type::NULL_VALUE:
      return {};
    case simdjson::dom::element_type::BOOL:
      out = Value{bool{element.get_bool().value_unsafe()}};
      return {};
    case simdjson::dom::element_type::INT64: {
      const std::int64_t number = element.get_int64().value_unsafe();
      if (number >= safe_integer || number <= -safe_integer)
        return failed(Errc::usage, "an integer of 2^53 or more is not kept exactly");
      out = Value{number};
      return {};
    }
    case simdjson::dom::element_type::UINT64:
      return failed(Errc::usage, "an integer of 2^53 or more is not kept exactly");
    case simdjson::dom::element_type::DOUBLE:
      return failed(Errc::usage, "numbers with a fraction are not taken");
    case simdjson::dom::element_type::STRING:
      out = Value{element.get_string().value_unsafe()};
      return {};
    case simdjson::dom::element_type::ARRAY: {
      out = Value{Value::Array{}};
      Value::Array& items = *out.array();
      // Named: a range-for would let the result behind the reference die.
      const simdjson::dom::array array = element.get_array().value_unsafe();
      items.reserve(array.size());
      for (const simdjson::dom::element item : array) {
        DUBAN_TRY(convert(item, depth + 1, items.emplace_back()));
      }
      return {};
    }
    case simdjson::dom::element_type::OBJECT: {
      out = Value{Value::Object{}};
      Value::Object& members = *out.object();
      const simdjson::dom::object object = element.get_object().value_unsafe();
      members.reserve(object.size());
      for (const auto member : object) {
        members.emplace_back(std::string(member.key), Value());
        DUBAN_TRY(convert(member.value, depth + 1, members.back().second));
      }
      if (const std::string* key = key_twice(members))
        return failed(Errc::usage, "the key '{key}' stands twice", {{"key", *key}});
      return {};
    }
  }
  DUBAN_ASSERT(false);
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  if (const Object* members = object()) {
    for (const auto& [name, value] : *members) {
      if (name == key) return &value;
    }
  }
  return nullptr;
}

void Value::set(std::string key, Value value) {
  if (is_null()) data_ = Object{};
  Object* members = object();
  DUBAN_ASSERT(members);
  for (auto& [name, old] : *members) {
    if (name == key) {
      old = std::move(value);
      return;
    }
  }
  members->emplace_back(std::move(key), std::move(value));
}

void Value::push(Value value) {
  if (is_null()) data_ = Array{};
  DUBAN_ASSERT(array());
  array()->push_back(std::move(value));
}

bool Value::operator==(const Value& other) const {
  const Object* mine = object();
  const Object* theirs = other.object();
  if (!mine || !theirs) return data_ == other.data_;
  if (mine->size() != theirs->size()) return false;
  return std::all_of(mine->begin(), mine->end(), [&](const Member& member) {
    const Value* match = other.find(member.first);
    return match && *match == member.second;
  });
}

std::size_t plain_prefix(std::string_view text) {
  std::size_t i = 0;
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1F);
  for (; i + 16 <= text.size(); i += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes);
    const __m128i marks =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash));
    const int found = _mm_movemask_epi8(_mm_or_si128(controls, marks));
    if (found != 0)
      return i + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)));
  }
#endif
  while (i + 8 <= text.size() && all_plain(text.data() + i)) i += 8;
  for (; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == '"' || c == '\\') break;
  }
  return i;
}

std::string names_text(const std::vector<std::string>& names) {
  std::string out = "[";
  for (const std::string& name : names) {
    if (out.size() > 1) out += ',';
    append_quoted(out, name);
  }
  return out += ']';
}

std::string pairs_text(const TextPairs& pairs) {
  std::string out;
  for (const auto& [name, text] : pairs) {
    out += out.empty() ? "[[" : ",[";
    append_quoted(out, name);
    out += ',';
    append_quoted(out, text);
    out += ']';
  }
  return out.empty() ? out : out += ']';
}

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  for (;;) {
    const std::size_t plain = plain_prefix(text);
    out += text.substr(0, plain);
    if (plain == text.size()) break;
    const auto c = static_cast<unsigned char>(text[plain]);
    text.remove_prefix(plain + 1);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
  }
  out += '"';
}

void append_canonical(std::string& out, const Value& value) {
  if (const bool* flag = value.boolean()) {
    out += *flag ? "true" : "false";
  } else if (const std::int64_t* number = value.integer()) {
    out += std::to_string(*number);
  } else if (const std::string* text = value.text()) {
    append_quoted(out, *text);
  } else if (const Value::Array* items = value.array()) {
    out += '[';
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (i > 0) out += ',';
      append_canonical(out, (*items)[i]);
    }
    out += ']';
  } else if (const Value::Object* members = value.object()) {
    std::vector<const Value::Member*> sorted;
    sorted.reserve(members->size());
    for (const auto& member : *members) sorted.push_back(&member);
    std::sort(sorted.begin(), sorted.end(), [](const Value::Member* a, const Value::Member* b) {
      return utf16_less(a->first, b->first);
    });
    out += '{';
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0) out += ',';
      append_quoted(out, sorted[i]->first);
      out += ':';
      append_canonical(out, sorted[i]->second);
    }
    out += '}';
  } else {
    out += "null";
  }
}

std::string canonical(const Value& value) {
  std::string out;
  append_canonical(out, value);
  return out;
}

namespace {

/// The unit of UTF-16 that the escape of six signs at `at` stands for; -1 where none does.
int unit_at(std::string_view json, std::size_t at) {
  constexpr std::size_t size = 6;
  if (at + size > json.size() || json.substr(at, 2) != "\\u") return -1;
  int unit = 0;
  const char* const digits = json.data() + at + 2;
  const auto [end, problem] = std::from_chars(digits, digits + 4, unit, 16);
  return problem == std::errc() && end == digits + 4 ? unit : -1;
}

bool is_first_half(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_second_half(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// What is wrong with the texts of `json`, of which the parser says only that something is; nothing
/// when it is something else.
std::optional<Error> fault_in_texts(std::string_view json) {
  const auto at = [&](std::size_t place, std::size_t size, const char* what) {
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) >> 6) == 2; };
    std::size_t column = 1;
    for (const char c : json.substr(0, place)) column += !continues(c);
    while (place + size < json.size() && continues(json[place + size])) ++size;
    return failed(Errc::usage, what,
                  {{"column", std::to_string(column)},
                   {"text", std::string(json.substr(place, size))}})
        .value();
  };
  if (!is_utf8(json)) return std::nullopt;  // a sentence can repeat no such text
  bool inside = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"') inside = !inside;
    if (!inside) continue;
    if (static_cast<unsigned char>(json[i]) < 0x20)
      return at(i, 0,
                "column {column}: a control character (line end, tab, ...) stands within a text; "
                "write \\n, \\t or \\u0007");
    if (json[i] != '\\') continue;
    const int unit = unit_at(json, i);
    const bool whole = is_first_half(unit) && is_second_half(unit_at(json, i + 6));
    if (!whole && (is_first_half(unit) || is_second_half(unit))) {
      return at(
          i, 6,
          "column {column}: '{text}' is half of a character, and its other half is not beside "
          "it; write the character itself");
    }
    const bool known = i + 1 < json.size() &&
                       std::string_view("\"\\/bfnrt").find(json[i + 1]) != std::string_view::npos;
    if (unit < 0 && !known) {
      return at(i, 2, "column {column}: '{text}' is no escape of JSON; write \\\\ for a backslash");
    }
    i += unit < 0 ? 1U : whole ? 11U : 5U;
  }
  return std::nullopt;
}

}  // namespace

Result<Value> parse_value(std::string_view json) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  const simdjson::error_code error = parser.parse(json.data(), json.size()).get(root);
  if (error != simdjson::SUCCESS) {
    if (std::optional<Error> fault = fault_in_texts(json)) return tl::make_unexpected(*fault);
    return failed(Errc::usage, "this is not JSON: {reason}",
                  {{"reason", simdjson::error_message(error)}});
  }
  Value value;
  DUBAN_TRY(convert(root, 0, value));
  return value;
}

}  // namespace duban
