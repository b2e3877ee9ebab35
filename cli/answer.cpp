#include "cli/answer.hpp"

#include "cli/csv.hpp"

namespace duban {

Answer::Answer(Context& context, std::vector<Column> columns)
    : context_(context), sheet_{std::move(columns), {}} {}

void Answer::add(const std::function<std::vector<Cell>()>& cells,
                 const std::function<Value()>& json) {
  ++count_;
  if (!context_.json()) {
    sheet_.rows.push_back(cells());
    return;
  }
  if (context_.format == Format::json) context_.out << (count_ == 1 ? "[" : ",\n ");
  context_.out << shown_json(canonical(json()));
  if (context_.format == Format::jsonl) context_.out << '\n';
}

void Answer::finish(std::string_view nothing) {
  switch (context_.format) {
    case Format::json:
      context_.out << (count_ == 0 ? "[]\n" : "]\n");
      break;
    case Format::jsonl:
      break;
    case Format::csv:
      context_.out << render_csv(sheet_, context_.lang);
      break;
    case Format::table:
      if (count_ == 0)
        context_.out << say(context_.lang, nothing) << '\n';
      else
        context_.out << render(sheet_, context_.lang, context_.screen);
  }
}

void print_json(Context& context, const Value& value) {
  context.out << shown_json(canonical(value)) << '\n';
}

}  // namespace duban
