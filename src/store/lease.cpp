#include "store/lease.hpp"

#include <utility>

namespace takt::store {

Lease::Lease(std::string location, long long number)
    : location_(std::move(location)), number_(number) {}

bool Lease::hold() {
  if (!is_postgresql(location_)) return true;
  if (!session_ || session_->broken()) {
    held_ = false;
    auto fresh = std::make_unique<Session>(location_);
    const std::lock_guard lock(mutex_);
    std::swap(session_, fresh);
    if (cut_) session_->cut();
  }
  session_->throw_failed_away();
  // Taken twice it would have to be given back twice.
  if (held_) return session_->value<int>("select 1") == 1;
  held_ = session_->value<int>("select case when pg_try_advisory_lock(:number) then 1 else 0 end",
                               {bound("number", number_)}) == 1;
  return held_;
}

void Lease::cut() {
  const std::lock_guard lock(mutex_);
  cut_ = true;
  if (session_) session_->cut();
}

}  // namespace takt::store
