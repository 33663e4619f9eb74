#pragma once
// What a version made for the customer may show: marked here and nowhere else, for every export.
// See docs/domain.md, section 8, and docs/decisions/0016. A list of what is allowed, so that
// whatever is declared later stays hidden until somebody decides. A test asks it of every entity.

#include <concepts>
#include <tuple>

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

/// Nobody has said whether the customer may see anything of it. They don't.
struct Undecided {};

/// The members of an entity that the customer may see, as pointers; none of what is hidden.
template <class T>
inline constexpr Undecided kForCustomer{};

template <class... Members>
constexpr std::tuple<Members...> shown(Members... members) {
  return {members...};
}
inline constexpr std::tuple<> kHidden{};

// What the customer knows anyway, and what was agreed with them.
template <>
inline constexpr auto kForCustomer<Organisation> = shown(&Organisation::name);
template <>
inline constexpr auto kForCustomer<Account> = shown(&Account::name, &Account::industry);
template <>  // with its id, by which a testimonial names it; purchasers are our count
inline constexpr auto kForCustomer<Site> = shown(&Site::id, &Site::name, &Site::city,
                                                 &Site::country, &Site::kind);
template <>  // our standing is our view
inline constexpr auto kForCustomer<ProductArea> = shown(&ProductArea::name);
template <>
inline constexpr auto kForCustomer<Cycle> = shown(&Cycle::name, &Cycle::starts_on, &Cycle::ends_on);
template <>  // outcome, baseline and target are often a share of supply that we want
inline constexpr auto kForCustomer<Objective> = shown(&Objective::title, &Objective::customer_goal,
                                                      &Objective::state);
template <>  // who said it is personal data, and was not released with it
inline constexpr auto kForCustomer<Testimonial> = shown(&Testimonial::text, &Testimonial::site);

// What we think of people at the customer, and who of us does what.
template <>
inline constexpr auto kForCustomer<Contact> = kHidden;
template <>
inline constexpr auto kForCustomer<TeamMember> = kHidden;
template <>
inline constexpr auto kForCustomer<User> = kHidden;

// What we estimate, and who else supplies.
template <>
inline constexpr auto kForCustomer<SupplyRecord> = kHidden;
template <>
inline constexpr auto kForCustomer<Kpi> = kHidden;
template <>
inline constexpr auto kForCustomer<KpiValue> = kHidden;

// What we heard, do not know, or take for true.
template <>
inline constexpr auto kForCustomer<Signal> = kHidden;
template <>
inline constexpr auto kForCustomer<Response> = kHidden;
template <>
inline constexpr auto kForCustomer<MarketSignal> = kHidden;
template <>
inline constexpr auto kForCustomer<OpenQuestion> = kHidden;
template <>
inline constexpr auto kForCustomer<Assumption> = kHidden;

// Our strategy, and how we get on with it.
template <>  // how the account should see us
inline constexpr auto kForCustomer<Vision> = kHidden;
template <>
inline constexpr auto kForCustomer<LongTermGoal> = kHidden;
template <>
inline constexpr auto kForCustomer<Milestone> = kHidden;
template <>
inline constexpr auto kForCustomer<FocusTopic> = kHidden;
template <>  // its title mostly names its measure: a share, purchasers won
inline constexpr auto kForCustomer<KeyResult> = kHidden;
template <>
inline constexpr auto kForCustomer<SiteTarget> = kHidden;
template <>
inline constexpr auto kForCustomer<CheckIn> = kHidden;
template <>
inline constexpr auto kForCustomer<OutcomeReading> = kHidden;
template <>
inline constexpr auto kForCustomer<Review> = kHidden;
template <>  // no action says yet whether it is one for the customer
inline constexpr auto kForCustomer<Action> = kHidden;
template <>  // where else we go with what one site said
inline constexpr auto kForCustomer<TestimonialUse> = kHidden;

// What is said among ourselves.
template <>  // in rooms of ours, and none says whether the customer is asked to it
inline constexpr auto kForCustomer<Meeting> = kHidden;
template <>
inline constexpr auto kForCustomer<Proposal> = kHidden;
template <>
inline constexpr auto kForCustomer<MeetingNote> = kHidden;
template <>
inline constexpr auto kForCustomer<Playbook> = kHidden;
template <>
inline constexpr auto kForCustomer<ApiToken> = kHidden;
template <>
inline constexpr auto kForCustomer<Import> = kHidden;
template <>
inline constexpr auto kForCustomer<SlideTemplate> = kHidden;
template <>  // to whom else we showed what
inline constexpr auto kForCustomer<ShareLink> = kHidden;

/// Whether the customer may see this one of a kind that is shown. Nothing archived goes out; no
/// objective that nobody agreed to yet or that was given up; no testimonial that was not released
/// for use.
template <class T>
bool is_for_customer(const T& entity) {
  if (entity.archived_at) return false;
  if constexpr (std::same_as<T, Objective>) {
    return entity.state != ObjectiveState::draft && entity.state != ObjectiveState::dropped;
  } else if constexpr (std::same_as<T, Testimonial>) {
    return entity.released;
  } else {
    return true;
  }
}

}  // namespace takt::domain
