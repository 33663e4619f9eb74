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

namespace {

struct Term {
  const char* name;
  const char* sentence;
  void (*declare)(Router&, Parts&);
};

constexpr Term kTerms[] = {
    {"Session", "Who is signed in.", declare_session_routes},
    {"Invitation", "Links with which people come in.", declare_invitation_routes},
    {"Password request", "Forgotten passwords.", declare_password_request_routes},
    {"User", "Who works with Takt.", declare_user_routes},
    {"Organisation", "Whose Takt it is.", declare_organisation_routes},
    {"Slide template", "The organisation's own .pptx for slides.", declare_slide_template_routes},
    {"Backup", "Copies of the database that the server keeps.", declare_backup_routes},
    {"Account", "A customer that is looked after by a team.", declare_account_routes},
    {"Team member", "Who works on an account, and as what.", declare_team_member_routes},
    {"Site", "Where the customer is.", declare_site_routes},
    {"Product area", "What the customer buys.", declare_product_area_routes},
    {"Contact", "People at the customer.", declare_contact_routes},
    {"Testimonial", "What customers say, and where it was used.", declare_testimonial_routes},
    {"Long-term goal", "Visions, goals over years and their milestones.", declare_long_term_routes},
    {"Cockpit", "An account on one page.", declare_cockpit_routes},
    {"My work", "What the caller owes.", declare_my_work_routes},
    {"State sentence", "How things stand, in one sentence.", declare_state_sentence_routes},
    {"Activity", "Who changed what.", declare_activity_routes},
    {"Visit", "What is new to the caller since they were there, and who else is there.",
     declare_visit_routes},
    {"Live", "Changes as they happen.", declare_live_routes},
    {"Cycle", "Some months of work on objectives.", declare_cycle_routes},
    {"Objective", "What an account's team wants to reach in a cycle.", declare_objective_routes},
    {"Key result", "How the team sees that an objective is reached.", declare_key_result_routes},
    {"Check-in", "Where a key result stands.", declare_check_in_routes},
    {"Action", "What somebody is to do.", declare_action_routes},
    {"Review", "What came out at the end of a cycle, and lessons.", declare_review_routes},
    {"Effect", "What results brought at the customer.", declare_effect_routes},
    {"Playbook", "Templates for situations that come again.", declare_playbook_routes},
    {"Supply", "Our share of what the customer buys.", declare_supply_routes},
    {"KPI", "Figures that come from elsewhere, and the tokens that bring them.",
     declare_kpi_routes},
    {"Signal", "What was noticed at the customer, and how the team answers.",
     declare_signal_routes},
    {"Market signal", "What was noticed beyond one customer.", declare_market_signal_routes},
    {"Question", "What the team does not know, and what it assumes.", declare_question_routes},
    {"Meeting", "Where a team looks at its objectives together.", declare_meeting_routes},
    {"Calendar", "Meetings as iCalendar.", declare_calendar_routes},
    {"Agility", "How quickly a team learns.", declare_agility_routes},
    {"Import", "Tables brought in from files.", declare_import_routes},
    {"Portfolio", "All accounts, side by side.", declare_portfolio_routes},
    {"One-pager", "An account on one page for others.", declare_one_pager_routes},
    {"Share link", "The one-pager for somebody without an account.", declare_share_link_routes},
    {"Workbook", "An account to take along as a file.", declare_workbook_routes},
    {"Search", "Anything by some of its words.", declare_search_routes},
};

}  // namespace

void declare_routes(Router& router, Parts& parts) {
  for (const auto& [name, sentence, declare] : kTerms) {
    router.begin(name, sentence);
    declare(router, parts);
  }
}

}  // namespace takt::api
