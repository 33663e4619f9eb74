#pragma once
// The entities that the fuzz targets read into, chosen by one byte.

#include <boost/mp11.hpp>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/assumption.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/open_question.hpp"
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

namespace takt::fuzz {

using Entities =
    boost::mp11::mp_list<domain::Account, domain::Action, domain::Assumption, domain::CheckIn,
                         domain::Contact, domain::Cycle, domain::FocusTopic, domain::KeyResult,
                         domain::Kpi, domain::KpiValue, domain::LongTermGoal, domain::MarketSignal,
                         domain::Meeting, domain::MeetingNote, domain::Milestone, domain::Objective,
                         domain::OpenQuestion, domain::OutcomeReading, domain::Playbook,
                         domain::ProductArea, domain::Proposal, domain::Response, domain::Review,
                         domain::Signal, domain::Site, domain::SiteTarget, domain::SupplyRecord,
                         domain::TeamMember, domain::Testimonial, domain::User, domain::Vision>;

/// Calls `f` with a null pointer to the entity that the byte chooses.
template <class F>
void with_entity(unsigned char choice, F f) {
  constexpr std::size_t kCount = boost::mp11::mp_size<Entities>::value;
  boost::mp11::mp_with_index<kCount>(choice % kCount, [&](auto index) {
    f(static_cast<boost::mp11::mp_at_c<Entities, index>*>(nullptr));
  });
}

}  // namespace takt::fuzz
