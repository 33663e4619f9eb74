#pragma once
#include "api/api.hpp"
#include "live/hub.hpp"
#include "service/cockpit.hpp"
#include "service/user_service.hpp"

namespace takt::api {

/// What the routes share besides the context.
struct Parts {
  service::PageCache& pages;
  service::Throttle& throttle;
  live::Hub& hub;
  bool demo = false;           ///< offer the demo's people with one click
  std::string public_address;  ///< for links in invitations
};

void declare_account_routes(Router& router);
void declare_cycle_routes(Router& router);
void declare_measure_routes(Router& router, Parts& parts);
void declare_planning_routes(Router& router, Parts& parts);
void declare_signal_routes(Router& router, Parts& parts);
void declare_meeting_routes(Router& router, Parts& parts);
void declare_page_routes(Router& router, Parts& parts);
void declare_user_routes(Router& router, Parts& parts);

/// A kept page, or 304 for whoever has it.
http::Response page_answer(const Call& call, service::PageCache::Page page);

/// All of them, in the order of the OpenAPI document.
void declare_routes(Router& router, Parts& parts);

}  // namespace takt::api
