#pragma once
// The form of the log's lines.

#include <spdlog/formatter.h>

#include <memory>

namespace takt::cli {

enum class LogFormat { text, json };

/// An entry is one line without control characters, whatever stands in it; in JSON an object with
/// `at`, `level` and `text`.
std::unique_ptr<spdlog::formatter> log_formatter(LogFormat format);

}  // namespace takt::cli
