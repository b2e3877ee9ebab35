#include <iostream>

#include "cli/app.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return duban::run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
}
