#include <unistd.h>

#include <iostream>

#include "cli/app.hpp"
#include "cli/output.hpp"

int main(int argc, char** argv) {
  duban::prepare_streams();
  std::ios::sync_with_stdio(false);
  duban::Output output(STDOUT_FILENO);
  duban::Output errors(STDERR_FILENO);
  std::streambuf* const standard = std::cout.rdbuf(&output);
  std::streambuf* const standard_errors = std::cerr.rdbuf(&errors);
  const int status = duban::run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
  std::cerr.flush();
  std::cout.rdbuf(standard);
  std::cerr.rdbuf(standard_errors);
  return status;
}
