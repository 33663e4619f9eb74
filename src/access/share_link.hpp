#pragma once
// Whether a share link opens.

#include "access/context.hpp"
#include "domain/share_link.hpp"

namespace takt::access {

/// As of today in the organisation's zone.
domain::ShareState share_state(const Context& context, store::Session& session,
                               const domain::ShareLink& link);

}  // namespace takt::access
