#include "api/routes.hpp"

namespace takt::api {

http::Response page_answer(const Call& call, page::PageCache::Page page) {
  http::Response response;
  response.headers = {{"Content-Type", "application/json"},
                      {"Cache-Control", "private, no-cache"},
                      {"ETag", page.etag}};
  if (call.request.header("if-none-match") == page.etag)
    response.status = 304;
  else
    response.shared_body = std::move(page.json);
  return response;
}

void declare_routes(Router& router, Parts& parts) {
  declare_session_routes(router, parts);
  declare_invitation_routes(router, parts);
  declare_user_routes(router, parts);
  declare_organisation_routes(router, parts);
  declare_account_routes(router, parts);
  declare_team_member_routes(router, parts);
  declare_site_routes(router, parts);
  declare_product_area_routes(router, parts);
  declare_contact_routes(router, parts);
  declare_testimonial_routes(router, parts);
  declare_long_term_routes(router, parts);
  declare_cockpit_routes(router, parts);
  declare_my_work_routes(router, parts);
  declare_activity_routes(router, parts);
  declare_live_routes(router, parts);
  declare_cycle_routes(router, parts);
  declare_objective_routes(router, parts);
  declare_key_result_routes(router, parts);
  declare_check_in_routes(router, parts);
  declare_action_routes(router, parts);
  declare_review_routes(router, parts);
  declare_effect_routes(router, parts);
  declare_playbook_routes(router, parts);
  declare_supply_routes(router, parts);
  declare_kpi_routes(router, parts);
  declare_signal_routes(router, parts);
  declare_market_signal_routes(router, parts);
  declare_meeting_routes(router, parts);
  declare_calendar_routes(router, parts);
  declare_agility_routes(router, parts);
  declare_portfolio_routes(router, parts);
}

}  // namespace takt::api
