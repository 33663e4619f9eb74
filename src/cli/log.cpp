#include "cli/log.hpp"

#include <spdlog/pattern_formatter.h>

#include <algorithm>
#include <utility>

#include "domain/text.hpp"
#include "mapping/json_write.hpp"

namespace takt::cli {
namespace {

// A fact about a thread: whoever logs knows nothing of requests.
thread_local const RequestLogged* logged_here = nullptr;

/// What was said, as `%*` of a pattern, and of which request.
class Said : public spdlog::custom_flag_formatter {
 public:
  explicit Said(LogFormat format) : format_(format) {}

  void format(const spdlog::details::log_msg& message, const std::tm&,
              spdlog::memory_buf_t& out) override {
    const auto line = domain::in_one_line({message.payload.data(), message.payload.size()});
    std::string text;
    if (format_ == LogFormat::json) {
      mapping::write_json_string(text, line);
      const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        text.append(",\"").append(name).append("\":");
        mapping::write_json_string(text, value);
      };
      if (logged_here) add("request", logged_here->id);
      if (logged_here) add("trace", logged_here->trace);
    } else {
      if (logged_here) text = logged_here->id + ' ';
      if (logged_here && !logged_here->trace.empty()) text += logged_here->trace + ' ';
      text += line;
    }
    out.append(text.data(), text.data() + text.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<Said>(format_);
  }

 private:
  LogFormat format_;
};

}  // namespace

RequestLogged::RequestLogged(std::string id, std::string trace)
    : id(std::move(id)), trace(std::move(trace)), before_(std::exchange(logged_here, this)) {}

RequestLogged::~RequestLogged() { logged_here = before_; }

std::string trace_of(std::string_view traceparent) {
  // version-trace-parent-flags; later versions may add to it, ff is none.
  static constexpr std::string_view kForm =
      "vv-tttttttttttttttttttttttttttttttt-pppppppppppppppp-ff";
  if (traceparent.size() < kForm.size() || traceparent.starts_with("ff")) return {};
  if (traceparent.size() > kForm.size() &&
      (traceparent.starts_with("00") || traceparent[kForm.size()] != '-'))
    return {};
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const char c = traceparent[i];
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (kForm[i] == '-' ? c != '-' : !digit) return {};
  }
  const auto nothing = [](std::string_view id) {
    return std::ranges::all_of(id, [](char c) { return c == '0'; });
  };
  const auto trace = traceparent.substr(3, 32);
  return nothing(trace) || nothing(traceparent.substr(36, 16)) ? "" : std::string(trace);
}

std::unique_ptr<spdlog::formatter> log_formatter(LogFormat format) {
  auto out = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  out->add_flag<Said>('*', format)
      .set_pattern(format == LogFormat::json
                       ? R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","text":%*})"
                       : "[%Y-%m-%d %H:%M:%S.%eZ] [%^%l%$] %*");
  return out;
}

}  // namespace takt::cli
