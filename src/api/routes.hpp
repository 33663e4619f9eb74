#pragma once
#include "access/throttle.hpp"
#include "api/api.hpp"
#include "domain/signal.hpp"
#include "live/hub.hpp"
#include "page/page_cache.hpp"
#include "report/reader.hpp"

namespace takt::command {
class Backups;
}

namespace takt::api {

/// What the routes share besides the context.
struct Parts {
  page::PageCache& pages;
  access::Throttle& throttle;
  live::Hub& hub;
  command::Backups& backups;
  bool demo = false;                         ///< offer the demo's people with one click
  std::string public_address;                ///< for links in invitations
  access::Throttle asked{};                  ///< for passwords by mail, each time
  access::Throttle shared{access::kOfLink};  ///< passwords of share links
};

/// A kept page, or 304 for whoever has it.
http::Response page_answer(const Call& call, page::PageCache::Page page);

inline constexpr std::string_view kWorkbook =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

inline constexpr std::string_view kPresentation =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation";
inline constexpr std::string_view kPdf = "application/pdf";
inline constexpr std::string_view kCsv = "text/csv; charset=utf-8";

/// A file to keep, under its name.
http::Response file_answer(report::File file, std::string_view media);

// One a term, in the file of its name.
void declare_session_routes(Router& router, Parts& parts);
void declare_invitation_routes(Router& router, Parts& parts);
void declare_password_request_routes(Router& router, Parts& parts);
void declare_user_routes(Router& router, Parts& parts);
void declare_organisation_routes(Router& router, Parts& parts);
void declare_slide_template_routes(Router& router, Parts& parts);
void declare_backup_routes(Router& router, Parts& parts);
void declare_account_routes(Router& router, Parts& parts);
void declare_team_member_routes(Router& router, Parts& parts);
void declare_site_routes(Router& router, Parts& parts);
void declare_product_area_routes(Router& router, Parts& parts);
void declare_contact_routes(Router& router, Parts& parts);
void declare_testimonial_routes(Router& router, Parts& parts);
void declare_long_term_routes(Router& router, Parts& parts);
void declare_cockpit_routes(Router& router, Parts& parts);
void declare_my_work_routes(Router& router, Parts& parts);
void declare_state_sentence_routes(Router& router, Parts& parts);
void declare_activity_routes(Router& router, Parts& parts);
void declare_visit_routes(Router& router, Parts& parts);
void declare_live_routes(Router& router, Parts& parts);
void declare_cycle_routes(Router& router, Parts& parts);
void declare_objective_routes(Router& router, Parts& parts);
void declare_key_result_routes(Router& router, Parts& parts);
void declare_check_in_routes(Router& router, Parts& parts);
void declare_action_routes(Router& router, Parts& parts);
void declare_review_routes(Router& router, Parts& parts);
void declare_effect_routes(Router& router, Parts& parts);
void declare_playbook_routes(Router& router, Parts& parts);
void declare_supply_routes(Router& router, Parts& parts);
void declare_kpi_routes(Router& router, Parts& parts);
void declare_signal_routes(Router& router, Parts& parts);
void declare_market_signal_routes(Router& router, Parts& parts);
void declare_question_routes(Router& router, Parts& parts);
void declare_meeting_routes(Router& router, Parts& parts);
void declare_calendar_routes(Router& router, Parts& parts);
void declare_agility_routes(Router& router, Parts& parts);
void declare_portfolio_routes(Router& router, Parts& parts);
void declare_one_pager_routes(Router& router, Parts& parts);
void declare_share_link_routes(Router& router, Parts& parts);
void declare_workbook_routes(Router& router, Parts& parts);
void declare_import_routes(Router& router, Parts& parts);
void declare_search_routes(Router& router, Parts& parts);

/// All of them.
void declare_routes(Router& router, Parts& parts);

}  // namespace takt::api
