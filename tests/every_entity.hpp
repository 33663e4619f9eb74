#pragma once
// Every entity of Takt, for tests that ask something of each. One that is missing fails
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
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/team_member.hpp"
#include "domain/testimonial.hpp"
#include "domain/user.hpp"

namespace takt::tests {

using Entities = boost::mp11::mp_list<
    domain::Account, domain::Action, domain::ApiToken, domain::Assumption, domain::CheckIn,
    domain::Contact, domain::Cycle, domain::FocusTopic, domain::Import, domain::KeyResult,
    domain::Kpi, domain::KpiValue, domain::LongTermGoal, domain::MarketSignal, domain::Meeting,
    domain::MeetingNote, domain::Milestone, domain::Objective, domain::OpenQuestion,
    domain::Organisation, domain::OutcomeReading, domain::Playbook, domain::ProductArea,
    domain::Proposal, domain::Response, domain::Review, domain::Signal, domain::Site,
    domain::SiteTarget, domain::SupplyRecord, domain::TeamMember, domain::Testimonial,
    domain::TestimonialUse, domain::User, domain::Vision>;

}  // namespace takt::tests
