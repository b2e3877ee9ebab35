// Lines of a text file in any of the encodings that offices use, as UTF-8.
#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>

#include "engine/base/error.hpp"

namespace duban::intake {

enum class Encoding : std::uint8_t { utf8, gb18030, utf16_little, utf16_big };

/// A byte-order mark decides; without one a file that is UTF-8 to its end is UTF-8, and so is one
/// in which all but a few bytes are; any other is taken for GB18030. Reads the file once, in
/// blocks. A page that says of itself that it is in GB2312, GBK or GB18030 is believed unless all
/// of it is UTF-8. Errc::bad_file when it cannot be read.
Result<Encoding> find_encoding(const std::string& path, const std::string& shown,
                               bool is_page = false);

/// Reads a file line by line, in blocks: memory does not grow with the file.
class TextLines {
 public:
  /// `shown` is the file's name in messages.
  static Result<TextLines> open(const std::string& path, const std::string& shown,
                                Encoding encoding);

  /// The next line as UTF-8, without its end (LF, CR LF or CR) and without a byte-order mark; false
  /// at the end of the file. Bytes that the encoding does not have become U+FFFD.
  /// Errc::bad_file, with the line, for NUL bytes, and for a line longer than 1 MiB.
  Result<bool> next(std::string& line);
  /// Whether the line read last has such bytes.
  bool is_damaged() const { return damaged_; }
  /// Of the line read last, from 1.
  std::uint32_t number() const { return number_; }

 private:
  struct Converter;
  Result<bool> raw_line(std::string& line);
  bool fill();

  std::unique_ptr<std::ifstream> file_;
  std::shared_ptr<Converter> converter_;
  std::string shown_;
  Encoding encoding_ = Encoding::utf8;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_feed_ = 0;  ///< where the next LF is, or how far none was found
  bool damaged_ = false;
  std::uint32_t number_ = 0;
};

}  // namespace duban::intake
