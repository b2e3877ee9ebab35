// Runs a target over its kept inputs, and over a fixed number of mutations of them.
//
//   fuzz_replay FOLDER TARGET [MUTATIONS]     FOLDER has seeds/TARGET and regressions/TARGET
//
// The mutations are the same in every run. When a promise is broken, what broke it is left in
// TARGET.broken in the working directory.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "engine/base/error.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/temp_folder.hpp"

// A sanitizer's finding ends as a broken promise does.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "abort_on_error=1:detect_leaks=0"; }

namespace duban::fuzz {
namespace {

constexpr std::size_t input_max = 64 << 10;

std::string input;
std::string broken_path;

void keep_input(int) {
  if (std::FILE* file = std::fopen(broken_path.c_str(), "wb")) {
    std::fwrite(input.data(), 1, input.size(), file);
    std::fclose(file);
  }
  std::signal(SIGABRT, SIG_DFL);
  std::abort();
}

std::vector<std::string> kept_inputs(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) texts.push_back(test::read_file(path));
  return texts;
}

/// One to four small damages; pieces come from this input or another one.
std::string mutated(std::string text, const std::vector<std::string>& all, std::mt19937& random) {
  const auto below = [&random](std::size_t end) { return end == 0 ? 0 : random() % end; };
  for (std::size_t left = 1 + below(4); left > 0; --left) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = 1 + below(random() % 8 == 0 ? 300 : 8);
    const std::string& other = all[below(all.size())];
    const std::size_t from = below(other.size() + 1);
    switch (below(5)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(random());
        break;
      case 1:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(at, other, from, length);
        break;
      default:
        text.replace(at, std::min(length, text.size() - at), other, from, length);
    }
  }
  text.resize(std::min(text.size(), input_max));
  return text;
}

int replay(const std::filesystem::path& folder, const std::string& name, int mutations) {
  const auto target = std::find_if(targets().begin(), targets().end(),
                                   [&](const Target& each) { return each.name == name; });
  std::vector<std::string> inputs = kept_inputs(folder / "seeds" / name);
  if (target == targets().end() || inputs.empty()) {
    std::fprintf(stderr, "no target %s, or no seeds of it in %s\n", name.c_str(), folder.c_str());
    return 2;
  }
  for (std::string& text : kept_inputs(folder / "regressions" / name)) {
    inputs.push_back(std::move(text));
  }
  broken_path = name + ".broken";
  std::signal(SIGABRT, keep_input);
  for (const std::string& text : inputs) {
    input = text;
    target->run(input);
  }
  std::mt19937 random(1);
  for (int i = 0; i < mutations; ++i) {
    input = mutated(inputs[random() % inputs.size()], inputs, random);
    target->run(input);
  }
  std::printf("%s: %zu kept inputs, %d mutations\n", name.c_str(), inputs.size(), mutations);
  return 0;
}

}  // namespace
}  // namespace duban::fuzz

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "usage: fuzz_replay FOLDER TARGET [MUTATIONS]\n");
    return 2;
  }
  return duban::fuzz::replay(words[1], words[2], count > 3 ? std::atoi(words[3]) : 1000);
}
