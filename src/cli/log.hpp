#pragma once
// The form of the log's lines.

#include <spdlog/formatter.h>

#include <memory>
#include <string>
#include <string_view>

namespace takt::cli {

enum class LogFormat { text, json };

/// An entry is one line without control characters, whatever stands in it; in JSON an object with
/// `at`, `level`, `text` and, within a request (see RequestLogged), `request` and `trace`.
std::unique_ptr<spdlog::formatter> log_formatter(LogFormat format);

/// The trace of which a request is a part, as its header `traceparent` says (W3C Trace Context);
/// empty where it says none.
std::string trace_of(std::string_view traceparent);

/// While it lives, each line that this thread logs names this request.
class RequestLogged {
 public:
  RequestLogged(std::string id, std::string trace);
  ~RequestLogged();
  RequestLogged(const RequestLogged&) = delete;
  RequestLogged& operator=(const RequestLogged&) = delete;

  const std::string id;
  const std::string trace;  ///< empty: none

 private:
  const RequestLogged* before_;
};

}  // namespace takt::cli
