// A list as an answer: table, CSV, JSON array or a JSON object a line, by `--format`.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace duban {

/// Collects rows for tables and CSV, whose widths or order need all of them; prints JSON at once.
class Answer {
 public:
  Answer(Context& context, std::vector<Column> columns);
  /// Only the form that is wanted is asked for.
  void add(const std::function<std::vector<Cell>()>& cells, const std::function<Value()>& json);
  /// `nothing` is the sentence of an empty table.
  void finish(std::string_view nothing);

 private:
  Context& context_;
  Sheet sheet_;
  std::int64_t count_ = 0;
};

/// One JSON object as the whole answer.
void print_json(Context& context, const Value& value);

}  // namespace duban
