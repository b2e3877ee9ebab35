// Standard output: what becomes of an answer that cannot be written.
#pragma once

#include <array>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace duban {

/// Writes to a file descriptor and remembers why it could not. After the first failure it takes no
/// more, so that a long answer ends early. A terminal never gets what it would obey, whatever path
/// the words took, but for the colours and the line of progress that duban itself sends.
class Output : public std::streambuf {
 public:
  explicit Output(int fd);
  ~Output() override;
  /// The errno of the write that failed; 0 while all went well.
  int failure() const { return failure_; }

 protected:
  int_type overflow(int_type c) override;
  int sync() override;

 private:
  bool put(std::string_view bytes);

  int fd_;
  bool terminal_;
  std::string rest_;  ///< of a terminal: the beginning of a character
  int failure_ = 0;
  std::array<char, 8192> buffer_;
};

/// Whether `out` failed because whoever read it went away, as `head -1` does: no fault of anybody.
bool is_closed_pipe(const std::ostream& out);

/// Before anything else is opened: a closed pipe is an error to be read, not a signal that ends the
/// work, and no file of ours takes the place of a standard stream that was closed.
void prepare_streams();

}  // namespace duban
