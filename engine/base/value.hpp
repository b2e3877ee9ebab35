// A JSON value and its canonical text (RFC 8785, integers only): what log entries are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/error.hpp"

namespace duban {

/// null, bool, integer below 2^53, UTF-8 text, array or object. Objects keep insertion order in
/// memory; `canonical` sorts them.
class Value {
 public:
  using Array = std::vector<Value>;
  using Member = std::pair<std::string, Value>;
  using Object = std::vector<Member>;

  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool b) : data_(b) {}
  Value(int i) : data_(std::int64_t{i}) {}
  Value(std::int64_t i) : data_(i) {}
  Value(const char* s) : data_(std::string(s)) {}
  Value(std::string s) : data_(std::move(s)) {}
  Value(std::string_view s) : data_(std::string(s)) {}
  Value(Array a) : data_(std::move(a)) {}
  Value(Object o) : data_(std::move(o)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  const bool* boolean() const { return std::get_if<bool>(&data_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  const std::string* text() const { return std::get_if<std::string>(&data_); }
  const Array* array() const { return std::get_if<Array>(&data_); }
  const Object* object() const { return std::get_if<Object>(&data_); }
  Array* array() { return std::get_if<Array>(&data_); }
  Object* object() { return std::get_if<Object>(&data_); }

  /// The member, or nullptr when this is no object or has no such member.
  const Value* find(std::string_view key) const;
  /// Sets or replaces a member; makes an object of null.
  void set(std::string key, Value value);
  /// Appends; makes an array of null.
  void push(Value value);

  bool operator==(const Value& other) const;  ///< objects compare whatever their order

 private:
  std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> data_;
};

/// Integers of this size or more are not kept exactly by every reader of JSON.
inline constexpr std::int64_t safe_integer = std::int64_t{1} << 53;
inline constexpr int json_depth_max = 64;

/// RFC 8785 text: members sorted by UTF-16 code units, no blanks, shortest escapes. An integer of
/// 2^53 or more, which no reader takes, is written all the same: an audit shows what it found.
std::string canonical(const Value& value);
void append_canonical(std::string& out, const Value& value);
/// `text` as a JSON string with its quotes; the one escaping in the product.
void append_quoted(std::string& out, std::string_view text);
/// A list of texts: ["a","b"].
std::string names_text(const std::vector<std::string>& names);
/// Pairs of texts, [["a","b"],["c","d"]]; empty for none.
using TextPairs = std::vector<std::pair<std::string, std::string>>;
std::string pairs_text(const TextPairs& pairs);

/// How many bytes at the start of `text` stand in a JSON string as they are.
std::size_t plain_prefix(std::string_view text);

/// Reads any JSON text (simdjson: UTF-8 is validated). Errc::usage for what is no JSON, has a
/// fraction, an integer of 2^53 or more, a key twice, or nests deeper than 64.
Result<Value> parse_value(std::string_view json);

}  // namespace duban
