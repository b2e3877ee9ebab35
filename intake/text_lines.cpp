#include "intake/text_lines.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr std::size_t line_max = std::size_t{1} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view lost = "\xEF\xBF\xBD";  // U+FFFD
// Of Chinese in GB18030 hardly a byte in ten happens to be UTF-8; a damaged file has many more.
constexpr std::size_t valid_for_each_bad = 20;
constexpr std::size_t declared_within = 4096;  // bytes of a page

/// UTF-16 code units to UTF-8; half a pair gives U+FFFD, a break in the file is no break for us.
std::string from_utf16(std::string_view bytes, bool big) {
  std::string out;
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char32_t first = unit(i);
    if (first >= 0xD800 && first < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t second = unit(i + 2);
      if (second >= 0xDC00 && second < 0xE000) {
        append_utf8(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
        i += 2;
        continue;
      }
    }
    append_utf8(out, first >= 0xD800 && first < 0xE000 ? char32_t{0xFFFD} : first);
  }
  return out;
}

}  // namespace

struct TextLines::Converter {
  iconv_t handle = iconv_open("UTF-8", "GB18030");
  Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(handle);
  }
  // iconv's way to say that it failed is a pointer of all ones.
  bool is_open() const { return reinterpret_cast<std::intptr_t>(handle) != -1; }

  /// GB18030 never has a line feed within a character, so lines can be converted one by one. False
  /// when some bytes were none of its characters.
  bool convert(std::string& line) const {
    std::string out(line.size() * 3 + 4, '\0');
    char* from = line.data();
    char* to = out.data();
    std::size_t left = line.size();
    std::size_t room = out.size();
    bool whole = true;
    while (iconv(handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1) && left > 0) {
      whole = false;
      ++from;
      --left;
      for (const char byte : lost) *to++ = byte;  // three bytes for one: there is room
      room -= lost.size();
    }
    out.resize(out.size() - room);
    line = std::move(out);
    return whole;
  }
};

namespace {

/// Whether the beginning of a page says that it is in GB2312, GBK or GB18030.
bool says_gb(std::string_view page) {
  std::string plain;
  for (const char c : page.substr(0, declared_within)) {
    if (c != '"' && c != '\'' && c != ' ')
      plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  for (std::size_t at = plain.find("<meta"); at != plain.npos; at = plain.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(plain).substr(at, plain.find('>', at) - at);
    const std::size_t charset = tag.find("charset=");
    if (charset == tag.npos) continue;
    const std::string_view name = tag.substr(charset + 8);
    return name.starts_with("gb") || name.starts_with("x-gbk") || name.starts_with("cp936") ||
           name.starts_with("chinese");
  }
  return false;
}

}  // namespace

Result<Encoding> find_encoding(const std::string& path, const std::string& shown, bool is_page) {
  std::ifstream file(path, std::ios::binary);
  std::string block;
  bool is_first = true;
  std::size_t good = 0, bad = 0;  // characters of several bytes, bytes that are of none
  bool declared = false;          // the page says that it is in GB2312 or the like
  while (file) {
    const std::size_t kept = block.size();
    block.resize(kept + block_bytes);
    file.read(block.data() + kept, static_cast<std::streamsize>(block_bytes));
    block.resize(kept + static_cast<std::size_t>(file.gcount()));
    if (is_first) {
      if (block.starts_with(byte_order_mark)) return Encoding::utf8;
      if (block.starts_with("\xFF\xFE")) return Encoding::utf16_little;
      if (block.starts_with("\xFE\xFF")) return Encoding::utf16_big;
      is_first = false;
      declared = is_page && says_gb(block);
    }
    // At most three bytes may be the beginning of a character that the next block ends.
    for (std::string_view rest = block;;) {
      const std::size_t valid = valid_utf8_prefix(rest);
      for (const char c : rest.substr(0, valid)) good += static_cast<unsigned char>(c) >= 0xC0;
      rest.remove_prefix(valid);
      if (rest.size() <= (file ? 3 : 0)) {
        block.assign(rest);
        break;
      }
      rest.remove_prefix(1);
      if (++bad > 1000 && good < bad * valid_for_each_bad) return Encoding::gb18030;
    }
  }
  if (file.bad() || is_first) {
    return failed(Errc::bad_file, "cannot read {file}: {reason}",
                  {{"file", shown}, {"reason", std::strerror(errno)}}, {shown});
  }
  // Programs that save a page anew as UTF-8 leave what it says of itself.
  if (declared && bad > 0) return Encoding::gb18030;
  return good >= bad * valid_for_each_bad ? Encoding::utf8 : Encoding::gb18030;
}

Result<TextLines> TextLines::open(const std::string& path, const std::string& shown,
                                  Encoding encoding) {
  TextLines lines;
  lines.file_ = std::make_unique<std::ifstream>(path, std::ios::binary);
  lines.shown_ = shown;
  lines.encoding_ = encoding;
  if (encoding == Encoding::gb18030) {
    lines.converter_ = std::make_shared<Converter>();
    if (!lines.converter_->is_open()) {
      return failed(Errc::bad_file,
                    "{file} is not UTF-8, and this machine cannot read GB18030; save it as UTF-8",
                    {{"file", shown}}, {shown});
    }
  }
  if (!*lines.file_) {
    return failed(Errc::bad_file, "cannot read {file}: {reason}",
                  {{"file", shown}, {"reason", std::strerror(errno)}}, {shown});
  }
  return lines;
}

bool TextLines::fill() {
  buffer_.erase(0, at_);
  line_feed_ -= std::min(line_feed_, at_);
  at_ = 0;
  std::string block(block_bytes, '\0');
  file_->read(block.data(), static_cast<std::streamsize>(block_bytes));
  block.resize(static_cast<std::size_t>(file_->gcount()));
  if (block.empty()) return false;
  if (encoding_ == Encoding::utf16_little || encoding_ == Encoding::utf16_big) {
    // Whole pairs: the block is even, and a pair cut by its end is joined here.
    const bool big = encoding_ == Encoding::utf16_big;
    const auto last =
        block.size() >= 2 ? static_cast<unsigned char>(block[block.size() - (big ? 2 : 1)]) : 0;
    if (last >= 0xD8 && last < 0xDC) {
      char more[2];
      file_->read(more, 2);
      block.append(more, static_cast<std::size_t>(file_->gcount()));
    }
    block = from_utf16(block, big);
  }
  buffer_ += block;
  return true;
}

Result<bool> TextLines::raw_line(std::string& line) {
  const auto end_at = [&](std::size_t end, std::size_t next) {
    line.assign(buffer_, at_, end - at_);
    at_ = next;
    return true;
  };
  for (std::size_t look = at_;;) {
    // The next LF is looked for once, or a file with none would be searched for each of its lines.
    line_feed_ = std::max(line_feed_, look);
    if (line_feed_ < buffer_.size() && buffer_[line_feed_] != '\n')
      line_feed_ = std::min(buffer_.find('\n', line_feed_), buffer_.size());
    const std::size_t feed = line_feed_;
    const auto* const found =
        static_cast<const char*>(std::memchr(buffer_.data() + look, '\r', feed - look));
    if (found != nullptr) {
      const auto end = static_cast<std::size_t>(found - buffer_.data());
      if (end + 1 < buffer_.size()) return end_at(end, end + (end + 1 == feed ? 2 : 1));
      look = end - at_;  // whether it is CR LF the next block tells
    } else if (feed < buffer_.size()) {
      return end_at(feed, feed + 1);
    } else {
      look = buffer_.size() - at_;
    }
    if (look > line_max) {
      return failed(Errc::bad_file, "line {line} of {file} is longer than 1 MiB; this is no plan",
                    {{"line", std::to_string(number_)}, {"file", shown_}}, {shown_, number_});
    }
    if (!fill()) {
      line.assign(buffer_, at_);
      at_ = buffer_.size();
      const bool any = !line.empty();
      if (line.ends_with('\r')) line.pop_back();
      return any;
    }
  }
}

Result<bool> TextLines::next(std::string& line) {
  ++number_;
  DUBAN_TRY(const bool found, raw_line(line));
  if (!found) return false;
  if (number_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
  const Values values{{"line", std::to_string(number_)}, {"file", shown_}};
  if (line.find('\0') != std::string::npos) {
    return failed(Errc::bad_file,
                  "line {line} of {file} has NUL bytes; this is no text: save it as UTF-8", values,
                  {shown_, number_});
  }
  damaged_ = false;
  if (encoding_ == Encoding::gb18030) {
    damaged_ = !converter_->convert(line);
  } else if (!is_utf8(line)) {
    damaged_ = true;
    std::string whole;
    for (std::string_view rest = line; !rest.empty();) {
      const std::size_t valid = valid_utf8_prefix(rest);
      whole += rest.substr(0, valid);
      if (valid == rest.size()) break;
      whole += lost;
      rest.remove_prefix(valid + 1);
    }
    line = std::move(whole);
  }
  return true;
}

}  // namespace duban::intake
