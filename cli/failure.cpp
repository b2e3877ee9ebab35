#include "cli/failure.hpp"

#include <algorithm>

#include "cli/advice.hpp"
#include "text/caret.hpp"

namespace duban {

int exit_status(Errc code) {
  switch (code) {
    case Errc::not_found:
    case Errc::ambiguous:
    case Errc::time:
    case Errc::state:
    case Errc::disabled:
    case Errc::role:
    case Errc::forbidden:
    case Errc::argument:
    case Errc::missing:
    case Errc::limit:
    case Errc::conflict:
      return 1;
    case Errc::usage:
    case Errc::bad_file:
      return 2;
    case Errc::clock:
    case Errc::busy:
    case Errc::io:
    case Errc::corrupt:
    case Errc::newer:
      return 3;
  }
  DUBAN_ASSERT(false);
}

namespace {

/// A rule is a line; which column of it matters to nobody who is refused.
std::string rule_text(const Place& rule) { return to_text(Place{rule.file, rule.line, 0}); }

void print(Context& context, const Error& error, const std::string& advice = {}) {
  std::string all = sentence(context.lang, error);
  if (!advice.empty())
    all = say(context.lang, "{sentence}; {advice}", {{"sentence", all}, {"advice", advice}});
  const std::string words = shown_lines(all, "  ");
  if (!error.excerpt.empty()) {
    context.err << with_caret(error, say(context.lang, "error"), words);
    return;
  }
  context.err << "duban: ";
  // A sentence about a whole file mostly names it.
  const std::string place = shown(place_words(context.lang, to_text(error.where)));
  const bool named = error.where.line == 0 && words.find(place) != words.npos;
  if (!place.empty() && !named) context.err << place << colon(context.lang);
  context.err << words << '\n';
}

}  // namespace

std::string sentence(Lang lang, const Error& error) {
  const std::string words = say(lang, error.message);
  if (error.rule.file.empty()) return words;
  return say(lang, "{sentence} ({rule} asks for it)",
             {{"sentence", words}, {"rule", rule_text(error.rule)}});
}

Value json_of(Lang lang, const Error& error) {
  Value value;
  value.set("code", to_text(error.code));
  value.set("message", say(lang, error.message));
  value.set("rule", error.rule.file.empty() ? Value() : Value(rule_text(error.rule)));
  value.set("at", error.where.file.empty() ? Value() : Value(to_text(error.where)));
  if (!error.missing.empty()) {
    Value missing;
    for (const std::string& what : error.missing) missing.push(what);
    value.set("missing", std::move(missing));
  }
  return value;
}

int fail(Context& context, const Error& error) { return fail(context, Errors{error}); }

int fail(Context& context, const Error& error, const Advice& advice) {
  context.out.flush();
  if (!context.json()) {
    print(context, error, advice.words);
    return exit_status(error.code);
  }
  Value value = json_of(context.lang, error);
  value.set("change", advice.change);
  context.err << shown_json(canonical(Value::Object{{"error", std::move(value)}})) << '\n';
  return exit_status(error.code);
}

void warn(Context& context, const Error& error) {
  context.out.flush();
  if (context.json()) {
    const Value value = Value::Object{{"warning", json_of(context.lang, error)}};
    context.err << shown_json(canonical(value)) << '\n';
    return;
  }
  context.err << "duban: "
              << shown_lines(say(context.lang, "it is done and recorded, but {reason}",
                                 {{"reason", sentence(context.lang, error)}}),
                             "  ")
              << '\n';
}

int fail(Context& context, const Errors& errors) {
  context.out.flush();  // what was printed before comes before, when both streams are one file
  int status = 0;
  for (const Error& error : errors) status = std::max(status, exit_status(error.code));
  if (!context.json()) {
    for (const Error& error : errors) print(context, error);
    return status;
  }
  Value all;
  all.set("error", json_of(context.lang, errors.front()));
  if (errors.size() > 1) {
    Value list;
    for (const Error& error : errors) list.push(json_of(context.lang, error));
    all.set("errors", std::move(list));
  }
  context.err << shown_json(canonical(all)) << '\n';
  return status;
}

}  // namespace duban
