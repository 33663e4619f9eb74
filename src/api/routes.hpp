#pragma once
#include "api/api.hpp"
#include "live/hub.hpp"
#include "service/cockpit.hpp"
#include "service/user_service.hpp"

namespace takt::api {

/// What the routes share besides the context.
struct Parts {
  service::CockpitService& cockpits;
  service::Throttle& throttle;
  live::Hub& hub;
  bool demo = false;           ///< offer the demo's people with one click
  std::string public_address;  ///< for links in invitations
};

void declare_account_routes(Router& router);
void declare_cycle_routes(Router& router);
void declare_page_routes(Router& router, Parts& parts);
void declare_user_routes(Router& router, Parts& parts);

/// All of them, in the order of the OpenAPI document.
void declare_routes(Router& router, Parts& parts);

}  // namespace takt::api
