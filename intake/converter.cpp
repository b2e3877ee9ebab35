#include "intake/converter.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "engine/base/utf8.hpp"
#include "intake/cell_text.hpp"

namespace duban::intake {
namespace {
namespace fs = std::filesystem;

constexpr int seconds_max = 120;
constexpr rlim_t memory_max = rlim_t{4} << 30;
constexpr rlim_t file_max = rlim_t{256} << 20;
constexpr std::size_t text_max = std::size_t{16} << 20;

std::string on_path(std::initializer_list<const char*> names) {
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (!folder.starts_with('/')) continue;  // never what lies beside the document
    for (const char* name : names) {
      const std::string file = folder + "/" + name;
      if (access(file.c_str(), X_OK) == 0 && !fs::is_directory(file)) return file;
    }
  }
  return {};
}

void limit(int what, rlim_t most) {
  struct rlimit now = {};
  if (getrlimit(static_cast<__rlimit_resource_t>(what), &now) != 0) return;
  now.rlim_cur = std::min(now.rlim_max, most);
  now.rlim_max = now.rlim_cur;
  setrlimit(static_cast<__rlimit_resource_t>(what), &now);
}

/// In the child, where nothing but system calls is safe.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* folder) {
  setpgid(0, 0);
  unshare(CLONE_NEWUSER | CLONE_NEWNET);  // what fails here leaves the network as it was
  limit(RLIMIT_AS, memory_max);
  limit(RLIMIT_FSIZE, file_max);
  limit(RLIMIT_CPU, seconds_max);
  limit(RLIMIT_CORE, 0);
  const int nothing = open("/dev/null", O_RDWR);
  for (int stream = 0; stream <= 2; ++stream) dup2(nothing, stream);
  for (int file = 3; file < 256; ++file) close(file);  // the database's, not for a converter
  if (chdir(folder) == 0) execve(arguments[0], arguments, environment);
  _exit(127);
}

/// Whether the program ended well in time.
bool run(const std::vector<std::string>& words, const std::string& folder) {
  std::vector<std::string> settings{"HOME=" + folder, "TMPDIR=" + folder, "LANG=C.UTF-8",
                                    "LC_ALL=C.UTF-8"};
  if (const char* path = std::getenv("PATH")) settings.push_back(std::string("PATH=") + path);
  std::vector<char*> arguments, environment;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  for (const std::string& word : settings) environment.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  environment.push_back(nullptr);

  const pid_t child = fork();
  if (child < 0) return false;
  if (child == 0) become(arguments.data(), environment.data(), folder.c_str());
  setpgid(child, child);  // whoever of both is first
  int status = 0;
  bool ended = false;
  constexpr long step_ns = 20'000'000;
  for (long waited = 0; !ended && waited < seconds_max * 1'000'000'000L; waited += step_ns) {
    const pid_t got = waitpid(child, &status, WNOHANG);
    if (got == child) {
      ended = true;
    } else if (got < 0 && errno != EINTR) {
      break;
    } else {
      const timespec pause{0, step_ns};
      nanosleep(&pause, nullptr);
    }
  }
  kill(-child, SIGKILL);  // with all that it has started
  if (!ended) waitpid(child, &status, 0);
  return ended && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

tl::unexpected<Error> lacking(const std::string& shown, ConvertTo to) {
  if (to == ConvertTo::text) {
    return failed(Errc::bad_file,
                  "{file} is a PDF; its text is read by pdftotext, which is not installed here: "
                  "install poppler-utils, or save it as .docx from the program that made it",
                  {{"file", shown}}, {shown});
  }
  return failed(Errc::bad_file,
                "{file} is of a format that LibreOffice converts, which is not installed here: "
                "install it, or save the file as .docx or .xlsx",
                {{"file", shown}}, {shown});
}

std::size_t indent_of(const std::u32string& line) {
  std::size_t indent = 0;
  for (const char32_t c : line) {
    if (!is_blank(c)) return indent;
    indent += c == 0x3000 ? 2 : 1;
  }
  return indent;
}

/// Columns: signs of Chinese take two.
std::size_t width_of(const std::u32string& line) {
  std::size_t width = 0;
  for (const char32_t c : line) width += c >= 0x2E80 ? 2 : 1;
  return width;
}

bool is_page_number(const std::string& text) {
  const std::u32string plain = squeezed(text);
  bool digit = false;
  for (const char32_t c : plain) {
    if (c >= U'0' && c <= U'9') {
      digit = true;
    } else if (std::u32string_view(U"-—–－第页共/·").find(c) == std::u32string_view::npos) {
      return false;
    }
  }
  return digit && plain.size() <= 12;
}

}  // namespace

Converted::~Converted() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string paragraphs_of_layout(const std::string& text) {
  std::vector<std::u32string> lines;
  std::istringstream all(text);
  std::size_t widest = 0, gaps = 0, seen = 0;
  for (std::string line; std::getline(all, line);) {
    std::erase(line, '\f');
    if (is_page_number(clean_cell(line))) continue;
    std::u32string signs = code_points(line);
    while (!signs.empty() && is_blank(signs.back())) signs.pop_back();
    widest = std::max(widest, width_of(signs));
    std::size_t blanks = 0, own = 0;
    for (std::size_t i = indent_of(signs); i < signs.size(); ++i) {
      blanks = signs[i] == U' ' ? blanks + 1 : 0;
      own += blanks == 3;
    }
    gaps += own >= 2;
    seen += !signs.empty();
    lines.push_back(std::move(signs));
  }
  if (seen > 0 && gaps * 5 >= seen * 2) return {};

  std::size_t left = ~std::size_t{0};
  for (const std::u32string& line : lines) {
    if (!line.empty()) left = std::min(left, indent_of(line));
  }
  std::string out;
  bool open = false;  // the last line goes on
  for (const std::u32string& line : lines) {
    if (line.empty()) {
      if (open) out += '\n';
      open = false;
      continue;
    }
    if (open && indent_of(line) >= left + 2) out += '\n';
    out += clean_cell(to_utf8(line));
    open = width_of(line) * 100 >= widest * 85;
    if (!open) out += '\n';
  }
  return out;
}

Result<std::shared_ptr<Converted>> convert(const std::string& path, const std::string& shown,
                                           const std::string& extension, ConvertTo to) {
  const bool is_pdf = to == ConvertTo::text;
  const std::string program = is_pdf ? on_path({"pdftotext"}) : on_path({"soffice", "libreoffice"});
  if (program.empty()) return lacking(shown, to);

  std::error_code error;
  std::string folder = (fs::temp_directory_path(error) / "duban-convert-XXXXXX").string();
  if (error || mkdtemp(folder.data()) == nullptr) {
    return failed(Errc::io, "no folder can be made in {path} to convert {file}",
                  {{"path", fs::temp_directory_path(error).string()}, {"file", shown}});
  }
  auto converted = std::make_shared<Converted>(folder);
  converted->program = is_pdf ? "pdftotext" : "LibreOffice";
  // A copy under a plain name: the original's may be anything.
  const std::string source = folder + "/paper" + extension;
  fs::copy_file(path, source, error);
  if (error) {
    return failed(Errc::io, "{file} cannot be copied to be converted: {reason}",
                  {{"file", shown}, {"reason", error.message()}});
  }
  const std::string kind = to == ConvertTo::xlsx ? "xlsx" : to == ConvertTo::docx ? "docx" : "txt";
  converted->path = folder + "/made/paper." + kind;
  fs::create_directory(folder + "/made", error);
  const bool done =
      is_pdf ? run({program, "-layout", "-enc", "UTF-8", source, converted->path}, folder)
             : run({program, "-env:UserInstallation=file://" + folder + "/profile", "--headless",
                    "--norestore", "--nolockcheck", "--nodefault", "--convert-to", kind, "--outdir",
                    folder + "/made", source},
                   folder);
  if (!done || !fs::is_regular_file(fs::symlink_status(converted->path, error))) {
    return failed(
        Errc::bad_file,
        "{program} makes nothing of {file}; it may be damaged or have a password: save it "
        "as .docx or .xlsx",
        {{"program", converted->program}, {"file", shown}}, {shown});
  }
  if (!is_pdf) return converted;

  std::ifstream file(converted->path, std::ios::binary);
  std::string text(text_max + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > text_max || squeezed(text).size() < 20) {
    return failed(Errc::bad_file,
                  "{file} holds no text, only pictures of pages; get the document that it was made "
                  "from, or type it",
                  {{"file", shown}}, {shown});
  }
  const std::string paragraphs = paragraphs_of_layout(text);
  if (paragraphs.empty()) {
    return failed(Errc::bad_file,
                  "{file} shows a table, whose cells a PDF does not keep apart; get the .docx or "
                  ".xlsx that it was made from",
                  {{"file", shown}}, {shown});
  }
  std::ofstream(converted->path, std::ios::binary | std::ios::trunc) << paragraphs;
  return converted;
}

}  // namespace duban::intake
