// `duban evidence get`: the file itself.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/read_common.hpp"
#include "engine/base/utf8.hpp"

namespace duban {
namespace {

struct Options {
  std::string task, number, file;
};

Result<Evidence> find_evidence(const TaskView& view, const std::string& number) {
  const auto& all = view.task.evidence;
  std::size_t n = 0;
  const bool is_number =
      !number.empty() && number.size() < 9 &&
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (is_number) n = std::stoul(number);
  if (n >= 1 && n <= all.size()) return all[n - 1];
  const std::string key = to_text(view.task.key);
  if (!is_number) {
    return failed(Errc::usage, "'{value}' is no number of evidence; 'duban show {task}' has them",
                  {{"value", number}, {"task", key}});
  }
  return failed(Errc::not_found, "{task} has no evidence number {number}; there are {count}",
                {{"task", key}, {"count", std::to_string(all.size())}, {"number", number}});
}

/// Text that a terminal can show without obeying it; line breaks and tabs are harmless.
bool is_harmless(const std::string& bytes) {
  if (!is_utf8(bytes)) return false;
  const std::u32string text = code_points(bytes);
  return std::none_of(text.begin(), text.end(), [](char32_t c) {
    return is_control(c) && c != U'\n' && c != U'\t' && c != U'\r';
  });
}

tl::unexpected<Error> unwritable(const std::string& file, int reason) {
  if (reason == EEXIST) {
    return failed(Errc::conflict, "{file} is there already; nothing was overwritten",
                  {{"file", file}});
  }
  return failed(Errc::io, "cannot write {file}: {reason}",
                {{"file", file}, {"reason", std::strerror(reason)}});
}

/// A new file, or none when it cannot be written whole.
Status write_file(const std::string& file, const std::string& bytes) {
  const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return unwritable(file, errno);
  std::size_t done = 0;
  int reason = 0;
  while (done < bytes.size() && reason == 0) {
    const ssize_t wrote = write(fd, bytes.data() + done, bytes.size() - done);
    if (wrote >= 0) {
      done += static_cast<std::size_t>(wrote);
    } else if (errno != EINTR) {
      reason = errno;
    }
  }
  if (close(fd) != 0 && reason == 0) reason = errno;
  if (reason == 0) return {};
  unlink(file.c_str());
  return unwritable(file, reason);
}

Result<int> get(Context& context, const Options& options) {
  DUBAN_TRY(const std::unique_ptr<Reading> held, reading(context));
  DUBAN_TRY(const TaskKey key, resolve_task(held->view(), options.task));
  DUBAN_TRY(const TaskView view, held->task(key));
  DUBAN_TRY(const Evidence item, find_evidence(view, options.number));
  const World ports = context.workspace->world(context);
  const Result<std::string> read = ports.vault.read(item.sha256);
  if (!read && read.error().code == Errc::corrupt) {
    return failed(Errc::corrupt, "the stored bytes of {name} are not those of {sha256} any more",
                  {{"name", item.name}, {"sha256", item.sha256}});
  }
  DUBAN_TRY(const std::string bytes, read);
  if (!options.file.empty() && options.file != "-") {
    DUBAN_TRY(write_file(options.file, bytes));
    return 0;
  }
  if (context.screen.width > 0 && !is_harmless(bytes)) {
    return failed(Errc::usage, "{name} is no plain text; write it to a file: -o FILE",
                  {{"name", item.name}});
  }
  context.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return 0;
}

}  // namespace

void add_evidence(CLI::App& app, Context& context) {
  CLI::App* evidence = add_command(app, "evidence", "files that came with steps",
                                   "duban evidence get hn135/1.3.11 1 -o report.pdf");
  needs_command(evidence);
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(*evidence, "get", "the file itself, as it was given",
                                  "duban evidence get hn135/1.3.11 1 -o report.pdf");
  argument(command, "TASK", options->task, "the task");
  argument(command, "N", options->number, "its number in 'duban show'");
  option(command, "-o,--output", options->file, "a new file; nothing is overwritten", "FILE");
  runs(command, context, [&context, options] { return get(context, *options); });
}

}  // namespace duban
