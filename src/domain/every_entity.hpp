#pragma once
// Every entity of Takt, for what is asked of each. One that is missing fails a test
// (tests/mapping/json_for_customer_test.cpp).

#include <boost/mp11.hpp>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/api_token.hpp"
#include "domain/assumption.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/import.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/open_question.hpp"
#include "domain/organisation.hpp"
#include "domain/outcome.hpp"
#include "domain/playbook.hpp"
#include "domain/product_area.hpp"
#include "domain/review.hpp"
#include "domain/share_link.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/slide_template.hpp"
#include "domain/supply.hpp"
#include "domain/team_member.hpp"
#include "domain/testimonial.hpp"
#include "domain/user.hpp"

namespace takt::domain {

using Entities =
    boost::mp11::mp_list<Account, Action, ApiToken, Assumption, CheckIn, Contact, Cycle, FocusTopic,
                         Import, KeyResult, Kpi, KpiValue, LongTermGoal, MarketSignal, Meeting,
                         MeetingNote, Milestone, Objective, OpenQuestion, Organisation,
                         OutcomeReading, Playbook, ProductArea, Proposal, Response, Review,
                         ShareLink, Signal, Site, SiteTarget, SlideTemplate, SupplyRecord,
                         TeamMember, Testimonial, TestimonialUse, User, Vision>;

}  // namespace takt::domain
