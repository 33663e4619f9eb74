#pragma once
// The key account: master data, team, sites, product areas, buying centre, vision and long-term
// goals. See docs/domain.md, section 1.

#include "domain/record.hpp"

namespace takt::domain {

struct Account : Record {
  static constexpr std::string_view kTerm = "account", kCollection = "accounts";
  Name name;
  Text<12, 1> code;
  Word industry;
  Whole<1, 12> cadence{6};             ///< months of a cycle, typically 3 or 6
  Whole<1, 90> check_in_interval{14};  ///< days between two check-ins
  std::optional<Date> first_cycle_start;
  Prose status_note;
};
BOOST_DESCRIBE_STRUCT(Account, (Record),
                      (name, code, industry, cadence, check_in_interval, first_cycle_start,
                       status_note))

BOOST_DEFINE_ENUM_CLASS(TeamRole, manager, member, sponsor, observer)

struct TeamMember : Record {
  static constexpr std::string_view kTerm = "team_member", kCollection = "team-members";
  Id user;
  TeamRole role = TeamRole::member;
  std::optional<Date> since;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (Record), (user, role, since))

BOOST_DEFINE_ENUM_CLASS(SiteKind, plant, headquarters, warehouse, office)

struct Site : Record {
  static constexpr std::string_view kTerm = "site", kCollection = "sites";
  Name name;
  Word city;
  Word country;
  SiteKind kind = SiteKind::plant;
  std::optional<Whole<0, 100000>> purchasers;
};
BOOST_DESCRIBE_STRUCT(Site, (Record), (name, city, country, kind, purchasers))

BOOST_DEFINE_ENUM_CLASS(Standing, none, listed, secondary, main)

struct ProductArea : Record {
  static constexpr std::string_view kTerm = "product_area", kCollection = "product-areas";
  Name name;
  Standing standing = Standing::none;  ///< which supplier we are to the account in this area
  std::optional<Date> since;
};
BOOST_DESCRIBE_STRUCT(ProductArea, (Record), (name, standing, since))

BOOST_DEFINE_ENUM_CLASS(BuyingRole, decider, buyer, influencer, user, gatekeeper, coach)

/// A person at the customer. Personal data, kept to organise the account's work.
struct Contact : Record {
  static constexpr std::string_view kTerm = "contact", kCollection = "contacts";
  Name name;
  Word function;
  std::optional<Id> site;
  BuyingRole role = BuyingRole::user;
  Whole<-2, 2> attitude{0};
  Whole<1, 3> influence{1};
  std::optional<Id> kept_by;  ///< the user who keeps in touch
  std::optional<Date> last_contact;
};
BOOST_DESCRIBE_STRUCT(Contact, (Record),
                      (name, function, site, role, attitude, influence, kept_by, last_contact))

/// How the account should see us in about three years. The newest one that is not archived holds.
struct Vision : Record {
  static constexpr std::string_view kTerm = "vision", kCollection = "visions";
  Text<1000, 1> text;
  std::optional<Whole<2000, 2200>> horizon;  ///< year
};
BOOST_DESCRIBE_STRUCT(Vision, (Record), (text, horizon))

BOOST_DEFINE_ENUM_CLASS(GoalKind, strategic, moal)
BOOST_DEFINE_ENUM_CLASS(GoalState, open, reached, missed, dropped)

struct LongTermGoal : Record {
  static constexpr std::string_view kTerm = "long_term_goal", kCollection = "long-term-goals";
  Title title;
  Prose measure;
  Date due;
  GoalKind kind = GoalKind::strategic;
  GoalState state = GoalState::open;
};
BOOST_DESCRIBE_STRUCT(LongTermGoal, (Record), (title, measure, due, kind, state))

struct OfGoal : Record {
  Id goal;
};
BOOST_DESCRIBE_STRUCT(OfGoal, (Record), (goal))

/// A step on the way to a long-term goal, planned backwards from its due date. It becomes a
/// suggestion when the cycle in which it is due is planned.
struct Milestone : OfGoal {
  static constexpr std::string_view kTerm = "milestone", kCollection = "milestones";
  Title title;
  Date due;
  std::optional<Id> objective;  ///< the one that takes this step
  std::optional<Date> reached_on;
};
BOOST_DESCRIBE_STRUCT(Milestone, (OfGoal), (title, due, objective, reached_on))

/// A voice of the customer from one site that travels to the others.
struct Testimonial : Record {
  static constexpr std::string_view kTerm = "testimonial", kCollection = "testimonials";
  Text<2000, 1> text;
  std::optional<Id> site;
  std::optional<Id> contact;
  std::optional<Id> key_result;
  std::optional<Date> received_on;
  bool released = false;  ///< the customer allows its use at other sites
};
BOOST_DESCRIBE_STRUCT(Testimonial, (Record),
                      (text, site, contact, key_result, received_on, released))

struct TestimonialUse : OfTestimonial {
  static constexpr std::string_view kTerm = "testimonial_use", kCollection = "testimonial-uses";
  Id site;
  Date used_on;
};
BOOST_DESCRIBE_STRUCT(TestimonialUse, (OfTestimonial), (site, used_on))

}  // namespace takt::domain
