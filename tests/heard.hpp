#pragma once
// The log, as a test hears it.

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <sstream>

#include "cli/log.hpp"

namespace takt::tests {

/// Hears what is logged, in the form in which it is written.
class Heard {
 public:
  explicit Heard(cli::LogFormat format = cli::LogFormat::text) {
    sink_->set_formatter(cli::log_formatter(format));
    spdlog::default_logger()->sinks().push_back(sink_);
    level_ = spdlog::get_level();
    spdlog::set_level(spdlog::level::info);
  }
  ~Heard() {
    spdlog::default_logger()->sinks().pop_back();
    spdlog::set_level(level_);
  }
  Heard(const Heard&) = delete;
  Heard& operator=(const Heard&) = delete;
  std::string text() const { return out_.str(); }
  /// The first line with `part`; empty where there is none.
  std::string line(const std::string& part) const {
    std::istringstream lines(text());
    for (std::string line; std::getline(lines, line);)
      if (line.find(part) != line.npos) return line;
    return {};
  }

 private:
  std::ostringstream out_;
  std::shared_ptr<spdlog::sinks::ostream_sink_mt> sink_ =
      std::make_shared<spdlog::sinks::ostream_sink_mt>(out_);
  spdlog::level::level_enum level_;
};

}  // namespace takt::tests
