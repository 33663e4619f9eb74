#include "access/own_zone.hpp"

namespace takt::access {

std::string OwnZone::name() const {
  const std::shared_lock lock(mutex_);
  return name_;
}

bool OwnZone::is_as_of(long long access) const {
  const std::shared_lock lock(mutex_);
  return access_ >= access;
}

void OwnZone::look(store::Session& session, long long access) {
  if (is_as_of(access)) return;
  auto name = store::organisation_zone(session);
  const std::unique_lock lock(mutex_);
  if (access_ >= access) return;
  access_ = access;
  name_ = std::move(name);
}

}  // namespace takt::access
