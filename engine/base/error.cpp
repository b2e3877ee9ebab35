#include "engine/base/error.hpp"

#include <cstdio>
#include <cstdlib>

namespace duban {

std::string_view to_text(Errc code) {
  switch (code) {
    case Errc::usage:
      return "usage";
    case Errc::bad_file:
      return "bad-file";
    case Errc::not_found:
      return "not-found";
    case Errc::ambiguous:
      return "ambiguous";
    case Errc::time:
      return "time";
    case Errc::clock:
      return "time";
    case Errc::state:
      return "state";
    case Errc::disabled:
      return "disabled";
    case Errc::role:
      return "role";
    case Errc::forbidden:
      return "forbidden";
    case Errc::argument:
      return "argument";
    case Errc::missing:
      return "missing";
    case Errc::limit:
      return "limit";
    case Errc::conflict:
      return "conflict";
    case Errc::busy:
      return "busy";
    case Errc::io:
      return "io";
    case Errc::corrupt:
      return "corrupt";
    case Errc::newer:
      return "newer";
  }
  DUBAN_ASSERT(false);
}

std::string fill(std::string_view text, const Values& values) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) break;
    out += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    bool known = false;
    for (const auto& [key, value] : values) {
      if (key == name) {
        out += value;
        known = true;
        break;
      }
    }
    if (!known) out += text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
  return out += text;
}

std::string to_text(const Message& message) { return fill(message.text, message.values); }

tl::unexpected<Error> failed(Errc code, std::string_view text, Values values, Place where) {
  Error error;
  error.code = code;
  error.message = {std::string(text), std::move(values)};
  error.where = std::move(where);
  return tl::unexpected<Error>(std::move(error));
}

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "duban: internal error: %s does not hold at %s:%d\n", condition, file, line);
  std::abort();
}

}  // namespace duban
