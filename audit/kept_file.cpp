#include "audit/kept_file.hpp"

#include <algorithm>

#include "engine/log/sha256.hpp"

namespace duban::audit {
namespace {

constexpr std::size_t words_max = std::size_t{1} << 20;
constexpr std::size_t line_ends_max = std::size_t{16} << 20;

/// How long the blank is that the text begins with; 0: with none. Those that editors and mail
/// programs add or drop; longer than a byte are a no-break space, the space of Chinese texts, and
/// the mark that some put at the beginning.
std::size_t blank_at(std::string_view text) {
  if (std::string_view(" \t\n\r\v\f").find(text.front()) != std::string_view::npos) return 1;
  if (static_cast<unsigned char>(text.front()) < 0x80) return 0;
  for (const std::string_view blank : {"\xc2\xa0", "\xe3\x80\x80", "\xef\xbb\xbf"}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::string without_blanks(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  while (!text.empty()) {
    const std::size_t blank = blank_at(text);
    if (blank == 0) words += text.front();
    text.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return words;
}

/// Every line end as a line feed, but none behind the last line.
std::string with_line_feeds(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!pair) lines += text[i] == '\r' ? '\n' : text[i];
  }
  if (lines.ends_with('\n')) lines.pop_back();
  return lines;
}

std::string with_line_ends(const std::string& lines, std::string_view end) {
  std::string text;
  for (const char c : lines) {
    if (c == '\n')
      text += end;
    else
      text += c;
  }
  return text;
}

}  // namespace

Result<KeptFile> look_at(Vault& vault, const std::string& sha256) {
  KeptFile file;
  Sha256 hash;
  std::string text;
  bool is_text = true;
  DUBAN_TRY(vault.show_kept(sha256, [&](std::string_view bytes) -> Status {
    hash.add(bytes);
    file.size += static_cast<std::int64_t>(bytes.size());
    is_text = is_text && text.size() + bytes.size() <= words_max && bytes.find('\0') == bytes.npos;
    if (is_text) text += bytes;
    return {};
  }));
  file.sha256 = to_hex(hash.finish());
  if (is_text) file.words = duban::sha256(without_blanks(text));
  return file;
}

std::optional<std::int64_t> size_with_other_line_ends(Vault& vault, const std::string& sha256) {
  std::string text;
  const Status read = vault.show_kept(sha256, [&](std::string_view bytes) -> Status {
    text += bytes;
    if (text.size() <= line_ends_max) return {};
    return failed(Errc::argument, "{file} is larger than {size} bytes, the most that is taken",
                  {{"file", sha256}, {"size", std::to_string(line_ends_max)}});
  });
  if (!read) return std::nullopt;
  const std::string lines = with_line_feeds(text);
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    std::string candidate = with_line_ends(lines, end);
    if (sha256_hex(candidate) == sha256) return static_cast<std::int64_t>(candidate.size());
    candidate += end;
    if (sha256_hex(candidate) == sha256) return static_cast<std::int64_t>(candidate.size());
  }
  return std::nullopt;
}

}  // namespace duban::audit
