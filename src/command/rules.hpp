#pragma once
// The rules of every entity, each in the file of its term: check() judges a draft. It adds to
// `draft.errors`, may complete `draft.after`, or throws a conflict. It writes nothing.

#include <concepts>

#include "command/draft.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/api_token.hpp"
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
#include "domain/organisation.hpp"
#include "domain/outcome.hpp"
#include "domain/playbook.hpp"
#include "domain/product_area.hpp"
#include "domain/review.hpp"
#include "domain/share_link.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/team_member.hpp"
#include "domain/testimonial.hpp"
#include "domain/user.hpp"

namespace takt::command {

/// Entities that say of themselves that they have no rules besides their references. Whoever is
/// neither here nor below does not build.
template <class T>
concept WithoutRules = std::same_as<T, domain::Site> || std::same_as<T, domain::ProductArea> ||
    std::same_as<T, domain::Vision> || std::same_as<T, domain::LongTermGoal> ||
    std::same_as<T, domain::MarketSignal> || std::same_as<T, domain::Proposal> ||
    std::same_as<T, domain::Playbook> || std::same_as<T, domain::Action> ||
    std::same_as<T, domain::Testimonial>;

template <class T>
void check(Draft<T>&) = delete;
template <WithoutRules T>
void check(Draft<T>&) {}
void check(Draft<domain::Account>& draft);
void check(Draft<domain::Contact>& draft);
void check(Draft<domain::TeamMember>& draft);
void check(Draft<domain::TestimonialUse>& draft);
void check(Draft<domain::Milestone>& draft);
void check(Draft<domain::Cycle>& draft);
void check(Draft<domain::FocusTopic>& draft);
void check(Draft<domain::Objective>& draft);
void check(Draft<domain::KeyResult>& draft);
void check(Draft<domain::SiteTarget>& draft);
void check(Draft<domain::CheckIn>& draft);
void check(Draft<domain::OutcomeReading>& draft);
void check(Draft<domain::Review>& draft);
void check(Draft<domain::SupplyRecord>& draft);
void check(Draft<domain::Kpi>& draft);
void check(Draft<domain::KpiValue>& draft);
void check(Draft<domain::ApiToken>& draft);
void check(Draft<domain::ShareLink>& draft);
void check(Draft<domain::Signal>& draft);
void check(Draft<domain::Response>& draft);
void check(Draft<domain::OpenQuestion>& draft);
void check(Draft<domain::Assumption>& draft);
void check(Draft<domain::Meeting>& draft);
void check(Draft<domain::MeetingNote>& draft);
void check(Draft<domain::User>& draft);
void check(Draft<domain::Organisation>& draft);

/// Entities whose change brings other changes with it, in the same transaction, or changes who may
/// do what: follow_up() makes them, raises the count of the latter, and gives the account's last
/// revision.
template <class T>
concept BringsMore = std::same_as<T, domain::ApiToken> || std::same_as<T, domain::CheckIn> ||
    std::same_as<T, domain::Cycle> || std::same_as<T, domain::KeyResult> ||
    std::same_as<T, domain::Meeting> || std::same_as<T, domain::MeetingNote> ||
    std::same_as<T, domain::Organisation> || std::same_as<T, domain::Response> ||
    std::same_as<T, domain::SiteTarget> || std::same_as<T, domain::TeamMember>;

long long follow_up(const Draft<domain::ApiToken>& draft, long long revision);
long long follow_up(const Draft<domain::CheckIn>& draft, long long revision);
long long follow_up(const Draft<domain::Cycle>& draft, long long revision);
long long follow_up(const Draft<domain::KeyResult>& draft, long long revision);
long long follow_up(const Draft<domain::Meeting>& draft, long long revision);
long long follow_up(const Draft<domain::MeetingNote>& draft, long long revision);
long long follow_up(const Draft<domain::Organisation>& draft, long long revision);
long long follow_up(const Draft<domain::Response>& draft, long long revision);
long long follow_up(const Draft<domain::SiteTarget>& draft, long long revision);
long long follow_up(const Draft<domain::TeamMember>& draft, long long revision);

}  // namespace takt::command
