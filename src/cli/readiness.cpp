#include "cli/readiness.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <utility>

#include "store/migrations.hpp"

namespace takt::cli {

using namespace std::chrono_literals;

Readiness::Readiness(std::string location)
    : location_(std::move(location)),
      session_(std::make_unique<store::Session>(location_)),
      holds_until_((Clock::now() + 3s).time_since_epoch().count()),
      thread_([this](const std::stop_token& stop) { keep_asking(stop); }) {}

Readiness::~Readiness() {
  thread_.request_stop();
  const std::lock_guard lock(mutex_);
  session_->cut();
}

bool Readiness::ready() {
  {
    // A network that swallows everything would keep it for hours.
    const std::lock_guard lock(mutex_);
    if (session_->hangs(20s)) session_->cut();
  }
  return Clock::now().time_since_epoch().count() < holds_until_;
}

void Readiness::ask() {
  for (bool first = true;; first = false) {
    if (session_->broken()) {
      auto fresh = std::make_unique<store::Session>(location_);
      const std::lock_guard lock(mutex_);
      std::swap(session_, fresh);
    }
    session_->throw_failed_away();
    try {
      store::schema_version(*session_);
      return;
    } catch (const std::exception&) {
      // One that was restarted long ago is noticed only now.
      if (!first || !session_->broken()) throw;
    }
  }
}

void Readiness::keep_asking(const std::stop_token& stop) {
  std::mutex unused;
  std::condition_variable_any never;
  std::unique_lock lock(unused);
  std::string told;
  do {
    const auto asked = Clock::now();
    std::string fault;
    try {
      ask();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    holds_until_ = fault.empty() ? (asked + 3s).time_since_epoch().count() : 0;
    if (fault.empty() && !told.empty()) spdlog::info("the database answers again");
    if (!fault.empty() && fault != told) spdlog::error("the database is unavailable: {}", fault);
    told = fault;
    never.wait_for(lock, stop, 250ms, [] { return false; });
  } while (!stop.stop_requested());
}

}  // namespace takt::cli
