#include "cli/logging.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace duban {

void set_up_logging(bool verbose) {
  auto logger =
      std::make_shared<spdlog::logger>("duban", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("duban[%P] %Y-%m-%dT%H:%M:%S%z %l: %v");
  logger->set_level(verbose ? spdlog::level::info : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

void log_info(std::string_view text) { spdlog::info("{}", text); }

}  // namespace duban
