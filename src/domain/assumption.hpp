#pragma once
// What the team takes for true until somebody has confirmed it. See docs/domain.md, section 2.

#include "domain/about.hpp"
#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

/// What the server notes about an assumption.
struct GivenAssumption : Record {
  std::optional<Id> confirmed_by;
};
BOOST_DESCRIBE_STRUCT(GivenAssumption, (Record), (confirmed_by))

/// Marks an entry of the account as assumed: a figure, a person, a statement. One at a time that is
/// not confirmed; taken off by mistake it is archived. Whoever assumes the same again makes a new
/// one.
struct Assumption : GivenAssumption {
  static constexpr std::string_view kTerm = "assumption", kCollection = "assumptions";
  static constexpr bool kUnordered = true;
  AboutKind about_kind = AboutKind::account;  ///< fixed once made, with `about`
  Id about;
  Text<500> note;  ///< what it rests on
  std::optional<Date> confirmed_on;
};
BOOST_DESCRIBE_STRUCT(Assumption, (GivenAssumption), (about_kind, about, note, confirmed_on))

}  // namespace takt::domain
