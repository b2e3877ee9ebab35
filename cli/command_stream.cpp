#include "cli/command_stream.hpp"

#include <string_view>
#include <utility>

namespace duban {
namespace {

// A line longer than this is no command; a note that is too long shall still be refused as such.
constexpr std::size_t line_bytes_max = 4 * 1024 * 1024;

// A device may give bytes for ever.
constexpr std::size_t skipped_bytes_max = 128 * 1024 * 1024;

/// A byte-order mark, or every other byte zero.
bool is_utf16(std::string_view line) {
  return line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF") ||
         (line.size() > 1 && (line[0] == '\0') != (line[1] == '\0'));
}

}  // namespace

CommandStream::CommandStream(std::istream& in) : in_(in) {
  // Editors of Windows put one before the first line.
  for (const int byte : {0xEF, 0xBB, 0xBF}) {
    if (in_.peek() != byte) return;
    in_.get();
  }
}

/// The next line that is not blank; too long a one is passed over and comes back as an error.
std::optional<Result<std::string>> CommandStream::next_line() {
  std::string line;
  bool any = false;
  std::size_t size = 0;
  // Byte by byte from the buffer: the stream's own get() looks at its state for each.
  std::streambuf& bytes = *in_.rdbuf();
  for (int c = bytes.sbumpc(); c != std::istream::traits_type::eof(); c = bytes.sbumpc()) {
    if (c != '\n') {
      any = any || !(c == ' ' || c == '\t' || c == '\r');
      if (line.size() <= line_bytes_max) line.push_back(static_cast<char>(c));
      gave_up_ = ++size > skipped_bytes_max;
      if (gave_up_) break;
      continue;
    }
    if (any) break;
    line.clear();
    size = 0;
  }
  if (gave_up_) {
    return failed(Errc::usage, "a line goes on for more than {max} bytes; nothing after it is read",
                  {{"max", std::to_string(skipped_bytes_max)}});
  }
  if (!any) return {};
  // One answer, not one for each half of a character.
  if (std::exchange(first_, false) && is_utf16(line)) {
    gave_up_ = true;
    return failed(Errc::usage, "the stream is UTF-16, as PowerShell writes it; save it as UTF-8");
  }
  if (line.size() > line_bytes_max) {
    return failed(Errc::usage, "a line is longer than {max} bytes",
                  {{"max", std::to_string(line_bytes_max)}});
  }
  return line;
}

std::optional<Result<StreamCommand>> CommandStream::next() {
  if (gave_up_) return {};
  const std::optional<Result<std::string>> line = next_line();
  if (!line) return {};
  if (!*line) return tl::make_unexpected(line->error());
  return read_command(**line);
}

}  // namespace duban
