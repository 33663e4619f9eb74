#include "cli/log.hpp"

#include <spdlog/pattern_formatter.h>

#include "domain/text.hpp"
#include "mapping/json_write.hpp"

namespace takt::cli {
namespace {

/// What was said, as `%*` of a pattern.
class Said : public spdlog::custom_flag_formatter {
 public:
  explicit Said(LogFormat format) : format_(format) {}

  void format(const spdlog::details::log_msg& message, const std::tm&,
              spdlog::memory_buf_t& out) override {
    const auto line = domain::in_one_line({message.payload.data(), message.payload.size()});
    std::string text;
    if (format_ == LogFormat::json)
      mapping::write_json_string(text, line);
    else
      text = line;
    out.append(text.data(), text.data() + text.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<Said>(format_);
  }

 private:
  LogFormat format_;
};

}  // namespace

std::unique_ptr<spdlog::formatter> log_formatter(LogFormat format) {
  auto out = std::make_unique<spdlog::pattern_formatter>();
  out->add_flag<Said>('*', format)
      .set_pattern(format == LogFormat::json
                       ? R"({"at":"%Y-%m-%dT%H:%M:%S.%e","level":"%l","text":%*})"
                       : "[%Y-%m-%d %H:%M:%S.%e] [%^%l%$] %*");
  return out;
}

}  // namespace takt::cli
